import { lettersIn, type Item } from '../model/shape.ts';
import type { DesignDocument } from '../model/document.ts';
import { findOptions } from './options.ts';
import type { Rule } from './rule.ts';

/** Letters that skip or repeat: `A.`, `B.`, `D.`. Someone will ask for option C. */
export const letteredSequence: Rule = {
  code: 'KP309',
  name: 'lettered-sequence',
  class: 'structural',
  severity: { automatic: 'off', strict: 'warning' },
  summary: 'Lettered items skip or repeat a letter.',
  *check(document, context) {
    const options = findOptions(context);
    for (const section of document.allSections) {
      const items = section.blocks.flatMap((block) => lettersIn(document.text, block));
      // "J. Smith wrote it." is a sentence; one letter is a list only where options stand.
      if (items.length < 2 && section !== options) continue;
      const wrong = items.findIndex((item, index) => letterOf(document, item) !== toLetter(index));
      if (wrong < 0) continue;
      const edits = items.flatMap(({ marker }, index) => {
        const range = { start: marker.start, end: marker.start + 1 };
        return document.slice(range) === toLetter(index) ? [] : [{ range, text: toLetter(index) }];
      });
      yield {
        range: items[wrong]!.marker,
        message: `"${letterOf(document, items[wrong]!)}" stands where "${toLetter(wrong)}" belongs.`,
        fix: { title: 'Letter the items in order', kind: 'safe', edits },
      };
    }
  },
};

const letterOf = (document: DesignDocument, { marker }: Item) => document.text[marker.start]!;
const toLetter = (index: number) => String.fromCharCode(65 + (index % 26));
