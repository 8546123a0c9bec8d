import { findKata, type Catalog } from '../model/catalog.ts';
import { practiceStreaks, type PracticeStreak } from '../agenda/practices.ts';
import { dueNodes } from '../agenda/due.ts';
import type { ProgressEvent } from '../model/event.ts';
import { liveEvents } from '../progress/live.ts';
import type { ProgressState } from '../progress/state.ts';
import { burnUpOf, type BurnUp } from './burnUp.ts';
import { calendarOf, type Calendar } from './calendar.ts';
import { reviewForecast, type ForecastDay } from '../recall/schedule.ts';
import { localDay } from '../model/days.ts';
import { pathShares, topicShares, type PathShare, type Share } from './progress.ts';
import { verdictsOf, type VerdictHistory } from './verdicts.ts';

const FORECAST_DAYS = 30;

/** Everything the dashboard shows, as values. */
export interface Dashboard {
  readonly today: string;
  readonly due: number;
  readonly paths: readonly PathShare[];
  readonly topics: readonly Share[];
  readonly calendar: Calendar;
  readonly burnUps: readonly BurnUp[];
  readonly verdicts: VerdictHistory;
  readonly reviews: readonly ForecastDay[];
  readonly practices: readonly PracticeStreak[];
}

/** Pure: the same log, catalog and moment give the same dashboard. `events` are the learner's own, sorted by id. */
export function dashboardOf({
  catalog,
  state,
  events,
  now,
}: {
  catalog: Catalog;
  state: ProgressState;
  events: readonly ProgressEvent[];
  now: number;
}): Dashboard {
  const live = liveEvents(events);
  const titleOf = (kata: string) => findKata(catalog, kata)?.manifest.title ?? kata;
  return {
    today: localDay(now),
    due: dueNodes(catalog, state, now).length,
    paths: pathShares(catalog, state),
    topics: topicShares(catalog, state),
    calendar: calendarOf(live, now),
    burnUps: catalog.paths.flatMap((path) => burnUpOf(path, state, now) ?? []),
    verdicts: verdictsOf(live, now, titleOf),
    reviews: reviewForecast(catalog, state, now, FORECAST_DAYS),
    practices: practiceStreaks(catalog, state, now),
  };
}
