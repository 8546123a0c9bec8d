import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { learningTree } from '../../core/progress/learningTree.ts';
import type { Services } from '../services.ts';
import { toRow, type RowNode } from './rows.ts';

/** The tree "Learning paths": the fold of the log, as rows. */
export class LearningPathsProvider implements TreeDataProvider<RowNode> {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private startedKatas: ReadonlySet<string> = new Set();

  constructor(private readonly services: Pick<Services, 'catalog' | 'progress' | 'katas'>) {}

  /** Reads the log's state and the started katas again, and redraws. */
  async refresh(): Promise<void> {
    const started = await this.services.katas.list();
    this.startedKatas = new Set(started.map(({ kata }) => kata.manifest.id));
    this.changed.fire();
  }

  getTreeItem(node: RowNode): TreeItem {
    return toRow(node, this.startedKatas);
  }

  getChildren(node?: RowNode): RowNode[] {
    if (!node) {
      return [...learningTree(this.services.catalog, this.services.progress.state).paths];
    }
    switch (node.kind) {
      case 'path':
        return [
          ...node.steps,
          ...(node.resources.length
            ? [{ kind: 'resources' as const, key: `${node.key}/resources`, items: node.resources }]
            : []),
        ];
      case 'step':
      case 'resources':
        return [...node.items];
      case 'item':
        return [];
    }
  }

  dispose(): void {
    this.changed.dispose();
  }
}
