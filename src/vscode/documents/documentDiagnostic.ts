import type { Diagnostic } from 'vscode';
import { DiagnosticRelatedInformation, DiagnosticTag, Location, Position, type Uri } from 'vscode';
import type { DesignDocument } from '../../core/documents/index.ts';
import { toOneLine } from '../../core/text/visible.ts';
import type { Problem } from '../../core/problem.ts';
import { toPlainDiagnostic, toRange } from './convert.ts';
import type { FolderDocuments } from './folderDocuments.ts';

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** Where a problem was found: the text in the editor, and the folder it is in. */
export interface DiagnosticPlace {
  readonly uri: Uri;
  readonly folder: FolderDocuments | undefined;
}

export function toDiagnostic(document: DesignDocument, problem: Problem, place?: DiagnosticPlace): Diagnostic {
  const diagnostic = toPlainDiagnostic(document.lines, problem);
  if (problem.tags) diagnostic.tags = problem.tags.map((tag) => tags[tag]);
  if (problem.related && place)
    diagnostic.relatedInformation = problem.related.map((related) => toRelated(related, document, place));
  return diagnostic;
}

/** A place in the document itself is exact; another document is meant as a whole, so its title stands for it. */
function toRelated(
  { file, range, message }: NonNullable<Problem['related']>[number],
  document: DesignDocument,
  { folder, uri }: DiagnosticPlace,
): DiagnosticRelatedInformation {
  if (!folder || file === folder.nameOf(uri))
    return new DiagnosticRelatedInformation(new Location(uri, toRange(document, range)), toOneLine(message));
  const title = new Position(folder.library.titleLineOf(file), 0);
  return new DiagnosticRelatedInformation(new Location(folder.uriOf(file), title), toOneLine(message));
}
