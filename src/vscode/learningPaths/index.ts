import { commands, Disposable, TreeItemCheckboxState, window, type TreeView } from 'vscode';
import type { ItemNode } from '../../core/agenda/learningTree.ts';
import { report } from '../shared/commands.ts';
import { dragItems } from '../rows/itemDrag.ts';
import type { Services } from '../services.ts';
import { tickItems } from '../rows/tickItems.ts';
import { askFilter } from './filter.ts';
import { followPath, leavePath } from './follow.ts';
import { LearningPathsProvider } from './provider.ts';
import type { RowNode } from './rows.ts';

/** The view "Learning paths", in step with the log and with the katas in the workspace. */
export function registerLearningPaths(services: Services): Disposable {
  const provider = new LearningPathsProvider(services);
  const view = window.createTreeView<RowNode>('katapath.paths', {
    treeDataProvider: provider,
    showCollapseAll: true,
    manageCheckboxStateManually: true,
    canSelectMany: true,
    dragAndDropController: dragItems<RowNode>((node) => (node.kind === 'item' ? node : undefined)),
  });
  const refresh = () => void provider.refresh();
  refresh();
  return Disposable.from(
    provider,
    view,
    services.progress.onDidChange(refresh),
    services.katas.onDidChange(refresh),
    services.registerCommand('katapath.filterPaths', async () => {
      await commands.executeCommand('katapath.paths.focus');
      await askFilter(provider.filter, (query) => showFilter(view, provider, query));
    }),
    services.registerCommand('katapath.clearFilter', () => showFilter(view, provider, '')),
    services.registerCommand('katapath.followPath', (node?: RowNode) => followPath(services, node)),
    services.registerCommand('katapath.leavePath', (node?: RowNode) => leavePath(services, node)),
    view.onDidChangeCheckboxState(async ({ items }) => {
      const ticks = items.flatMap(([node, state]): [ItemNode, boolean][] =>
        node.kind === 'item' ? [[node, state === TreeItemCheckboxState.Checked]] : [],
      );
      try {
        await tickItems(services, ticks);
      } catch (error) {
        report(error, services.log);
      }
      // A box whose question stayed unanswered is empty again.
      void provider.refresh({ anyway: true });
    }),
  );
}

/** What is left out is said above the tree: an empty tree must not look like an empty path. */
function showFilter(view: TreeView<RowNode>, provider: LearningPathsProvider, query: string): void {
  provider.filter = query;
  const { shown, all } = provider.counts;
  view.message = provider.filter ? `“${provider.filter}”: ${shown} of ${all} items` : '';
  void commands.executeCommand('setContext', 'katapath.isFiltered', provider.filter !== '');
}
