import { ThemeColor, ThemeIcon, TreeItem, TreeItemCheckboxState, TreeItemCollapsibleState } from 'vscode';
import type { DueNode, PlanNode } from '../../core/agenda/agenda.ts';
import type { ItemNode } from '../../core/agenda/learningTree.ts';
import { proofWords } from '../../core/agenda/proofWords.ts';
import { itemRow, joinWords, tooltip } from '../rows/itemRow.ts';

/** Everything that fell due, as one group. */
export interface DueGroup {
  readonly kind: 'due';
  readonly key: string;
  readonly nodes: readonly DueNode[];
}

/** An item in the plan of its path: the same item as in the tree, in a place of its own. */
export interface PlannedItem extends ItemNode {
  readonly plan: PlanNode;
}

export type RowNode = DueGroup | DueNode | PlanNode | PlannedItem;

/** More would push out of sight what is next; the count and the badge still say how many. */
const MANY_DUE = 6;

const dueColor = new ThemeColor('list.warningForeground');

export function toRow(row: RowNode, startedKatas: ReadonlySet<string>): TreeItem {
  switch (row.kind) {
    case 'due':
      return dueGroupRow(row);
    case 'review':
    case 'practice':
      return dueRow(row);
    case 'plan':
      return planRow(row);
    case 'item':
      return plannedRow(row, startedKatas);
  }
}

function dueGroupRow({ key, nodes }: DueGroup): TreeItem {
  const { Collapsed, Expanded } = TreeItemCollapsibleState;
  const row = new TreeItem('Due', nodes.length > MANY_DUE ? Collapsed : Expanded);
  row.id = key;
  row.description = `${nodes.length}`;
  row.iconPath = new ThemeIcon('bell', dueColor);
  row.contextValue = 'due';
  row.accessibilityInformation = { label: `Due, ${nodes.length}`, role: 'treeitem' };
  return row;
}

function dueRow(node: DueNode): TreeItem {
  const row = new TreeItem(node.title, TreeItemCollapsibleState.None);
  row.id = node.key;
  row.accessibilityInformation = { label: `${node.title}, ${node.kind}, ${node.words}`, role: 'treeitem' };
  row.description = joinWords(node.kind === 'review' && 'review', node.words);
  row.contextValue = joinWords(`due-${node.kind}`, node.kind === 'review' && node.isStarted && 'under-way');
  if (node.kind === 'review') {
    row.iconPath = new ThemeIcon('history', dueColor);
    row.tooltip = tooltip(
      node.title,
      joinWords('review', node.words),
      'You solved it before. Solve it again from a fresh start; the old attempt stays out of sight until you are done.',
    );
    row.command = { command: 'katapath.startReview', title: 'Start Review', arguments: [node] };
  } else {
    row.iconPath = new ThemeIcon('calendar', dueColor);
    row.tooltip = tooltip(node.title, joinWords('practice', node.words), node.item.detail, proofWords(node.item));
    row.checkboxState = {
      state: TreeItemCheckboxState.Unchecked,
      tooltip: 'Tick when done; with a note from the menu',
      accessibilityInformation: { label: `${node.title}: due ${node.words}`, role: 'checkbox' },
    };
  }
  return row;
}

function planRow(plan: PlanNode): TreeItem {
  const row = new TreeItem(plan.title, TreeItemCollapsibleState.Expanded);
  row.id = plan.key;
  const order = plan.own.length > 0 ? 'your order' : undefined;
  row.description = joinWords(plan.words, order);
  row.iconPath = new ThemeIcon('list-ordered');
  row.contextValue = joinWords('plan', order && 'own-order');
  row.tooltip = tooltip(
    plan.title,
    joinWords(plan.words, order),
    'Drag the items into the order you want, or move one with Alt+Up and Alt+Down.',
  );
  row.accessibilityInformation = { label: joinWords(`${plan.title}, ${plan.words}`, order), role: 'treeitem' };
  return row;
}

function plannedRow(node: PlannedItem, startedKatas: ReadonlySet<string>): TreeItem {
  const row = itemRow(node, startedKatas);
  const { items } = node.plan;
  const place = items.findIndex(({ item }) => item === node.item) + 1;
  row.accessibilityInformation = {
    label: `${row.accessibilityInformation!.label}, ${place} of ${items.length}`,
    role: 'treeitem',
  };
  return row;
}
