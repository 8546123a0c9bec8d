import { EndOfLine, Range, WorkspaceEdit, workspace, type TextDocument, type Uri } from 'vscode';
import { toWritable } from '../../core/fileNames.ts';
import type { Folder } from '../../core/ports.ts';
import { refuseLinks, uriBelow, uriFolder } from './uriFolder.ts';

/**
 * A folder whose open files are written through their editors. A file that changed behind an editor's back is read anew a
 * moment later, and a person who types within that moment could not save any more. Undo takes the change back, too.
 */
export function editorFolder(root: Uri): Folder {
  const folder = uriFolder(root);
  return {
    ...folder,
    async write(name, text) {
      await refuseLinks(root, toWritable(name));
      const uri = uriBelow(root, name).toString();
      const open = workspace.textDocuments.find((document) => document.uri.toString() === uri);
      if (!open || !holds(open, text) || !(await replace(open, text))) await folder.write(name, text);
    },
  };
}

/** A document has one kind of line end; a text with others would not be written as it is. */
const holds = ({ eol }: TextDocument, text: string) =>
  eol === EndOfLine.LF ? !text.includes('\r') : !/(^|[^\r])\n/.test(text);

async function replace(document: TextDocument, text: string): Promise<boolean> {
  const edit = new WorkspaceEdit();
  edit.replace(
    document.uri,
    new Range(document.positionAt(0), document.lineAt(document.lineCount - 1).range.end),
    text,
  );
  return (await workspace.applyEdit(edit)) && (!document.isDirty || (await document.save()));
}
