import type { TextRange } from '../../../../src/core/problem.ts';
import type { Section } from '../../../../src/core/documents/model/sections.ts';
import { itemsOf } from '../../../../src/core/documents/model/shape.ts';
import type { Subject } from './subject.ts';

export interface Damage {
  readonly text: string;
  /** Its name after the damage, when that is another one. */
  readonly file?: string;
  /** A place on the line where the problem must be reported. */
  readonly at: number;
}

/** One way in which documents go wrong. */
export interface Operator {
  readonly name: string;
  /** The rule that must see it. */
  readonly code: string;
  /** Undefined when a document has nothing that can be damaged like this. */
  damage(subject: Subject, pick: <T>(from: readonly T[]) => T): Damage | undefined;
}

export const operators: readonly Operator[] = [
  {
    name: 'a required section is removed',
    code: 'KP301',
    damage(subject, pick) {
      const section = pickSection(subject, requiredKeys(subject), pick);
      if (!section || section.kind === 'label') return undefined;
      const text = replace(subject.text, wholeOf(section), '');
      return { text, at: firstHeading(text) };
    },
  },
  {
    name: 'a section is emptied',
    code: 'KP302',
    damage(subject, pick) {
      const keys = (subject.profile.sections ?? []).map(({ key }) => key);
      const section = pickSection(subject, keys, pick);
      if (!section || section.kind === 'label' || statesSomething(subject, section)) return undefined;
      const body = { start: section.headingRange.end, end: section.range.end };
      return { text: replace(subject.text, body, keptComment(subject, body)), at: section.words.start };
    },
  },
  {
    name: 'a heading is misspelt',
    code: 'KP305',
    damage(subject, pick) {
      const section = pickSection(subject, requiredKeys(subject), pick);
      const words = section && subject.document.slice(section.words);
      if (!section || section.kind === 'label' || !words || words.length < 7 || !/^[A-Za-z -]+$/.test(words))
        return undefined;
      const at = words.length - 3;
      const swapped = words.slice(0, at) + words[at + 1] + words[at] + words.slice(at + 2);
      if (swapped.toLowerCase() === words.toLowerCase()) return undefined;
      return { text: replace(subject.text, section.words, swapped), at: section.words.start };
    },
  },
  {
    name: 'a section is there twice',
    code: 'KP306',
    damage(subject, pick) {
      const keys = (subject.profile.sections ?? []).map(({ key }) => key);
      const section = pickSection(subject, keys, pick);
      if (!section || section.kind === 'label' || section.parent) return undefined;
      const { end } = section.range;
      const copy = `\n\n${subject.document.slice(section.headingRange)}\n\nThe same again.\n`;
      const place = { start: end, end };
      return { text: replace(subject.text, place, copy), at: end + 2 };
    },
  },
  {
    name: 'the status loses a letter',
    code: 'KP202',
    damage({ document, text }) {
      const { status } = document.metadata;
      const word = status && document.slice(status.wordRange);
      if (!status?.meaning || !word || word.length < 6) return undefined;
      return { text: replace(text, status.wordRange, word.slice(0, 3) + word.slice(4)), at: status.wordRange.start };
    },
  },
  {
    name: 'the status is a word nobody knows',
    code: 'KP202',
    damage({ document, text }) {
      const { status } = document.metadata;
      if (!status?.meaning) return undefined;
      return { text: replace(text, status.wordRange, 'Pondered'), at: status.wordRange.start };
    },
  },
  {
    name: 'two statuses contradict each other',
    code: 'KP204',
    damage({ document, text }) {
      const { status } = document.metadata;
      if (!status?.meaning || status.meaning === 'rejected' || document.frontMatter) return undefined;
      const front = '---\nstatus: rejected\n---\n\n';
      return { text: front + text, at: front.length + status.wordRange.start };
    },
  },
  dateOperator('the date is a day that does not exist', 'KP208', '2026-02-30'),
  dateOperator('the date can be read in two ways', 'KP207', '03/04/2026'),
  dateOperator('the date is written out', 'KP207', 'March 17, 2026'),
  dateOperator('the date lies in the future', 'KP209', '2062-03-17'),
  {
    name: 'the title is removed',
    code: 'KP101',
    damage({ document, text, profile }) {
      const { required = [] } = profile.schema as { required?: readonly string[] };
      if (!document.title || !required.includes('title') || document.frontMatter?.data.title) return undefined;
      const damaged = replace(text, document.title.headingRange, '');
      return { text: damaged, at: firstHeading(damaged) };
    },
  },
  {
    name: 'the number is another one than in the file name',
    code: 'KP103',
    damage({ document, text, file }) {
      const range = document.title?.numberRange;
      if (!range || !/\d/.test(file.split('/').at(-1)!)) return undefined;
      return {
        text: replace(
          text,
          range,
          document.slice(range).replace(/\d$/, (digit) => String((Number(digit) + 3) % 10)),
        ),
        at: range.start,
      };
    },
  },
  proseOperator('a placeholder is left', 'KP401', '{describe the load}'),
  proseOperator('a TODO is left', 'KP402', 'TODO'),
  proseOperator('a web address has no scheme', 'KP802', '[there](www.example.org/queue)'),
  proseOperator('a link leads to no heading', 'KP801', '[there](#no-such-heading)'),
  proseOperator('a link leads to no file', 'KP801', '[there](0999-nothing.md)', ({ hasSiblings }) => hasSiblings),
  {
    name: 'a key stands twice in the front matter',
    code: 'KP001',
    damage({ document, text }) {
      const entry = document.frontMatter?.entries[0];
      if (!entry) return undefined;
      const line = `${entry.key}: again\n`;
      const { end } = document.frontMatter!.body;
      const start = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1;
      return { text: replace(text, { start, end: start }, line), at: start };
    },
  },
  itemOperator('an alternative loses its reason', 'KP502', 'alternatives', (words) =>
    words.replace(/ — rejected: .*/, ''),
  ),
  itemOperator('a reason says nothing', 'KP506', 'alternatives', (words) =>
    words.replace(/rejected: .*/, 'rejected: not suitable'),
  ),
  itemOperator('a trigger to revisit is an opinion', 'KP522', 'revisit', () => 'The queue becomes too slow'),
  {
    name: 'a letter is skipped',
    code: 'KP309',
    damage(subject) {
      const alternatives = subject.profile.strict ? subject.section('alternatives') : undefined;
      const last = alternatives && itemsOf(subject.text, alternatives).at(-1);
      if (last?.form !== 'letter') return undefined;
      const { start } = last.marker;
      return { text: replace(subject.text, { start, end: start + 1 }, 'F'), at: start };
    },
  },
  {
    name: 'a list becomes prose',
    code: 'KP308',
    damage(subject, pick) {
      const section = pickSection(
        subject,
        subject.profile.strict ? ['revisit', 'rationale', 'open-questions'] : [],
        pick,
      );
      if (!section) return undefined;
      const body = { start: section.headingRange.end, end: section.range.end };
      return {
        text: replace(subject.text, body, `\n\nIt will be seen then.\n${keptComment(subject, body)}`),
        at: section.words.start,
      };
    },
  },
  {
    name: 'the impact has no number',
    code: 'KP531',
    damage(subject) {
      const impact = subject.profile.strict ? subject.section('impact') : undefined;
      if (!impact) return undefined;
      const body = { start: impact.headingRange.end, end: impact.range.end };
      return {
        text: replace(subject.text, body, subject.document.slice(body).replace(/\d/g, 'n')),
        at: impact.words.start,
      };
    },
  },
  {
    name: 'a second title is added',
    code: 'KP104',
    damage({ document, text, profile }) {
      const last = document.sections.at(-1);
      if (!document.title || document.frontMatter?.data.title || profile.labels || !last || last.level < 2)
        return undefined;
      const { start } = last.headingRange;
      return { text: replace(text, { start, end: start }, '# Appendix\n\nNumbers.\n\n'), at: start };
    },
  },
  {
    name: 'it is superseded by nobody knows what',
    code: 'KP601',
    damage({ document, text, profile }) {
      const { status } = document.metadata;
      const word = profile.statuses?.find((known) => known.toLowerCase() === 'superseded');
      if (!status?.meaning || !word) return undefined;
      return { text: replace(text, status.wordRange, word), at: status.wordRange.start };
    },
  },
  {
    name: 'it is superseded by a document that does not exist',
    code: 'KP602',
    damage({ document, text, profile, hasSiblings }) {
      const { status } = document.metadata;
      if (!status?.meaning || !hasSiblings || profile.kind !== 'adr' || !document.title?.number) return undefined;
      if (status.form === 'front-matter') return undefined;
      return { text: replace(text, status.wordRange, 'Superseded by ADR-999'), at: status.wordRange.start };
    },
  },
  {
    name: 'the number is taken by another document',
    code: 'KP701',
    damage({ document, text, file, hasSiblings }) {
      const range = document.title?.numberRange;
      if (!hasSiblings || !range) return undefined;
      const taken = file.replace(/\d+(?=[^/]*(?:\/README\.md)?$)/, (digits) => '7'.padStart(digits.length, '0'));
      return { text: replace(text, range, '7'.padStart(range.end - range.start, '0')), file: taken, at: range.start };
    },
  },
  itemOperator('an action has no owner', 'KP911', 'action-items', (words) => words.replace(/ \(owner.*/, '')),
  {
    name: 'two entries of the timeline change places',
    code: 'KP912',
    damage(subject) {
      const timeline = subject.profile.kind === 'postmortem' ? subject.section('timeline') : undefined;
      const items = timeline && itemsOf(subject.text, timeline).filter(({ form }) => form === 'bullet');
      if (!items || items.length < 2) return undefined;
      const [first, second] = items.slice(-2) as [(typeof items)[0], (typeof items)[0]];
      const swapped = replace(
        replace(subject.text, second.words, subject.document.slice(first.words)),
        first.words,
        subject.document.slice(second.words),
      );
      return { text: swapped, at: swapped.lastIndexOf(subject.document.slice(first.words)) };
    },
  },
  cellOperator('a threat has no answer', 'KP921', 'threats'),
  cellOperator('a failure has an empty cell', 'KP931', 'failure-modes'),
  {
    name: 'the author is left out',
    code: 'KP210',
    damage({ document, text, profile }) {
      const { status } = document.metadata;
      if (profile.id !== 'rfc/seed' || !status) return undefined;
      return { text: text.replace(/ \| Author: @\w+/, ''), at: status.wordRange.start };
    },
  },
  {
    name: 'the date is left out',
    code: 'KP206',
    damage({ document, text, profile }) {
      const { date } = document.metadata;
      if (!/\/seed$/.test(profile.id) || !date || !document.title) return undefined;
      const damaged = text.replace(/Date: \S+ \| |\d{4}-\d{2}-\d{2} \| (?=Author)/, '');
      return { text: damaged, at: firstHeading(damaged) };
    },
  },
  {
    name: 'a heading skips a level',
    code: 'KP307',
    damage({ document, text, profile }) {
      const section = document.sections.at(-1);
      if (!profile.strict || !section) return undefined;
      const { end } = section.range;
      return { text: replace(text, { start: end, end }, '\n\n#### Detail\n\nMore words.\n'), at: end + 2 };
    },
  },
  {
    name: 'the chosen option is not in the list',
    code: 'KP505',
    damage(subject) {
      const decision = subject.section('decision');
      const options = subject.section('options');
      const chosen = decision && /Chosen option: "([^"]+)"/.exec(subject.document.slice(decision.range));
      if (!chosen || !options) return undefined;
      const start = decision.range.start + chosen.index + 'Chosen option: "'.length;
      return { text: replace(subject.text, { start, end: start + chosen[1]!.length }, 'Carrier pigeons'), at: start };
    },
  },
  {
    name: 'two sections change places',
    code: 'KP303',
    damage({ document, text, profile }) {
      const [first, second] = document.sections
        .filter(({ parent, name }) => !parent && !/status|date/.test(name))
        .slice(-2);
      if (!profile.strict || !first || !second) return undefined;
      const [a, b] = [wholeOf(first), wholeOf(second)];
      const words = document
        .slice(b)
        .replace(/<!--[^]*?-->\s*/g, '')
        .trimEnd();
      return {
        text: `${text.slice(0, a.start)}${words}\n\n${document.slice(a).trimEnd()}\n\n${keptComment({ document }, b)}`,
        at: a.start,
      };
    },
  },
  {
    name: 'the title has another form',
    code: 'KP102',
    damage({ document, text, profile }) {
      const { title } = document;
      if (!/\/seed$/.test(profile.id) || !title) return undefined;
      return {
        text: replace(text, title.range, document.slice(title.range).replace(': ', ' - ')),
        at: title.range.start,
      };
    },
  },
  {
    name: 'the document names a profile nobody has',
    code: 'KP991',
    damage({ text, hasSiblings }) {
      const at = text.indexOf('katapath: profile=');
      return hasSiblings && at >= 0 ? { text: text.replace('profile=', 'profile=no/'), at } : undefined;
    },
  },
];

