import assert from 'node:assert/strict';
import { noConfig } from '../../../../src/core/model/config.ts';
import { insertMissingSections, missesSections } from '../../../../src/core/documents/features/sections.ts';
import { suppressHere } from '../../../../src/core/documents/features/suppress.ts';
import { applyEdits, bundledProfiles, checkDocument, parseDocument } from '../../../../src/core/documents/index.ts';
import type { Problem } from '../../../../src/core/problem.ts';
import { readCorpus } from '../../../support/documentCorpus.ts';

describe('inserting missing sections', () => {
  const required = ({ schema }: (typeof bundledProfiles)[number]): string[] =>
    (schema as { properties?: { sections?: { required?: string[] } } }).properties?.sections?.required ?? [];

  for (const profile of bundledProfiles.filter((candidate) => required(candidate).length > 1 && !candidate.labels))
    it(`gives ${profile.id} every section in its order, once`, () => {
      const text = `<!-- katapath: profile=${profile.id} -->\n\n# Use queues\n\nWords.\n`;
      const first = checkDocument(text);
      assert.equal(first.detection?.profile.id, profile.id);
      const done = checkDocument(applyEdits(text, insertMissingSections(first)));
      assert.deepEqual(
        done.problems.filter(({ code }) => code === 'KP301' || code === 'KP303').map(({ message }) => message),
        [],
        done.document.text,
      );
      assert.deepEqual(insertMissingSections(done), []);
    });

  it('writes bold labels into a document whose sections are bold labels', () => {
    const text =
      '<!-- katapath: profile=adr/labels -->\n\n# Use queues\n\n**Status:** Accepted\n\n**Context:** Mail is slow.\n';
    const first = checkDocument(text);
    const edits = insertMissingSections(first);
    const whole = applyEdits(text, edits);
    assert.ok(edits.length > 0);
    assert.doesNotMatch(whole, /^#{2}/m);
    assert.match(whole, /^\*\*Decision:\*\*/m);
    assert.ok(!checkDocument(whole).problems.some(({ code }) => code === 'KP301'), whole);
  });

  const insert = (text: string) => checkDocument(applyEdits(text, insertMissingSections(checkDocument(text))));
  const headings = ({ document }: ReturnType<typeof insert>) => document.allSections.map(({ heading }) => heading);
  const seed = '# ADR-001: Use queues\n## Date: 2026-01-10 | Status: Proposed\n';
  const order = ['Context', 'Decision', 'Rationale', 'Alternatives Considered', 'Trade-offs', 'Revisit When'];

  for (const present of [['Decision', 'Rationale'], ['Revisit When'], ['Rationale', 'Trade-offs'], []])
    it(`puts each where its format has it, beside ${present.join(' and ') || 'no other'}`, () => {
      const done = insert(seed + present.map((heading) => `## ${heading}\n- Words of it.\n`).join(''));
      assert.deepEqual(headings(done).slice(1), order, done.document.text);
      assert.deepEqual(
        done.problems.filter(({ code }) => /^KP(?:301|303|501|513)$/.test(code)),
        [],
      );
    });

  it('leaves what is inside another section where it is', () => {
    const done = insert(`${seed}## What we do\n### Decision\nQueues.\n### Notes\nWords.\n`);
    assert.deepEqual(headings(done).slice(1, 5), ['Context', 'What we do', 'Decision', 'Notes']);
  });

  it('gives a form of the author’s own its usual sections when it has none of them', () => {
    const done = insert(
      '<!-- katapath: profile=adr/loose -->\n\n# 50. Use one region\n\nDate: 2026-01-10\n\n## Status\n\nAccepted\n',
    );
    assert.ok(headings(done).includes('Decision'), done.document.text);
    assert.ok(!done.problems.some(({ code }) => code === 'KP301'));
  });

  for (const open of ['```sh\nrun', '<!-- later', '~~~~\n~~~', '<pre>\nrun'])
    it(`writes nothing into ${JSON.stringify(open)}, which is not closed`, () => {
      const checked = checkDocument(`${seed}## Context\nWords.\n\n${open}\n`);
      assert.deepEqual(insertMissingSections(checked), []);
      assert.ok(missesSections(checked));
    });

  it('changes nothing when nothing is missing', () => {
    assert.deepEqual(insertMissingSections(checkDocument('# Words\n\nNo design document.\n')), []);
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

describe('inserting missing sections into published documents', () => {
  it('leaves none missing, and no new one out of its order', function () {
    const documents = readCorpus();
    if (documents.length === 0) this.skip();
    const config = { ...noConfig, preset: 'strict' as const };
    const count = (problems: readonly Problem[], code: string) => problems.filter((one) => one.code === code).length;
    const wrong: string[] = [];
    for (const { path, text } of documents) {
      const first = checkDocument(text, { file: path, config });
      const edits = insertMissingSections(first);
      if (!missesSections(first)) continue;
      const { problems } = checkDocument(applyEdits(text, edits), { file: path, config });
      if (missesSections({ problems })) wrong.push(`${path}: still missing`);
      if (count(problems, 'KP303') > count(first.problems, 'KP303')) wrong.push(`${path}: order`);
    }
    assert.deepEqual(wrong, []);
  });
});
