import type { Calendar } from '../calendar.ts';
import { monthOf } from '../../model/days.ts';
import { markup } from '../markup.ts';
import { svg, type Chart } from './chart.ts';

const CELL = 22;
const LEFT = 40;
const TOP = 20;
/** A busier day is a bigger square as well as a darker one. */
const SIDES = [4, 8, 12, 15, 18];

export function calendarChart(calendar: Calendar): Chart {
  const { weeks, total, activeDays, streak, longestStreak } = calendar;
  const named = {
    id: 'calendar',
    title: 'Activity',
    words: `${total} ${total === 1 ? 'entry' : 'entries'} on ${activeDays} ${activeDays === 1 ? 'day' : 'days'} of the last ${weeks.length} weeks. Days in a row: ${streak} now, ${longestStreak} at most.`,
  };
  const cells = weeks.flatMap((week, column) =>
    week.map(({ day, count, level }, row) => {
      const side = SIDES[level]!;
      const inset = (CELL - side) / 2;
      return markup`<rect class="day level-${level}" x="${LEFT + column * CELL + inset}" y="${TOP + row * CELL + inset}" width="${side}" height="${side}" rx="2"><title>${day}: ${count}</title></rect>`;
    }),
  );
  const months = weeks.flatMap((week, column) => {
    const first = week[0]!.day;
    const isNew = column > 0 && monthOf(first) !== monthOf(weeks[column - 1]![0]!.day);
    return isNew ? [markup`<text class="axis" x="${LEFT + column * CELL + 2}" y="12">${monthOf(first)}</text>`] : [];
  });
  const weekdays = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'].map(
    (name, row) => markup`<text class="axis" x="0" y="${TOP + row * CELL + 15}">${name}</text>`,
  );
  return {
    ...named,
    picture: svg(named, TOP + 7 * CELL + 4, [...months, ...weekdays, ...cells]),
    table: {
      head: ['week of', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
      rows: weeks.map((week) => [week[0]!.day, ...Array.from({ length: 7 }, (_, day) => week[day]?.count ?? '')]),
    },
  };
}
