import { Disposable, languages } from 'vscode';
import { isLifecycleStep } from '../../core/documents/features/lifecycle.ts';
import type { Services } from '../services.ts';
import { runChangeStatus } from './changeStatus.ts';
import { DocumentChecker } from './checker.ts';
import { DocumentCompletions } from './completions.ts';
import { CounterpartFix } from './counterpart.ts';
import { FixAll } from './fixAll.ts';
import { ProblemHover } from './hover.ts';
import { MissingSections } from './missingSections.ts';
import { runNewDocument } from './newDocument.ts';
import { People } from './people.ts';
import { QuickFixes } from './quickFixes.ts';
import type { RecordArgument } from './records.ts';
import { RecordReferences } from './references.ts';
import { runRenumber } from './renumber.ts';
import { RenumberFix } from './renumberFix.ts';
import { openRule } from './rulePages.ts';
import { SupersededLens } from './supersededLens.ts';
import { Suppressions } from './suppressions.ts';
import { registerDocumentsView } from './view/index.ts';

type DocumentServices = Pick<Services, 'log' | 'extensionUri' | 'registerCommand' | 'branches'>;

/** Design documents in the editor: problems as you type, fixes and reasons, ways between records, and their lives. */
export function registerDocuments(services: DocumentServices): Disposable {
  const checker = new DocumentChecker(services);
  return Disposable.from(
    checker,
    services.registerCommand('katapath.openRule', openRule),
    registerLanguage(checker, services),
    registerDocumentCommands(checker, services),
    registerDocumentsView(checker),
  );
}

/** Folding, outline and renaming of headings with their anchors are Markdown's own support already. */
function registerLanguage(checker: DocumentChecker, { branches }: DocumentServices): Disposable {
  const markdown = { language: 'markdown' };
  const references = new RecordReferences(checker);
  const superseded = new SupersededLens(checker);
  return Disposable.from(
    languages.registerCodeActionsProvider(markdown, new QuickFixes(checker), {
      providedCodeActionKinds: QuickFixes.kinds,
    }),
    languages.registerCodeActionsProvider(markdown, new CounterpartFix(checker), {
      providedCodeActionKinds: CounterpartFix.kinds,
    }),
    languages.registerCodeActionsProvider(markdown, new RenumberFix(checker), {
      providedCodeActionKinds: RenumberFix.kinds,
    }),
    languages.registerCodeActionsProvider(markdown, new Suppressions(checker), {
      providedCodeActionKinds: Suppressions.kinds,
    }),
    languages.registerCodeActionsProvider(markdown, new MissingSections(checker), {
      providedCodeActionKinds: [MissingSections.kind],
    }),
    languages.registerCodeActionsProvider(markdown, new FixAll(checker), { providedCodeActionKinds: [FixAll.kind] }),
    languages.registerHoverProvider(markdown, new ProblemHover(checker)),
    languages.registerCompletionItemProvider(
      markdown,
      new DocumentCompletions(checker, new People(branches)),
      ...DocumentCompletions.triggers,
    ),
    languages.registerHoverProvider(markdown, references),
    languages.registerDefinitionProvider(markdown, references),
    languages.registerDocumentLinkProvider(markdown, references),
    languages.registerReferenceProvider(markdown, references),
    superseded,
    languages.registerCodeLensProvider(markdown, superseded),
  );
}

function registerDocumentCommands(checker: DocumentChecker, services: DocumentServices): Disposable {
  const { registerCommand } = services;
  return Disposable.from(
    registerCommand('katapath.newDocument', (wanted?: { profile?: string; title?: string }) =>
      runNewDocument(checker, services, wanted),
    ),
    // A menu hands over more than the row; only a program names the step or the number.
    registerCommand('katapath.changeStatus', (record: RecordArgument, step: unknown, successor: unknown) =>
      runChangeStatus(checker, record, {
        step: isLifecycleStep(step) ? step : undefined,
        successor: typeof successor === 'string' ? successor : undefined,
      }),
    ),
    registerCommand('katapath.renumberDocument', (record: RecordArgument, number: unknown) =>
      runRenumber(checker, record, typeof number === 'number' ? number : undefined),
    ),
    registerCommand('katapath.insertMissingSections', () => new MissingSections(checker).run()),
  );
}
