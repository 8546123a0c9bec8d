import { bundledCatalog, type Catalog } from '../model/catalog.ts';
import type { LearningPath } from '../model/path.ts';
import { HumanError } from '../errors.ts';
import type { ProgressState } from '../progress/state.ts';
import type { ProgressStore } from '../progress/store.ts';
import { stepWords } from '../agenda/words.ts';
import { isReadAlike } from '../text/alike.ts';
import { toCanonicalJson } from './canonical.ts';
import { closedSteps, collectEvidence } from './collectEvidence.ts';
import { CONTEXTS } from './contexts.ts';
import type { PathCredential, SignedCredential } from './credential.ts';
import { signDocument, toSeconds } from './dataIntegrity.ts';
import { digestOf } from './digest.ts';
import type { SigningKey } from './key.ts';
import { knownPaths, toKnownPath, type KnownPath } from './knownPaths.ts';
import { publishers } from './publisher.ts';

const OFFICIAL_SCHEMA = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

export interface IssueRequest {
  readonly path: LearningPath;
  readonly catalog: Catalog;
  readonly state: ProgressState;
  /** `h` of the latest event of the log. */
  readonly head: string;
  readonly key: SigningKey;
  /** The name the learner goes by; nothing proves it. */
  readonly name: string;
  readonly now: number;
  /** A fresh uuid. */
  readonly id: string;
}

export interface IssuedCredential {
  readonly credential: SignedCredential;
  /** The file: canonical JSON, so that a change of any byte shows. */
  readonly text: string;
  /** SHA-256 of the credential without its proofs; what an endorsement names. */
  readonly digest: string;
}

/** What keeps a path from being certified, a line for each outcome; empty when nothing does. */
export function missingFor(path: LearningPath, state: ProgressState): string[] {
  const progress = state.paths.get(path.id)!;
  const open = path.steps.flatMap((step, index) => {
    const found = progress.steps[index]!;
    return step.required && /^(open|locked)$/.test(found.state) ? [`${step.title}: ${stepWords(found, true)}`] : [];
  });
  return open.length === 0 && !progress.complete ? ['Nothing in this path can be closed yet.'] : open;
}

/**
 * An Open Badges 3.0 credential for a path whose required outcomes are all closed, signed by the learner's own key.
 *
 * @throws HumanError naming what is still open.
 */
export async function issueCredential(request: IssueRequest): Promise<IssuedCredential> {
  const { path, state, key, now } = request;
  const missing = missingFor(path, state);
  if (missing.length > 0) {
    throw new HumanError(`“${path.title}” is not complete: ${missing.join('; ')}.`, {
      next: 'Close these outcomes first. "katapath status" shows what each of them needs.',
    });
  }
  const known = knownPaths(bundledCatalog);
  const alike = findTaken(path, known);
  if (alike) {
    throw new HumanError(`“${path.title}” goes by the name of Katapath’s path “${alike.title}” and is another one.`, {
      next: 'Give the path in .katapath/paths a title and an id of its own.',
    });
  }
  const credential = signDocument(compose(request), key, now);
  return { credential, text: toCanonicalJson(credential), digest: digestOf(credential) };
}

/** The path of Katapath whose name this one of a workspace takes, if it takes one. */
function findTaken(path: LearningPath, known: readonly KnownPath[]): KnownPath | undefined {
  const { digest } = toKnownPath(path);
  if (known.some((each) => each.digest === digest)) return undefined;
  return known.find(({ id, title }) => isReadAlike(id, path.id) || isReadAlike(title, path.title));
}

/** Issues from the log and records that in it. */
export async function issueFromStore(
  store: ProgressStore,
  request: Omit<IssueRequest, 'state' | 'head'>,
): Promise<IssuedCredential> {
  await store.refresh();
  const issued = await issueCredential({ ...request, state: store.state, head: store.events.at(-1)?.h ?? '' });
  await store.append([
    { type: 'credential.issued', path: request.path.id, credential: issued.credential.id, digest: issued.digest },
  ]);
  return issued;
}

function compose({ path, catalog, state, head, key, name, now, id }: IssueRequest): PathCredential {
  const required = path.steps.filter((step) => step.required).length;
  const closed = closedSteps(path, state);
  const { digest, size } = toKnownPath(path);
  const isBundled = knownPaths(bundledCatalog).some((each) => each.digest === digest);
  const hasKatas = closed.some(({ items }) => items.some(({ kind }) => kind === 'kata'));
  const electives = closed.filter((step) => !step.required).map((step) => `“${step.title}”`);
  return {
    '@context': CONTEXTS,
    id: `urn:uuid:${id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `${path.title}: path completed`,
    issuer: { id: key.did, type: ['Profile'], name: `${name} (self-issued with Katapath)` },
    validFrom: toSeconds(now),
    awardedDate: toSeconds(now),
    credentialSubject: {
      id: key.did,
      type: ['AchievementSubject'],
      achievement: {
        id: digest,
        type: ['Achievement'],
        achievementType: 'LearningProgram',
        name: path.title,
        description: path.summary,
        creator: isBundled ? publishers.katapath : publishers.workspace,
        humanCode: path.id,
        version: size,
        criteria: {
          narrative: [
            `Every required outcome of the path “${path.id}” (${required}) is closed, each by its evidence and, where the path asks for it, by a review.`,
            electives.length > 0 && `Electives closed as well: ${electives.join(', ')}.`,
            `The path has ${size} and was published by ${isBundled ? 'Katapath' : 'the learner’s own workspace, not by Katapath'}.`,
            hasKatas && 'What it has of katas is self-checked practice: the tests ran on the learner’s own computer.',
            'SELF-ISSUED: the learner signed this with a key of their own. Who else looked at the work is said by endorsements and by the reviews named in the evidence.',
          ]
            .filter(Boolean)
            .join(' '),
        },
      },
    },
    evidence: collectEvidence({ path, catalog, state, head }),
    credentialSchema: [{ id: OFFICIAL_SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
  };
}
