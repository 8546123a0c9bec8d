import type { TextRange } from '../../problem.ts';

/** A heading of a kata's Markdown with the text up to the next heading of any level. */
export interface Section {
  readonly level: number;
  readonly title: string;
  readonly text: string;
  /** Of the title's words. */
  readonly range: TextRange;
}

/** ATX headings outside fences: the only form the kata format uses, so no Markdown parser is carried along for it. */
export function parseSections(markdown: string): readonly Section[] {
  const sections: { level: number; title: string; range: TextRange; from: number; to: number }[] = [];
  let fence: string | undefined;
  let at = 0;
  for (const line of markdown.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && fence === undefined) fence = mark;
    else if (mark && mark.startsWith(fence!) && line.trim() === mark) fence = undefined;
    const heading = fence === undefined ? /^(#{1,6})[ \t]+(.*?)[ \t]*#*\r?$/.exec(line) : null;
    if (heading) {
      const last = sections.at(-1);
      if (last) last.to = at;
      const title = heading[2]!;
      const start = at + line.indexOf(title, heading[1]!.length);
      const range = { start, end: start + title.length };
      sections.push({ level: heading[1]!.length, title, range, from: at + line.length + 1, to: markdown.length });
    }
    at += line.length + 1;
  }
  return sections.map(({ from, to, ...section }) => ({ ...section, text: markdown.slice(from, to).trim() }));
}
