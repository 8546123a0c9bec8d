import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Severity } from '../../src/core/problem.ts';
import {
  buildCorpus,
  checkDocument,
  checkParsed,
  findFolderProfiles,
  parseDocument,
  summarise,
  type CheckResult,
} from '../../src/core/documents/index.ts';
import { cleanDocuments } from '../core/documents/mutations/cleanDocuments.ts';
import { measureRecall, printRecall } from '../core/documents/mutations/measure.ts';
import { toSubject, type Subject } from '../core/documents/mutations/subject.ts';
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
 * `-- errors` every error; `-- others=/some/folder` looks for false hits there too.
 */
export function run(args: string[]): number {
  const corpus = readCorpus();
  if (args.includes('--mutations') || args.includes('mutations')) return recall(corpus, args);
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
  return [...groupBy(corpus, ({ repository }) => repository)].flatMap(([repository, documents]) =>
    checkRepository(toWorkspace(repository), documents),
  );
}

/** Twice, as the editor and the command line do: first to know the others, then with that knowledge. */
function checkRepository(workspace: string, sources: readonly CorpusDocument[]): Checked[] {
  const parsed = sources.map((source) => ({ source, file: source.path, document: parseDocument(source.text) }));
  const folderProfiles = findFolderProfiles(parsed, workspace);
  const optionsOf = (file: string) => ({
    file,
    workspace,
    today: '2026-11-20',
    folderProfile: folderProfiles.get(folderOf(file)),
  });
  const entries = parsed.flatMap(({ file, document }) => {
    const { detection } = checkParsed(document, optionsOf(file));
    return detection ? [summarise(document, file, detection.profile)] : [];
  });
  // The copies hold Markdown only, so nobody can say which other files a link may name.
  const anchors = new Map(parsed.map(({ file, document }) => [file, document.anchors]));
  const corpus = buildCorpus(entries, { anchorsOf: (file) => anchors.get(file) });
  return parsed.map(({ source, file, document }) => {
    return { source, kind: kindOf(source), document, ...checkParsed(document, { ...optionsOf(file), corpus }) };
  });
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), 0));
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

/**
 * `-- mutations`: how much of the damage done to clean documents is found, made ones and published ones; fails below
 * 97 of 100. `made` or `published` alone, and `part=1/4` for a share of them, keep each run short.
 */
function recall(corpus: readonly CorpusDocument[], args: readonly string[]): number {
  const [part = 1, parts = 1] = (args.find((arg) => arg.startsWith('part='))?.slice('part='.length) ?? '1/1')
    .split('/')
    .map(Number);
  const share = <T>(all: readonly T[]) => all.filter((_one, index) => index % parts === part - 1);
  const results = [
    ...(args.includes('published') ? [] : [report('made', share(cleanDocuments()))]),
    ...(args.includes('made') || corpus.length === 0 ? [] : [report('published', publishedSubjects(share(corpus)))]),
  ];
  return results.every(Boolean) ? 0 : 1;
}

/** Prints a table, one line per kind of damage. True when enough was found. */
function report(which: string, subjects: readonly Subject[]): boolean {
  const tallies = measureRecall(subjects);
  console.log(
    [`Damage of ${tallies.length} kinds to ${subjects.length} ${which} documents`, ...printRecall(tallies)].join('\n'),
  );
  const sum = (key: 'damaged' | 'found') => tallies.reduce((total, tally) => total + tally[key], 0);
  return sum('found') >= 0.97 * sum('damaged');
}

function publishedSubjects(corpus: readonly CorpusDocument[]): Subject[] {
  return corpus.flatMap(({ repository, path, text }) => {
    const subject = toSubject(path, text, { workspace: toWorkspace(repository) });
    return typeof subject === 'string' ? [] : [subject];
  });
}

/** Markdown that is none of ours: what packages bring along, and what `others=<folder>` names. */
function falseHits(args: readonly string[]): string[] {
  const folders = [
    'node_modules',
    ...args.filter((arg) => arg.startsWith('others=')).map((arg) => arg.slice('others='.length)),
  ];
  const texts = new Map(
    folders.flatMap((folder) => listMarkdown(folder).map((name) => [readFileSync(name, 'utf8'), name])),
  );
  const hits = [...texts].flatMap(([text, name]) => {
    const found = checkDocument(text, { file: name }).detection;
    return found ? [`    ${name} taken for ${found.profile.id}`] : [];
  });
  const perFile = hits.length / Math.max(texts.size, 1);
  return [
    'False hits',
    `  ${hits.length} of ${texts.size} other Markdown files, ${(perFile * 500).toFixed(2)} per 500 (goal: at most 1)`,
    ...(args.includes('misses') ? hits : []),
  ];
}

function listMarkdown(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|markdown)$/i.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
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
