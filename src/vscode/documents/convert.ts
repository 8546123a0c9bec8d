import { Diagnostic, DiagnosticSeverity, Range } from 'vscode';
import type { LineIndex } from '../../core/documents/index.ts';
import { toOneLine } from '../../core/text/visible.ts';
import type { Problem, Severity, TextRange } from '../../core/problem.ts';
import { ruleLink } from './rulePages.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Offsets of the core as a range of the editor. */
export function toRange({ lines }: { readonly lines: LineIndex }, { start, end }: TextRange): Range {
  const from = lines.toPosition(start);
  const to = lines.toPosition(end);
  return new Range(from.line, from.column, to.line, to.column);
}

/** What needs no other document: all there is to say of the settings or a schema. */
export function toPlainDiagnostic(lines: LineIndex, { code, severity, message, range }: Problem): Diagnostic {
  const diagnostic = new Diagnostic(toRange({ lines }, range), toOneLine(message), severities[severity]);
  diagnostic.source = 'katapath';
  diagnostic.code = { value: code, target: ruleLink(code) };
  return diagnostic;
}
