import {
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
} from 'vscode';
import { isTicked, proofWords } from '../../core/agenda/proofWords.ts';
import type { ItemNode } from '../../core/agenda/learningTree.ts';
import type { ItemState } from '../../core/progress/state.ts';

const itemIcons: Readonly<Record<ItemState, ThemeIcon>> = {
  'not-started': new ThemeIcon('circle-large-outline'),
  'in-progress': new ThemeIcon('play-circle', new ThemeColor('charts.yellow')),
  done: new ThemeIcon('pass-filled', new ThemeColor('testing.iconPassed')),
  skipped: new ThemeIcon('debug-step-over', new ThemeColor('disabledForeground')),
  planned: new ThemeIcon('calendar', new ThemeColor('disabledForeground')),
};
const nextIcon = new ThemeIcon('arrow-circle-right', new ThemeColor('charts.blue'));

const itemWords: Readonly<Record<ItemState, string>> = {
  'not-started': '',
  'in-progress': 'in progress',
  done: 'done',
  skipped: 'skipped',
  planned: 'planned',
};

/**
 * The row of an item, in whichever view. The state is in the icon and in a few words; the tooltip and a screen reader
 * get the whole sentence, and what proves it.
 */
export function itemRow(node: ItemNode, startedKatas: ReadonlySet<string>): TreeItem {
  const { item, state, upNext } = node;
  const row = new TreeItem(node.title, TreeItemCollapsibleState.None);
  row.id = node.key;
  row.description = short(node);
  row.iconPath = upNext && state === 'not-started' ? nextIcon : itemIcons[state];
  const spoken = joinWords(upNext && 'next', item.kind, node.words);
  row.tooltip = tooltip(node.title, spoken, item.detail, proofWords(item));
  row.contextValue = ['item', `is-${state}`, ...kataContext(node, startedKatas)].join(' ');
  row.command = { command: 'katapath.openItem', title: 'Open', arguments: [node] };
  row.accessibilityInformation = { label: `${node.title}, ${spoken}`, role: 'treeitem' };
  if (isTicked(item) && state !== 'planned') row.checkboxState = checkbox(node);
  return row;
}

export function checkbox({ title, state }: Pick<ItemNode, 'title' | 'state'>): TreeItem['checkboxState'] {
  const isDone = state === 'done';
  return {
    state: isDone ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: isDone ? 'Done: untick to reopen' : 'Tick when done',
    accessibilityInformation: { label: `${title}: ${isDone ? 'done' : 'not done'}`, role: 'checkbox' },
  };
}

/** Title, state, and the paragraphs that say something; text from a path is never Markdown. */
export function tooltip(title: string, state: string, ...paragraphs: (string | undefined)[]): MarkdownString {
  const text = new MarkdownString().appendMarkdown('**').appendText(title).appendMarkdown('**\n\n').appendText(state);
  for (const paragraph of paragraphs) if (paragraph) text.appendMarkdown('\n\n').appendText(paragraph);
  return text;
}

export const joinWords = (...parts: (string | number | false | undefined)[]) => parts.filter(Boolean).join(' · ');

/** A sidebar is narrow: what changes comes first, and nothing is said that the icon of its kind says already. */
function short({ state, upNext, progress }: ItemNode): string {
  const stages =
    progress.stages && state === 'in-progress' && `${progress.stages.done}/${progress.stages.total} stages`;
  return joinWords(upNext && 'next', stages || itemWords[state]);
}

function kataContext({ item, state }: ItemNode, startedKatas: ReadonlySet<string>): string[] {
  if (item.kind !== 'kata') return [item.kind];
  if (state === 'planned') return ['kata-planned'];
  return [startedKatas.has(item.kata!) ? 'kata-started' : 'kata-startable'];
}
