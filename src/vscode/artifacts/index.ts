import { Disposable, workspace } from 'vscode';
import type { Services } from '../services.ts';
import { ArtifactChecker } from './checker.ts';
import { artifactPageScheme, openArtifactRule, renderArtifactPage } from './pages.ts';

/** Artifacts in the editor: problems as you type, each with a page that says why and how. */
export function registerArtifacts({
  progress,
  registerCommand,
}: Pick<Services, 'progress' | 'registerCommand'>): Disposable {
  return Disposable.from(
    new ArtifactChecker(progress),
    workspace.registerTextDocumentContentProvider(artifactPageScheme, {
      provideTextDocumentContent: renderArtifactPage,
    }),
    registerCommand('katapath.openArtifactRule', openArtifactRule),
  );
}
