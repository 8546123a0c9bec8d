import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/documents/index.ts';
import { findDate } from '../../../src/core/documents/model/dates.ts';

const body = '\n\n## Context\n\nStatus: Rejected\n\n```\nStatus: Draft\nDate: 1999-01-01\n```\n';

/** [form of the status, its word, form of the date, the date], each read off the text by its range. */
function read(text: string): unknown[] {
  const document = parseDocument(text);
  const { status, date } = document.metadata;
  return [
    status?.form,
    status && document.slice(status.wordRange).toLowerCase(),
    date?.form,
    date && document.slice(date.dateRange),
  ];
}

describe('metadata', () => {
  for (const [name, header, expected] of [
    ['a section', '# T\n\nDate: 2024-01-10\n\n## Status\n\nAccepted', ['section', 'accepted', 'line', '2024-01-10']],
    [
      'a bold line',
      '# T\n\n**Status:** Accepted\n**Date**: 2024-01-10',
      ['bold-line', 'accepted', 'bold-line', '2024-01-10'],
    ],
    ['bullets', '# T\n\n- Status: accepted\n* Date: 2024-01-10', ['bullet', 'accepted', 'bullet', '2024-01-10']],
    [
      'bold bullets',
      '# T\n\n- **Status:** In Review\n- **Date:** 10 January 2024',
      ['bold-bullet', 'in review', 'bold-bullet', '10 January 2024'],
    ],
    [
      'a piped line',
      '# T\n\n**Status:** Proposed | **Date:** 2024-01-10',
      ['piped-line', 'proposed', 'piped-line', '2024-01-10'],
    ],
    ['a plain line', '# T\n\nStatus: superseded by ADR-5', ['line', 'superseded', undefined, undefined]],
    [
      'front matter',
      '---\nstatus: on hold\ndate: 2024-01-10\n---\n# T',
      ['front-matter', 'on hold', 'front-matter', '2024-01-10'],
    ],
    [
      'quoted front matter',
      '---\nstatus: "draft"\ncreated: \'2024-01-10\'\n---\n# T',
      ['front-matter', 'draft', 'front-matter', '2024-01-10'],
    ],
    [
      'rows of a table',
      '# T\n\n| Status | Accepted |\n|---|---|\n| Date | 2024-01-10 |',
      ['table', 'accepted', 'table', '2024-01-10'],
    ],
    [
      'columns of a table',
      '# T\n\n| Status | Date |\n|---|---|\n| Accepted | 2024-01-10 |',
      ['table', 'accepted', 'table', '2024-01-10'],
    ],
    ['a heading', '# T\n## Date: 2024-01-10 | Status: Accepted', ['heading', 'accepted', 'heading', '2024-01-10']],
    [
      "the roadmap's status section",
      '# T\n## Status\nPROPOSED | 2024-01-15 | Author: @sam',
      ['seed-section', 'proposed', 'seed-section', '2024-01-15'],
    ],
    ['a quote', '# T\n\n> **Status:** Accepted\n> **Date:** 2024-01-10', ['quote', 'accepted', 'quote', '2024-01-10']],
    ['a comment', '<!-- Owner: x\nStatus: Accepted -->\n# T', ['comment', 'accepted', undefined, undefined]],
    ['the title', '# 7: T | Status: ACCEPTED | Stand: 10.03.2026', ['title', 'accepted', 'title', '10.03.2026']],
    ['a change log', '# T\n\n## Changelog\n\n- 2024-01-10: first', [undefined, undefined, 'changelog', '2024-01-10']],
    ['an emoji in front', '# T\n\n**Status:** ✅ Accepted (#14)', ['bold-line', 'accepted', undefined, undefined]],
    [
      'a struck-out word in front',
      '# T\n\n## Status\n\n~~Proposed~~ Accepted',
      ['section', 'accepted', undefined, undefined],
    ],
    [
      'the ticked box of a list',
      '# T\n\n## Status\n\n- [ ] Proposed\n- [x] Accepted\n- [ ] Rejected',
      ['section', 'accepted', undefined, undefined],
    ],
    [
      'the ticked box of a line',
      '# T\n\n**Status:** [ ] Proposed [x] Accepted',
      ['bold-line', 'accepted', undefined, undefined],
    ],
    [
      'another language',
      '# T\n\n**Statut :** Accepté\n**Fecha:** 2024-01-10',
      ['bold-line', 'accepté', 'bold-line', '2024-01-10'],
    ],
    ['nothing', '# T\n\nNo word about it.', [undefined, undefined, undefined, undefined]],
  ] as const)
    for (const [variant, change] of [
      ['', (text: string) => text],
      [' (CRLF)', (text: string) => text.replaceAll('\n', '\r\n')],
      [' (byte order mark)', (text: string) => `\uFEFF${text}`],
    ] as const)
      it(`is found in ${name}${variant}`, () => assert.deepEqual(read(change(header + body)), expected));

  it('tells an empty status from none', () => {
    const { status } = parseDocument('# T\n\n## Status\n\n## Context\n\nx\n').metadata;
    assert.equal(status?.word, '');
    assert.equal(parseDocument('# T\n\n## Context\n').metadata.status, undefined);
  });

  it('takes boxes of which none is ticked for an empty status, and two ticked ones for two', () => {
    const words = (list: string) =>
      parseDocument(`# T\n\n## Status\n\n${list}\n`).metadata.statuses.map(({ word }) => word);
    assert.deepEqual(words('- [ ] Proposed\n- [ ] Accepted'), ['']);
    assert.deepEqual(words('- [x] Proposed\n- [ ] Rejected\n- [x] Accepted'), ['proposed', 'accepted']);
    assert.deepEqual(words('- [Accepted](0007-x.md)'), ['accepted']);
  });

  it('keeps every statement, so that two can be compared', () => {
    const { statuses } = parseDocument('---\nstatus: draft\n---\n# T\n\n## Status\n\nAccepted\n').metadata;
    assert.deepEqual(
      statuses.map(({ meaning }) => meaning),
      ['draft', 'accepted'],
    );
  });

  it('does not take a sentence with a colon for a statement', () => {
    assert.deepEqual(parseDocument('# T\n\nWe note: this is prose. See https://example.org\n').metadata.statements, []);
  });

  for (const [words, iso, format] of [
    ['2024-01-10', '2024-01-10', 'iso'],
    ['2024-02-30', undefined, 'impossible'],
    ['2024/1/9', '2024-01-09', 'year-first'],
    ['January 9, 2024', '2024-01-09', 'long'],
    ['9th of Feb 2024', '2024-02-09', 'long'],
    ['10.03.2026', '2026-03-10', 'day-first'],
    ['13/02/2024', '2024-02-13', 'day-first'],
    ['02/13/2024', '2024-02-13', 'month-first'],
    ['03/04/2024', undefined, 'ambiguous'],
    ['02.04.20', undefined, 'ambiguous'],
    ['016-08-2018', undefined, 'impossible'],
  ] as const)
    it(`reads ${words} as ${iso ?? format}`, () => {
      const found = findDate(`on ${words}, they say`);
      assert.deepEqual([found?.iso, found?.format], [iso, format]);
    });
});
