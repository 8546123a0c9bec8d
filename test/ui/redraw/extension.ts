import { TreeItem, window, type ExtensionContext, type TreeDataProvider } from 'vscode';
import { Redraw } from '../../../src/vscode/shared/redraw.ts';

/** A tree without rows when it is first shown, which learns of one in the turn after it said so. */
class LateRow implements TreeDataProvider<string> {
  private readonly redraw = new Redraw();
  readonly onDidChangeTreeData = this.redraw.event;
  private rows: string[] | undefined;

  getTreeItem(row: string): TreeItem {
    return new TreeItem(row);
  }

  getChildren(row?: string): string[] {
    if (row !== undefined) return [];
    this.redraw.handOver();
    if (this.rows) return this.rows;
    this.rows = ['a late row'];
    setImmediate(() => void this.redraw.fire());
    return [];
  }
}

export function activate(context: ExtensionContext): void {
  const started = window.createStatusBarItem();
  started.text = 'rows are there';
  started.show();
  context.subscriptions.push(started, window.createTreeView('rows.view', { treeDataProvider: new LateRow() }));
}
