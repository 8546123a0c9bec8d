import type { DesignDocument } from '../model/document.ts';
import type { Section } from '../model/sections.ts';
import { contentsOf, countWords, itemsOf, type Content } from '../model/shape.ts';
import type { Profile } from '../profiles/profile.ts';

/**
 * A document as plain JSON: what a profile's schema is about. Absent things are absent keys, so that `required` can ask
 * for them.
 */
export interface DocumentView {
  readonly title?: {
    readonly heading: string;
    readonly text: string;
    readonly kind?: string;
    readonly number?: number;
  };
  readonly frontMatter?: Readonly<Record<string, unknown>>;
  /** The first statement of each field: `status` as its word, `date` as written, others as written. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Where they stand: `{ "status": "heading" }`; see `StatementForm`. */
  readonly forms: Readonly<Record<string, string>>;
  readonly sections: Readonly<Record<string, SectionView>>;
}

/** A section as a schema sees it. Few schemas count words or items, so they are counted when asked for. */
export class SectionView {
  readonly heading: string;
  readonly level: number;

  constructor(
    private readonly text: string,
    private readonly section: Section,
    /** How many sections come before it in the document, counting those the profile names. */
    readonly order: number,
  ) {
    this.heading = section.heading;
    this.level = section.level;
  }

  get contents(): readonly Content[] {
    return contentsOf(this.text, this.section);
  }

  get words(): number {
    return countWords(this.text, this.section);
  }

  get items(): number {
    return itemsOf(this.text, this.section).length;
  }
}

/** The sections a profile names, by its key; the outermost first one wins. */
export function findSections(document: DesignDocument, profile: Profile): ReadonlyMap<string, Section> {
  const found = new Map<string, Section>();
  for (const section of document.allSections) {
    for (const key of profile.keysOf(section)) {
      const earlier = found.get(key);
      if (!earlier || section.level < earlier.level) found.set(key, section);
    }
  }
  return found;
}

export function toView(document: DesignDocument, sections: ReadonlyMap<string, Section>): DocumentView {
  const { title, frontMatter } = document;
  const metadata: Record<string, string> = {};
  const forms: Record<string, string> = {};
  for (const statement of document.metadata.statements) {
    const { field, form } = statement;
    if (!field || field in metadata || statement.valueRange.start === statement.valueRange.end) continue;
    metadata[field] = statement.value;
    forms[field] = form;
  }
  const { status, date } = document.metadata;
  // A status without a word, such as boxes of which none is ticked, is none.
  if (status?.word === '') delete metadata.status;
  else if (status && 'status' in metadata) metadata.status = status.word;
  if (date && 'date' in metadata) {
    metadata.date = document.slice(date.dateRange);
    forms.date = date.form;
  }
  return {
    ...(title && { title: toTitleView(title) }),
    ...(frontMatter && { frontMatter: frontMatter.data }),
    metadata,
    forms,
    sections: Object.fromEntries(
      [...sections].map(([key, section], order) => [key, new SectionView(document.text, section, order)]),
    ),
  };
}

function toTitleView({ heading, text, kind, number }: NonNullable<DesignDocument['title']>): DocumentView['title'] {
  return { heading, text, ...(kind !== undefined && { kind }), ...(number !== undefined && { number }) };
}
