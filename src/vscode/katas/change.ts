import type { FolderChange } from '../../core/katas/folder/lifecycle.ts';
import { currentStage } from '../../core/katas/session/stages.ts';
import type { Stage } from '../../core/model/kata.ts';
import { requireTrust } from '../shared/commands.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import type { Services } from '../services.ts';
import { editorFolder } from '../shared/editorFolder.ts';

export type KataServices = Pick<Services, 'attempts' | 'shelf' | 'grading' | 'newId'>;

/** The stage the learner is at in this folder. */
export async function stageOf({ grading }: KataServices, started: StartedKata): Promise<Stage> {
  return currentStage(started.kata, await grading.passedIn(started));
}

export function contentOf({ shelf }: KataServices, { kata }: StartedKata) {
  return shelf.contentOf(kata.manifest.id);
}

/**
 * What a change of the learner's folder needs.
 *
 * @throws NeedsTrust in Restricted Mode.
 */
export async function toChange(services: KataServices, started: StartedKata): Promise<FolderChange> {
  requireTrust('changes files of a kata');
  const { kata, marker, uri, workspaceFolder } = started;
  const root = workspaceFolder.uri;
  return {
    kata,
    content: contentOf(services, started),
    workspace: editorFolder(root),
    folder: { name: uri.path.slice(root.path.length).replace(/^\//, ''), marker },
    attempts: services.attempts,
    stage: (await stageOf(services, started)).id,
    now: Date.now(),
    id: services.newId(),
  };
}
