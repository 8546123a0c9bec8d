import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ItemNode, PathNode, StepNode, TreeNode } from '../../core/agenda/learningTree.ts';
import type { PhaseNode } from '../../core/agenda/phases.ts';
import type { StepState } from '../../core/progress/state.ts';
import { itemRow, joinWords, tooltip } from '../rows/itemRow.ts';

/** The resources of a path, as a group of their own after its steps. */
export interface ResourcesNode {
  readonly kind: 'resources';
  readonly key: string;
  readonly items: readonly ItemNode[];
}

export type RowNode = TreeNode | PhaseNode | ResourcesNode;

const stepIcons: Readonly<Record<StepState, ThemeIcon>> = {
  open: new ThemeIcon('target'),
  locked: new ThemeIcon('lock'),
  closed: new ThemeIcon('verified-filled', new ThemeColor('testing.iconPassed')),
  'closed-early': new ThemeIcon('verified', new ThemeColor('testing.iconPassed')),
  planned: new ThemeIcon('calendar', new ThemeColor('disabledForeground')),
};

const stepWords: Readonly<Record<StepState, string>> = {
  open: '',
  locked: 'locked',
  closed: 'closed',
  'closed-early': 'closed early',
  planned: 'planned',
};

/** One row. `isFound`: a filter is on, and what it found is open to the eye. */
export function toRow(node: RowNode, startedKatas: ReadonlySet<string>, isFound: boolean): TreeItem {
  if (node.kind === 'item') return itemRow(node, startedKatas);
  const row = groupRow(node, isFound);
  // VS Code remembers by id what was opened and closed: what a filter opened is another row.
  row.id = isFound ? `${node.key}?` : node.key;
  row.accessibilityInformation = { label: `${row.label as string}, ${spoken(node)}`, role: 'treeitem' };
  return row;
}

type GroupNode = Exclude<RowNode, ItemNode>;

/** Everything a row says, for the tooltip and for those who hear it. */
function spoken(node: GroupNode): string {
  switch (node.kind) {
    case 'path':
      return joinWords(`${node.percent} %`, node.words, node.path.weeks && `${node.path.weeks} weeks`);
    case 'phase':
      return node.words;
    case 'step':
      return joinWords(node.step.required && 'required', node.words, node.reason);
    case 'resources':
      return `${node.items.length} to read, all free`;
  }
}

function groupRow(node: GroupNode, isFound: boolean): TreeItem {
  switch (node.kind) {
    case 'path':
      return pathRow(node);
    case 'phase':
      return phaseRow(node, isFound);
    case 'step':
      return stepRow(node, isFound);
    case 'resources':
      return resourcesRow(node, isFound);
  }
}

function pathRow(node: PathNode): TreeItem {
  const row = new TreeItem(node.title, TreeItemCollapsibleState.Expanded);
  row.description = joinWords(`${node.percent} %`, node.path.weeks && `${node.path.weeks} weeks`);
  row.iconPath = new ThemeIcon('mortar-board');
  row.tooltip = tooltip(node.title, spoken(node), node.path.summary);
  row.contextValue = joinWords(
    'path',
    node.isFollowed ? 'path-followed' : 'path-free',
    node.complete && 'path-complete',
  );
  return row;
}

function phaseRow(node: PhaseNode, isFound: boolean): TreeItem {
  const isOpen = isFound || node.steps.some(({ hasNext }) => hasNext);
  const row = new TreeItem(node.title, isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  row.description = `${node.done}/${node.total}`;
  row.iconPath = new ThemeIcon('layers');
  row.tooltip = tooltip(node.title, spoken(node), node.phase.detail);
  row.contextValue = 'phase';
  return row;
}

function stepRow(node: StepNode, isFound: boolean): TreeItem {
  const isOpen = isFound || node.hasNext;
  const row = new TreeItem(node.title, isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  row.description = joinWords(
    `${node.done}/${node.total}`,
    !node.step.required && 'elective',
    node.state !== 'open' && stepWords[node.state],
  );
  row.iconPath = stepIcons[node.state];
  row.tooltip = tooltip(node.title, spoken(node), node.step.detail);
  row.contextValue = 'step';
  return row;
}

function resourcesRow(node: ResourcesNode, isFound: boolean): TreeItem {
  const row = new TreeItem(
    'Resources',
    isFound ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  row.description = `${node.items.length}`;
  row.iconPath = new ThemeIcon('library');
  row.contextValue = 'resources';
  return row;
}
