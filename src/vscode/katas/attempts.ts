import { commands, Uri, window, type QuickPickItem } from 'vscode';
import { HumanError } from '../../core/errors.ts';
import type { Attempt } from '../../core/katas/attempts/attempt.ts';
import { visibleAttempts } from '../../core/reviews/reviewFolder.ts';
import type { StartedKata } from '../kataLibrary.ts';
import type { Pages } from '../pages.ts';
import type { Services } from '../services.ts';

interface Row extends QuickPickItem {
  readonly attempt: Attempt;
}

/** Pick one attempt to compare it with what is there now, or two to compare them with each other. */
export async function showAttempts(services: Services, pages: Pages, started: StartedKata): Promise<void> {
  const isInReview = services.progress.state.katas.get(started.marker.kata)?.recall !== undefined;
  const attempts = await visibleAttempts(services.attempts, started.marker, { isInReview });
  const rows = attempts
    .filter(({ files }) => files)
    .reverse()
    .map(toRow);
  if (rows.length === 0)
    throw new HumanError('This kata has no attempts yet.', { next: 'Every graded run becomes one: run its tests.' });
  const picked = await window.showQuickPick(rows, {
    title: `Attempts at ${started.kata.manifest.title}`,
    placeHolder: 'One to compare with your files now, two to compare with each other',
    canPickMany: true,
    matchOnDescription: true,
  });
  if (!picked?.length) return;
  if (picked.length > 2) throw new HumanError(`${picked.length} attempts were picked.`, { next: 'Pick one or two.' });
  const [newer, older] = picked.map(({ attempt }) => attempt) as [Attempt, Attempt?];
  const left = await toPages(services, pages, older ?? newer);
  const right = older ? await toPages(services, pages, newer) : undefined;
  for (const name of Object.keys(left)) {
    const title = older ? `${name}: ${at(older)} ↔ ${at(newer)}` : `${name}: ${at(newer)} ↔ now`;
    await commands.executeCommand('vscode.diff', left[name], right?.[name] ?? Uri.joinPath(started.uri, name), title);
  }
}

async function toPages({ attempts }: Services, pages: Pages, attempt: Attempt): Promise<Record<string, Uri>> {
  const files = await attempts.readFiles(attempt);
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, pages.put(`/attempts/${attempt.id}/${name}`, text)]),
  );
}

function toRow(attempt: Attempt): Row {
  const about =
    attempt.kind === 'graded'
      ? `${attempt.verdict}, ${attempt.tests.passed} of ${attempt.tests.total} tests`
      : `kept before: ${attempt.reason}`;
  return { label: at(attempt), description: `${attempt.stage} · ${about}`, attempt };
}

const at = (attempt: Attempt) => new Date(attempt.at).toLocaleString();
