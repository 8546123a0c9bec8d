import type { TextRange } from '../problem.ts';
import type { DesignDocument } from './model/document.ts';

/** One `<!-- katapath-disable-next-line KP502: reason -->` or `<!-- katapath-disable-file KP502, KP511: reason -->`. */
export interface Suppression {
  readonly range: TextRange;
  /** Codes or names; empty means every rule. */
  readonly rules: readonly { readonly name: string; readonly range: TextRange }[];
  readonly reason: string;
  readonly scope: 'next-line' | 'file';
  /** What it covers. */
  readonly covers: TextRange;
}

/** A directive and its reason are a line or two. */
const LONGEST = 1000;
const DIRECTIVE = /^katapath-disable-(next-line|file)\b\s*([\w\s,-]*?)\s*(?::\s*([^]*))?$/;

export function findSuppressions(document: DesignDocument): Suppression[] {
  if (!document.text.includes('katapath-disable-')) return [];
  return document.comments.flatMap(({ range, words }) => {
    const found = DIRECTIVE.exec(words.slice(0, LONGEST));
    if (!found) return [];
    const [, scope, names = '', reason = ''] = found as unknown as [string, Suppression['scope'], string?, string?];
    const wordsStart = document.text.indexOf(words, range.start);
    const namesStart = wordsStart + words.indexOf(names, `katapath-disable-${scope}`.length);
    const rules = [...names.matchAll(/[\w-]+/g)].map(([name], _index) => name);
    let at = namesStart;
    const placed = rules.map((name) => {
      const start = document.text.indexOf(name, at);
      at = start + name.length;
      return { name, range: { start, end: at } };
    });
    const covers = scope === 'file' ? { start: 0, end: document.text.length } : nextLine(document, range.end);
    return [{ range, rules: placed, reason: reason.trim(), scope, covers }];
  });
}

/** The next line that is not blank, for a comment usually stands alone with a blank line below. */
function nextLine({ text }: DesignDocument, from: number): TextRange {
  let start = text.indexOf('\n', from) + 1;
  if (start === 0) return { start: text.length, end: text.length };
  for (;;) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    if (stop < 0 || text.slice(start, end).trim() !== '') return { start, end };
    start = end + 1;
  }
}
