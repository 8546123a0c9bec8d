/** Pieces that mean something to Markdown, to YAML or to a design document. */
const PIECES = [
  '# ',
  '## ',
  '### ',
  '- ',
  '* ',
  '1. ',
  '2) ',
  '> ',
  '    ',
  '\t',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '```',
  '~~~',
  '`',
  '``',
  '*',
  '**',
  '_',
  '~~',
  '|',
  '|---|',
  '---\n',
  '===\n',
  '<!--',
  '-->',
  '<div>',
  '</div>',
  '<a id="x">',
  '[',
  ']',
  '(',
  ')',
  '](',
  '[a]: ',
  '![',
  '\\',
  '&#x',
  '://',
  'https://example.org',
  ': ',
  'Status',
  'Status: ',
  '**Status:** ',
  'Accepted',
  'Proposed | 2024-01-10 | Author: @x',
  'Superseded by ADR-3',
  'Date: ',
  '2024-01-10',
  '31.02.2024',
  'ADR-001: ',
  'RFC 7 - ',
  'Context',
  'Decision',
  'Consequences',
  'Revisit When',
  'Alternatives Considered',
  'A. One — rejected: slow',
  'B) Two',
  'Changelog',
  'katapath-disable-next-line KP301: why',
  'katapath-disable-file',
  'katapath: profile=adr/seed',
  'constructor',
  '__proto__',
  '😀',
  '𝒜',
  'é',
  '\u00a0',
  '\u200b',
  '\uFEFF',
  '\0',
  '\u2028',
  'word',
  ' ',
  'x y z',
  '5,000 ms',
  'TODO',
  '{{title}}',
  '&a *a',
  'key: [',
  '{',
  '}',
  '"',
  "'",
] as const;

/** A stream of numbers in [0, 1), the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A text nobody would write: up to `pieces` pieces in any order, now and then with front matter. */
export function randomMarkdown(seed: number, pieces = 80): string {
  const random = randomOf(seed);
  const count = Math.floor(random() * pieces);
  const words = Array.from({ length: count }, () => PIECES[Math.floor(random() * PIECES.length)]);
  const front = random() < 0.2 ? `---\n${random() < 0.5 ? 'status: x\n' : ''}${words.slice(0, 5).join('')}\n---\n` : '';
  return front + words.join('');
}
