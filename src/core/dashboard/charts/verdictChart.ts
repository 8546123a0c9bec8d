import { shortDay } from '../../model/days.ts';
import { markup, type Markup } from '../markup.ts';
import type { VerdictHistory, VerdictWeek } from '../verdicts.ts';
import { svg, ticks, WIDTH, type Chart } from './chart.ts';

const HEIGHT = 190;
const LEFT = 40;
const TOP = 26;
const BOTTOM = HEIGHT - 24;
const kinds = [
  { name: 'passed', label: 'passed (plain)' },
  { name: 'failed', label: 'failed (striped)' },
  { name: 'broken', label: 'no answer (dotted)' },
] as const;

/** Graded runs by week: plain, striped and dotted, so that no colour is needed to tell them apart. */
export function verdictChart({ weeks }: VerdictHistory): Chart {
  const sum = (kind: keyof Omit<VerdictWeek, 'monday'>) => weeks.reduce((all, week) => all + week[kind], 0);
  const all = kinds.reduce((count, { name }) => count + sum(name), 0);
  const named = {
    id: 'verdicts',
    title: 'Verdicts',
    words:
      all === 0
        ? `No kata was run in the last ${weeks.length} weeks.`
        : `${all} runs in the last ${weeks.length} weeks: ${sum('passed')} passed, ${sum('failed')} failed, ${sum('broken')} gave no answer.`,
  };
  const most = Math.max(1, ...weeks.map(({ passed, failed, broken }) => passed + failed + broken));
  const slot = (WIDTH - LEFT - 12) / weeks.length;
  const y = (count: number) => BOTTOM - (count / most) * (BOTTOM - TOP);
  const grid = ticks(most, 3).map(
    (count) =>
      markup`<line class="grid" x1="${LEFT}" x2="${WIDTH - 12}" y1="${y(count)}" y2="${y(count)}"/><text class="axis end" x="${LEFT - 6}" y="${y(count) + 4}">${count}</text>`,
  );
  const stacks = weeks.flatMap((week, index): Markup[] => {
    const x = LEFT + index * slot + slot * 0.2;
    let below = 0;
    const parts = kinds.flatMap(({ name }) => {
      const count = week[name];
      if (count === 0) return [];
      const top = y(below + count);
      const height = y(below) - top;
      below += count;
      return [
        markup`<rect class="bar ${name}" x="${x}" y="${top}" width="${slot * 0.6}" height="${height}"><title>${shortDay(week.monday)}: ${count} ${name === 'broken' ? 'without an answer' : name}</title></rect>`,
      ];
    });
    const label =
      index % 2 === 0
        ? [markup`<text class="axis middle" x="${x + slot * 0.3}" y="${HEIGHT - 6}">${shortDay(week.monday)}</text>`]
        : [];
    return [...parts, ...label];
  });
  const legend = kinds.map(
    ({ name, label }, index) =>
      markup`<rect class="bar ${name}" x="${LEFT + index * 180}" y="2" width="12" height="12"/><text class="axis" x="${LEFT + index * 180 + 18}" y="12">${label}</text>`,
  );
  return {
    ...named,
    picture: svg(named, HEIGHT, [patterns, ...grid, ...legend, ...stacks]),
    table: {
      head: ['week of', 'passed', 'failed', 'no answer'],
      rows: weeks.map(({ monday, passed, failed, broken }) => [monday, passed, failed, broken]),
    },
  };
}

const patterns = markup`<defs><pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="6" height="6"/><rect class="ink failed-ink" width="3" height="6"/></pattern><pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="ground" width="6" height="6"/><circle class="ink broken-ink" cx="3" cy="3" r="1.6"/></pattern></defs>`;
