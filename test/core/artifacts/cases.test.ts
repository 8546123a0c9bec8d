import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { artifactKinds, artifactPage, checkArtifact } from '../../../src/core/artifacts/index.ts';

/**
 * One folder per kind: `good.*` has no problem, and each other file breaks the rule it is named after. The line before a
 * problem says on which words it stands; such lines are taken out before the check.
 */
const root = 'test/core/artifacts/cases';
const MARK = /^\s*(?:#|\/\/|%%) expected: (.*)$/;

/** Names by which the kinds that go by a name are known. */
const names: Readonly<Record<string, string>> = {
  dockerfile: 'service/Dockerfile',
  compose: 'compose.yaml',
  'github/workflow': '.github/workflows/library.yml',
  'terraform/plan': 'plan.json',
  'terraform/budget': 'infra/budget.json',
  'prometheus/alert-rules': 'alerts.yaml',
  'error-envelope': 'error.json',
};

function readCase(text: string) {
  const expected: { line: number; words: string }[] = [];
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const mark = MARK.exec(line);
    if (mark) expected.push({ line: lines.length, words: mark[1]! });
    else lines.push(line);
  }
  return { text: lines.join('\n'), expected };
}

describe('the check of', () => {
  for (const kind of artifactKinds)
    describe(kind.id, () => {
      const folder = `${root}/${kind.id.replace('/', '--')}`;
      const files = readdirSync(folder);
      const check = (file: string) => {
        const name = names[kind.id] ?? (file.endsWith('.mmd') ? 'docs/loan.mmd' : 'deploy/library.yaml');
        const { text, expected } = readCase(readFileSync(`${folder}/${file}`, 'utf8'));
        return { ...checkArtifact(text, { file: name }), text, expected };
      };

      it('knows such a file by what it is, and finds nothing wrong with a good one', () => {
        const { kinds, problems } = check(files.find((file) => file.startsWith('good'))!);
        assert.deepEqual(kinds, [kind]);
        assert.deepEqual(problems, []);
      });

      for (const { code, name } of kind.rules.values()) {
        const broken = files.filter((file) => file.startsWith(code));

        it(`${code} ${name} is found on the words it is about, and nothing else is`, () => {
          assert.ok(broken.length > 0, 'There is no case.');
          for (const file of broken) {
            const { problems, text, lines, expected } = check(file);
            assert.deepEqual([...new Set(problems.map((problem) => problem.code))], [code], file);
            const found = problems.map(({ range }) => ({
              line: lines.toPosition(range.start).line,
              words: text.slice(range.start, range.end).split('\n')[0]!,
            }));
            assert.deepEqual(found, expected, file);
          }
        });
      }

      it('gives a reason and a way out for every rule', () => {
        for (const { code, why, how, message } of kind.rules.values()) {
          assert.ok(why.split(' ').length >= 7 && how.split(' ').length >= 2 && message.endsWith('.'), code);
          assert.ok(artifactPage(kind).includes(`## ${code} `));
        }
      });

      if (kind.template.length > 0)
        it('begins with a file that has problems to solve', () => {
          const { kinds, problems } = checkArtifact(kind.template.join('\n'), {
            file: names[kind.id] ?? 'new.mmd',
            kind: kind.id,
          });
          assert.deepEqual(kinds, [kind]);
          assert.ok(problems.some(({ severity }) => severity === 'error'));
        });
    });

  it('every rule has a code of its own', () => {
    const codes = artifactKinds.flatMap(({ rules }) => [...rules.keys()]);
    assert.equal(new Set(codes).size, codes.length);
  });
});

describe('what a file of each kind begins with', () => {
  for (const kind of artifactKinds)
    it(`is ${kind.id}, can be read, and breaks rules of its own that are told`, () => {
      const text = `${kind.template.join('\n')}\n`;
      const { problems } = checkArtifact(text, { file: 'begun.txt', kind: kind.id });
      assert.ok(problems.some(({ severity }) => severity === 'error'));
      for (const { code, message } of problems) assert.ok(kind.rules.has(code), `${code} ${message}`);
      const file = names[kind.id] ?? (kind.language === 'mermaid' ? 'docs/a.mmd' : 'deploy/a.yaml');
      assert.deepEqual(
        checkArtifact(text, { file }).kinds.map(({ id }) => id),
        [kind.id],
      );
    });
});
