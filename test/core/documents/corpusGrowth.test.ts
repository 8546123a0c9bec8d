import assert from 'node:assert/strict';
import {
  buildCorpus,
  checkParsed,
  parseDocument,
  type Corpus,
  type CorpusEntry,
} from '../../../src/core/documents/index.ts';
import { successorsOf } from '../../../src/core/documents/features/successors.ts';

/** Workspaces in which a rule that looks through all the others would do so for every document. */
const shapes: Readonly<Record<string, (number: number, count: number) => Partial<CorpusEntry>>> = {
  'each with a number of its own': () => ({}),
  'all with the same number': () => ({ number: 1 }),
  'none with a number': () => ({ number: undefined }),
  'each superseding the one before': (number, count) => ({
    relations: [
      ...(number > 1 ? [relation('supersedes', number - 1)] : []),
      ...(number < count ? [relation('superseded-by', number + 1)] : []),
    ],
  }),
  'all naming one that is not there': (_number, count) => ({ relations: [relation('superseded-by', count + 1)] }),
};

function relation(kind: 'supersedes' | 'superseded-by', number: number): CorpusEntry['relations'][number] {
  return { kind, number, file: undefined, range: { start: 0, end: 1 } };
}

/** A list that counts how many of its members are looked at. */
function counted<T>(list: readonly T[], count: () => void): readonly T[] {
  return new Proxy(list, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) count();
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
}

/** How many entries all cross-file rules look at while every document of a workspace is checked. */
function stepsFor(count: number, shape: (number: number, count: number) => Partial<CorpusEntry>): number {
  const entries = Array.from({ length: count }, (_, index): CorpusEntry => {
    const number = index + 1;
    return {
      file: `docs/adr/${String(number).padStart(6, '0')}-x.md`,
      kind: 'adr',
      profile: 'adr/nygard',
      title: 'X',
      number,
      status: 'accepted',
      statusForm: 'section',
      date: undefined,
      relations: [],
      ...shape(number, count),
    };
  });
  let steps = 0;
  const step = () => void steps++;
  const plain = buildCorpus(entries, { files: entries.map(({ file }) => file) });
  const corpus: Corpus = {
    ...plain,
    entries: counted(plain.entries, step),
    entry: (file) => (step(), plain.entry(file)),
    group: (kind, shelf) => {
      const group = plain.group(kind, shelf);
      return Object.create(group, { numbered: { value: (number: number) => counted(group.numbered(number), step) } });
    },
  };
  const document = parseDocument('# 1. X\n\n## Status\n\nAccepted\n\n## Context\n\nADR-5 it is.\n\n## Decision\n\nx\n');
  const rules = { KP211: 'info', KP703: 'info', KP803: 'info', KP804: 'info' } as const;
  for (const { file } of entries)
    checkParsed(document, { file, corpus, config: { preset: 'strict', rules }, today: '2026-06-01' });
  return steps;
}

describe('rules that look at the other documents', () => {
  for (const [name, shape] of Object.entries(shapes))
    it(`look at no more of them for each document of a larger workspace, ${name}`, () => {
      const [few, many] = [stepsFor(200, shape), stepsFor(1600, shape)];
      assert.ok(few > 0 && many / few < 12, `${few} steps for 200 documents, ${many} for 1,600`);
    });

  it('find who takes a record’s place among thousands of chained ones', () => {
    const file = (number: number) => `docs/adr/${String(number).padStart(4, '0')}-x.md`;
    const entries = Array.from({ length: 3000 }, (_, index) => ({
      file: file(index + 1),
      kind: 'adr',
      profile: 'adr/nygard',
      title: 'X',
      number: index + 1,
      status: undefined,
      statusForm: undefined,
      date: undefined,
      relations: [relation('supersedes', index)],
    }));
    const found = successorsOf(file(7), buildCorpus(entries));
    assert.deepEqual(
      found.map((entry) => entry.number),
      [8],
    );
  });
});
