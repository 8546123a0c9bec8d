import fc from 'fast-check';
import type { Evidence, KnownEvent, NewEvent } from '../../../src/core/model/event.ts';
import { attempt, Author, HOME, LAPTOP } from './support.ts';

/** What may happen next; `pick` chooses among the events there are. */
type Happening =
  | { readonly kind: 'write'; readonly on: number; readonly body: NewEvent }
  | { readonly kind: 'revoke'; readonly on: number; readonly pick: number; readonly count: number }
  | { readonly kind: 'close'; readonly on: number; readonly outcome: string; readonly pick: number }
  | { readonly kind: 'prove'; readonly on: number; readonly outcome: string }
  | { readonly kind: 'review'; readonly on: number }
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

/** A document is what closes a decision; anything else does not. */
const evidenceFor = (outcome: string, fits: boolean): Evidence =>
  fits && outcome === 'decision'
    ? { kind: 'document', file: 'adr/0001.md', digest: 'a'.repeat(64), profile: 'adr/seed' }
    : { kind: 'url', url: 'https://example.org/pull/1' };

const requested = (request: string): NewEvent => ({
  type: 'review.requested',
  outcome: 'decision',
  request,
  commit: '1'.repeat(40),
  tree: '2'.repeat(40),
});

const reviews: fc.Arbitrary<NewEvent> = fc
  .record({
    reviewer: fc.constantFrom('grace', 'linus'),
    attestation: fc.constantFrom('signed' as const, 'github' as const),
    verdict: fc.constantFrom('approve' as const, 'approve' as const, 'changes-requested' as const, 'comment' as const),
    blocking: fc.constantFrom(0, 0, 0, 1),
    request: fc.constantFrom('1', '2').map((digit) => digit.repeat(64)),
    tree: fc.constantFrom('2', '2', '3').map((digit) => digit.repeat(40)),
  })
  .map((review) => ({ type: 'review.recorded', outcome: 'decision', ...review }));

const APPROVAL = {
  type: 'review.recorded',
  outcome: 'decision',
  reviewer: 'grace',
  attestation: 'signed',
  verdict: 'approve',
  blocking: 0,
} as const;

const bodies: fc.Arbitrary<NewEvent> = fc.oneof(
  { weight: 4, arbitrary: attempts },
  { weight: 3, arbitrary: itemId.map((item): NewEvent => ({ type: 'item.completed', item })) },
  { weight: 2, arbitrary: itemId.map((item): NewEvent => ({ type: 'item.skipped', item, reason: 'known' })) },
  { weight: 2, arbitrary: itemId.map((item): NewEvent => ({ type: 'item.reopened', item })) },
  { weight: 1, arbitrary: itemId.map((item): NewEvent => ({ type: 'item.started', item })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(outcomeId, fc.boolean())
      .map(([outcome, fits]): NewEvent => ({ type: 'proof.added', outcome, evidence: evidenceFor(outcome, fits) })),
  },
  { weight: 2, arbitrary: fc.constantFrom('1', '2').map((digit) => requested(digit.repeat(64))) },
  { weight: 3, arbitrary: reviews },
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
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('review' as const), on: device }) },
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
        write(on, { type: 'proof.added', outcome, evidence: evidenceFor(outcome, true) });
        write(on, { type: 'outcome.closed', outcome, proof: seen[on]!.at(-1)!.h });
      } else if (each.kind === 'review') {
        const request = '1'.repeat(64);
        write(each.on, requested(request));
        write(each.on, { ...APPROVAL, request });
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
