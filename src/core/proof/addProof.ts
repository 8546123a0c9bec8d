import { didYouMean } from '../text/didYouMean.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Item, Step } from '../model/path.ts';
import { HumanError } from '../errors.ts';
import type { Evidence, KnownEvent } from '../model/event.ts';
import { acceptsEvidence } from '../progress/itemProgress.ts';
import type { ProgressStore } from '../progress/store.ts';

/** What a proof can close: an item, or a whole step. */
export type Outcome = { readonly kind: 'item'; readonly item: Item } | { readonly kind: 'step'; readonly step: Step };

/** @throws HumanError when the catalog has no such id. */
export function requireOutcome(catalog: Catalog, id: string): Outcome {
  for (const { steps, resources } of catalog.paths) {
    const step = steps.find((each) => each.id === id);
    if (step) return { kind: 'step', step };
    const item = [...steps.flatMap((each) => each.items), ...resources].find((each) => each.id === id);
    if (item) return { kind: 'item', item };
  }
  const ids = catalog.paths.flatMap(({ steps, resources }) => [
    ...steps.flatMap((step) => [step.id, ...step.items.map((item) => item.id)]),
    ...resources.map((item) => item.id),
  ]);
  throw new HumanError(`There is no outcome "${id}".${didYouMean(id, ids)}`, {
    next: 'Run "katapath status --format json" to see the ids of steps and items.',
  });
}

/**
 * Records evidence for an outcome, and the learner's claim that it closes it. Whether it does, the fold decides: where
 * the path asks for a review, the outcome stays open until it is approved.
 *
 * @throws HumanError when this evidence can never close this outcome; then nothing is recorded.
 */
export async function addProof(
  store: ProgressStore,
  catalog: Catalog,
  { outcome: id, evidence, note }: { outcome: string; evidence: Evidence; note?: string | undefined },
): Promise<readonly KnownEvent[]> {
  const outcome = requireOutcome(catalog, id);
  if (outcome.kind === 'item') refuseUnfit(outcome.item, evidence);
  const text = note?.trim();
  const proofs = await store.append([{ type: 'proof.added', outcome: id, evidence, ...(text && { note: text }) }]);
  const claims = await store.append([{ type: 'outcome.closed', outcome: id, proof: proofs[0]!.h }]);
  return [...proofs, ...claims];
}

function refuseUnfit(item: Item, evidence: Evidence): void {
  if (item.kind === 'kata') {
    throw new HumanError(`“${item.title}” is a kata: its tests close it, nothing else does.`, {
      next: `Run "katapath kata start ${item.kata ?? item.id}", then "katapath kata test".`,
    });
  }
  if (item.kind === 'practice') {
    throw new HumanError(`“${item.title}” is a practice: it is ticked each time it is done.`, {
      next: 'Tick it in the sidebar.',
    });
  }
  if (!acceptsEvidence(item, evidence.kind)) {
    throw new HumanError(`“${item.title}” is not proved by ${evidenceNames[evidence.kind]}.`, {
      next: `It takes ${acceptedKinds(item)
        .map((kind) => evidenceNames[kind])
        .join(', ')}.`,
    });
  }
  if (evidence.kind === 'document' && item.profile !== undefined && evidence.profile !== item.profile) {
    throw new HumanError(`${evidence.file} is a document of the profile ${evidence.profile}.`, {
      next: `“${item.title}” asks for one of the profile ${item.profile}.`,
    });
  }
  if (evidence.kind === 'artifact' && item.artifact !== undefined && evidence.schema !== item.artifact) {
    throw new HumanError(`${evidence.file} was checked as ${evidence.schema}.`, {
      next: `“${item.title}” asks for a ${item.artifact}.`,
    });
  }
  if (evidence.kind === 'pull-request' && item.stars !== undefined && (evidence.stars ?? 0) < item.stars) {
    throw new HumanError(`“${item.title}” asks for a project with at least ${item.stars} stars.`, {
      next: `State how many it has with --stars; it is marked as your word.`,
    });
  }
}

/** Kinds that can close an item, for a menu. */
export function acceptedKinds(item: Item): readonly Evidence['kind'][] {
  if (item.kind === 'kata' || item.kind === 'practice') return [];
  return (Object.keys(evidenceNames) as Evidence['kind'][]).filter((kind) => acceptsEvidence(item, kind));
}

export const evidenceNames: Readonly<Record<Evidence['kind'], string>> = {
  commit: 'a commit',
  file: 'a file',
  document: 'a design document',
  artifact: 'a checked artifact',
  report: 'a test report',
  'pull-request': 'a merged pull request',
  url: 'a page',
  note: 'a note',
};
