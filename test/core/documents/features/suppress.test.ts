import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { noConfig } from '../../../../src/core/model/config.ts';
import { suppressHere } from '../../../../src/core/documents/features/suppress.ts';
import { applyEdits, checkDocument, parseDocument, type DesignDocument } from '../../../../src/core/documents/index.ts';
import type { Block, ListItem } from '../../../../src/core/documents/model/block.ts';
import type { Problem } from '../../../../src/core/problem.ts';
import { readCorpus } from '../../../support/documentCorpus.ts';

function put(document: DesignDocument, code: string, start: number): string {
  const { offset, before, reason, after } = suppressHere(document, code, start);
  return document.text.slice(0, offset) + before + reason + after + document.text.slice(offset);
}

const check = (text: string, file?: string) =>
  checkDocument(text, { file, config: { ...noConfig, preset: 'strict' }, today: '2026-11-20' });

/** Kinds and words of all blocks, without the comments that silence. */
function toStructure({ text, blocks }: DesignDocument, holders: readonly (Block | ListItem)[] = blocks): unknown[] {
  return holders.flatMap((holder): unknown[] => {
    const { kind, range } = holder;
    if (kind === 'list') return [[kind, holder.ordered, toStructure({ text } as DesignDocument, holder.items)]];
    if (kind === 'item' || kind === 'quote') return [[kind, toStructure({ text } as DesignDocument, holder.blocks)]];
    const words = text.slice(range.start, range.end).replace(COMMENT, '');
    return kind === 'html' && words === '' ? [] : [[kind, words]];
  });
}

const COMMENT = /[ >]*<!-- katapath-disable-[\w-]+ KP\d+: reason -->\r?\n?/g;
const spoken = ({ problems }: { problems: readonly Problem[] }) =>
  problems.map(({ code, message }) => `${code} ${message}`);

/** Silences each problem of a text for itself, and says what is wrong afterwards. */
function* findHarm(text: string, file?: string): Iterable<string> {
  const first = check(text, file);
  for (const { code, message, range } of first.problems) {
    if (/^KP(?:300|9\d\d)$/.test(code)) continue;
    const silenced = check(put(first.document, code, range.start), file);
    const place = `${code} at ${first.document.lines.toPosition(range.start).line + 1}`;
    if (JSON.stringify(toStructure(silenced.document)) !== JSON.stringify(toStructure(first.document)))
      yield `${place}: other blocks`;
    const left = spoken(silenced);
    for (const words of new Set(left))
      if (left.filter((word) => word === words).length > spoken(first).filter((word) => word === words).length)
        yield `${place}: now ${words}`;
    const count = (words: string[]) => words.filter((word) => word === `${code} ${message}`).length;
    if (count(left) >= count(spoken(first))) yield `${place}: still there`;
  }
}

describe('silencing a problem', () => {
  const places: Readonly<Record<string, [before: string, after: string]>> = {
    'a table, for all its rows': [
      '| A | B |\n|---|---|\n| 1 | TBD |\n| 2 | Words |',
      '<!-- katapath-disable-next-block KP402: reason -->\n| A | B |\n|---|---|\n| 1 | TBD |\n| 2 | Words |',
    ],
    'a paragraph, for its later lines': [
      'Words\nand TBD.',
      '<!-- katapath-disable-next-block KP402: reason -->\nWords\nand TBD.',
    ],
    'an item, at the end of the one above': [
      '1. Words.\n2. TBD.\n3. Words.',
      '1. Words.\n   <!-- katapath-disable-next-line KP402: reason -->\n2. TBD.\n3. Words.',
    ],
    'the list, when the item above is an open fence': [
      '- ```\n- TBD.',
      '<!-- katapath-disable-next-block KP402: reason -->\n- ```\n- TBD.',
    ],
    'a nested item, indented like its neighbours': [
      '- Words.\n\n  - More.\n  - TBD.',
      '- Words.\n\n  - More.\n    <!-- katapath-disable-next-line KP402: reason -->\n  - TBD.',
    ],
    'a paragraph of a quote, in the quote': [
      '> Words.\n>\n> TBD.',
      '> Words.\n>\n> <!-- katapath-disable-next-line KP402: reason -->\n> TBD.',
    ],
  };
  for (const [name, [before, after]] of Object.entries(places))
    it(`puts the comment before ${name}`, () => {
      const head = '<!-- katapath: profile=adr/nygard -->\n\n# 7. Use queues\n\n## Context\n\n';
      const text = `${head}${before}\n`;
      const silenced = put(parseDocument(text), 'KP402', text.indexOf('TBD'));
      assert.equal(silenced, `${head}${after}\n`);
      assert.ok(check(text).problems.some(({ code }) => code === 'KP402'));
      assert.ok(!check(silenced).problems.some(({ code }) => code === 'KP402' || code === 'KP990'));
    });

  it('counts for the line below another comment like it', () => {
    const text = '# ADR-001: Use queues\n## Date: 03/04/2026 | Status: Acepted\n## Context\nWords.\n';
    const once = put(parseDocument(text), 'KP202', text.indexOf('Acepted'));
    const twice = check(put(parseDocument(once), 'KP207', once.indexOf('03/04')));
    assert.deepEqual(
      spoken(twice),
      spoken(check(text)).filter((words) => !/^KP20[27]/.test(words)),
    );
  });

  it('leaves no trace when a comment that hides nothing is removed', () => {
    const head = '<!-- katapath: profile=adr/nygard -->\n\n# 7. Use queues\n\n## Context\n\n';
    const list = (comment: string) => `${head}- Words.\n${comment}- More words.\n`;
    const text = list('  <!-- katapath-disable-next-line KP402: reason -->\n');
    const unused = check(text).problems.find(({ code }) => code === 'KP990')!;
    assert.equal(applyEdits(text, unused.fix!.edits), list(''));
  });

  it('speaks of the whole block, and of no more', () => {
    const rows = (comment: string) =>
      `<!-- katapath: profile=adr/nygard -->\n\n# 7. Use queues\n\n## Context\n\n${comment}\n\n| A |\n|---|\n| TBD |\n| TBD |\n\nTBD\n`;
    const count = (comment: string) => check(rows(comment)).problems.filter(({ code }) => code === 'KP402').length;
    assert.equal(count('<!-- nothing -->') - count('<!-- katapath-disable-next-block KP402: later -->'), 2);
  });
});

/** A quarter of the published documents has thousands of problems. */
describe('silencing a problem in any document', () => {
  for (const [name, documents] of [
    ['the cases', readCases()],
    [
      'the corpus',
      readCorpus()
        .filter((_document, index) => index % 4 === 0)
        .map(({ path, text }): [string, string] => [path, text]),
    ],
  ] as const)
    it(`takes it away, brings no other and changes no block, in ${name}`, function () {
      if (documents.length === 0) this.skip();
      const harm = documents.flatMap(([file, text]) => [...findHarm(text, file)].map((words) => `${file}: ${words}`));
      assert.deepEqual(harm, []);
    });
});

function readCases(): [string, string][] {
  const root = 'test/core/documents/cases';
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name, readFileSync(`${root}/${name}`, 'utf8').replace(/^\s*<!-- expected: .*\n/gm, '')]);
}
