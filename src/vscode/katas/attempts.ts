import { Uri, type QuickPickItem } from 'vscode';
import { HumanError } from '../../core/errors.ts';
import type { Attempt } from '../../core/katas/attempts/attempt.ts';
import { visibleAttempts } from '../../core/recall/reviewFolder.ts';
import { askToPickSome } from '../shared/ask.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import type { Services } from '../services.ts';
import { lookUp } from '../../core/lookUp.ts';
import { showDiff } from './showDiff.ts';
import { openReference, revealReference } from './solution.ts';

/** Something to compare: an attempt, or the reference once it is open. */
interface Version extends QuickPickItem {
  readonly title: string;
  /** Its files as pages, by name. */
  open(): Promise<Readonly<Record<string, Uri>>>;
}

/** Pick one attempt to compare it with what is there now, or two versions to compare them with each other. */
export async function showAttempts(services: Services, started: StartedKata): Promise<void> {
  const isInReview = services.progress.state.katas.get(started.marker.kata)?.recall !== undefined;
  const visible = await visibleAttempts(services.attempts, started.marker, { isInReview });
  const attempts = visible.filter(({ files }) => files);
  if (attempts.length === 0)
    throw new HumanError('This kata has no attempts yet.', { next: 'Every graded run becomes one: run its tests.' });
  const versions = [...(await referenceOf(services, started)), ...attempts.reverse().map(toVersion(services))];
  const picked = await askToPickSome(versions, {
    title: `Attempts at ${started.kata.manifest.title}`,
    placeHolder: 'One to compare with your files now, two to compare with each other',
    matchOnDescription: true,
  });
  if (!picked?.length) return;
  if (picked.length > 2) throw new HumanError(`${picked.length} versions were picked.`, { next: 'Pick one or two.' });
  const [newer, older] = picked as [Version, Version?];
  await compare(older ?? newer, older ? newer : now(started), services);
}

/** One diff for each file, in the order of the track; a file that one side lacks is empty there. */
async function compare(left: Version, right: Pick<Version, 'title' | 'open'>, { pages }: Services): Promise<void> {
  const [before, after] = [await left.open(), await right.open()];
  const nothing = pages.put('/attempts/no such file', '');
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
    await showDiff(before[name] ?? nothing, after[name] ?? nothing, `${name}: ${left.title} ↔ ${right.title}`);
}

function toVersion({ attempts, pages }: Services) {
  return (attempt: Attempt): Version => {
    const title = new Date(attempt.at).toLocaleString();
    const about =
      attempt.kind === 'graded'
        ? `${attempt.verdict}, ${attempt.tests.passed} of ${attempt.tests.total} tests`
        : `kept before: ${attempt.reason}`;
    return {
      label: title,
      title,
      description: `${attempt.stage} · ${about}`,
      open: async () => pages.putAll(`/attempts/${attempt.id}`, await attempts.readFiles(attempt)),
    };
  };
}

/** The learner's files as they are; `open` leaves out those that attempts do not keep either. */
function now({ kata, marker, uri }: StartedKata): Pick<Version, 'title' | 'open'> {
  const { files = [] } = lookUp(kata.manifest.tracks, marker.language) ?? {};
  return { title: 'now', open: async () => Object.fromEntries(files.map((name) => [name, Uri.joinPath(uri, name)])) };
}

/** The reference as a version, once it is open; comparing with it is looking at it, and recorded so. */
async function referenceOf(services: Services, started: StartedKata): Promise<Version[]> {
  const reference = await openReference(services, started);
  if (!reference.lock.open) return [];
  const title = 'reference';
  return [
    {
      label: '$(eye) The reference',
      title,
      description: reference.stage,
      open: async () => revealReference(services, started, reference),
    },
  ];
}
