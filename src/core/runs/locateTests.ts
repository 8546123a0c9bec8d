import { suiteSeparator } from './testNames.ts';

/**
 * Where tests stand in the text of a test file: the 0-based line of each name that is found.
 *
 * No parser is needed, and so no language is preferred: a title is looked for as the quoted text a call begins with, or
 * as the name of a class or function, and the title inside a suite is looked for below the suite's. A title that is put
 * together while the tests run stands where the next such title is. In a sheet of checks, which is JSON, a title is a
 * text of its own, and one that is not written there stands at the top.
 */
export function locateTests(text: string, names: readonly string[]): ReadonlyMap<string, number> {
  const lineStarts = findLineStarts(text);
  const places = new Map<string, number>();
  const found = new Map<string, number>();
  for (const name of names) {
    const titles = name.split(suiteSeparator);
    let from = 0;
    for (let depth = 1; depth <= titles.length; depth++) {
      const path = titles.slice(0, depth).join(suiteSeparator);
      const isTest = depth === titles.length;
      const offset =
        found.get(path) ?? findTitle(text, titles[depth - 1]!, from) ?? (isTest ? findComputed(text, from) : undefined);
      if (offset === undefined) break;
      found.set(path, offset);
      places.set(path, toLine(lineStarts, offset));
      from = offset + 1;
    }
  }
  return places;
}

function findTitle(text: string, title: string, from: number): number | undefined {
  if (text.startsWith('{')) return Math.max(0, text.indexOf(JSON.stringify(title)));
  // A quote inside the title may be escaped in the source.
  const words = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['"`]/g, '\\\\?$&');
  const isName = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(title);
  const pattern = new RegExp(`\\(\\s*(["'\`])${words}\\1${isName ? `|\\b(?:class|def|fn)\\s+${words}\\b` : ''}`, 'gu');
  pattern.lastIndex = from;
  return pattern.exec(text)?.index;
}

/** Where a test is made whose title is not written there: `test(name, …)`, `setattr(CasesTest, name, …)`. */
function findComputed(text: string, from: number): number | undefined {
  const pattern = /\bsetattr(?=\()|\b(?:test|it)(?=\(\s*(?:[\p{L}_$][\p{L}\p{N}_$.]*\s*,|`[^`]*\$\{))/gu;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index;
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function toLine(starts: readonly number[], offset: number): number {
  const after = starts.findIndex((start) => start > offset);
  return (after < 0 ? starts.length : after) - 1;
}
