import { HumanError } from '../../errors.ts';
import { toWritable } from '../../fileNames.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { nextNumber } from '../corpus/nextNumber.ts';
import { shelfOf } from '../corpus/recordGroup.ts';
import type { Profile } from '../profiles/profile.ts';
import { isDocumentName, renderFileName, renderTemplate } from '../profiles/template.ts';

export interface NewDocument {
  readonly profile: Profile;
  readonly title: string;
  readonly author: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Where to put it; else where the documents of its kind are, else where the profile wants it. */
  readonly folder?: string | undefined;
}

/** The name and text of a new document, numbered after the last one of its kind, other branches' included. */
export function createDocument(
  { profile, title, author, date, folder }: NewDocument,
  corpus: Corpus,
): { file: string; text: string } {
  if (title.trim() === '')
    throw new HumanError('A document needs a title.', {
      next: 'Say what was decided or proposed: "Use PostgreSQL for orders".',
    });
  if (folder) toWritable(folder);
  const place = folder ?? usualShelf(profile.kind, corpus);
  const number = nextNumber(corpus, profile.kind, place);
  const values = { title: title.trim(), number, date, author };
  const wanted = renderFileName(profile, values);
  const shelf = shelfOf(wanted);
  // A record that is a folder takes it along: `0002-labels/README.md`.
  const name = shelf === '' ? wanted : wanted.slice(shelf.length + 1);
  const file = [place ?? shelf, name].filter(Boolean).join('/');
  if (!isDocumentName(file))
    throw new HumanError(`The profile “${profile.id}” names “${file}” for this document, and none is written there.`, {
      next: 'Let "file" in its schema name a Markdown file of this folder, outside of .git, .vscode and .katapath.',
    });
  if (corpus.exists(file))
    throw new HumanError(`${file} is there already.`, { next: 'Choose another title, or open that document.' });
  return { file, text: renderTemplate(profile, values) };
}

/** Where the profile wants its documents when there are none of their kind yet. */
export function firstShelf(profile: Profile): string {
  return shelfOf(renderFileName(profile, { title: 'title', number: 1, date: '2000-01-01', author: 'author' }));
}

/** The shelf that holds most documents of a kind. */
function usualShelf(kind: string, { entries }: Corpus): string | undefined {
  const counts = new Map<string, number>();
  for (const entry of entries)
    if (entry.kind === kind) counts.set(shelfOf(entry.file), (counts.get(shelfOf(entry.file)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
