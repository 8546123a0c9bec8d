import { markup } from '../markup.ts';
import type { Share } from '../progress.ts';
import { shorten, svg, WIDTH, type Chart } from './chart.ts';

const ROW = 24;
const LABEL = 300;
const NUMBER = 70;
const SPACE = WIDTH - LABEL - NUMBER;

/** One bar for each thing, as full as it is done. The number stands beside it. */
export function bars({ id, title, words, rows }: Omit<Chart, 'picture' | 'table'> & { rows: readonly Share[] }): Chart {
  const content = rows.map(({ title: label, done, total }, index) => {
    const y = index * ROW;
    const share = total === 0 ? 0 : done / total;
    return markup`<text class="label" x="0" y="${y + 16}">${shorten(label, 42)}</text><rect class="track" x="${LABEL}" y="${y + 6}" width="${SPACE}" height="12" rx="2"/>${share > 0 && markup`<rect class="fill" x="${LABEL}" y="${y + 6}" width="${SPACE * share}" height="12" rx="2"/>`}<text class="number" x="${WIDTH - NUMBER + 8}" y="${y + 16}">${done}/${total}</text>`;
  });
  return {
    id,
    title,
    words,
    picture: svg({ id, title, words }, Math.max(rows.length, 1) * ROW + 4, content),
    table: {
      head: ['what', 'done', 'of', 'state'],
      rows: rows.map((row) => [row.title, row.done, row.total, row.words]),
    },
  };
}
