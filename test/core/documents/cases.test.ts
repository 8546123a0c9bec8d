import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { allRules } from '../../../src/core/documents/index.ts';
import { checkExample, checkSettings, type ExampleFile } from '../../support/checkExample.ts';

/**
 * Documents with the problems they should have, one folder per rule. A file is a document of its own, a folder is a small
 * workspace. The line before a problem says on which words it stands:
 *
 *     <!-- expected: Acepted -->
 *     ## Date: 2026-02-03 | Status: Acepted
 *
 * In YAML and JSON the line is `# expected: …`. These lines are taken out before the check, as is a first line
 * `<!-- file: docs/adr/0021-x.md -->`, which names the document.
 */
const root = 'test/core/documents/cases';

interface Expected {
  readonly line: number;
  readonly words: string;
}

const MARK = /^\s*(?:<!--|#|\/\/) expected: (.*?)(?: -->)?$/;
const NAME = /^<!-- file: (.*) -->\r?$/;

describe('a rule', () => {
  for (const { code, name } of allRules)
    describe(`${code} ${name}`, () => {
      const cases = readdirSync(root).includes(code) ? readdirSync(`${root}/${code}`).sort() : [];
      const expectations: number[] = [];

      for (const entry of cases)
        it(`finds what is marked in ${entry}, and nothing else`, async () => {
          const path = `${root}/${code}/${entry}`;
          const documents = (statSync(path).isDirectory() ? listFiles(path) : ['']).map((file) => ({
            ...readCase(readFileSync(file ? `${path}/${file}` : path, 'utf8')),
            inside: file,
          }));
          const files = documents.map((document): ExampleFile => ({
            file: document.file ?? (document.inside || entry),
            text: document.text,
          }));
          const found = await findIn(files, code);
          for (const [index, { expected, text }] of documents.entries()) {
            const words = found[index]!.map(({ start, end }) => ({
              line: text.slice(0, start).split('\n').length,
              words: text.slice(start, end),
            }));
            assert.deepEqual(words, expected, files[index]!.file);
          }
          expectations.push(documents.reduce((sum, { expected }) => sum + expected.length, 0));
        });

      it('has a case with the problem and one without', () => {
        assert.ok(expectations.some((count) => count > 0) && expectations.some((count) => count === 0));
      });
    });

  it('has its cases in a folder of its name', () => {
    assert.deepEqual(
      readdirSync(root).sort(),
      allRules.map(({ code }) => code),
    );
  });
});

async function findIn(files: readonly ExampleFile[], code: string) {
  if (files.length === 1 && files[0]!.file.endsWith('.json')) {
    const problems = await checkSettings(files[0]!.text, code);
    return [problems.filter((problem) => problem.code === code).map(({ range }) => range)];
  }
  // What lies below `@branch/` is on another branch.
  const here = files.filter(({ file }) => !file.startsWith('@'));
  const elsewhere = files.flatMap(({ file }) => {
    const [, branch, path] = /^@([^/]+)\/(.*)$/.exec(file) ?? [];
    return branch && path ? [{ branch, file: path }] : [];
  });
  const schemas = new Map(
    here
      .filter(({ file }) => file.endsWith('.schema.json'))
      .map(({ file, text }) => [file.replace('.schema.json', ''), text]),
  );
  const results = await checkExample({ files: here, schemas, elsewhere }, code);
  return files.map(({ file }) =>
    (results.get(file)?.problems ?? []).filter((problem) => problem.code === code).map(({ range }) => range),
  );
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(`${folder}/${name}`).isFile())
    .sort();
}

function readCase(source: string): { text: string; file: string | undefined; expected: Expected[] } {
  const lines = source.split('\n');
  const file = NAME.exec(lines[0]!)?.[1];
  if (file !== undefined) lines.shift();
  const kept: string[] = [];
  const expected: Expected[] = [];
  for (const line of lines) {
    const marked = MARK.exec(line.replace(/\r$/, ''));
    if (marked) expected.push({ line: kept.length + 1, words: marked[1]! });
    else kept.push(line);
  }
  return { text: kept.join('\n'), file, expected };
}
