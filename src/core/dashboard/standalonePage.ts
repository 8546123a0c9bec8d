import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToBase64 } from './base64.ts';
import { markup, Markup } from './markup.ts';
import css from './page.css';

/** The text between `<style>` and `</style>`, for a page of its own or a webview. */
export const pageStyle: string = css;

/** A whole page for a file of its own: no script, nothing loaded, dark or light as the reader's machine is. */
export function standalonePage({ title, heading, body }: { title: string; heading: string; body: Markup }): string {
  const hash = bytesToBase64(sha256(new TextEncoder().encode(pageStyle)));
  const policy = `default-src 'none'; style-src 'sha256-${hash}'`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Markup(pageStyle)}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
${body}
</main>
</body>
</html>
`.text;
}