function dateOperator(name: string, code: string, date: string): Operator {
  return {
    name,
    code,
    damage({ document, text }) {
      const stated = document.metadata.date;
      // A change log has several days, and the last one counts.
      if (!stated?.iso || document.metadata.dates.length > 1) return undefined;
      return { text: replace(text, stated.dateRange, date), at: stated.dateRange.start };
    },
  };
}

function proseOperator(
  name: string,
  code: string,
  words: string,
  isPossible: (subject: Subject) => boolean = () => true,
): Operator {
  return {
    name,
    code,
    damage(subject, pick) {
      const paragraphs = subject.document.sections.flatMap(({ blocks }) =>
        blocks.filter((block) => block.kind === 'paragraph' && block.lines.length > 1),
      );
      if (paragraphs.length === 0 || !isPossible(subject)) return undefined;
      const block = pick(paragraphs);
      const line = block.kind === 'paragraph' ? pick(block.lines) : block.range;
      return { text: replace(subject.text, { start: line.end, end: line.end }, ` ${words}`), at: line.start };
    },
  };
}

function itemOperator(name: string, code: string, key: string, change: (words: string) => string): Operator {
  return {
    name,
    code,
    damage(subject, pick) {
      const section = subject.profile.strict || key === 'action-items' ? subject.section(key) : undefined;
      const items = section
        ? itemsOf(subject.text, section).filter(({ form }) => form !== 'section' && form !== 'row')
        : [];
      if (items.length === 0) return undefined;
      const { words } = pick(items);
      const before = subject.document.slice(words);
      const after = change(before);
      return after === before ? undefined : { text: replace(subject.text, words, after), at: words.start };
    },
  };
}

