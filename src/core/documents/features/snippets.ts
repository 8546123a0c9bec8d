import type { Profile } from '../profiles/profile.ts';
import { renderTemplate } from '../profiles/template.ts';

/** A snippet as VS Code reads it from a file. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** One snippet per profile: its new document, with a stop at each thing to fill in. */
export function toSnippets(profiles: readonly Profile[]): Readonly<Record<string, Snippet>> {
  const sorted = [...profiles].sort((a, b) => (a.id < b.id ? -1 : 1));
  return Object.fromEntries(
    sorted.map((profile) => [
      profile.title,
      { prefix: profile.id.replace('/', '-'), description: profile.description, body: toBody(profile) },
    ]),
  );
}

const today = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';

/** Braces and dollars mean something to a snippet; what the template says is meant as it stands. */
const escape = (words: string) => words.replace(/[\\$}]/g, (mark) => `\\${mark}`);

function toBody(profile: Profile): string[] {
  const stops = { title: '${1:Title}', slug: '${1:title}', author: '${3:author}', date: today };
  // Stand-ins go through the template like a document's own values, and become stops when the rest is escaped.
  const mark = (name: string) => `\uE000${name}\uE001`;
  const template = (profile.template ?? ['# {{title}}']).map((line) =>
    line
      .replace(/\{\{number(?::(\d+))?\}\}/g, (_whole, width = '1') => mark(`number${String(width)}`))
      .replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => mark(name)),
  );
  const text = renderTemplate({ ...profile, template }, { title: '', number: 1, date: '', author: '' });
  let next = 4;
  return escape(text.trimEnd())
    .replace(/\uE000number(\d)\uE001/g, (_whole, width: string) => `\${2:${'1'.padStart(Number(width), '0')}}`)
    .replace(/\uE000(\w+)\uE001/g, (whole, name: string) => stops[name as keyof typeof stops] ?? whole)
    .replace(/<!-- [^]*? -->/g, (comment) => `\${${next++}:${comment}}`)
    .split('\n');
}
