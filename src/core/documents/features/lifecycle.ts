import { HumanError } from '../../errors.ts';
import type { TextEdit } from '../../problem.ts';
import type { CorpusEntry } from '../corpus/entry.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Status } from '../model/statement.ts';
import { readStatus, type StatusMeaning } from '../model/vocabulary.ts';
import type { Profile } from '../profiles/profile.ts';
import { forgetRelation, isSaid, nameFor, relationStatement, sayRelation } from './sayRelation.ts';
import { choiceOf, sayStatus, successorWords } from './statusPlace.ts';

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

/**
 * The edits that give a record another status, spelled as its format and its author do. One that was superseded no
 * longer names its successor then.
 */
export function changeStatus(document: DesignDocument, step: LifecycleStep, profile: Profile): TextEdit[] {
  const status = statusOf(document);
  const word = spell(document, status, step, profile);
  if (status.meaning !== 'superseded' || step === 'supersede') return sayStatus(document, status, word);
  return [...sayStatus(document, status, word, ''), ...forgetRelation(document, 'superseded-by')];
}

/**
 * The edits to two records that say, each in its own form, that one supersedes the other: `older` gets the status and
 * the way on, `newer` the way back. What one of them says already is not said again.
 */
export function supersede(
  older: { document: DesignDocument; entry: CorpusEntry; profile: Profile },
  newer: { document: DesignDocument; entry: CorpusEntry },
): { older: TextEdit[]; newer: TextEdit[] } {
  return {
    older: sayHowItEnded(older, newer.entry),
    newer: sayRelation({ document: newer.document, from: newer.entry, to: older.entry }, 'supersedes'),
  };
}

/** The status with the way on behind it, or in a place of its own: front matter has one, and some headers. */
function sayHowItEnded(
  { document, entry, profile }: { document: DesignDocument; entry: CorpusEntry; profile: Profile },
  to: CorpusEntry,
): TextEdit[] {
  const status = statusOf(document);
  const word = spell(document, status, 'supersede', profile);
  const pair = { document, from: entry, to };
  const isFrontMatter = status.form === 'front-matter';
  const isApart = isFrontMatter || relationStatement(document, 'superseded-by') !== undefined;
  if (!choiceOf(document, status) && isSaid(pair, 'superseded-by')) return sayStatus(document, status, word);
  if (isApart && !successorWords(document, status))
    return [...sayStatus(document, status, word), ...sayRelation(pair, 'superseded-by')];
  return sayStatus(document, status, word, ` by ${nameFor(pair, isFrontMatter)}`);
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
