import { artifactKinds } from '../../../core/artifacts/index.ts';
import { allRules } from '../../../core/documents/index.ts';
import type { Severity } from '../../../core/problem.ts';
import type { FileReport, LintReport, ReportedProblem } from '../report.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** SARIF 2.1.0 with all rules in the order of their codes, so that the shards of one run merge to the whole one's result. */
export function toSarif({ files }: LintReport) {
  const index = new Map(rules.map(({ id }, place) => [id, place]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Katapath',
            informationUri: 'https://github.com/katapath/katapath',
            rules,
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) => file.problems.map((problem) => toResult(file, problem, index))),
      },
    ],
  };
}

/** The rules of design documents, then those of artifacts. */
const rules = [
  ...allRules.map(({ code, name, summary, class: kind, severity }) => ({
    id: code as string,
    name,
    shortDescription: { text: summary },
    defaultConfiguration: { level: levels[severity.automatic === 'off' ? 'hint' : severity.automatic] },
    properties: { class: kind as string },
  })),
  ...artifactKinds
    .flatMap((kind) => [...kind.rules.values()].map((rule) => ({ kind, rule })))
    .sort((one, other) => (one.rule.code < other.rule.code ? -1 : 1))
    .map(({ kind, rule }) => ({
      id: rule.code,
      name: rule.name,
      shortDescription: { text: rule.message },
      fullDescription: { text: rule.why },
      help: { text: rule.how },
      defaultConfiguration: { level: levels[rule.severity] },
      properties: { class: kind.id },
    })),
];

function toResult({ file }: FileReport, problem: ReportedProblem, index: ReadonlyMap<string, number>) {
  const { code, severity, message, line, column, endLine, endColumn } = problem;
  return {
    ruleId: code,
    ruleIndex: index.get(code) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { 'katapath/v1': problem.fingerprint },
  };
}
