import { itemsOf } from '../model/shape.ts';
import type { Rule } from './rule.ts';
import { firstLine } from '../../text/lines.ts';
import { isEnglish } from '../model/english.ts';

const ANSWER =
  /\bmitigat\w*|\baccept\w*|\bprevent\w*|\bcontrol\w*|\btransfer\w*|\bavoid\w*|\b[MC]-?\d+\b|→|\bby\b|\bwith\b|\brate.?limit\w*|\bencrypt\w*|\bsign\w*|\bvalidat\w*|\bverif\w*|\brequire\w*/i;
const EMPTY = /^(?:-|–|—|n\/a|none|tbd|todo|\?)?$/i;

/** A threat and no answer to it: it must be mitigated, or accepted by name. */
export const threatWithoutMitigation: Rule = {
  code: 'KP921',
  name: 'threat-without-mitigation',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'warning' },
  summary: 'A threat is neither mitigated nor accepted.',
  *check(document, { profile, section }) {
    const threats = profile.kind === 'threat-model' ? section('threats') : undefined;
    if (!threats) return;
    const tables = threats.blocks.filter((block) => block.kind === 'table');
    for (const { header, rows } of tables) {
      const column = header.cells.findIndex((cell) =>
        /mitigat|control|counter|response|answer/i.test(document.slice(cell)),
      );
      if (column < 0) continue;
      for (const { cells, range } of rows)
        if (EMPTY.test(document.slice(cells[column] ?? range).trim()))
          yield {
            range: cells[0] ?? range,
            message: 'Nothing answers this threat. Mitigate it, or say who accepts it and why.',
          };
    }
    const mitigations = section('mitigation');
    if (tables.length > 0 || mitigations || !isEnglish(document)) return;
    for (const item of itemsOf(document.text, threats))
      if (item.form !== 'section' && !ANSWER.test(document.slice(item.words)))
        yield {
          range: firstLine(document.text, item.words),
          message: 'Nothing answers this threat. Mitigate it, or say who accepts it and why.',
        };
  },
};
