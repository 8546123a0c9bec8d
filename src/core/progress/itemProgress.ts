import type { Item } from '../model/path.ts';
import type { Evidence } from '../model/event.ts';
import type { KataOutline } from '../model/kata.ts';
import type { KataProgress, Ledger, Mark, OutcomeProgress, Proof, StageProgress } from './ledger.ts';
import { reviewState, type ReviewState } from './reviewState.ts';
import type { ItemProgress, ItemState } from './state.ts';

/** What proves an item, by its kind: a kata its stages, a practice its first time, the rest a tick or a proof. */
export function itemProgress(item: Item, ledger: Ledger, manifests: ReadonlyMap<string, KataOutline>): ItemProgress {
  const outcome = ledger.outcomes.get(item.id);
  const proofs = outcome?.proofs ?? [];
  const manifest = item.kata === undefined ? undefined : manifests.get(item.kata);
  if (item.planned || (item.kind === 'kata' && !manifest)) return { item: item.id, state: 'planned', proofs };
  const review = item.review && reviewState(item.review, outcome);
  const found =
    item.kind === 'kata' ? kataItem(manifest!, ledger.katas.get(manifest!.id)) : plainItem(item, ledger, review);
  const mark = ledger.marks.get(item.id);
  if (found.state !== 'done' && mark?.word === 'skipped') {
    return {
      item: item.id,
      ...found,
      state: 'skipped',
      at: mark.at!,
      text: mark.text!,
      proofs,
      ...(review && { review }),
    };
  }
  return { item: item.id, ...found, proofs, ...(review && { review }) };
}

/**
 * Whether this kind of evidence can prove the item: what the path says, else what its kind leaves behind. A note proves
 * nothing unless the path says so.
 */
export function acceptsEvidence(item: Item, kind: Evidence['kind']): boolean {
  if (item.accepts) return item.accepts.includes(kind);
  if (item.kind === 'document' || item.kind === 'artifact') return kind === item.kind;
  return kind !== 'note';
}

/** The first close whose proof is live, was given for this same outcome and is of a kind that the item accepts. */
export function closingProof(
  outcome: OutcomeProgress | undefined,
  item?: Item,
): { at: string; proof: Proof } | undefined {
  for (const { at, proof: hash } of outcome?.closes ?? []) {
    const proof = outcome!.proofs.find((candidate) => candidate.hash === hash);
    if (proof && (!item || acceptsEvidence(item, proof.evidence.kind))) return { at, proof };
  }
  return undefined;
}

type Found = Omit<ItemProgress, 'item' | 'proofs'>;

function kataItem(manifest: KataOutline, kata: KataProgress | undefined): Found {
  const total = manifest.stages.length;
  const best = bestTrack(manifest, kata);
  if (!kata || !best)
    return found(kata?.startedAt ? 'in-progress' : 'not-started', kata?.startedAt, { stages: { done: 0, total } });
  const stages = { done: best.passed.length, total, language: best.language };
  if (best.passed.length < total) return found('in-progress', kata.lastAt, { stages });
  const at = best.passed.map((stage) => stage.firstPassedAt!).reduce((a, b) => (a > b ? a : b));
  const outdated = best.passed.some((stage) => stage.passed!.version < manifest.version);
  return found('done', at, { stages, ...(outdated && { outdated }) });
}

/** All stages must pass in one and the same language; the one that got furthest is the one to show. */
function bestTrack(manifest: KataOutline, kata: KataProgress | undefined) {
  let best: { language: string; passed: StageProgress[] } | undefined;
  for (const [language, stages] of kata?.tracks ?? []) {
    const passed = manifest.stages.map(({ id }) => stages.get(id)).filter((stage) => stage?.passed !== undefined);
    if (!best || passed.length > best.passed.length) best = { language, passed: passed as StageProgress[] };
  }
  return best;
}

/** A tick closes what a person can only vouch for; what leaves something to look at is closed by a proof. */
const TICKED = new Set<Item['kind']>(['checklist', 'reading']);

function plainItem(item: Item, ledger: Ledger, review: ReviewState | undefined): Found {
  const mark = ledger.marks.get(item.id);
  const closed = closingProof(ledger.outcomes.get(item.id), item);
  if (closed) {
    const isReviewed = review === undefined || review.state === 'approved';
    const rest = { text: closed.proof.note, claim: closed.proof };
    return isReviewed
      ? found('done', review ? latestOf(closed.at, review) : closed.at, rest)
      : found('in-progress', closed.at, rest);
  }
  if (TICKED.has(item.kind) && mark?.word === 'completed' && isAnswered(item, mark))
    return found('done', mark.at, { text: mark.text });
  const first = item.kind === 'practice' ? [...(ledger.practice.get(item.id)?.values() ?? [])][0] : undefined;
  if (first) return found('done', first);
  const ticked = item.asks && mark?.word === 'completed' ? mark.at : undefined;
  const begun = mark?.startedAt ?? ticked ?? ledger.outcomes.get(item.id)?.proofs[0]?.at;
  return found(begun ? 'in-progress' : 'not-started', begun);
}

/** Where an item asks something, the tick's note is the answer, and a bare tick is only a beginning. */
function isAnswered({ asks }: Item, { text }: Mark): boolean {
  return asks === undefined || (text ?? '').trim() !== '';
}

/** It got done with the last approval it needed. */
function latestOf(at: string, { approvals }: ReviewState): string {
  return approvals.reduce((latest, approval) => (approval.at > latest ? approval.at : latest), at);
}

function found(
  state: ItemState,
  at: string | undefined,
  rest: Omit<Found, 'state' | 'at' | 'text'> & { text?: string | undefined } = {},
): Found {
  const { text, ...others } = rest;
  return { state, ...(at !== undefined && { at }), ...(text !== undefined && { text }), ...others };
}
