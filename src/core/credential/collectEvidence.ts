import type { Catalog } from '../model/catalog.ts';
import type { Item, LearningPath, Step } from '../model/path.ts';
import type { Evidence } from '../model/event.ts';
import { sha256Hex } from '../progress/hash.ts';
import type { Proof, StageProgress } from '../progress/ledger.ts';
import { approvalWords, type ReviewState } from '../progress/reviewState.ts';
import type { ItemProgress, ProgressState } from '../progress/state.ts';
import type { CredentialEvidence } from './credential.ts';
import { toCommitUri, toNi } from './identifiers.ts';

/**
 * Everything that closed the required outcomes, each named by its own hash, and the head of the log it stands in.
 * `head` is the `h` of the latest event: whoever has the log can tell whether it is the one.
 */
export function collectEvidence({
  path,
  catalog,
  state,
  head,
}: {
  path: LearningPath;
  catalog: Catalog;
  state: ProgressState;
  head: string;
}): CredentialEvidence[] {
  const log: CredentialEvidence = {
    id: toNi(head),
    type: ['Evidence'],
    name: 'Head of the progress log',
    narrative: 'The hash of the latest entry of the hash-chained log from which all this was concluded.',
    genre: 'progress-log',
  };
  return [...closedSteps(path, state).flatMap((step) => ofStep(step, path, catalog, state)), log];
}

/** Required outcomes, and the electives that were closed as well. */
export function closedSteps(path: LearningPath, state: ProgressState): Step[] {
  const progress = state.paths.get(path.id)!.steps;
  return path.steps.filter((_step, index) => /^closed/.test(progress[index]!.state));
}

function ofStep(step: Step, path: LearningPath, catalog: Catalog, state: ProgressState): CredentialEvidence[] {
  const progress = state.paths.get(path.id)!.steps.find((each) => each.step === step.id)!;
  const own = progress.closedBy ? [ofProof(progress.closedBy, step.title, progress.review)] : [];
  return [...own, ...step.items.flatMap((item) => ofItem(item, step, catalog, state))];
}

function ofItem(item: Item, step: Step, catalog: Catalog, state: ProgressState): CredentialEvidence[] {
  const progress = state.items.get(item.id)!;
  const title = `${step.title}: ${item.title}`;
  if (progress.state === 'skipped') return [leftOut(item, title, progress)];
  if (progress.state !== 'done') return [];
  if (item.kind === 'kata') return ofKata(item, title, catalog, state);
  if (progress.claim) return [ofProof(progress.claim, title, progress.review)];
  return [ticked(item, title, progress)];
}

/** One for each kata: the run that passed its last stage, and the hashes of the tests and of the answer. */
function ofKata(item: Item, title: string, catalog: Catalog, state: ProgressState): CredentialEvidence[] {
  const { language = '' } = state.items.get(item.id)!.stages!;
  const stages = state.katas.get(item.kata!)?.tracks.get(language);
  const manifest = catalog.katas.find(({ manifest: { id } }) => id === item.kata)!.manifest;
  const passes = manifest.stages.flatMap(({ id }) => passOf(stages?.get(id)));
  const last = passes.at(-1);
  if (!last) return [];
  return [
    evidence(toNi(last.attempt), title, 'test-report', [
      `Self-checked practice. Kata “${item.kata!}” version ${last.version} in ${language}: ${passes.length} of ${passes.length} stages passed, the last on ${last.at.slice(0, 10)}.`,
      `Hash of the tests ${last.tests}, of the answer ${last.solution}.`,
    ]),
  ];
}

function passOf(stage: StageProgress | undefined) {
  return stage?.passed ? [stage.passed] : [];
}

function ofProof({ evidence: proof, note, at }: Proof, title: string, review: ReviewState | undefined) {
  const approvals = review?.approvals.map(approvalWords).join(' and ');
  return evidence(uriOf(proof), title, proof.kind, [
    narrateEvidence(proof),
    `Given on ${at.slice(0, 10)}.`,
    approvals && `Reviewed and approved by ${approvals}.`,
    note && `Note of the learner: ${note}`,
  ]);
}

function ticked(item: Item, title: string, { at, text }: ItemProgress): CredentialEvidence {
  return evidence(`urn:katapath:item:${item.id}`, title, item.kind, [
    `The learner's own word, on ${at!.slice(0, 10)}.`,
    text && `Note of the learner: ${text}`,
  ]);
}

function leftOut(item: Item, title: string, { text }: ItemProgress): CredentialEvidence {
  return evidence(`urn:katapath:item:${item.id}`, title, 'left-out', [
    `Left out by the learner: ${text ?? 'no reason given'}`,
  ]);
}

function evidence(
  id: string,
  name: string,
  genre: string,
  sentences: readonly (string | undefined)[],
): CredentialEvidence {
  return { id, type: ['Evidence'], name, narrative: sentences.filter(Boolean).join(' '), genre };
}

function uriOf(proof: Evidence): string {
  switch (proof.kind) {
    case 'commit':
      return toCommitUri(proof.commit);
    case 'file':
    case 'document':
    case 'artifact':
    case 'report':
      return toNi(proof.digest);
    case 'pull-request':
    case 'url':
      return proof.url;
    case 'note':
      return toNi(sha256Hex(proof.text));
  }
}

/** What a piece of evidence is, in a sentence that says how much was checked. */
export function narrateEvidence(proof: Evidence): string {
  switch (proof.kind) {
    case 'commit':
      return `Commit ${proof.commit}${proof.tree ? `, tree ${proof.tree}` : ''}${proof.repository ? `, of ${proof.repository}` : ''}.`;
    case 'file':
      return `The file ${proof.file}, by its hash.`;
    case 'document':
      return `The document ${proof.file}, by its hash, without problems under the profile ${proof.profile}.`;
    case 'artifact':
      return `The file ${proof.file}, by its hash, without problems under the schema ${proof.schema}.`;
    case 'report':
      return `The report ${proof.file}, by its hash${proof.total === undefined ? '' : `: ${proof.passed} of ${proof.total} tests passed`}.`;
    case 'pull-request':
      return [
        proof.commit
          ? `A pull request; commit ${proof.commit} was found in a clone.`
          : 'A pull request; no clone was looked at.',
        proof.stars !== undefined && `The learner states ${proof.stars} stars for the repository; nobody checked.`,
      ]
        .filter(Boolean)
        .join(' ');
    case 'url':
      return 'A page; what it said then was not kept.';
    case 'note':
      return `The learner's own words: ${proof.text}`;
  }
}
