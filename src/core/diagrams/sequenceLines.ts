import type { TextRange } from '../problem.ts';

/** What one line of a mermaid sequence diagram says. */
export type SequenceLine = { readonly range: TextRange } & (
  | { readonly kind: 'head'; readonly word: string }
  | { readonly kind: 'participant'; readonly id: string; readonly title: string }
  | {
      readonly kind: 'message';
      readonly from: string;
      readonly to: string;
      readonly arrow: string;
      readonly text: string;
    }
  | { readonly kind: 'note'; readonly over: readonly string[]; readonly text: string }
  /** `loop`, `alt`, `par` and the like, up to their `end`. */
  | { readonly kind: 'open'; readonly word: string; readonly text: string }
  /** `else`, `and`, `option`: the next part of the innermost block. */
  | { readonly kind: 'branch'; readonly word: string; readonly text: string }
  | { readonly kind: 'close' }
  /** Allowed, and nothing that is drawn: `autonumber`, `activate`, a title. */
  | { readonly kind: 'aside' }
  | { readonly kind: 'unknown' }
);

/** Reads a sequence diagram line by line, for its check and for its picture. Blank lines, comments and fences are left out. */
export function* readSequenceLines(source: string): Generator<SequenceLine> {
  let at = 0;
  let isHead = true;
  for (const line of source.split('\n')) {
    const words = line.trim();
    const start = at + line.indexOf(words);
    const range = { start, end: start + Math.max(words.length, 1) };
    at += line.length + 1;
    if (words === '' || words.startsWith('%%') || words.startsWith('```')) continue;
    yield isHead ? { kind: 'head', word: words.split(/\s+/)[0]!, range } : { ...readLine(words), range };
    isHead = false;
  }
}

const NAME = String.raw`[\p{L}\p{N}_]+`;
const PARTICIPANT = new RegExp(String.raw`^(?:create\s+)?(?:participant|actor)\s+(${NAME})(?:\s+as\s+(.+))?$`, 'u');
// A "+" or "-" before the receiver wakes it or lets it rest, which changes nothing about who says what.
const MESSAGE = new RegExp(String.raw`^(${NAME})\s*(-{1,2}(?:>>|>|x|\)))\s*[+-]?\s*(${NAME})\s*:\s*(.*)$`, 'u');
const NOTE = new RegExp(String.raw`^note\s+(?:over|left of|right of)\s+(${NAME}(?:\s*,\s*${NAME})*)\s*:\s*(.*)$`, 'iu');
const BLOCK = /^(loop|alt|opt|par|critical|break|rect|box)\b\s*(.*)$/;
const BRANCH = /^(else|and|option)\b\s*(.*)$/;
const ASIDE = /^(?:activate|deactivate|autonumber|title|destroy|links?|accTitle|accDescr)\b/;

type Unplaced<Line> = Line extends unknown ? Omit<Line, 'range'> : never;

function readLine(words: string): Unplaced<SequenceLine> {
  const taking = PARTICIPANT.exec(words);
  if (taking) return { kind: 'participant', id: taking[1]!, title: taking[2] ?? taking[1]! };
  const message = MESSAGE.exec(words);
  if (message) {
    const [, from, arrow, to, text] = message as unknown as [string, string, string, string, string];
    return { kind: 'message', from, to, arrow, text: unescape(text) };
  }
  const note = NOTE.exec(words);
  if (note) return { kind: 'note', over: note[1]!.split(',').map((id) => id.trim()), text: unescape(note[2]!) };
  const block = BLOCK.exec(words);
  if (block) return { kind: 'open', word: block[1]!, text: unescape(block[2]!) };
  const branch = BRANCH.exec(words);
  if (branch) return { kind: 'branch', word: branch[1]!, text: unescape(branch[2]!) };
  if (words === 'end') return { kind: 'close' };
  return { kind: ASIDE.test(words) ? 'aside' : 'unknown' };
}

/** Mermaid writes what would end a line or a word by its number: `#59;`. */
function unescape(text: string): string {
  return text.replaceAll(/#(\d{1,7});/g, (whole, code: string) =>
    Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole,
  );
}
