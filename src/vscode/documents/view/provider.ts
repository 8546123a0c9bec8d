import type { TreeDataProvider, TreeItem } from 'vscode';
import { documentTree, type DocumentTreeNode } from '../../../core/documents/features/documentTree.ts';
import { Redraw } from '../../shared/redraw.ts';
import type { DocumentChecker } from '../checker.ts';
import type { FolderDocuments } from '../folderDocuments.ts';
import type { ProblemCounts } from './problemCounts.ts';
import { toRow, type Row } from './rows.ts';

/** The tree "Design documents": what the libraries of the open folders know, as rows. */
export class DocumentsProvider implements TreeDataProvider<Row> {
  private readonly redraw = new Redraw();
  readonly onDidChangeTreeData = this.redraw.event;

  constructor(
    private readonly checker: DocumentChecker,
    private readonly counts: ProblemCounts,
  ) {}

  refresh(): void {
    void this.redraw.fire();
  }

  getTreeItem(row: Row): TreeItem {
    return toRow(row);
  }

  getChildren(row?: Row): Row[] | Promise<Row[]> {
    if (!row) return this.roots();
    const { node, folder } = row;
    switch (node.kind) {
      case 'folder':
        return this.kindsOf(folder);
      case 'kind':
        return node.groups.map((group) => this.row(folder, group));
      case 'status':
        return node.documents.map((document) => this.row(folder, document));
      case 'document':
        return [];
    }
  }

  dispose(): void {
    this.redraw.dispose();
  }

  /** Waits until every folder was read once: before that, "no documents" would be untrue. */
  private async roots(): Promise<Row[]> {
    await Promise.all(this.checker.allFolders.map(({ whenRead }) => whenRead));
    this.redraw.handOver();
    const folders = this.checker.allFolders.filter(({ library }) => library.corpus.entries.length > 0);
    if (folders.length === 1) return this.kindsOf(folders[0]!);
    return folders.map((folder) => ({
      folder,
      node: { kind: 'folder', key: folder.folder.uri.toString(), title: folder.folder.name },
    }));
  }

  private kindsOf(folder: FolderDocuments): Row[] {
    const key = folder.folder.uri.toString();
    const problemsOf = (file: string) => this.counts.of(folder, file);
    return documentTree(folder.library.corpus.entries, { key, problemsOf }).map((node) => this.row(folder, node));
  }

  private row(folder: FolderDocuments, node: DocumentTreeNode): Row {
    return node.kind === 'document' ? { folder, node, uri: folder.uriOf(node.entry.file) } : { folder, node };
  }
}
