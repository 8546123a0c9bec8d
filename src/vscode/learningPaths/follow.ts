import { HumanError } from '../../core/errors.ts';
import { isDay, today } from '../../core/model/days.ts';
import { learningTree, type PathNode } from '../../core/agenda/learningTree.ts';
import { askForText, askToPick } from '../shared/ask.ts';
import type { Services } from '../services.ts';
import type { RowNode } from './rows.ts';

/** "Take Up Path…": from which day its weeks are counted. */
export async function followPath(services: Services, node?: RowNode): Promise<void> {
  const path = node?.kind === 'path' ? node : await pickPath(services, 'Take Up Path', () => true);
  if (!path) return;
  const starts = await askForText({
    title: `Take up “${path.title}”`,
    prompt: `The day you begin; ${path.path.weeks ? `the ${path.path.weeks} weeks are` : 'your plan is'} counted from it.`,
    value: services.progress.state.plans.get(path.path.id)?.starts ?? today(),
    validateInput: (value) => (isDay(value.trim()) ? undefined : 'A day, as in 2026-11-23.'),
  });
  if (starts === undefined) return;
  await services.progress.append([{ type: 'plan.started', path: path.path.id, starts: starts.trim() }]);
}

export async function leavePath(services: Services, node?: RowNode): Promise<void> {
  const path =
    node?.kind === 'path' ? node : await pickPath(services, 'Put Path Aside', ({ isFollowed }) => isFollowed);
  if (path) await services.progress.append([{ type: 'plan.stopped', path: path.path.id }]);
}

async function pickPath(
  { catalog, progress }: Services,
  title: string,
  fits: (path: PathNode) => boolean,
): Promise<PathNode | undefined> {
  const rows = learningTree(catalog, progress.state)
    .paths.filter(fits)
    .map((path) => ({ label: path.title, description: path.words, detail: path.path.summary, path }));
  if (rows.length === 0)
    throw new HumanError('No path is taken up.', { next: 'Take one up with “Katapath: Take Up Path…”.' });
  return (await askToPick(rows, { title }))?.path;
}
