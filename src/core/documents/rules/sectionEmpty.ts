import type { Fix } from '../../problem.ts';
import { toAnchor } from '../model/anchors.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Section } from '../model/sections.ts';
import { isEmpty } from '../model/shape.ts';
import type { Rule, RuleContext } from './rule.ts';

/** A text with more empty headings is no document, and each fix takes its time. */
const MOST_OFFERED = 200;

/** A heading with nothing below it: the template's question, unanswered. */
export const sectionEmpty: Rule = {
  code: 'KP302',
  name: 'section-empty',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'A section has a heading and nothing below it.',
  schema: {
    handles: ({ path, keyword }) => path[0] === 'sections' && path[2] === 'contents' && keyword === 'minItems',
    explain: () => undefined,
  },
  *check(document, context) {
    const { profile } = context;
    const named = new Set((profile.sections ?? []).map(({ key }) => key));
    let offered = 0;
    for (const section of document.allSections) {
      if (!isEmpty(document.text, section) || statesSomething(document, section)) continue;
      const isNamed = profile.keysOf(section).some((key) => named.has(key));
      if (isNamed && isStillAsked(document, section))
        yield { range: section.words, message: `"${section.heading}" is still to be written.`, severity: 'info' };
      else {
        const fix = offered < MOST_OFFERED && canGo(document, section, context) ? remove(document, section) : undefined;
        if (fix) offered++;
        yield {
          range: section.words,
          message: `Nothing is written under "${section.heading}". Answer it, or remove the heading.`,
          ...(!isNamed && { severity: 'info' as const }),
          ...(fix && { fix }),
        };
      }
    }
  },
};

/** A comment that is not for this program. */
const QUESTION = /^<!--(?!\s*katapath)/;

/**
 * A draft whose template still asks its question here: the author has not come this far, which is no mistake until the
 * document claims to be decided.
 *
 *     ## Date: 2026-01-10 | Status: Proposed
 *     ## Context
 *     <!-- What forces the decision? -->
 */
function isStillAsked({ metadata, text }: DesignDocument, { blocks }: Section): boolean {
  const meaning = metadata.status?.meaning;
  if (meaning !== 'draft' && meaning !== 'proposed') return false;
  return blocks.some(({ kind, range }) => kind === 'html' && QUESTION.test(text.slice(range.start, range.end)));
}

/** A heading that nobody asks for and no link leads to, with not even a comment below it. */
function canGo(document: DesignDocument, section: Section, { profile, corpus, file }: RuleContext): boolean {
  if (section.kind === 'label' || section.blocks.length > 0) return false;
  const keys = profile.keysOf(section);
  const isAsked = profile.sections?.some(({ key, optional }) => !optional && keys.includes(key));
  const anchor = toAnchor(section.heading);
  if (isAsked || (file !== undefined && corpus?.isAwaited(file, anchor))) return false;
  return !targetsOf(document).has(`#${anchor}`);
}

/** Asked for each empty section, so made once. */
function targetsOf(document: DesignDocument): ReadonlySet<string> {
  let targets = targetsByDocument.get(document);
  if (!targets) targetsByDocument.set(document, (targets = new Set(document.links.map(({ target }) => target))));
  return targets;
}

const targetsByDocument = new WeakMap<DesignDocument, ReadonlySet<string>>();

/** The rest of a line, and the blank ones below it. */
const AFTER = /[^\n]*\n(?:[^\S\n]*\n)*/y;

/** Only the author knows that there is nothing to say, so it is never done unasked. */
function remove({ text }: DesignDocument, { headingRange }: Section): Fix {
  const start = text.lastIndexOf('\n', headingRange.start) + 1;
  AFTER.lastIndex = headingRange.end;
  const end = AFTER.test(text) ? AFTER.lastIndex : text.length;
  return { title: 'Remove the heading', kind: 'scaffold', edits: [{ range: { start, end }, text: '' }] };
}

/** The roadmap's heading `## Date: … | Status: …` says all it has to say. */
function statesSomething({ metadata }: DesignDocument, { words }: Section): boolean {
  return metadata.statements.some(({ labelRange }) => labelRange.start >= words.start && labelRange.end <= words.end);
}
