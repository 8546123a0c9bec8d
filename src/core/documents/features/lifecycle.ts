import { HumanError } from '../../errors.ts';
import type { TextEdit } from '../../problem.ts';
import type { CorpusEntry } from '../corpus/entry.ts';
import { toRelative } from '../corpus/paths.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Statement, Status } from '../model/statement.ts';
import { readStatus, type StatusMeaning } from '../model/vocabulary.ts';
import type { Profile } from '../profiles/profile.ts';
import { lineEndOf } from '../rules/textTools.ts';
import { referenceName } from './references.ts';

/** A step in a record's life that a person may take. */
export type LifecycleStep = 'accept' | 'reject' | 'deprecate' | 'supersede';

const meanings: Readonly<Record<LifecycleStep, { meaning: StatusMeaning; word: string }>> = {
  accept: { meaning: 'accepted', word: 'Accepted' },
  reject: { meaning: 'rejected', word: 'Rejected' },
  deprecate: { meaning: 'deprecated', word: 'Deprecated' },
  supersede: { meaning: 'superseded', word: 'Superseded' },
};

export function isLifecycleStep(word: unknown): word is LifecycleStep {
  return typeof word === 'string' && Object.hasOwn(meanings, word);
}

/** The steps a record of a profile may take next, those its format has no word for left out. */
export function stepsFor(status: Status | undefined, profile: Profile): LifecycleStep[] {
  return (Object.keys(meanings) as LifecycleStep[]).filter(
    (step) => status?.meaning !== meanings[step].meaning && (!profile.statuses?.length || ownWord(step, profile)),
  );
}

/** The edits that give a record another status, spelled as its format and its author do. */
export function changeStatus(document: DesignDocument, step: LifecycleStep, profile: Profile): TextEdit[] {
  const status = statusOf(document);
  return [{ range: status.wordRange, text: spell(document, status, step, profile) }];
}

/**
 * The edits to two records that say, each in its own form, that one supersedes the other: `older` gets the status and
 * the way on, `newer` the way back.
 */
export function supersede(
  older: { document: DesignDocument; entry: CorpusEntry; profile: Profile },
  newer: { document: DesignDocument; entry: CorpusEntry },
): { older: TextEdit[]; newer: TextEdit[] } {
  const status = statusOf(older.document);
  const word = spell(older.document, status, 'supersede', older.profile);
  const edits =
    status.form === 'front-matter'
      ? [
          { range: status.wordRange, text: word },
          ...sayRelation(older.document, 'superseded by', nameFor(older.entry, newer.entry, true)),
        ]
      : [{ range: endOfStatus(older.document, status), text: `${word} by ${nameFor(older.entry, newer.entry)}` }];
  const isPlain = newer.document.metadata.status?.form === 'front-matter';
  return {
    older: edits,
    newer: sayRelation(newer.document, 'supersedes', nameFor(newer.entry, older.entry, isPlain)),
  };
}

/** `[ADR-031](0031-use-queues.md)`; in front matter, where brackets are a list, `ADR-031` or the file. */
function nameFor(from: CorpusEntry, to: CorpusEntry, isPlain = false): string {
  const path = toRelative(from.file, to.file);
  const name = referenceName(to);
  if (isPlain) return name ?? path;
  return `[${name ?? to.title}](${path})`;
}

function statusOf({ metadata }: DesignDocument): Status {
  if (metadata.status) return metadata.status;
  throw new HumanError('This document states no status.', {
    next: 'Add one where its format has it, such as "Status: Proposed" below the title, and try again.',
  });
}

const ownWord = (step: LifecycleStep, { statuses }: Profile) =>
  statuses?.find((word) => readStatus([word.toLowerCase()])?.meaning === meanings[step].meaning);

/** The format's own word, else the usual one in the case its author writes. */
function spell(document: DesignDocument, status: Status, step: LifecycleStep, profile: Profile): string {
  const own = ownWord(step, profile);
  if (own) return own;
  const { word } = meanings[step];
  const before = document.slice(status.wordRange);
  if (before && before === before.toUpperCase()) return word.toUpperCase();
  return before && before === before.toLowerCase() ? word.toLowerCase() : word;
}

