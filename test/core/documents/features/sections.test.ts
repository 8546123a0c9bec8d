import assert from 'node:assert/strict';
import { insertMissingSections } from '../../../../src/core/documents/features/sections.ts';
import { suppressHere } from '../../../../src/core/documents/features/suppress.ts';
import { applyEdits, bundledProfiles, checkDocument, parseDocument } from '../../../../src/core/documents/index.ts';

describe('inserting missing sections', () => {
  const required = ({ schema }: (typeof bundledProfiles)[number]): string[] =>
    (schema as { properties?: { sections?: { required?: string[] } } }).properties?.sections?.required ?? [];

  for (const profile of bundledProfiles.filter((candidate) => required(candidate).length > 1 && !candidate.labels))
    it(`gives ${profile.id} every section in its order, once`, () => {
      const text = `<!-- katapath: profile=${profile.id} -->\n\n# Use queues\n\nWords.\n`;
      const first = checkDocument(text);
      assert.equal(first.detection?.profile.id, profile.id);
      const done = checkDocument(applyEdits(text, insertMissingSections(first.problems)));
      assert.deepEqual(
        done.problems.filter(({ code }) => code === 'KP301' || code === 'KP303').map(({ message }) => message),
        [],
        done.document.text,
      );
      assert.deepEqual(insertMissingSections(done.problems), []);
    });

  it('writes bold labels into a document whose sections are bold labels', () => {
    const text =
      '<!-- katapath: profile=adr/labels -->\n\n# Use queues\n\n**Status:** Accepted\n\n**Context:** Mail is slow.\n';
    const first = checkDocument(text);
    const edits = insertMissingSections(first.problems);
    const whole = applyEdits(text, edits);
    assert.ok(edits.length > 0);
    assert.doesNotMatch(whole, /^#{2}/m);
    assert.match(whole, /^\*\*Decision:\*\*/m);
    assert.ok(!checkDocument(whole).problems.some(({ code }) => code === 'KP301'), whole);
  });

  it('changes nothing when nothing is missing', () => {
    assert.deepEqual(insertMissingSections([]), []);
  });
});

describe('silencing a rule where it speaks', () => {
  const text = '# ADR-001: Use queues\n## Date: 2024-01-10 | Status: Acepted\n## Context\nWords.\n';
  const put = (source: string, code: string, at: number) => {
    const { offset, before, reason, after } = suppressHere(parseDocument(source), code, at);
    return source.slice(0, offset) + before + reason + after + source.slice(offset);
  };
  const codes = (source: string) => checkDocument(source).problems.map(({ code }) => code);

  it('takes the problem away, and nothing else', () => {
    assert.ok(codes(text).includes('KP202'));
    const silenced = put(text, 'KP202', text.indexOf('Acepted'));
    assert.match(silenced, /^<!-- katapath-disable-next-line KP202: reason -->\n## Date/m);
    assert.deepEqual(
      codes(silenced),
      codes(text).filter((code) => code !== 'KP202'),
    );
  });

  it('goes below front matter, which has no comments, and keeps the line ends', () => {
    const source =
      '---\r\nstatus: acepted\r\n---\r\n\r\n# Use queues\r\n\r\n## Context and Problem Statement\r\n\r\nWords.\r\n';
    const silenced = put(source, 'KP202', source.indexOf('acepted'));
    assert.match(silenced, /^---\r\nstatus: acepted\r\n---\r\n<!-- katapath-disable-file KP202: reason -->\r\n/);
    assert.ok(!codes(silenced).includes('KP202'));
  });
});
