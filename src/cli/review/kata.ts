import { didYouMean } from '../../core/text/didYouMean.ts';
import { randomUUID } from 'node:crypto';
import { bundledCatalog, findKata } from '../../core/model/catalog.ts';
import { HumanError } from '../../core/errors.ts';
import type { ListedKata } from '../../core/model/kata.ts';
import type { ProgressStore } from '../../core/progress/store.ts';
import type { ReviewHost } from '../../core/recall/reviewFolder.ts';
import { diskFolder } from '../../node/diskFolder.ts';
import type { CliContext } from '../command.ts';
import { openShelf } from '../kata/kataFolder.ts';
import { openAttempts } from '../openState.ts';

export function requireKata(id: string | undefined): ListedKata {
  const next = 'Run "katapath review due --all" to see what you have solved.';
  if (id === undefined) throw new HumanError('Say which kata.', { next });
  const kata = findKata(bundledCatalog, id);
  const ids = bundledCatalog.katas.map(({ manifest }) => manifest.id);
  if (!kata) throw new HumanError(`There is no kata "${id}".${didYouMean(id, ids)}`, { next });
  return kata;
}

export async function hostOf(
  context: CliContext,
  { manifest: { id } }: ListedKata,
  progress: ProgressStore,
): Promise<ReviewHost> {
  const shelf = openShelf(context);
  return {
    kata: await shelf.open(id),
    content: shelf.contentOf(id),
    workspace: diskFolder(context.cwd),
    attempts: openAttempts(context),
    progress,
    now: Date.now(),
    newId: randomUUID,
  };
}
