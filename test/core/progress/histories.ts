import fc from 'fast-check';
import type { KnownEvent, NewEvent } from '../../../src/core/progress/event.ts';
import { attempt, Author, HOME, LAPTOP } from './support.ts';

/** What may happen next; `pick` chooses among the events there are. */
type Happening =
  | { readonly kind: 'write'; readonly on: number; readonly body: NewEvent }
  | { readonly kind: 'revoke'; readonly on: number; readonly pick: number; readonly count: number }
  | { readonly kind: 'close'; readonly on: number; readonly outcome: string; readonly pick: number }
  | { readonly kind: 'prove'; readonly on: number; readonly outcome: string }
  | { readonly kind: 'sync' }
  | { readonly kind: 'clock'; readonly on: number; readonly time: number };

const device = fc.nat(1);
const itemId = fc.constantFrom(
  'heap-item',
  'old-heap',
  'read-book',
  'rocket',
  'decision',
  'review-list',
  'pairs-item',
  'daily-review',
  'gone',
);
const outcomeId = fc.constantFrom('decision', 'review-list', 'foundations', 'design', 'read-book', 'later', 'gone');
const verdict = fc.constantFrom(
  'passed',
  'passed',
  'passed',
  'failed',
  'timeout',
  'no-tests',
) as fc.Arbitrary<'passed'>;

const attempts = fc
  .record({
    kata: fc.constantFrom('heap', 'heap', 'old-heap', 'pairs', 'moon'),
    language: fc.constantFrom('typescript', 'python'),
    stage: fc.constantFrom('build', 'schedule', 'implement'),
    passed: fc.subarray(['build', 'schedule', 'implement']),
    version: fc.integer({ min: 1, max: 2 }),
    verdict,
  })
  .map(attempt);

const bodies: fc.Arbitrary<NewEvent> = fc.oneof(
  { weight: 4, arbitrary: attempts },
  { weight: 3, arbitrary: itemId.map((item): NewEvent => ({ type: 'item.completed', item })) },
  { weight: 2, arbitrary: itemId.map((item): NewEvent => ({ type: 'item.skipped', item, reason: 'known' })) },
  { weight: 2, arbitrary: itemId.map((item): NewEvent => ({ type: 'item.reopened', item })) },
  { weight: 1, arbitrary: itemId.map((item): NewEvent => ({ type: 'item.started', item })) },
  {
    weight: 2,
    arbitrary: outcomeId.map((outcome): NewEvent => ({
      type: 'proof.added',
      outcome,
      evidence: { kind: 'url', url: 'https://example.org/pull/1' },
    })),
  },
  { weight: 1, arbitrary: itemId.map((item): NewEvent => ({ type: 'practice.done', item, period: '2026-11-20' })) },
  {
    weight: 1,
    arbitrary: fc.constant<NewEvent>({ type: 'kata.started', kata: 'pairs', version: 1, language: 'python' }),
  },
  { weight: 1, arbitrary: fc.constant<NewEvent>({ type: 'plan.started', path: 'scale', starts: '2026-11-23' }) },
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('write' as const), on: device, body: bodies }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('revoke' as const),
      on: device,
      pick: fc.nat(),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('close' as const), on: device, outcome: outcomeId, pick: fc.nat() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('prove' as const),
      on: device,
      outcome: fc.constantFrom('foundations', 'design', 'decision', 'habits'),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'sync' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      on: device,
      time: fc.integer({ min: Date.UTC(2025), max: Date.UTC(2028) }),
    }),
  },
);

/** What two devices of one learner wrote, seldom in touch, with clocks that jump; each event may point to any it has read. */
export const histories: fc.Arbitrary<KnownEvent[]> = fc
  .array(happening, { maxLength: 24, size: 'max' })
  .map((happenings) => {
    const authors = [new Author(HOME), new Author(LAPTOP)];
    const seen: KnownEvent[][] = [[], []];
    const write = (on: number, body: NewEvent) => seen[on]!.push(...authors[on]!.write(body));
    for (const each of happenings) {
      if (each.kind === 'prove') {
        const { on, outcome } = each;
        write(on, { type: 'proof.added', outcome, evidence: { kind: 'url', url: 'https://example.org/pull/2' } });
        write(on, { type: 'outcome.closed', outcome, proof: seen[on]!.at(-1)!.h });
      } else if (each.kind === 'sync') {
        const all = [...new Set([...seen[0]!, ...seen[1]!])];
        seen[0] = [...all];
        seen[1] = [...all];
        for (const author of authors) author.read(all);
      } else if (each.kind === 'clock') authors[each.on]!.setClock(each.time);
      else if (each.kind === 'write') write(each.on, each.body);
      else if (each.kind === 'revoke') revoke(seen[each.on]!, each, (body) => write(each.on, body));
      else close(seen[each.on]!, each, (body) => write(each.on, body));
    }
    return authors.flatMap(({ written }) => written);
  });

function revoke(
  seen: readonly KnownEvent[],
  { pick, count }: { pick: number; count: number },
  write: (body: NewEvent) => void,
): void {
  if (seen.length === 0) return;
  const hashes = Array.from({ length: count }, (_, index) => seen[(pick + index * 7) % seen.length]!.h);
  write({ type: 'revoke', hashes: [...new Set(hashes)] });
}

/** Often by a proof of the outcome itself, at times by one of another. */
function close(
  seen: readonly KnownEvent[],
  { outcome, pick }: { outcome: string; pick: number },
  write: (body: NewEvent) => void,
): void {
  const proofs = seen.filter(({ type }) => type === 'proof.added');
  const own = proofs.filter((proof) => 'outcome' in proof && proof.outcome === outcome);
  const choice = pick % 4 === 0 || own.length === 0 ? proofs : own;
  if (choice.length > 0) write({ type: 'outcome.closed', outcome, proof: choice[pick % choice.length]!.h });
}
