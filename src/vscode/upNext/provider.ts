import { workspace, type TreeDataProvider, type TreeItem } from 'vscode';
import { agenda, type Agenda } from '../../core/agenda/agenda.ts';
import { dueNodes } from '../../core/agenda/due.ts';
import { Redraw } from '../shared/redraw.ts';
import type { Services } from '../services.ts';
import { toRow, type RowNode } from './rows.ts';

/** The tree "Up next and due": what to do today. */
export class UpNextProvider implements TreeDataProvider<RowNode> {
  private readonly redraw = new Redraw();
  readonly onDidChangeTreeData = this.redraw.event;
  private startedKatas: ReadonlySet<string> = new Set();
  private made: Agenda | undefined;
  /** What the rows were last made from; undefined before the first time. */
  private drawn: string | undefined;

  constructor(private readonly services: Pick<Services, 'catalog' | 'progress' | 'katas'>) {}

  get agenda(): Agenda {
    const { catalog, progress } = this.services;
    const reviews = workspace.getConfiguration('katapath').get('reviews.enabled', true);
    const { state } = progress;
    return (this.made ??= agenda(catalog, state, dueNodes(catalog, state, Date.now(), { reviews })));
  }

  /** Redraws what changed, by the log or by the clock; a box that a person pressed `anyway`. */
  async refresh({ anyway = false } = {}): Promise<void> {
    const started = await this.services.katas.list();
    this.startedKatas = new Set(started.map(({ kata }) => kata.manifest.id));
    const before = this.drawn;
    this.made = undefined;
    if (anyway || (before !== undefined && before !== this.look())) void this.redraw.fire();
  }

  getTreeItem(row: RowNode): TreeItem {
    return toRow(row, this.startedKatas);
  }

  getChildren(row?: RowNode): RowNode[] {
    if (!row) {
      this.redraw.handOver();
      this.drawn = this.look();
      const { due, plans } = this.agenda;
      return [...(due.length > 0 ? [{ kind: 'due' as const, key: 'due', nodes: due }] : []), ...plans];
    }
    switch (row.kind) {
      case 'due':
        return [...row.nodes];
      case 'plan':
        return row.items.map((node) => ({ ...node, key: `${row.key}/${node.item.id}`, plan: row }));
      case 'review':
      case 'practice':
      case 'item':
        return [];
    }
  }

  private look(): string {
    return JSON.stringify([this.agenda, [...this.startedKatas]]);
  }

  dispose(): void {
    this.redraw.dispose();
  }
}
