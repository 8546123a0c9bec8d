import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finish, patient, realRunner } from '../../support/runs.ts';

/** Uses of `node:test` that a kata may make; the names of suites begin with a capital letter. */
const source = `import assert from 'node:assert/strict';
import test, { after, afterEach, before, beforeEach, describe, it, suite } from 'node:test';

const seen = [];
before(() => { seen.push('before all'); });
beforeEach(() => { seen.push('before each'); });

test('runs what stands before it', () => { assert.deepEqual(seen, ['before all', 'before each']); });
test('fails', () => { assert.equal(1, 2); });
test('fails later', async () => { await null; throw new Error('later'); });
test.skip('is skipped', () => { throw new Error('no'); });
test('is skipped by an option', { skip: 'reason' }, () => { throw new Error('no'); });
test('is skipped from inside', (t) => { t.skip(); });
test('has no body');
test('calls back', (t, done) => { setTimeout(done, 1); });
test('calls back with an error', (t, done) => { setTimeout(() => done(new Error('no')), 1); });
test('takes too long', { timeout: 5 }, async () => { await new Promise((resolve) => setTimeout(resolve, 500)); });
test('has parts', async (t) => {
  await t.test('a part', () => {});
  await t.test('another part', () => {});
});
test('has a part that fails', async (t) => {
  await t.test('the part', () => { throw new Error('no'); });
});
test('knows its name', (t) => { assert.equal(t.name, 'knows its name'); });
test('prints a diagnostic', (t) => { t.diagnostic('words'); });

describe('Suite', () => {
  const order = [];
  before(() => order.push('before'));
  after(() => assert.ok(order.length > 0));
  beforeEach(() => order.push('each'));
  afterEach(() => order.push('after each'));
  it('runs hooks around each test', () => { assert.deepEqual(order, ['before', 'each']); });
  it('runs them again', () => { assert.deepEqual(order, ['before', 'each', 'after each', 'each']); });
  describe('Inner', () => {
    it('runs outer hooks too', () => { assert.equal(order.at(-1), 'each'); });
  });
  it.skip('skips one', () => {});
});
describe.skip('Skipped', () => { it('does not run', () => { throw new Error('no'); }); });
suite('Other', () => { test('is a suite as well', () => {}); });
describe('Broken', () => {
  beforeEach(() => { throw new Error('hook'); });
  it('fails with its hook', () => {});
});
`;

describe('the harness behind node:test', () => {
  const runner = realRunner();
  after(() => runner.dispose());

  it('comes to the same outcomes as Node’s own runner', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'katapath-node-test-'));
    try {
      await writeFile(join(folder, 'all.test.mjs'), source);
      const tests = [{ stage: 's', file: 'all.test.mjs' }];
      const own = await finish(
        runner.run({ language: 'javascript', files: { 'all.test.mjs': source }, tests, limits: patient }),
      );
      const outcomes = Object.fromEntries(own.tests.map(({ name, outcome }) => [name, outcome]));
      const original = await nodeOutcomes(folder, 'all.test.mjs');
      // Node calls a test without a body passed; one that asserts nothing is no pass here.
      assert.equal(original['has no body'], 'passed');
      original['has no body'] = 'skipped';
      // Node does not tell what a skipped suite holds.
      original['Skipped > does not run'] = 'skipped';
      assert.deepEqual(sorted(outcomes), sorted(original));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('fails a run whose hooks fail or never end, and still runs the rest', async () => {
    const file = `import { after, before, describe, it } from 'node:test';
describe('After', () => { after(() => { throw new Error('no'); }); it('one', () => {}); });
describe('Never', () => { before(() => new Promise(() => {})); it('two', () => {}); });
it('three', () => {});
`;
    const tests = [{ stage: 's', file: 'a.test.js' }];
    const result = await finish(
      runner.run({ language: 'javascript', files: { 'a.test.js': file }, tests, limits: patient }),
    );
    assert.deepEqual(
      result.tests.map(({ name, outcome }) => `${name}: ${outcome}`),
      ['After > one: passed', 'Never > two: failed', 'three: passed'],
    );
    assert.equal(result.verdict, 'failed');
    assert.deepEqual(
      result.places.map(({ message }) => message),
      ['no (after After)'],
    );
  });

  it('runs every test although one is marked “only”', async () => {
    const file = `import { describe, it, test } from 'node:test';\ntest.only('one', () => {});\ntest('two', () => {});\ndescribe.only('Three', () => { it('four', () => {}); });\ntest('five', { only: true }, () => {});\n`;
    const result = await finish(
      runner.run({
        language: 'javascript',
        files: { 'a.test.js': file },
        tests: [{ stage: 's', file: 'a.test.js' }],
        limits: patient,
      }),
    );
    assert.deepEqual(
      result.tests.map(({ name, outcome }) => `${name}: ${outcome}`),
      ['one: passed', 'two: passed', 'Three > four: passed', 'five: passed'],
    );
  });

  it('counts planned assertions', async () => {
    const file = `import { test } from 'node:test';\ntest('keeps its plan', (t) => { t.plan(1); t.assert.equal(1, 1); });\ntest('breaks it', (t) => { t.plan(2); t.assert.equal(1, 1); });\n`;
    const result = await finish(
      runner.run({
        language: 'javascript',
        files: { 'a.test.js': file },
        tests: [{ stage: 's', file: 'a.test.js' }],
        limits: patient,
      }),
    );
    assert.deepEqual(
      result.tests.map(({ outcome }) => outcome),
      ['passed', 'failed'],
    );
    assert.equal(result.tests[1]?.failure?.message, 'The test planned 2 assertions and made 1.');
  });

  it('runs tests in another order for another seed, and in the same one for the same', async () => {
    const file = `import { test } from 'node:test';\n${Array.from({ length: 12 }, (_item, index) => `test('${index}', () => {});`).join('\n')}\n`;
    const order = async (shuffle: number) => {
      const job = {
        language: 'javascript',
        files: { 'a.test.js': file },
        tests: [{ stage: 's', file: 'a.test.js' }],
        limits: patient,
        shuffle,
      };
      return (await finish(runner.run(job))).tests.map(({ name }) => name).join();
    };
    assert.equal(await order(1), await order(1));
    assert.notEqual(await order(1), await order(2));
  });
});

const sorted = (outcomes: Record<string, string>) => Object.entries(outcomes).sort(([a], [b]) => (a < b ? -1 : 1));

/** What Node's own runner makes of a file, from its TAP report: a parent comes after its children. */
async function nodeOutcomes(cwd: string, file: string): Promise<Record<string, string>> {
  const env = { PATH: process.env.PATH };
  const report = await new Promise<string>((resolve) =>
    execFile(process.execPath, ['--test-reporter=tap', file], { cwd, env }, (_error, stdout) => resolve(stdout)),
  );
  const outcomes: Record<string, string> = {};
  let path: string[] = [];
  for (const line of report.split('\n')) {
    const [, indent, subtest] = /^( *)# Subtest: (.*)$/.exec(line) ?? [];
    if (subtest !== undefined) path = [...path.slice(0, indent!.length / 4), subtest];
    const [, depth, not, directive] = /^( *)(not )?ok \d+ - .*?(?: # (SKIP|TODO).*)?$/.exec(line) ?? [];
    if (depth === undefined) continue;
    const name = path.slice(0, depth.length / 4 + 1);
    path = name;
    if (!/^[A-Z]/.test(name.at(-1)!)) outcomes[name.join(' > ')] = directive ? 'skipped' : not ? 'failed' : 'passed';
  }
  return outcomes;
}
