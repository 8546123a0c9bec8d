import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Severity } from '../../src/core/problem.ts';
import { checkDocument, type CheckResult } from '../../src/core/documents/index.ts';
import { findFolderProfiles } from '../../src/core/documents/detection/folderProfiles.ts';
import { readCorpus, type CorpusDocument } from '../support/documentCorpus.ts';

/** What a repository's documents really are, by reading them. */
const kinds: Readonly<Record<string, string>> = {
  'rust-lang__rfcs': 'rfc',
  reactjs__rfcs: 'rfc',
  getsentry__rfcs: 'rfc',
  'alphagov__govuk-rfcs': 'rfc',
  openshift__runbooks: 'runbook',
};
/** Repositories whose folder name in a clone says what they hold. */
const toWorkspace = (repository: string) => repository.split('__')[1]!;

function kindOf({ repository, path }: CorpusDocument): string {
  return /\/rfc\//.test(path) ? 'rfc' : (kinds[repository] ?? 'adr');
}

interface Checked extends CheckResult {
  readonly source: CorpusDocument;
  readonly kind: string;
}

/**
 * `npm run corpus`: detection and noise over published documents, and false hits over the other Markdown of this
 * machine. `npm run corpus -- KP301` lists every problem of a code; `-- misses` the documents that were not found;
 * `-- errors` every error.
 */
export function run(args: string[]): number {
  const corpus = readCorpus();
  if (corpus.length === 0) {
    console.log('There are no published documents at ../shared/corpus, so there is nothing to measure.');
    return 0;
  }
  const checked = check(corpus);
  const lines = [
    ...args.flatMap((wanted) => listOf(wanted, checked)),
    '',
    ...detection(checked),
    '',
    ...noise(checked),
    '',
    ...falseHits(args),
  ];
  console.log(lines.join('\n'));
  return 0;
}

function check(corpus: readonly CorpusDocument[]): Checked[] {
  const byFolder = groupBy(corpus, ({ repository, path }) => `${repository}/${dirname(path)}`);
  return [...byFolder.values()].flatMap((folder) => {
    const texts = folder.map(({ path, text }) => ({ file: path, text }));
    const folderProfiles = findFolderProfiles(texts, toWorkspace(folder[0]!.repository));
    return folder.map((source) => {
      const { repository, path, text } = source;
      const options = {
        file: path,
        workspace: toWorkspace(repository),
        today: '2026-11-20',
        folderProfile: folderProfiles.get(dirname(path)),
      };
      return { source, kind: kindOf(source), ...checkDocument(text, options) };
    });
  });
}

function detection(checked: readonly Checked[]): string[] {
  const rows = [...groupBy(checked, ({ source, kind }) => `${source.repository} ${kind}`)].map(([name, documents]) => {
    const right = documents.filter(({ kind, detection }) => detection?.profile.kind === kind);
    const profiles = count(documents.map(({ detection }) => detection?.profile.id ?? 'none'));
    return `  ${name.padEnd(64)} ${share(right.length, documents.length)}  ${profiles}`;
  });
  const totals = [...groupBy(checked, ({ kind }) => kind)].map(([kind, documents]) => {
    const right = documents.filter(({ detection }) => detection?.profile.kind === kind);
    return `  ${`all ${kind}`.padEnd(64)} ${share(right.length, documents.length)}`;
  });
  return ['Detection', ...rows, ...totals];
}

function noise(checked: readonly Checked[]): string[] {
  const problems = checked.flatMap(({ problems: all }) => all);
  const automatic = checked.filter(({ detection }) => detection && !detection.profile.strict);
  const inAutomatic = automatic.reduce((sum, document) => sum + document.problems.length, 0);
  const withErrors = checked.filter((document) => document.problems.some(({ severity }) => severity === 'error'));
  const severities: Severity[] = ['error', 'warning', 'info', 'hint'];
  const codes = [...groupBy(problems, ({ code }) => code)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, found]) => {
      const documents = checked.filter((document) => document.problems.some((problem) => problem.code === code)).length;
      return `  ${code}  ${String(found.length).padStart(5)} in ${share(documents, checked.length)} documents  ${count(found.map(({ severity }) => severity))}`;
    });
  return [
    'Problems',
    ...codes,
    `  by severity: ${severities.map((severity) => `${severity} ${problems.filter((problem) => problem.severity === severity).length}`).join(', ')}`,
    `  documents with an error: ${share(withErrors.length, checked.length)} (goal: at most 2 %)`,
    `  problems per document in automatic profiles: ${(inAutomatic / automatic.length).toFixed(2)} (goal: at most 1.5)`,
  ];
}

/** Markdown that is none of ours: what packages bring along. */
function falseHits(args: readonly string[]): string[] {
  const names = readdirSync('node_modules', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:md|markdown)$/i.test(name),
  );
  const texts = new Map(names.map((name) => [readFileSync(`node_modules/${name}`, 'utf8'), name]));
  const hits = [...texts].flatMap(([text, name]) => {
    const found = checkDocument(text, { file: `node_modules/${name.replaceAll('\\', '/')}` }).detection;
    return found ? [`    ${name} taken for ${found.profile.id}`] : [];
  });
  const perFile = hits.length / Math.max(texts.size, 1);
  return [
    'False hits',
    `  ${hits.length} of ${texts.size} other Markdown files, ${(perFile * 500).toFixed(2)} per 500 (goal: at most 1)`,
    ...(args.includes('misses') ? hits : []),
  ];
}

function listOf(wanted: string, checked: readonly Checked[]): string[] {
  if (wanted === 'misses')
    return checked
      .filter(({ kind, detection }) => detection?.profile.kind !== kind)
      .map(
        ({ source, kind, detection }) =>
          `${source.repository}/${source.path}: ${kind}, found ${detection?.profile.id ?? 'none'}`,
      );
  return checked.flatMap(({ source, document, problems }) =>
    problems
      .filter(({ code, severity }) => code === wanted || `${severity}s` === wanted)
      .map(({ code, range, message }) => {
        const { line } = document.lines.toPosition(range.start);
        return `${source.repository}/${source.path}:${line + 1} ${code} ${message} [${document.slice(range).slice(0, 60)}]`;
      }),
  );
}

function count(words: readonly string[]): string {
  return [...groupBy(words, (word) => word)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([word, all]) => `${word} ${all.length}`)
    .join(', ');
}

function share(part: number, whole: number): string {
  return `${part}/${whole} ${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
}

function groupBy<T>(all: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = nameOf(one);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}
