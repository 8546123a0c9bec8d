import { stringify } from 'yaml';
import { isWritable } from '../../fileNames.ts';
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
  const lines = profile.template ?? ['# {{title}}'];
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const header = lines.map((line, index) => fill(line, values, index < end ? toYaml : undefined));
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
export function renderFileName(profile: Pick<Profile, 'file' | 'kind'>, values: TemplateValues): string {
  return fill(profile.file ?? `docs/${profile.kind}/{{slug}}.md`, values);
}

/** Whether a document may have this name: only Markdown is written, for nobody runs it or takes it for settings. */
export function isDocumentName(file: string): boolean {
  return /\.(md|markdown)$/i.test(file) && isWritable(file);
}

/** No numbering has more; a width from a folder of somebody else's may say anything. */
const MOST_DIGITS = 20;

/** Puts the values into a line; `write` says how free words are written behind what stands before them. */
function fill(
  line: string,
  { title, number, date, author }: TemplateValues,
  write: (words: string, before: string) => string = (words) => words,
): string {
  return line.replace(/\{\{(\w+)(?::(\d+))?\}\}/g, (whole, name: string, width: string | undefined, at: number) => {
    switch (name) {
      case 'title':
        return write(toOneLine(title), line.slice(0, at));
      case 'slug':
        return toSlug(title);
      case 'number':
        return String(number).padStart(Math.min(Number(width ?? 0), MOST_DIGITS), '0');
      case 'date':
        return date;
      case 'author':
        return write(toOneLine(author), line.slice(0, at));
      default:
        return whole;
    }
  });
}

const toOneLine = (words: string) => words.trim().replace(/\s+/g, ' ');

/** Words as front matter has them: as they are where YAML reads them so, with its escapes where it would not. */
function toYaml(words: string, before: string): string {
  const open = /(?:^|[\s[{,])(["'])[^"']*$/.exec(before)?.[1];
  if (open === '"') return JSON.stringify(words).slice(1, -1);
  if (open === "'") return words.replaceAll("'", "''");
  // Part of a longer value: quotes would stand in the middle of it.
  if (!/(?:[:-]\s+|[[,]\s*)$/.test(before)) return words;
  // In a list of one, so that its commas and brackets are minded too.
  return stringify([words], { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 })
    .trim()
    .slice(1, -1);
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
