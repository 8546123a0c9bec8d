import type { BurnUp } from '../burnUp.ts';
import { addDays, daysBetween, monthOf, shortDay } from '../../model/days.ts';
import { markup } from '../markup.ts';
import { svg, ticks, WIDTH, type Chart } from './chart.ts';

const HEIGHT = 240;
const LEFT = 40;
const BOTTOM = HEIGHT - 26;
const TOP = 16;

/** Done so far as a line of steps, the plan dashed, the way to the projected end dotted, all there is to do on top. */
export function burnUpChart(burnUp: BurnUp): Chart {
  const { starts, today, total, points, planEnds, projectedEnd, done, words } = burnUp;
  const named = { id: `burn-up-${burnUp.path}`, title: `Burn-up: ${burnUp.title}`, words };
  const planDays = planEnds ? daysBetween(starts, planEnds) : 90;
  // A far end is drawn as a way that leaves the picture.
  const ends = [planDays, daysBetween(starts, today), ...(projectedEnd ? [daysBetween(starts, projectedEnd)] : [])];
  const days = Math.max(7, Math.min(Math.max(...ends), planDays * 2));
  const x = (day: string) => LEFT + (Math.max(0, daysBetween(starts, day)) / days) * (WIDTH - LEFT - 12);
  const y = (count: number) => BOTTOM - (count / total) * (BOTTOM - TOP);
  const grid = ticks(total).map(
    (count) =>
      markup`<line class="grid" x1="${LEFT}" x2="${WIDTH - 12}" y1="${y(count)}" y2="${y(count)}"/><text class="axis end" x="${LEFT - 6}" y="${y(count) + 4}">${count}</text>`,
  );
  const dates = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const day = addDays(starts, days * share);
    return markup`<text class="axis ${share === 0 ? '' : share === 1 ? 'end' : 'middle'}" x="${x(day)}" y="${HEIGHT - 6}">${days > 300 ? `${monthOf(day)} ${day.slice(0, 4)}` : shortDay(day)}</text>`;
  });
  const steps = points
    .map(
      ({ day, done: count }, index) =>
        `${index === 0 ? 'M' : 'H'}${at(x(day))}${index === 0 ? ` ${at(y(count))}` : ` V${at(y(count))}`}`,
    )
    .join(' ');
  const plan =
    planEnds && markup`<line class="plan" x1="${x(starts)}" y1="${y(0)}" x2="${x(planEnds)}" y2="${y(total)}"/>`;
  const way =
    projectedEnd &&
    done < total &&
    markup`<line class="projection" x1="${x(today)}" y1="${y(done)}" x2="${x(projectedEnd)}" y2="${y(total)}"/>`;
  const marker = markup`<circle class="now" cx="${x(today)}" cy="${y(done)}" r="4"/>`;
  const scope = markup`<line class="scope" x1="${LEFT}" x2="${WIDTH - 12}" y1="${y(total)}" y2="${y(total)}"/>`;
  const legend = markup`<text class="axis legend" x="${LEFT + 8}" y="${TOP + 16}">line: done${planEnds && ' · dashed: plan'}${way && ' · dotted: at this pace'}</text>`;
  return {
    ...named,
    picture: svg(named, HEIGHT, [
      ...grid,
      ...dates,
      scope,
      ...(plan ? [plan] : []),
      ...(way ? [way] : []),
      markup`<path class="done" d="${steps}"/>`,
      marker,
      legend,
    ]),
    table: {
      head: ['by', 'done', 'of'],
      rows: [
        ...points.map(({ day, done: count }) => [day, count, total]),
        ...(planEnds ? [[`${planEnds} (plan)`, total, total]] : []),
        ...(projectedEnd && done < total ? [[`${projectedEnd} (at this pace)`, total, total]] : []),
      ],
    },
  };
}

const at = (value: number) => Math.round(value * 10) / 10;
