import { Disposable, TreeItemCheckboxState, window } from 'vscode';
import type { ItemNode } from '../../core/progress/learningTree.ts';
import { report } from '../commands.ts';
import type { Services } from '../services.ts';
import { openItem } from './openItem.ts';
import { LearningPathsProvider } from './provider.ts';
import type { RowNode } from './rows.ts';

/** The view "Learning paths", in step with the log and with the katas in the workspace. */
export function registerLearningPaths(services: Services): Disposable {
  const provider = new LearningPathsProvider(services);
  const view = window.createTreeView<RowNode>('katapath.paths', {
    treeDataProvider: provider,
    showCollapseAll: true,
    manageCheckboxStateManually: true,
  });
  const refresh = () => void provider.refresh();
  refresh();
  return Disposable.from(
    provider,
    view,
    services.progress.onDidChange(refresh),
    services.katas.onDidChange(refresh),
    services.registerCommand('katapath.openItem', (node: ItemNode) => openItem(services, node)),
    view.onDidChangeCheckboxState(async ({ items }) => {
      const events = items.flatMap(([node, state]) =>
        node.kind === 'item'
          ? [
              {
                type:
                  state === TreeItemCheckboxState.Checked ? ('item.completed' as const) : ('item.reopened' as const),
                item: node.item.id,
              },
            ]
          : [],
      );
      try {
        await services.progress.append(events);
      } catch (error) {
        report(error, services.log);
        refresh();
      }
    }),
  );
}
