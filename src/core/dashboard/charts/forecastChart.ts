import type { ForecastDay } from '../../recall/schedule.ts';
import { shortDay } from '../../model/days.ts';
import { markup } from '../markup.ts';
import { svg, ticks, WIDTH, type Chart } from './chart.ts';

const HEIGHT = 150;
const LEFT = 40;
const TOP = 10;
const BOTTOM = HEIGHT - 24;

/** How many solved katas come back on which day; what is overdue comes today. */
export function forecastChart(days: readonly ForecastDay[]): Chart {
  const all = days.reduce((sum, { count: due }) => sum + due, 0);
  const named = {
    id: 'reviews',
    title: 'Reviews to come',
    words:
      all === 0
        ? `No solved kata comes back in the next ${days.length} days.`
        : `${all} ${all === 1 ? 'review falls' : 'reviews fall'} due in the next ${days.length} days, ${days[0]?.count ?? 0} of them today.`,
  };
  const most = Math.max(1, ...days.map(({ count: due }) => due));
  const slot = (WIDTH - LEFT - 12) / Math.max(days.length, 1);
  const y = (count: number) => BOTTOM - (count / most) * (BOTTOM - TOP);
  const grid = ticks(most, 3).map(
    (count) =>
      markup`<line class="grid" x1="${LEFT}" x2="${WIDTH - 12}" y1="${y(count)}" y2="${y(count)}"/><text class="axis end" x="${LEFT - 6}" y="${y(count) + 4}">${count}</text>`,
  );
  const columns = days.map(({ day, count: due }, index) => {
    const x = LEFT + index * slot;
    return markup`${due > 0 && markup`<rect class="bar forecast" x="${x + slot * 0.15}" y="${y(due)}" width="${slot * 0.7}" height="${BOTTOM - y(due)}"><title>${day}: ${due}</title></rect>`}${index % 5 === 0 && markup`<text class="axis middle" x="${x + slot / 2}" y="${HEIGHT - 6}">${index === 0 ? 'today' : shortDay(day)}</text>`}`;
  });
  return {
    ...named,
    picture: svg(named, HEIGHT, [...grid, ...columns]),
    table: { head: ['day', 'reviews'], rows: days.map(({ day, count: due }) => [day, due]) },
  };
}