/** The status and a "by …" that stands behind it already. */
function endOfStatus({ text }: DesignDocument, { wordRange, valueRange }: Status) {
  const rest = text.slice(wordRange.end, valueRange.end);
  const by = /^\s+by\s+(?:\[[^\]]*\]\([^)]*\)|[A-Z]{2,5}[- ]?\d+)/.exec(rest);
  return { start: wordRange.start, end: wordRange.end + (by?.[0].length ?? 0) };
}

/** Says a relation to another record in the form the document states its status in. */
function sayRelation(document: DesignDocument, relation: 'supersedes' | 'superseded by', name: string): TextEdit[] {
  const known = document.metadata.find(relation === 'supersedes' ? 'supersedes' : 'superseded-by');
  if (known && known.value !== '' && !/^(?:-|–|none|n\/a|\[\])$/i.test(known.value))
    return known.form === 'front-matter' && /^\[/.test(known.value)
      ? insert(known.valueRange.end - 1, `, ${name}`)
      : insert(known.valueRange.end, `, ${name}`);
  if (known) return [{ range: known.valueRange, text: known.value === '' ? ` ${name}` : name }];
  const { status } = document.metadata;
  const lineEnd = lineEndOf(document.text);
  switch (status?.form) {
    case 'front-matter':
      return insert(
        endOfLine(document.text, status.valueRange.end),
        `${lineEnd}${relation.replace(' ', '-')}: ${name}`,
      );
    case 'line':
    case 'bold-line':
    case 'bullet':
    case 'bold-bullet':
    case 'quote':
      return insert(
        endOfLine(document.text, status.valueRange.end),
        lineEnd + likeLine(document, status, relation, name),
      );
    case 'table':
      return insert(endOfLine(document.text, status.valueRange.end), `${lineEnd}| ${capital(relation)} | ${name} |`);
    case 'piped-line':
      return insert(status.valueRange.end, ` | ${labelLike(document, status, relation)} ${name}`);
    case 'section':
    case 'seed-section':
    case 'heading':
      return insert(
        endOfLine(document.text, status.valueRange.end),
        `${lineEnd}${lineEnd}${capital(relation)} ${name}`,
      );
    default: {
      const below = document.title?.headingRange.end ?? document.frontMatter?.range.end ?? 0;
      return insert(endOfLine(document.text, below), `${lineEnd}${lineEnd}${capital(relation)} ${name}`);
    }
  }
}

/** `- **Status:** Accepted  ` makes `- **Supersedes:** [ADR-017](…)  `, a hard break included. */
function likeLine({ text }: DesignDocument, status: Statement, relation: string, name: string): string {
  const start = text.lastIndexOf('\n', status.labelRange.start - 1) + 1;
  const before = text.slice(start, status.labelRange.start);
  const between = text.slice(status.labelRange.end, status.valueRange.start);
  const after = /(?: {2,}|\\)$/.exec(text.slice(status.valueRange.end, endOfLine(text, status.valueRange.end)));
  return `${before}${likeLabel(text, status, relation)}${between}${name}${after?.[0] ?? ''}`;
}

/** `**Supersedes:**` beside `**Status:** Accepted`. */
function labelLike({ text }: DesignDocument, status: Statement, relation: string): string {
  const lead = /[*_]*$/.exec(text.slice(0, status.labelRange.start).slice(-3))![0];
  const between = text.slice(status.labelRange.end, status.valueRange.start).trim();
  return `${lead}${likeLabel(text, status, relation)}${between}`;
}

function likeLabel(text: string, { labelRange }: Statement, relation: string): string {
  return /^\p{Ll}/u.test(text.slice(labelRange.start, labelRange.end)) ? relation : capital(relation);
}

const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1);

function insert(offset: number, text: string): TextEdit[] {
  return [{ range: { start: offset, end: offset }, text }];
}

/** The offset of the line's end, before `\r\n` or `\n`. */
function endOfLine(text: string, offset: number): number {
  const stop = text.slice(offset).search(/\r?\n|$/);
  return offset + stop;
}
