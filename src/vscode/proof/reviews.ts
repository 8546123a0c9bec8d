import { window, workspace, type SecretStorage } from 'vscode';
import { loadKey } from '../../core/credential/keyStore.ts';
import { HumanError } from '../../core/errors.ts';
import { collectReviews } from '../../core/proof/collectReviews.ts';
import { GITHUB_COMMAND, importGitHubReviews } from '../../core/proof/github.ts';
import { REVIEWS } from '../../core/proof/reviewFiles.ts';
import { requestReview as writeRequest } from '../../core/proof/reviewRequest.ts';
import { toSshPublicKey } from '../../core/proof/sshKey.ts';
import { askForText } from '../shared/ask.ts';
import { secretKeyStore } from '../shared/secretKeyStore.ts';
import type { Services } from '../services.ts';
import { uriFolder } from '../shared/uriFolder.ts';
import { readBytes } from '../shared/readBytes.ts';
import { chooseOutcome, idOf, requireRepository, type OutcomeRow } from './outcome.ts';

/** "Request Review…": writes the request for the commit that is checked out, for the learner to commit and push. */
export async function requestReview(services: Services, argument?: OutcomeRow): Promise<void> {
  const { progress, catalog } = services;
  const hasProof = (row: OutcomeRow) => (progress.state.outcomes.get(idOf(row))?.proofs.length ?? 0) > 0;
  const row = await chooseOutcome(services, argument, 'Request Review', hasProof);
  if (!row) return;
  const { tools, folder } = await requireRepository(services);
  const ask = await askForText({
    title: row.title,
    prompt: 'What should the reviewer look at? It may stay empty.',
  });
  if (ask === undefined) return;
  const found = await tools.findCommit(folder.uri.fsPath, 'HEAD');
  const file = await writeRequest({
    folder: uriFolder(folder.uri, { may: [REVIEWS] }),
    store: progress,
    catalog,
    outcome: idOf(row),
    ...found,
    asks: ask.trim() ? [ask.trim()] : [],
  });
  void window.showInformationMessage(
    `The request is in “${file}”. Commit and push it; when the review is there, choose “Katapath: Collect Reviews”.`,
  );
}

/** Reads the signed reviews in the repository, records those that count, and says why the others do not. */
export async function collect(services: Services, secrets: SecretStorage): Promise<void> {
  const { tools, folder } = await requireRepository(services);
  const key = await loadKey(secretKeyStore(secrets));
  const collected = await collectReviews({
    folder: uriFolder(folder.uri),
    store: services.progress,
    signers: await tools.signers(),
    learnerKeys: key ? [toSshPublicKey(key.publicKey)] : [],
  });
  const reviews = collected.flatMap((each) => each.reviews);
  const fresh = reviews.filter(({ isNew }) => isNew).length;
  const refused = reviews.flatMap(({ name, event, reason }) =>
    event ? [] : [`${name} does not count: ${reason ?? ''}.`],
  );
  const words =
    fresh === 0 ? 'No new review that counts.' : `${fresh} new ${fresh === 1 ? 'review' : 'reviews'} recorded.`;
  void window.showInformationMessage([words, ...refused].join(' '));
}

/** The reviews of a pull request, from a file that the GitHub command line wrote. They are the weaker class. */
export async function importReviews(services: Services, argument?: OutcomeRow): Promise<void> {
  const isRequested = (row: OutcomeRow) => services.progress.state.outcomes.get(idOf(row))?.request !== undefined;
  const row = await chooseOutcome(services, argument, 'Import Reviews', isRequested);
  if (!row) return;
  const [file] =
    (await window.showOpenDialog({
      title: `Import Reviews, as written by: ${GITHUB_COMMAND}`,
      filters: { Reviews: ['json'] },
      ...(workspace.workspaceFolders?.[0] && { defaultUri: workspace.workspaceFolders[0].uri }),
    })) ?? [];
  if (!file) return;
  const text = new TextDecoder().decode(await readBytes(file));
  const events = await importGitHubReviews({ store: services.progress, outcome: idOf(row), text });
  const count = events.length === 1 ? '1 review' : `${events.length} reviews`;
  void window.showInformationMessage(`Recorded ${count}, as GitHub tells them: nothing in them is signed.`);
}

/** Whose reviews count: a name and the public key they sign with, kept beside the log and never in a repository. */
export async function allowReviewer({ proof }: Services): Promise<void> {
  if (!proof) throw new HumanError('Signed reviews are checked on a computer.', { next: 'Open VS Code there.' });
  const name = await askForText({
    title: 'Allow Reviewer',
    prompt: 'Their name, in one word: ada',
  });
  if (!name) return;
  const key = await askForText({
    title: 'Allow Reviewer',
    prompt: 'Their public key, as in: ssh-ed25519 AAAA…',
  });
  if (!key) return;
  await proof.allow({ name: name.trim(), key });
  void window.showInformationMessage(`Reviews signed by ${name.trim()} count from now on.`);
}
