import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  Location,
  Position,
  Range,
  Uri,
  type WorkspaceFolder,
} from 'vscode';
import type { DesignDocument } from '../../core/documents/index.ts';
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
export function toRange(document: DesignDocument, { start, end }: TextRange): Range {
  const from = document.lines.toPosition(start);
  const to = document.lines.toPosition(end);
  return new Range(from.line, from.column, to.line, to.column);
}

export function toDiagnostic(
  document: DesignDocument,
  problem: Problem,
  folder: WorkspaceFolder | undefined,
): Diagnostic {
  const diagnostic = new Diagnostic(toRange(document, problem.range), problem.message, severities[problem.severity]);
  diagnostic.source = 'katapath';
  diagnostic.code = { value: problem.code, target: rulePage(problem.code) };
  if (problem.tags) diagnostic.tags = problem.tags.map((tag) => tags[tag]);
  if (problem.related && folder)
    diagnostic.relatedInformation = problem.related.map((place) => toRelated(place, folder));
  return diagnostic;
}

/** Places in other files are told by line 1 until those files are read: an offset alone says no line. */
function toRelated({ file, message }: NonNullable<Problem['related']>[number], folder: WorkspaceFolder) {
  return new DiagnosticRelatedInformation(new Location(Uri.joinPath(folder.uri, file), new Position(0, 0)), message);
}
