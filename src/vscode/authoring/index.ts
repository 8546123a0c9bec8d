import { Disposable, languages } from 'vscode';
import type { Services } from '../services.ts';
import { ContentFixes } from './contentFixes.ts';
import { KataChecker } from './kataChecker.ts';

/** For authors of katas: what `katapath content check` says of the texts, in the Problems panel while they are written. */
export function registerAuthoring({ log }: Pick<Services, 'log'>): Disposable {
  const checker = new KataChecker(log);
  const texts = [{ pattern: '**/*.json' }, { pattern: '**/*.md' }];
  return Disposable.from(
    checker,
    languages.registerCodeActionsProvider(texts, new ContentFixes(checker), {
      providedCodeActionKinds: ContentFixes.kinds,
    }),
  );
}
