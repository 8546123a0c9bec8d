import { Disposable, languages } from 'vscode';
import { DocumentChecker } from './checker.ts';
import { ProblemHover } from './hover.ts';
import { QuickFixes } from './quickFixes.ts';

/** Design documents in the editor: problems as you type, fixes, and reasons. */
export function registerDocuments(): Disposable {
  const checker = new DocumentChecker();
  const markdown = { language: 'markdown' };
  return Disposable.from(
    checker,
    languages.registerCodeActionsProvider(markdown, new QuickFixes(checker), {
      providedCodeActionKinds: QuickFixes.kinds,
    }),
    languages.registerHoverProvider(markdown, new ProblemHover(checker)),
  );
}