function cellOperator(name: string, code: string, key: string): Operator {
  return {
    name,
    code,
    damage(subject, pick) {
      const table = subject.section(key)?.blocks.find((block) => block.kind === 'table');
      if (!table || table.rows.length === 0) return undefined;
      const cell = pick(table.rows).cells.at(-1)!;
      return { text: replace(subject.text, cell, ''), at: cell.start };
    },
  };
}

function requiredKeys({ profile }: Subject): readonly string[] {
  const { properties } = profile.schema as { properties?: { sections?: { required?: readonly string[] } } };
  return properties?.sections?.required ?? [];
}

function pickSection(
  subject: Subject,
  keys: readonly string[],
  pick: <T>(from: readonly T[]) => T,
): Section | undefined {
  const found = keys.flatMap((key) => subject.section(key) ?? []);
  return found.length > 0 ? pick(found) : undefined;
}

function statesSomething({ document }: Subject, { range }: Section): boolean {
  return document.metadata.statements.some(
    ({ valueRange }) => valueRange.start >= range.start && valueRange.end <= range.end,
  );
}

const wholeOf = ({ headingRange, range }: Section): TextRange => ({ start: headingRange.start, end: range.end });

/** The comment that names the profile stands at the end of the text and must outlive what is cut there. */
function keptComment({ document }: Pick<Subject, 'document'>, range: TextRange): string {
  const comment = /<!-- katapath: [^]*?-->/.exec(document.slice(range));
  return comment ? `\n\n${comment[0]}\n` : '\n\n';
}

function replace(text: string, { start, end }: TextRange, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}

/** Where problems of the whole document are reported: its title, else its first heading, else its first words. */
function firstHeading(text: string): number {
  const front = /^---\r?\n[^]*?\n---\r?\n/.exec(text)?.[0].length ?? 0;
  const body = text.slice(front);
  const title = /^# \S/m.exec(body) ?? /^#{1,6} \S/m.exec(body) ?? /\S/.exec(body);
  return front + (title?.index ?? 0);
}
