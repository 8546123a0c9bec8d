import type { Profile, ProfileSection } from './profile.ts';

export interface TemplateValues {
  readonly title: string;
  readonly number: number;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly author: string;
}

/** A new document of a profile: its header and its sections, each with a comment that says what belongs there. */
export function renderTemplate(profile: Profile, values: TemplateValues): string {
  const header = (profile.template ?? ['# {{title}}']).map((line) => fill(line, values));
  const written = header.join('\n');
  const sections = (profile.sections ?? []).filter(
    ({ optional, heading }) => !optional && !header.includes(`## ${heading}`),
  );
  // Formats without a title have their sections where it would be.
  const mark = header.some((line) => line.startsWith('# ')) ? '##' : '#';
  return `${written}\n\n${sections.map((section) => renderSection(section, profile.labels ? undefined : mark)).join('\n')}`;
}

function renderSection({ heading, guidance }: ProfileSection, mark: string | undefined): string {
  const comment = guidance ? `<!-- ${guidance} -->` : '';
  if (mark === undefined) return `**${heading}:** ${comment}\n`;
  return comment ? `${mark} ${heading}\n\n${comment}\n` : `${mark} ${heading}\n`;
}

/** Where the profile wants a new document: `docs/adr/0018-use-queues.md`. */
export function renderFileName(profile: Profile, values: TemplateValues): string {
  return fill(profile.file ?? `docs/${profile.kind}/{{slug}}.md`, values);
}

function fill(line: string, { title, number, date, author }: TemplateValues): string {
  return line.replace(/\{\{(\w+)(?::(\d+))?\}\}/g, (whole, name: string, width = '0') => {
    switch (name) {
      case 'title':
        return title;
      case 'slug':
        return toSlug(title);
      case 'number':
        return String(number).padStart(Number(width), '0');
      case 'date':
        return date;
      case 'author':
        return author;
      default:
        return whole;
    }
  });
}

/** `Use PostgreSQL, not files!` is `use-postgresql-not-files`. */
export function toSlug(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'untitled'
  );
}
