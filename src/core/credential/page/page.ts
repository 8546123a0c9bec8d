import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { DOES_NOT_PROVE, PROVES } from '../words.ts';
import script from './script.ts?source';

/**
 * A page that verifies the credential in it, or one that is given to it: opened from the disk, without network and
 * without anything else. It checks the proof a browser can check; the command line checks both.
 */
export function credentialPage(credential = ''): string {
  const list = (sentences: readonly string[]) => sentences.map((each) => `<li>${escape(each)}`).join('');
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';script-src 'sha256-${digest(script)}';style-src 'sha256-${digest(STYLE)}';base-uri 'none';form-action 'none'">
<title>Verify a credential</title><style>${STYLE}</style>
<main><h1>Verify a credential</h1>
<p id="verdict" role="status">Choose a credential, or paste it.</p><p id="what"></p>
<p><label>Credential file <input id="file" type="file" accept=".json"></label>
<p><label for="text">Its text</label><textarea id="text" rows="5" spellcheck="false">
${escape(credential)}</textarea>
<h2>It proves</h2><ul>${list(PROVES)}</ul>
<h2>It does not prove</h2><ul>${list(DOES_NOT_PROVE)}</ul>
<h2>Evidence</h2><ul id="evidence"></ul></main>
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
