import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';
import {
  toProblemWords,
  type DocumentNode,
  type DocumentTreeNode,
  type StatusNode,
} from '../../../core/documents/features/documentTree.ts';
import type { FolderDocuments } from '../folderDocuments.ts';

/** A folder of a workspace that has several, or a row below it. Commands take a document's row for its `uri`. */
export interface Row {
  readonly folder: FolderDocuments;
  readonly node: DocumentTreeNode | { readonly kind: 'folder'; readonly key: string; readonly title: string };
  readonly uri?: Uri;
}

const grey = new ThemeColor('disabledForeground');
const statusIcons: Readonly<Record<NonNullable<StatusNode['meaning']>, ThemeIcon>> = {
  draft: new ThemeIcon('edit'),
  proposed: new ThemeIcon('comment-discussion'),
  'in review': new ThemeIcon('eye'),
  accepted: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  implemented: new ThemeIcon('pass-filled', new ThemeColor('testing.iconPassed')),
  resolved: new ThemeIcon('pass-filled', new ThemeColor('testing.iconPassed')),
  deferred: new ThemeIcon('clock', grey),
  rejected: new ThemeIcon('circle-slash', grey),
  deprecated: new ThemeIcon('archive', grey),
  superseded: new ThemeIcon('replace-all', grey),
};

export function toRow({ node, uri }: Row): TreeItem {
  const row = new TreeItem(node.title, stateOf(node));
  row.id = node.key;
  row.description = short(node);
  row.contextValue = node.kind;
  row.accessibilityInformation = { label: spoken(node), role: 'treeitem' };
  const icon = iconOf(node);
  if (icon) row.iconPath = icon;
  if (node.kind === 'document' && uri) {
    row.tooltip = tooltip(node);
    row.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
  }
  return row;
}

function stateOf(node: Row['node']): TreeItemCollapsibleState {
  if (node.kind === 'document') return TreeItemCollapsibleState.None;
  // What is over is there when someone looks for it.
  const isOver = node.kind === 'status' && ['rejected', 'deprecated', 'superseded'].includes(node.meaning ?? '');
  return isOver ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
}

function iconOf(node: Row['node']): ThemeIcon | undefined {
  switch (node.kind) {
    case 'folder':
      return new ThemeIcon('root-folder');
    case 'kind':
      return new ThemeIcon('library');
    case 'status':
      return (node.meaning && statusIcons[node.meaning]) ?? new ThemeIcon('question');
    case 'document':
      return documentIcon(node);
  }
}

function documentIcon({ problems }: DocumentNode): ThemeIcon {
  if (problems?.errors) return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  if (problems?.warnings) return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  return new ThemeIcon('markdown');
}

function short(node: Row['node']): string {
  switch (node.kind) {
    case 'folder':
      return '';
    case 'kind':
      return String(node.count);
    case 'status':
      return String(node.documents.length);
    case 'document':
      return hasProblems(node) ? toProblemWords(node.problems!) : '';
  }
}

const hasProblems = ({ problems }: DocumentNode) => problems !== undefined && problems.errors + problems.warnings > 0;

/** Everything a row says, for those who hear it. */
function spoken(node: Row['node']): string {
  switch (node.kind) {
    case 'folder':
      return node.title;
    case 'kind':
      return `${node.title}, ${node.count}`;
    case 'status':
      return `${node.title}, ${node.documents.length}`;
    case 'document': {
      const { entry, problems, title } = node;
      return [title, entry.status ?? 'no status', problems && toProblemWords(problems)].filter(Boolean).join(', ');
    }
  }
}

function tooltip({ entry, title, problems }: DocumentNode): MarkdownString {
  const text = new MarkdownString();
  text.appendMarkdown('**').appendText(title).appendMarkdown('**\n\n');
  text.appendText([entry.status, entry.date, problems && toProblemWords(problems)].filter(Boolean).join(' · '));
  return text.appendMarkdown('\n\n').appendText(entry.file);
}
