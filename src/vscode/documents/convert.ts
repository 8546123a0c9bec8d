import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  Location,
  Position,
  Range,
} from 'vscode';
import type { DesignDocument, LineIndex } from '../../core/documents/index.ts';
import type { FolderDocuments } from './folderDocuments.ts';
import type { Problem, Severity, TextRange } from '../../core/problem.ts';
import { rulePage } from './rulePages.ts';

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

export function toDiagnostic(
  document: DesignDocument,
  problem: Problem,
  folder: FolderDocuments | undefined,
): Diagnostic {
  const diagnostic = new Diagnostic(toRange(document, problem.range), problem.message, severities[problem.severity]);
  diagnostic.source = 'katapath';
  diagnostic.code = { value: problem.code, target: rulePage(problem.code) };
  if (problem.tags) diagnostic.tags = problem.tags.map((tag) => tags[tag]);
  if (problem.related && folder)
    diagnostic.relatedInformation = problem.related.map((place) => toRelated(place, folder));
  return diagnostic;
}

/** A problem of a file that is no design document: the settings, a schema. */
export function toPlainDiagnostic(lines: LineIndex, { code, severity, message, range }: Problem): Diagnostic {
  const diagnostic = new Diagnostic(toRange({ lines }, range), message, severities[severity]);
  diagnostic.source = 'katapath';
  diagnostic.code = { value: code, target: rulePage(code) };
  return diagnostic;
}

/** Places in other files are told by line 1 until those files are read: an offset alone says no line. */
function toRelated({ file, message }: NonNullable<Problem['related']>[number], folder: FolderDocuments) {
  return new DiagnosticRelatedInformation(new Location(folder.uriOf(file), new Position(0, 0)), message);
}
