import assert from 'node:assert/strict';
import { checkArtifact } from '../../../src/core/artifacts/index.ts';
import { within } from '../../../src/core/budget.ts';
import { readRemark } from '../../../src/core/proof/remarks.ts';
import { cpuTime } from '../../support/cpuTime.ts';

const checkDockerfile = (text: string) =>
  checkArtifact(text, { file: 'Dockerfile', kind: 'dockerfile' }).problems.map(({ message }) => message);

describe('the check of an artifact', () => {
  for (const [what, text] of [
    ['a mark that it goes on, and nothing else', '\\\n  RUN x\n'],
    ['marks alone', 'FROM a:1\n\\\n\\\n\\\n'],
    ['a mark at the end', 'FROM a:1\n\\'],
    ['a mark before an empty line', '\\\n\n\n'],
  ] as const)
    it(`reads a Dockerfile with ${what}`, () =>
      assert.ok(!checkDockerfile(text).some((message) => /could not be checked/.test(message))));

  it('knows the instruction behind a mark that it goes on', () =>
    assert.match(checkDockerfile('FROM a:1\n\\\n  NONSENSE x\n').join(' '), /“NONSENSE” is no instruction/));

  it('reads an instruction of many lines as it comes', () => {
    const taken = cpuTime(() => checkDockerfile(`FROM a:1\nRUN a \\\n${' b \\\n'.repeat(20_000)}`));
    assert.ok(taken < 1000, `${taken} ms`);
  });

  for (const [what, text] of [
    ['lists', '['.repeat(50_000)],
    ['maps', '{"a":'.repeat(50_000)],
    ['marks', '- '.repeat(50_000)],
    ['values on a line', 'a: '.repeat(50_000)],
    ['closed lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ] as const)
    it(`does not go down 50,000 ${what}`, () => {
      const check = () => checkArtifact(text, { file: 'a.yaml', kind: 'kubernetes/deployment' });
      assert.match(check().problems[0]!.message, /nested more than 200 levels deep/);
      assert.ok(cpuTime(() => void check()) < 500);
    });

  it('takes brackets in a text for letters', () => {
    const script = `on: push\njobs:\n  a:\n    steps:\n      - run: |\n${'          printf "\\033[31m"\n'.repeat(300)}`;
    const { problems } = checkArtifact(script, { file: '.github/workflows/a.yml', kind: 'github/workflow' });
    assert.ok(!problems.some(({ message }) => /nested/.test(message)));
  });

  it('takes 1,000 values in brackets or in a text for what they are', () => {
    for (const text of [`a: "${'b: '.repeat(1000)}"`, `a: {${'b: c, '.repeat(1000)}}`]) {
      const { problems } = checkArtifact(text, { file: 'a.yaml', kind: 'kubernetes/deployment' });
      assert.ok(!problems.some(({ message }) => /nested/.test(message)));
    }
  });

  it('is given up when its time is up, and says what to do', () => {
    let seconds = 0;
    const clock = { milliseconds: 2000, now: () => 1000 * seconds++ };
    const text = 'FROM a:1\n';
    const file = { file: 'Dockerfile', kind: 'dockerfile' };
    const slow = within({ ...clock, milliseconds: 0 }, () => checkArtifact(text, file));
    assert.deepEqual(
      slow.problems.map(({ code, severity }) => [code, severity]),
      [['KA004', 'info']],
    );
    assert.match(slow.problems[0]!.message, /given up after 0 s.*Split the file/);
    assert.ok(checkArtifact(text, file).problems.every(({ code }) => code !== 'KA004'));
  });
});

describe('the label of a remark', () => {
  it('is found in a text of blanks as it comes', () => {
    for (const text of [
      ' '.repeat(100_000),
      `[${' '.repeat(100_000)}`,
      `nit${' '.repeat(100_000)}x`,
      `${'*['.repeat(50_000)}`,
    ])
      assert.ok(cpuTime(() => void readRemark(text)) < 200);
    assert.deepEqual(readRemark('  **nit**:  x '), { label: 'NIT', text: 'x' });
  });
});
