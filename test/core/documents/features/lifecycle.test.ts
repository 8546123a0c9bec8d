import assert from 'node:assert/strict';
import { changeStatus, stepsFor, supersede } from '../../../../src/core/documents/features/lifecycle.ts';
import {
  applyEdits,
  bundledProfiles,
  DocumentLibrary,
  parseDocument,
  renderTemplate,
} from '../../../../src/core/documents/index.ts';
import { readMeaning } from '../../../../src/core/documents/rules/lifecycle.ts';

const older = 'docs/adr/0001-use-one-store.md';
const newer = 'docs/adr/0002-use-two-stores.md';

function open(texts: Readonly<Record<string, string>>, profile?: string) {
  const config = profile ? { documents: [{ files: '**/*.md', profile }] } : {};
  const library = new DocumentLibrary({ workspace: 'work', today: () => '2026-01-01', config: config as never });
  for (const [name, text] of Object.entries(texts)) library.put(name, text);
  library.setFiles(Object.keys(texts));
  const record = (file: string) => {
    const { document, detection } = library.check(file, texts[file]!);
    return { document, entry: library.corpus.entry(file)!, profile: detection!.profile };
  };
  return { library, record };
}

function supersedeOne(first: string, second: string, profile?: string) {
  const { record } = open({ [older]: first, [newer]: second }, profile);
  const edits = supersede(record(older), record(newer));
  const texts: Readonly<Record<string, string>> = {
    [older]: applyEdits(first, edits.older),
    [newer]: applyEdits(second, edits.newer),
  };
  return { texts, ...open(texts, profile) };
}

describe('a record’s life', () => {
  const nygard = (title: string, status: string) =>
    `# ${title}\n\n## Status\n\n${status}\n\n## Context\n\nWords.\n\n## Decision\n\nWords.\n\n## Consequences\n\nWords.\n`;

  it('goes on in the words of its format', () => {
    const text = nygard('1. Use one store', 'Proposed');
    const { record } = open({ [older]: text });
    const { document, profile } = record(older);
    assert.deepEqual(stepsFor(document.metadata.status, profile), ['accept', 'reject', 'deprecate', 'supersede']);
    assert.equal(applyEdits(text, changeStatus(document, 'accept', profile)), text.replace('Proposed', 'Accepted'));
  });

  it('keeps its author’s case where the format has no words of its own', () => {
    const text = 'status: proposed';
    const document = parseDocument(`# Use one store\n\n${text}\n`);
    const profile = bundledProfiles.find(({ id }) => id === 'adr/loose')!;
    assert.match(applyEdits(document.text, changeStatus(document, 'accept', profile)), /status: accepted/);
  });

  it('asks for a status where none stands', () => {
    const profile = bundledProfiles.find(({ id }) => id === 'adr/loose')!;
    assert.throws(() => changeStatus(parseDocument('# Use one store\n'), 'accept', profile), /states no status/);
  });

  it('ends with the way to its successor, and the successor knows the way back', () => {
    const { texts } = supersedeOne(nygard('1. Use one store', 'Accepted'), nygard('2. Use two stores', 'Accepted'));
    assert.match(texts[older]!, /^Superseded by \[ADR-002\]\(0002-use-two-stores\.md\)$/m);
    assert.match(texts[newer]!, /^Accepted\n\nSupersedes \[ADR-001\]\(0001-use-one-store\.md\)$/m);
  });

  const forms: Readonly<Record<string, [string, RegExp]>> = {
    'a bullet': ['# 2. Use two stores\n\n- Status: accepted\n- Date: 2024-01-10\n', /^- Supersedes: \[ADR-001\]/m],
    'a bold line with a hard break': [
      '# 2. Use two stores\n\n**Status:** Accepted  \n**Date:** 2024-01-10\n',
      /^\*\*Supersedes:\*\* \[ADR-001\]\(.*\) {2}$/m,
    ],
    'a line with pipes': [
      '# ADR-002: Use two stores\n\n**Status:** Accepted | **Date:** 2024-01-10\n',
      /^\*\*Status:\*\* Accepted \| \*\*Supersedes:\*\* \[ADR-001\]\(.*\) \| \*\*Date/m,
    ],
    'front matter': ['---\nstatus: accepted\n---\n\n# Use two stores\n', /^supersedes: ADR-001$/m],
    'a table': ['# 2. Use two stores\n\n| Status | Accepted |\n|---|---|\n| Date | 2024-01-10 |\n', /./],
    'a list of those it supersedes already': [
      '# 2. Use two stores\n\n- Status: accepted\n- Supersedes: [ADR-009](0009-x.md)\n',
      /^- Supersedes: \[ADR-009\]\(0009-x\.md\), \[ADR-001\]/m,
    ],
  };
  for (const [name, [text, expected]] of Object.entries(forms))
    it(`says what it supersedes in ${name}`, () => {
      const body = '\n## Context\n\nWords.\n\n## Decision\n\nWords.\n';
      const { texts, library } = supersedeOne(nygard('1. Use one store', 'Accepted'), text + body, 'adr/loose');
      assert.match(texts[newer]!, expected);
      const relations = library.corpus.entry(newer)!.relations.filter(({ kind }) => kind === 'supersedes');
      assert.equal(relations.at(-1)?.number, 1, texts[newer]);
    });

  for (const profile of bundledProfiles.filter(
    ({ kind, template }) => ['adr', 'rfc'].includes(kind) && /status/i.test(template?.join('\n') ?? ''),
  ))
    for (const lineEnd of ['\n', '\r\n'])
      it(`leaves no rule unhappy with both records of ${profile.id}, ${JSON.stringify(lineEnd)}`, () => {
        const make = (number: number, title: string) =>
          renderTemplate(profile, { number, title, date: '2024-01-10', author: 'ann' }).replaceAll('\n', lineEnd);
        const accept = (text: string) => applyEdits(text, changeStatus(parseDocument(text), 'accept', profile));
        const { texts, record, library } = supersedeOne(
          make(1, 'Use one store'),
          accept(make(2, 'Use two stores')),
          profile.id,
        );
        assert.equal(readMeaning(record(older).document), 'superseded', texts[older]);
        const codes = [older, newer].flatMap((file) =>
          library.check(file, texts[file]!).problems.map(({ code, message }) => `${code} ${message}`),
        );
        assert.deepEqual(
          codes.filter((code) => /^KP(?:20[1-5]|210|212|60[1-6]|300|003)/.test(code)),
          [],
          `${texts[older]}\n-----\n${texts[newer]}`,
        );
      });
});
