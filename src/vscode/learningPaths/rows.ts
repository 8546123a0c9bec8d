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
  planned: new ThemeIcon('calendar', new ThemeColor('disabledForeground')),
};

const stepIcons: Readonly<Record<StepState, ThemeIcon>> = {
  open: new ThemeIcon('target'),
  locked: new ThemeIcon('lock'),
  closed: new ThemeIcon('verified-filled', new ThemeColor('testing.iconPassed')),
  'closed-early': new ThemeIcon('verified', new ThemeColor('testing.iconPassed')),
  planned: new ThemeIcon('calendar', new ThemeColor('disabledForeground')),
};

const nextIcon = new ThemeIcon('arrow-circle-right', new ThemeColor('charts.blue'));

/** Kinds a person vouches for with a tick; everything else is proved. */
const ticked = new Set(['checklist', 'reading']);

/** One row. The state is in the icon and in a few words; the tooltip and a screen reader get the whole sentence. */
export function toRow(node: RowNode, startedKatas: ReadonlySet<string>): TreeItem {
  const row = rowOf(node, startedKatas);
  row.id = node.key;
  row.accessibilityInformation = { label: `${row.label as string}, ${spoken(node)}`, role: 'treeitem' };
  return row;
}

/** Everything a row says, for the tooltip and for those who hear it. */
function spoken(node: RowNode): string {
  switch (node.kind) {
    case 'path':
      return join(`${node.percent} %`, node.words, node.path.weeks && `${node.path.weeks} weeks`);
    case 'step':
      return join(node.step.required && 'required', node.words, node.reason);
    case 'item':
      return join(node.upNext && 'next', node.item.kind, node.words);
    case 'resources':
      return `${node.items.length} to read, all free`;
  }
}

/** A sidebar is narrow: what changes comes first, and nothing is said that the icon of its kind says already. */
function short(node: StepNode | ItemNode): string {
  if (node.kind === 'step')
    return join(
      `${node.done}/${node.total}`,
      !node.step.required && 'elective',
      node.state !== 'open' && stepWords[node.state],
    );
  const { state, upNext, progress } = node;
  const stages =
    progress.stages && state === 'in-progress' && `${progress.stages.done}/${progress.stages.total} stages`;
  return join(upNext && 'next', stages || itemWords[state]);
}

const stepWords: Readonly<Record<StepState, string>> = {
  open: '',
  locked: 'locked',
  closed: 'closed',
  'closed-early': 'closed early',
  planned: 'planned',
};

const itemWords: Readonly<Record<ItemState, string>> = {
  'not-started': '',
  'in-progress': 'in progress',
  done: 'done',
  skipped: 'skipped',
  planned: 'planned',
};

const join = (...parts: (string | number | false | undefined)[]) => parts.filter(Boolean).join(' · ');

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
  row.description = join(`${node.percent} %`, node.path.weeks && `${node.path.weeks} weeks`);
  row.iconPath = new ThemeIcon('mortar-board');
  row.tooltip = tooltip(node.title, spoken(node), node.path.summary);
  row.contextValue = 'path';
  return row;
}

function stepRow(node: StepNode): TreeItem {
  const next = node.items.some((item) => item.upNext);
  const row = new TreeItem(node.title, next ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  row.description = short(node);
  row.iconPath = stepIcons[node.state];
  row.tooltip = tooltip(node.title, spoken(node), node.step.detail);
  row.contextValue = 'step';
  return row;
}

function itemRow(node: ItemNode, startedKatas: ReadonlySet<string>): TreeItem {
  const { item, state, upNext } = node;
  const row = new TreeItem(node.title, TreeItemCollapsibleState.None);
  row.description = short(node);
  row.iconPath = upNext && state === 'not-started' ? nextIcon : itemIcons[state];
  row.tooltip = tooltip(node.title, spoken(node), item.detail);
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
  row.description = `${node.items.length}`;
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
