import { Disposable, languages, Uri, workspace } from 'vscode';
import type { Services } from '../services.ts';
import { DocumentChecker } from './checker.ts';
import { DocumentCompletions } from './completions.ts';
import { ProblemHover } from './hover.ts';
import { QuickFixes } from './quickFixes.ts';
import { RecordReferences } from './references.ts';
import { rulePageScheme } from './rulePages.ts';

type DocumentServices = Pick<Services, 'log' | 'extensionUri'>;

/** Design documents in the editor: problems as you type, fixes, and reasons. */
export function registerDocuments({ log, extensionUri }: DocumentServices): Disposable {
  const checker = new DocumentChecker(log);
  const markdown = { language: 'markdown' };
  const references = new RecordReferences(checker);
  return Disposable.from(
    checker,
    workspace.registerTextDocumentContentProvider(rulePageScheme, {
      // "/KP301.md" is the page that ships as media/rules/KP301.md.
      provideTextDocumentContent: async ({ path }) =>
        new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, 'media', 'rules', path))),
    }),
    languages.registerCodeActionsProvider(markdown, new QuickFixes(checker), {
      providedCodeActionKinds: QuickFixes.kinds,
    }),
    languages.registerHoverProvider(markdown, new ProblemHover(checker)),
    languages.registerCompletionItemProvider(
      markdown,
      new DocumentCompletions(checker),
      ...DocumentCompletions.triggers,
    ),
    languages.registerHoverProvider(markdown, references),
    languages.registerDefinitionProvider(markdown, references),
    languages.registerDocumentLinkProvider(markdown, references),
    languages.registerReferenceProvider(markdown, references),
  );
}
