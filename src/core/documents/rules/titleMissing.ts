import type { Fix } from '../../problem.ts';
import { fileNumber } from '../corpus/summarise.ts';
import type { DesignDocument } from '../model/document.ts';
import { renderTemplate } from '../profiles/template.ts';
import { firstWords } from '../schema/place.ts';
import type { Rule, RuleContext } from './rule.ts';
import { lineEndOf } from '../../text/lines.ts';

/** Neither a first heading nor a title in the front matter: the document has no name to be cited by. */
export const titleMissing: Rule = {
  code: 'KP101',
  name: 'title-missing',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'The document has no title.',
  schema: {
    handles: ({ path, keyword, params }) =>
      path.length === 0 && keyword === 'required' && params.missingProperty === 'title',
    explain(_failure, document, context) {
      if (typeof document.frontMatter?.data.title === 'string') return undefined;
      return {
        range: firstWords(document),
        message: 'The document has no title. Begin it with a heading of level one.',
        fix: insertTitle(document, context),
      };
    },
  },
};

/** The file's name is the title its author had in mind; what the words should be is theirs to say. */
function insertTitle({ blocks, text }: DesignDocument, { file = '', profile }: RuleContext): Fix | undefined {
  const template = profile.template?.find((line) => line.startsWith('# '));
  const title = wordsOf(file);
  const number = fileNumber(file);
  const first = blocks.find(({ kind }) => kind !== 'html');
  if (!template || !title || !first || (number === undefined && template.includes('{{number'))) return undefined;
  const values = { title, number: number ?? 0, date: '', author: '' };
  const heading = renderTemplate({ ...profile, template: [template], sections: [] }, values).trim();
  const start = text.lastIndexOf('\n', first.range.start - 1) + 1 || (text.startsWith('\uFEFF') ? 1 : 0);
  const edits = [{ range: { start, end: start }, text: heading + lineEndOf(text).repeat(2) }];
  return { title: `Insert "${heading}"`, kind: 'scaffold', edits };
}

/** `docs/adr/0012-print-labels.md` is about "Print labels"; `README.md` is about nothing. */
function wordsOf(file: string): string | undefined {
  const name = /([^/]*)\.\w+$/.exec(file)?.[1] ?? '';
  const words = name.replace(/^(?:[a-z]{2,4}[-_ ]?)?\d[\d-]*[-_ .]+/i, '').replace(/[-_ ]+/g, ' ');
  return /^(?:readme|index|template)?$/i.test(words) ? undefined : words[0]!.toUpperCase() + words.slice(1);
}
