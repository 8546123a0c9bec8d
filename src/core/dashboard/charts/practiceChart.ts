import type { PracticeStreak } from '../../agenda/practices.ts';
import { markup } from '../markup.ts';
import { shorten, svg, type Chart } from './chart.ts';

const ROW = 28;
const LABEL = 330;
const DOT = 20;

/** The last periods of every practice: filled when it was done, hollow when not; the streak as a number. */
export function practiceChart(rows: readonly PracticeStreak[]): Chart {
  const best = rows.reduce((most, { longest }) => Math.max(most, longest), 0);
  const named = {
    id: 'practices',
    title: 'Practice streaks',
    words:
      rows.length === 0
        ? 'No path you follow asks for a practice.'
        : `${rows.length} ${rows.length === 1 ? 'practice' : 'practices'}, ${rows.filter(({ current }) => current > 0).length} of them kept up; the longest run was ${best}.`,
  };
  const content = rows.map(({ item: { title }, unit, current, periods }, index) => {
    const y = index * ROW + 14;
    const dots = periods.map(
      ({ period, done }, place) =>
        markup`<circle class="${done ? 'kept' : 'missed'}" cx="${LABEL + place * DOT + 8}" cy="${y}" r="6"><title>${period}: ${done ? 'done' : 'not done'}</title></circle>`,
    );
    return markup`<text class="label" x="0" y="${y + 4}">${shorten(title, 40)}</text>${dots}<text class="number" x="${LABEL + 12 * DOT + 16}" y="${y + 4}">${current} ${unit}${current !== 1 && 's'}</text>`;
  });
  return {
    ...named,
    picture: svg(named, Math.max(1, rows.length) * ROW, content),
    table: {
      head: ['practice', 'every', 'streak', 'longest', 'last periods'],
      rows: rows.map(({ item: { title }, unit, current, longest, periods }) => [
        title,
        unit,
        current,
        longest,
        periods.map(({ period, done }) => `${period} ${done ? 'done' : 'not done'}`).join(', '),
      ]),
    },
  };
}
