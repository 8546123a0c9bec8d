import {
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
} from 'vscode';
import type { ItemNode, PathNode, StepNode, TreeNode } from '../../core/progress/learningTree.ts';
import type { ItemState, StepState } from '../../core/progress/state.ts';

/** The resources of a path, as a group of their own after its steps. */
export interface ResourcesNode {
  readonly kind: 'resources';
  readonly key: string;
  readonly items: readonly ItemNode[];
}

export type RowNode = TreeNode | ResourcesNode;

const itemIcons: Readonly<Record<ItemState, ThemeIcon>> = {
  'not-started': new ThemeIcon('circle-large-outline'),
  'in-progress': new ThemeIcon('play-circle', new ThemeColor('charts.yellow')),
  done: new ThemeIcon('pass-filled', new ThemeColor('testing.iconPassed')),
  skipped: new ThemeIcon('debug-step-over', new ThemeColor('disabledForeground')),
  planned: new ThemeIcon('watch', new ThemeColor('disabledForeground')),
};

const stepIcons: Readonly<Record<StepState, ThemeIcon>> = {
  open: new ThemeIcon('target'),
  locked: new ThemeIcon('lock'),
  closed: new ThemeIcon('verified-filled', new ThemeColor('testing.iconPassed')),
  'closed-early': new ThemeIcon('verified', new ThemeColor('testing.iconPassed')),
  planned: new ThemeIcon('watch', new ThemeColor('disabledForeground')),
};

const nextIcon = new ThemeIcon('arrow-circle-right', new ThemeColor('charts.blue'));

/** Kinds a person vouches for with a tick; everything else is proved. */
const ticked = new Set(['checklist', 'reading']);

/** One row. The state is in the icon and in words, and a screen reader gets both in one sentence. */
export function toRow(node: RowNode, startedKatas: ReadonlySet<string>): TreeItem {
  const row = rowOf(node, startedKatas);
  row.id = node.key;
  row.accessibilityInformation = { label: [row.label, row.description].filter(Boolean).join(', '), role: 'treeitem' };
  return row;
}

function rowOf(node: RowNode, startedKatas: ReadonlySet<string>): TreeItem {
  switch (node.kind) {
    case 'path':
      return pathRow(node);
    case 'step':
      return stepRow(node);
    case 'item':
      return itemRow(node, startedKatas);
    case 'resources':
      return resourcesRow(node);
  }
}

function pathRow(node: PathNode): TreeItem {
  const row = new TreeItem(node.title, TreeItemCollapsibleState.Expanded);
  row.description = [`${node.percent} %`, node.words, node.path.weeks && `${node.path.weeks} weeks`]
    .filter(Boolean)
    .join(' · ');
  row.iconPath = new ThemeIcon('mortar-board');
  row.tooltip = tooltip(node.title, row.description, node.path.summary);
  row.contextValue = 'path';
  return row;
}

function stepRow(node: StepNode): TreeItem {
  const next = node.items.some((item) => item.upNext);
  const row = new TreeItem(node.title, next ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  row.description = [node.step.required && 'required', node.words].filter(Boolean).join(' · ');
  row.iconPath = stepIcons[node.state];
  row.tooltip = tooltip(node.title, [row.description, node.reason].filter(Boolean).join('. '), node.step.detail);
  row.contextValue = 'step';
  return row;
}

function itemRow(node: ItemNode, startedKatas: ReadonlySet<string>): TreeItem {
  const { item, state, upNext } = node;
  const row = new TreeItem(node.title, TreeItemCollapsibleState.None);
  row.description = [upNext && 'next', item.kind, node.words].filter(Boolean).join(' · ');
  row.iconPath = upNext && state === 'not-started' ? nextIcon : itemIcons[state];
  row.tooltip = tooltip(node.title, row.description, item.detail);
  row.contextValue = ['item', ...kataContext(node, startedKatas)].join(' ');
  row.command = { command: 'katapath.openItem', title: 'Open', arguments: [node] };
  if (ticked.has(item.kind)) {
    const done = state === 'done';
    row.checkboxState = {
      state: done ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
      tooltip: done ? 'Done: untick to reopen' : 'Tick when done',
      accessibilityInformation: { label: `${node.title}: ${done ? 'done' : 'not done'}`, role: 'checkbox' },
    };
  }
  return row;
}

function kataContext({ item, state }: ItemNode, startedKatas: ReadonlySet<string>): string[] {
  if (item.kind !== 'kata') return [item.kind];
  if (state === 'planned') return ['kata-planned'];
  return [startedKatas.has(item.kata!) ? 'kata-started' : 'kata-startable'];
}

function resourcesRow(node: ResourcesNode): TreeItem {
  const row = new TreeItem('Resources', TreeItemCollapsibleState.Collapsed);
  row.description = `${node.items.length} to read, all free`;
  row.iconPath = new ThemeIcon('library');
  row.contextValue = 'resources';
  return row;
}

function tooltip(title: string, state: string, detail: string | undefined): MarkdownString {
  const text = new MarkdownString();
  text.appendMarkdown('**').appendText(title).appendMarkdown('**\n\n').appendText(state);
  if (detail) text.appendMarkdown('\n\n').appendText(detail);
  return text;
}
