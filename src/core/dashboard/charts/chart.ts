import { markup, type Markup } from '../markup.ts';

/** A picture and the same as a table, with the sentence that says what it shows. */
export interface Chart {
  /** Unique in the page; part of ids and of file names. */
  readonly id: string;
  readonly title: string;
  /** What a person who cannot see the picture should know first; also below it. */
  readonly words: string;
  readonly picture: Markup;
  readonly table: Table;
}

export interface Table {
  readonly head: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly (string | number)[])[];
}

export const WIDTH = 680;

/** An SVG that says its title and words to a screen reader; what is inside is one picture to it. */
export function svg(
  chart: Pick<Chart, 'id' | 'title' | 'words'>,
  height: number,
  content: Markup | readonly Markup[],
): Markup {
  return markup`<svg class="chart" id="chart-${chart.id}" role="img" aria-labelledby="title-${chart.id} words-${chart.id}" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"><title id="title-${chart.id}">${chart.title}</title><desc id="words-${chart.id}">${chart.words}</desc>${content}</svg>`;
}

/** A stretch of an axis in round steps: 0, 5, 10 … */
export function ticks(most: number, about = 4): readonly number[] {
  const rough = Math.max(most, 1) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough)!,
  );
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

/** Cut to what fits; the whole is in the table. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
