import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { listFiles } from '../../src/build/files.mjs';

/** Every fault and attack of the project's list. */
const EXPECTED = range(1, 57);

const rows = readFileSync('test/faults/progress/README.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [, numbers = '', fault = '', tests = ''] = line.split('|').map((cell) => cell.trim());
    return { numbers: numbers.split(',').map(Number), fault, tests };
  });

const everyTest = listFiles('test').filter((name) => name.endsWith('.test.ts'));

/** A test is named by its file alone when it stands beside the table, or by its path, or by its folder. */
function findTests(named: string): string[] {
  const path = named.replace(/^test\//, '');
  return everyTest.filter(
    (name) =>
      name === path ||
      name === `faults/progress/${path}` ||
      name === `core/progress/${path}` ||
      name.startsWith(`${path}/`),
  );
}

describe('the list of faults', () => {
  it('has a row for every fault and attack', () => {
    const listed = new Set(rows.flatMap(({ numbers }) => numbers));
    assert.deepEqual(
      EXPECTED.filter((number) => !listed.has(number)),
      [],
    );
  });

  for (const { numbers, fault, tests } of rows) {
    it(`names tests that exist for ${numbers.join(' and ')}: ${fault}`, () => {
      const named = [...tests.matchAll(/`([^`]*(?:\.test\.ts|test\/cli\/progress))`/g)].map(([, name]) => name!);
      assert.notEqual(named.length, 0, tests);
      for (const name of named) assert.notEqual(findTests(name).length, 0, `${name} does not exist`);
      const files = named.flatMap(findTests).filter((name) => existsSync(`test/${name}`));
      for (const [, title] of tests.matchAll(/“([^”…]+?)(?: …)?”/g)) {
        const isThere = files.some((file) => readFileSync(`test/${file}`, 'utf8').includes(title!));
        assert.ok(isThere || title === 'resolves', `no test is called “${title!}”`);
      }
    });
  }
});

describe('the deliberate faults', () => {
  const mutants = JSON.parse(readFileSync('test/faults/progress/mutants.json', 'utf8')) as Mutant[];

  it('are at least a dozen, each under a name of its own', () => {
    assert.ok(mutants.length >= 12);
    assert.equal(new Set(mutants.map(({ id }) => id)).size, mutants.length);
  });

  it('still fit the code, each at one place, and name suites that exist', () => {
    for (const { id, file, find, suites } of mutants) {
      assert.equal(readFileSync(file, 'utf8').split(find).length, 2, `${id} does not stand once in ${file}`);
      for (const suite of suites) assert.ok(existsSync(`test/${suite}.test.ts`), `${id}: ${suite}`);
    }
  });
});

interface Mutant {
  readonly id: string;
  readonly file: string;
  readonly find: string;
  readonly suites: readonly string[];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
