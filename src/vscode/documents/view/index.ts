import { Disposable, window } from 'vscode';
import type { DocumentChecker } from '../checker.ts';
import { ProblemCounts } from './problemCounts.ts';
import { DocumentsProvider } from './provider.ts';

/** The view "Design documents", in step with the folders and with what their checks find. */
export function registerDocumentsView(checker: DocumentChecker): Disposable {
  const counts = new ProblemCounts(checker);
  const provider = new DocumentsProvider(checker, counts);
  const view = window.createTreeView('katapath.documents', { treeDataProvider: provider, showCollapseAll: true });
  counts.watch(view.visible);
  return Disposable.from(
    view,
    provider,
    counts,
    checker.onDidChangeFolders(() => provider.refresh()),
    counts.onDidChange(() => provider.refresh()),
    view.onDidChangeVisibility(({ visible }) => counts.watch(visible)),
  );
}
