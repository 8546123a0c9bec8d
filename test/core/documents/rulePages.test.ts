import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { allRules } from '../../../src/core/documents/index.ts';
import { checkExample, checkSettings, type Example } from '../../support/checkExample.ts';

const folder = 'media/rules';

/** One fenced block of a page: "```md bad file=docs/adr/0001-x.md". */
interface Fence {
  readonly info: string;
  readonly text: string;
}

describe('the page of', () => {
  for (const { code, name, summary } of allRules)
    describe(`${code} ${name}`, () => {
      const path = `${folder}/${code}.md`;
      const page = existsSync(path) ? readFileSync(path, 'utf8') : '';

      it('says in words why the rule is there and how to silence it', () => {
        assert.match(page, new RegExp(`^# ${code} ${name}\n\n\\S.*\\.\n`), summary);
        assert.deepEqual(
          [...page.replace(/^```.*?^```$/gms, '').matchAll(/^## (.*)$/gm)].map(([, heading]) => heading),
          ['Why', 'Bad', 'Good', 'How to silence'],
        );
        assert.ok(partOf(page, 'Why').split(/\s+/).length > 20, 'A reason needs more than a few words.');
        assert.ok(partOf(page, 'How to silence').trim(), 'It must be possible to silence a rule.');
      });

      it('has a bad example with the problem and a good one without it', async () => {
        const bad = await codesOf(partOf(page, 'Bad'), code);
        const good = await codesOf(partOf(page, 'Good'), code);
        assert.ok(bad.includes(code), `the bad example has ${bad.join(', ') || 'no problem'}`);
        assert.ok(!good.includes(code), 'the good example has the problem');
      });
    });

  it('a code that was left out has not been given to another rule since', () => {
    const guide = readFileSync('media/documents.md', 'utf8');
    const leftOut = [...guide.matchAll(/^\| (KP\d{3}) /gm)].map(([, code]) => code!);
    assert.ok(leftOut.length > 0);
    assert.deepEqual(
      leftOut.filter((code) => allRules.some((rule) => rule.code === code)),
      [],
    );
  });

  it('every rule is there, and none is left over', () => {
    assert.deepEqual(
      readdirSync(folder).sort(),
      allRules.map(({ code }) => `${code}.md`),
    );
  });
});

function partOf(page: string, heading: string): string {
  // Headings inside fences are the examples' own, so the parts are found from the fences' outside.
  const outside = page.replace(/^```.*?^```$/gms, (fence) => fence.replace(/[^\n]/g, ' '));
  const start = outside.indexOf(`\n## ${heading}\n`);
  const stop = outside.indexOf('\n## ', start + 1);
  return start < 0 ? '' : page.slice(start, stop < 0 ? page.length : stop);
}

/** The codes that the first fence of a part gets, the other fences standing beside it. */
async function codesOf(part: string, code: string): Promise<string[]> {
  const fences = [...part.matchAll(/^```(\w+ .*)\n([^]*?)^```$/gm)].map(([, info, text]): Fence => ({
    info: info!,
    text: text!,
  }));
  const [first, ...others] = fences;
  assert.ok(first, 'The part has no example.');
  if (first.info.startsWith('json')) return (await checkSettings(first.text, code)).map((problem) => problem.code);
  const file = /^<!-- file: (.*) -->$/m.exec(first.text)?.[1] ?? 'docs/notes/example.md';
  const results = await checkExample(toExample(file, first.text, others), code);
  return results.get(file)!.problems.map((problem) => problem.code);
}

function toExample(file: string, text: string, others: readonly Fence[]): Example {
  const attribute = ({ info }: Fence, name: string) => new RegExp(`\\b${name}=(\\S+)`).exec(info)?.[1];
  const schemas = new Map<string, string>();
  const files = [{ file, text }];
  const elsewhere: { branch: string; file: string }[] = [];
  for (const fence of others) {
    const profile = attribute(fence, 'profile');
    const branch = attribute(fence, 'branch');
    const beside = attribute(fence, 'file')!;
    if (profile) schemas.set(profile, fence.text);
    else if (branch) elsewhere.push({ branch, file: beside });
    else files.push({ file: beside, text: fence.text });
  }
  return { files, schemas, elsewhere };
}
