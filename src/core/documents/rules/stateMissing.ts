import type { Fix, TextEdit } from '../../problem.ts';
import { parseDocument, type DesignDocument } from '../model/document.ts';
import type { Statement } from '../model/statement.ts';
import { renderTemplate } from '../profiles/template.ts';
import type { Profile } from '../profiles/profile.ts';
import type { RuleContext } from './rule.ts';
import { lineEndOf } from '../../text/lines.ts';

type Missing = 'status' | 'date' | 'author';
const labels = { status: 'Status', date: 'Date', author: 'Author' } as const;

/**
 * Offers to state what is missing, in the place and the words the format's own template has for it. What is stated then
 * is a claim, so it is for the author to ask for: the status is the one a draft begins with, the date is today's.
 *
 *     # ADR-017: Use PostgreSQL                  # ADR-017: Use PostgreSQL
 *     ## Date: 2024-01-10              ->        ## Date: 2024-01-10 | Status: Proposed
 */
export function stateMissing(document: DesignDocument, context: RuleContext, field: Missing): Fix | undefined {
  const own = ownStatus(context.profile);
  if (!own) return undefined;
  const value = { status: own.statement.value, date: context.today, author: '@{name}' }[field];
  const edit = value && (fillIn(document, field, value) ?? insertInto(document, own, field, value));
  return edit ? { title: `Add "${labels[field]}: ${value}"`, kind: 'scaffold', edits: [edit] } : undefined;
}

interface OwnStatus {
  readonly template: string;
  readonly statement: Statement;
}

/** How a new document of a profile states its status. */
function ownStatus(profile: Profile): OwnStatus | undefined {
  const values = { title: 'Title', number: 1, date: '2000-01-01', author: 'name' };
  const template = renderTemplate({ ...profile, sections: [] }, values);
  const statement = parseDocument(template).metadata.status;
  return statement && { template, statement };
}

/** Behind a label that has no value. */
function fillIn({ metadata, text }: DesignDocument, field: Missing, value: string): TextEdit | undefined {
  const known = metadata.find(field);
  if (!known || known.value !== '') return undefined;
  const { start } = known.valueRange;
  if (known.form === 'section') return insert(start, lineEndOf(text).repeat(2) + value);
  return insert(start, /[\s"']/.test(text[start - 1] ?? '') ? value : ` ${value}`);
}

function insertInto(document: DesignDocument, own: OwnStatus, field: Missing, value: string): TextEdit | undefined {
  switch (own.statement.form) {
    case 'heading':
      return intoHeading(document, field, value);
    case 'seed-section':
      return field === 'status' ? asSection(document, value) : behindStatus(document, field, value);
    case 'section':
      return field === 'status' ? asSection(document, value) : undefined;
    case 'front-matter':
      return intoFrontMatter(document, field, value);
    default:
      return belowTitle(document, `${lineEndOf(document.text)}${likeOwn(own, field)}${value}`);
  }
}

/** `## Date: 2024-01-10 | Status: Accepted`, in this order. */
function intoHeading(document: DesignDocument, field: Missing, value: string): TextEdit | undefined {
  const stated = document.metadata.statements.filter(({ form }) => form === 'heading');
  const said = `${labels[field]}: ${value}`;
  const status = stated.find((statement) => statement.field === 'status');
  if (field === 'date' && status) return insert(status.labelRange.start, `${said} | `);
  const last = stated.at(-1);
  return last ? insert(last.valueRange.end, ` | ${said}`) : belowTitle(document, `## ${said}`);
}

/** `PROPOSED | 2024-01-15 | Author: @name`, in this order. */
function behindStatus({ metadata }: DesignDocument, field: 'date' | 'author', value: string): TextEdit | undefined {
  const isInLine = ({ form }: Statement) => form === 'seed-section' || form === 'section';
  const { status, date } = metadata;
  if (!status || status.value === '' || !isInLine(status)) return undefined;
  const before = field === 'author' && date?.form === 'seed-section' ? date : status;
  return insert(before.valueRange.end, field === 'author' ? ` | Author: ${value}` : ` | ${value}`);
}

function asSection({ sections, text }: DesignDocument, value: string): TextEdit | undefined {
  const [first] = sections;
  if (!first || first.kind === 'label') return undefined;
  const lineEnd = lineEndOf(text);
  const lines = [`${'#'.repeat(first.level)} Status`, '', value, '', ''];
  return insert(text.lastIndexOf('\n', first.headingRange.start) + 1, lines.join(lineEnd));
}

function intoFrontMatter({ frontMatter, text }: DesignDocument, field: Missing, value: string): TextEdit | undefined {
  const first = frontMatter?.entries[0];
  return first && insert(first.keyRange.start, `${field}: ${value}${lineEndOf(text)}`);
}

/** A line of its own; without a title there is no place for it yet. */
function belowTitle({ title, text }: DesignDocument, line: string): TextEdit | undefined {
  if (!title) return undefined;
  const at = title.headingRange.end;
  const lineEnd = lineEndOf(text);
  // Words on the next line would run on with these.
  const isFree = /^[^\S\n]*(?:$|\r?\n[^\S\n]*(?:$|\r?\n|#))/.test(text.slice(at));
  return insert(at, lineEnd + line + (isFree ? '' : lineEnd));
}

/** `**Date:** ` where the template has `**Status:** `. */
function likeOwn({ template, statement: { labelRange, valueRange } }: OwnStatus, field: Missing): string {
  const lead = /(?:- )?[*_]*$/.exec(template.slice(0, labelRange.start))![0];
  return lead + labels[field] + template.slice(labelRange.end, valueRange.start);
}

function insert(offset: number, text: string): TextEdit {
  return { range: { start: offset, end: offset }, text };
}
