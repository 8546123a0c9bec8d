import type { TreeDataProvider, TreeItem } from 'vscode';
import { findKata } from '../../core/model/catalog.ts';
import { countItems, filterTree } from '../../core/agenda/filterTree.ts';
import { learningTree, type ItemNode, type PathNode } from '../../core/agenda/learningTree.ts';
import { belowPath } from '../../core/agenda/phases.ts';
import type { ProgressState } from '../../core/progress/state.ts';
import { Redraw } from '../shared/redraw.ts';
import type { Services } from '../services.ts';
import { toRow, type RowNode } from './rows.ts';

/** The tree "Learning paths": the fold of the log, as rows, perhaps only those a person asked for. */
export class LearningPathsProvider implements TreeDataProvider<RowNode> {
  private readonly redraw = new Redraw();
  readonly onDidChangeTreeData = this.redraw.event;
  private startedKatas: ReadonlySet<string> = new Set();
  private made: { state: ProgressState; paths: readonly PathNode[] } | undefined;
  private query = '';

  constructor(private readonly services: Pick<Services, 'catalog' | 'progress' | 'katas'>) {}

  /**
   * Reads the log's state and the started katas again, and redraws what changed; a box that a person pressed is drawn
   * `anyway`.
   */
  async refresh({ anyway = false } = {}): Promise<void> {
    const started = await this.services.katas.list();
    const ids = new Set(started.map(({ kata }) => kata.manifest.id));
    const isOther = ids.size !== this.startedKatas.size || [...ids].some((id) => !this.startedKatas.has(id));
    this.startedKatas = ids;
    if (anyway || isOther || (this.made && this.made.state !== this.services.progress.state)) void this.redraw.fire();
  }

  get filter(): string {
    return this.query;
  }

  set filter(query: string) {
    this.query = query.trim();
    void this.redraw.fire();
  }

  /** How many items are shown, and how many there are. */
  get counts(): { shown: number; all: number } {
    return { shown: countItems(this.shown), all: countItems(this.all) };
  }

  getTreeItem(node: RowNode): TreeItem {
    return toRow(node, this.startedKatas, this.query !== '');
  }

  getChildren(node?: RowNode): RowNode[] {
    if (!node) {
      this.redraw.handOver();
      return [...this.shown];
    }
    switch (node.kind) {
      case 'path':
        return [
          ...belowPath(node),
          ...(node.resources.length
            ? [{ kind: 'resources' as const, key: `${node.key}/resources`, items: node.resources }]
            : []),
        ];
      case 'phase':
        return [...node.steps];
      case 'step':
      case 'resources':
        return [...node.items];
      case 'item':
        return [];
    }
  }

  dispose(): void {
    this.redraw.dispose();
  }

  /** Made anew only when the log says something new. */
  private get all(): readonly PathNode[] {
    const { state } = this.services.progress;
    if (this.made?.state !== state) this.made = { state, paths: learningTree(this.services.catalog, state).paths };
    return this.made.paths;
  }

  private get shown(): readonly PathNode[] {
    const topicsOf = ({ item }: ItemNode) =>
      (item.kata && findKata(this.services.catalog, item.kata)?.manifest.topics) || [];
    return filterTree(this.all, this.query, topicsOf);
  }
}
