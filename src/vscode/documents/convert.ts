import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  Location,
  Position,
  Range,
  type Uri,
} from 'vscode';
import type { DesignDocument, LineIndex } from '../../core/documents/index.ts';
import type { FolderDocuments } from './folderDocuments.ts';
import type { Problem, Severity, TextRange } from '../../core/problem.ts';
import { ruleLink } from './rulePages.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** Offsets of the core as a range of the editor. */
export function toRange({ lines }: { readonly lines: LineIndex }, { start, end }: TextRange): Range {
  const from = lines.toPosition(start);
  const to = lines.toPosition(end);
  return new Range(from.line, from.column, to.line, to.column);
}

/** Where a problem was found: the text in the editor, and the folder it is in. */
export interface DiagnosticPlace {
  readonly uri: Uri;
  readonly folder: FolderDocuments | undefined;
}

export function toDiagnostic(document: DesignDocument, problem: Problem, place?: DiagnosticPlace): Diagnostic {
  const diagnostic = new Diagnostic(toRange(document, problem.range), problem.message, severities[problem.severity]);
  diagnostic.source = 'katapath';
  diagnostic.code = { value: problem.code, target: ruleLink(problem.code) };
  if (problem.tags) diagnostic.tags = problem.tags.map((tag) => tags[tag]);
  if (problem.related && place)
    diagnostic.relatedInformation = problem.related.map((related) => toRelated(related, document, place));
  return diagnostic;
}

/** A problem of a file that is no design document: the settings, a schema. */
export function toPlainDiagnostic(lines: LineIndex, { code, severity, message, range }: Problem): Diagnostic {
  const diagnostic = new Diagnostic(toRange({ lines }, range), message, severities[severity]);
  diagnostic.source = 'katapath';
  diagnostic.code = { value: code, target: ruleLink(code) };
  return diagnostic;
}

/** A place in the document itself is exact; another document is meant as a whole, so its title stands for it. */
function toRelated(
  { file, range, message }: NonNullable<Problem['related']>[number],
  document: DesignDocument,
  { folder, uri }: DiagnosticPlace,
): DiagnosticRelatedInformation {
  if (!folder || file === folder.nameOf(uri))
    return new DiagnosticRelatedInformation(new Location(uri, toRange(document, range)), message);
  const title = new Position(folder.library.titleLineOf(file), 0);
  return new DiagnosticRelatedInformation(new Location(folder.uriOf(file), title), message);
}
