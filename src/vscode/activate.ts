import { Uri, window, type ExtensionContext } from 'vscode';
import type { AttemptStore } from '../core/katas/attempts/store.ts';
import { KataShelf } from '../core/katas/shelf.ts';
import type { ProgressStore } from '../core/progress/store.ts';
import { commandRegistrar, rowCommands } from './shared/commands.ts';
import { registerCredentials } from './credential/index.ts';
import { registerDashboard } from './dashboard/index.ts';
import { registerDoctor } from './doctor/index.ts';
import { documentCommands } from './documents/commandIds.ts';
import { KataGrading } from './library/kataGrading.ts';
import { KataLibrary } from './library/kataLibrary.ts';
import { registerItems } from './items/index.ts';
import { decorateKataFolders } from './kataDecorations/index.ts';
import { registerKatas } from './katas/index.ts';
import { registerKataStatus } from './kataStatus/index.ts';
import { registerLate } from './shared/lateFeature.ts';
import { registerLearningPaths } from './learningPaths/index.ts';
import { watchOwnPaths } from './library/ownPaths.ts';
import { Pages } from './shared/pages.ts';
import { registerProof } from './proof/index.ts';
import { registerReviews } from './recall/index.ts';
import type { Branches, ProofTools, Runners, Services } from './services.ts';
import { registerTesting } from './testing/index.ts';
import { uriBytes } from './shared/uriFolder.ts';
import { registerUpNext } from './upNext/index.ts';
import { registerWhatHappened } from './whatHappened/index.ts';

/** What differs between the hosts; a root makes it. */
export interface Host {
  /** Why paths of the workspace were left out. */
  readonly problems: readonly string[];
  readonly progress: ProgressStore;
  readonly attempts: AttemptStore;
  readonly runners: Runners | undefined;
  readonly branches: Branches | undefined;
  readonly proof: ProofTools | undefined;
  newId(): string;
}

/** Makes the services, registers every feature with them, and gives them back for the tests inside VS Code. */
export function activate(
  context: ExtensionContext,
  { problems, progress, attempts, runners, branches, proof, newId }: Host,
): Services {
  const log = window.createOutputChannel('Katapath', { log: true });
  const packs = uriBytes(Uri.joinPath(context.extensionUri, 'dist', 'katas'));
  const shelf = new KataShelf(packs);
  const katas = new KataLibrary(progress.catalog, shelf);
  const grading = new KataGrading({ shelf, attempts, progress, runners, newId });
  const pages = new Pages(context.extensionUri, shelf);
  const registerCommand = commandRegistrar(log, rowCommands(context.extension));
  const services: Services = {
    catalog: progress.catalog,
    extensionUri: context.extensionUri,
    shelf,
    progress,
    attempts,
    katas,
    grading,
    runners,
    branches,
    proof,
    pages,
    registerCommand,
    log,
    newId,
  };

  context.subscriptions.push(
    log,
    progress,
    katas,
    grading,
    pages,
    registerCommand('katapath.showOutput', () => log.show()),
    registerItems(services),
    registerUpNext(services),
    registerLearningPaths(services),
    decorateKataFolders(services),
    watchOwnPaths(problems, log),
    registerDashboard(services),
    registerReviews(services),
    registerCredentials(services, context),
    registerProof(services, context),
    registerKatas(services, context),
    registerTesting(services, context),
    registerWhatHappened(services),
    registerKataStatus(services),
    registerLate(documentCommands, services, async (registerCommand) => {
      const { registerDocuments } = await import('./documents/index.ts');
      return registerDocuments({ ...services, registerCommand });
    }),
    registerLate(['katapath.openArtifactRule'], services, async (registerCommand) => {
      const { registerArtifacts } = await import('./artifacts/index.ts');
      return registerArtifacts({ ...services, registerCommand });
    }),
    registerDoctor(services),
    registerLate([], services, async () => {
      const { registerAuthoring } = await import('./authoring/index.ts');
      return registerAuthoring(services);
    }),
  );
  return services;
}
