import type { Rule } from './rule.ts';

const EMPTY = /^(?:-|–|—|n\/a|none|tbd|todo|\?|unknown)?$/i;

/** A failure mode with an empty cell: the one nobody thought through is the one that happens. */
export const failureRow: Rule = {
  code: 'KP931',
  name: 'failure-row-incomplete',
  class: 'structural',
  severity: { automatic: 'warning', strict: 'warning' },
  summary: 'A failure mode lacks its cause, detection or mitigation.',
  *check(document, { profile }) {
    if (profile.id !== 'design/failure-analysis') return;
    for (const { blocks } of document.allSections)
      for (const block of blocks) {
        if (
          block.kind !== 'table' ||
          !block.header.cells.some((cell) => /fail|mode|effect|cause/i.test(document.slice(cell)))
        )
          continue;
        for (const { cells, range } of block.rows)
          for (const [column, cell] of cells.entries()) {
            if (!EMPTY.test(document.slice(cell).trim())) continue;
            const name = block.header.cells[column];
            yield {
              range: cell.end > cell.start ? cell : (cells[0] ?? range),
              message: `"${name ? document.slice(name) : 'A cell'}" is empty for this failure. Fill it in.`,
            };
          }
      }
  },
};
