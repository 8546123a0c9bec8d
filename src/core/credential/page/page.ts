import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { KnownPath } from '../knownPaths.ts';
import { DOES_NOT_PROVE, PROVES } from '../words.ts';
import script from './script.ts?bundled';

/**
 * A page that verifies the credential in it, or one that is given to it: opened from the disk, without network and
 * without anything else. It runs the check of the command line, and knows the paths that Katapath knew when it was made.
 */
export function credentialPage({
  paths,
  credential = '',
}: {
  paths: readonly KnownPath[];
  credential?: string;
}): string {
  const list = (sentences: readonly string[]) => sentences.map((each) => `<li>${escape(each)}`).join('');
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';script-src 'sha256-${digest(script)}';style-src 'sha256-${digest(STYLE)}';base-uri 'none';form-action 'none'">
<title>Verify a credential</title><style>${STYLE}</style>
<main><h1>Verify a credential</h1>
<p id="verdict" role="status">Choose a credential, or paste it.</p><p id="what"></p>
<p><label>Credential file <input id="file" type="file" accept=".json,.jwt"></label>
<p><label for="text">Its text</label><textarea id="text" rows="5" spellcheck="false"></textarea>
<p><label><input id="reformatted" type="checkbox"> Accept one that an editor laid out anew</label>
<h2>It proves</h2><ul>${list(PROVES)}</ul>
<h2>It does not prove</h2><ul>${list(DOES_NOT_PROVE)}</ul>
<h2>Evidence</h2><ul id="evidence"></ul></main>
<script type="application/json" id="given">${data({ paths, credential })}</script>
<script>${script}</script></html>
`;
}

const STYLE =
  ':root{color-scheme:light dark;font:1rem/1.5 system-ui}main{max-width:44rem;margin:auto}li,#what{overflow-wrap:anywhere}#verdict{font-weight:700}textarea{width:100%}';

function digest(text: string): string {
  return btoa(Array.from(sha256(utf8ToBytes(text)), (byte) => String.fromCharCode(byte)).join(''));
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** JSON in which nothing can end the element it stands in, and which no reader of pages changes on its way. */
function data(value: object): string {
  return JSON.stringify(value).replaceAll(
    /[<\r\0]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
