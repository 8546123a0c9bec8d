import type { ItemProgress, PathProgress, StepProgress } from '../progress/state.ts';

/** State said in words, so that no icon or colour has to carry it alone. Dates are days, in UTC. */
export function itemWords({ state, at, text, stages, outdated, claim, review }: ItemProgress): string {
  switch (state) {
    case 'planned':
      return 'planned, not built yet';
    case 'skipped':
      return text ? `skipped: ${text}` : 'skipped';
    case 'done':
      return [`done on ${at!.slice(0, 10)}`, outdated && 'a new version is out'].filter(Boolean).join(' · ');
    case 'in-progress':
      if (claim && review) return words('in progress', review.words);
      return stages
        ? `in progress · ${stages.done} of ${stages.total} ${plural(stages.total, 'stage')}`
        : 'in progress';
    case 'not-started':
      return 'not started';
  }
}

export function stepWords(progress: StepProgress, required: boolean): string {
  const { state, done, total, review } = progress;
  const isWaiting = review !== undefined && review.state !== 'approved' && done === total;
  const count = words(`${done} of ${total} done`, isWaiting ? review.words : undefined);
  const kind = required ? undefined : 'elective';
  switch (state) {
    case 'planned':
      return words('planned, not built yet', kind);
    case 'locked':
      return words('locked', count, kind);
    case 'closed':
      return words('closed', count, kind);
    case 'closed-early':
      return words('closed early', count, kind);
    case 'open':
      return words(count, kind);
  }
}

export function pathWords({ done, total, started, complete }: PathProgress): string {
  if (complete) return 'complete';
  if (!started) return `${total} ${plural(total, 'item')}`;
  return `${done} of ${total} done`;
}

function words(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}
