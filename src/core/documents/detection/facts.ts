import type { DesignDocument } from '../model/document.ts';
import type { Metadata } from '../model/metadata.ts';
import type { Section } from '../model/sections.ts';
import { headingSpellings } from '../model/vocabulary.ts';

/** What detection looks at, gathered once per document. */
export interface Facts {
  /** Folders of the path in lower case, with a slash at the end; `''` when the document has no place yet. */
  readonly folder: string;
  readonly file: string;
  readonly title: string;
  readonly titleKind: string | undefined;
  /** The names of its sections and the vocabulary keys they are spellings of. */
  readonly sections: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly hasFrontMatter: boolean;
  readonly statusForm: string | undefined;
  readonly dateForm: string | undefined;
  readonly isLabelled: boolean;
  readonly beside: ReadonlySet<string>;
}

export function toFacts(document: DesignDocument, path = '', beside: Iterable<string> = []): Facts {
  const slash = path.lastIndexOf('/');
  const { title, metadata, allSections, frontMatter } = document;
  return {
    folder: path.slice(0, slash + 1).toLowerCase(),
    file: path.slice(slash + 1).toLowerCase(),
    title: title?.heading ?? String(frontMatter?.data.title ?? ''),
    titleKind: title?.kind,
    sections: namesOf(allSections),
    labels: labelsOf(metadata),
    frontMatter: frontMatter?.data ?? {},
    hasFrontMatter: frontMatter !== undefined,
    statusForm: metadata.status?.form,
    dateForm: metadata.date?.form,
    isLabelled: allSections.some(({ kind }) => kind === 'label'),
    beside: new Set(beside),
  };
}

function namesOf(sections: readonly Section[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name } of sections) {
    names.add(name);
    for (const key of keysOf.get(name) ?? []) names.add(key);
  }
  return names;
}

function labelsOf({ statements }: Metadata): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const { form, label } of statements) if (form !== 'front-matter') labels.add(label);
  return labels;
}

const keysOf = new Map<string, string[]>();
for (const [key, spellings] of Object.entries(headingSpellings))
  for (const spelling of spellings) keysOf.set(spelling, [...(keysOf.get(spelling) ?? []), key]);
