import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkKata } from '../../src/core/katas/authoring/checkKata.ts';
import { checkKataTexts } from '../../src/core/katas/authoring/checkTexts.ts';
import { contentCodes, type ContentProblem } from '../../src/core/katas/authoring/contentProblem.ts';
import type { Files } from '../../src/core/runs/runner.ts';
import { createTestRunner } from '../../src/node/testRunner.ts';
import { runBreakages, textBreakages, type Breakage } from './broken/changes.ts';
import { goodKata } from './broken/goodKata.ts';

const surroundings = { folderName: 'total', katas: ['total', 'other'] };

function broken({ breaks }: Breakage): Files {
  const files = goodKata();
  breaks(files);
  return files;
}

/** That a breakage is told by its code, there and on those words, and by no other. */
function expectOnly(problems: readonly ContentProblem[], files: Files, { code, file, on }: Breakage): void {
  const told = problems.map((problem) => `${problem.code} ${problem.file}: ${problem.message}`).join('\n');
  assert.ok(problems.length > 0, 'nothing was found');
  assert.deepEqual([...new Set(problems.map((problem) => problem.code))], [code], told);
  const places = problems.map(({ file: name, range }) => `${name}: ${files[name]?.slice(range.start, range.end)}`);
  assert.ok(
    places.some((place) => (on === undefined ? place.startsWith(file) : place === `${file}: ${on}`)),
    told,
  );
}

describe('a kata that is broken', () => {
  const runner = createTestRunner({ dist: join(process.cwd(), 'dist') });
  after(() => runner.dispose());

  async function check(files: Files): Promise<ContentProblem[]> {
    const problems: ContentProblem[] = [];
    for await (const problem of checkKata({ files, ...surroundings, runner })) problems.push(problem);
    return problems;
  }

  it('is told from one without a fault', async () => {
    assert.deepEqual(await check(goodKata()), []);
  });

  for (const breakage of textBreakages)
    it(`by ${breakage.title} is told so (${breakage.code})`, () => {
      const files = broken(breakage);
      expectOnly([...checkKataTexts(files, surroundings)], files, breakage);
    });

  for (const breakage of runBreakages)
    it(`by ${breakage.title} is told so (${breakage.code})`, async () => {
      const files = broken(breakage);
      assert.deepEqual(
        [...checkKataTexts(files, surroundings)].filter(({ severity }) => severity === 'error'),
        [],
        'only running may show it',
      );
      expectOnly(await check(files), files, breakage);
    });

  it('finds each of its codes in the reference for authors', () => {
    const told = readFileSync(join(process.cwd(), 'katas', 'REFERENCE.md'), 'utf8').matchAll(/^\| (KC\d+) \| /gm);
    assert.deepEqual(
      [...told].map(([, code]) => code),
      Object.keys(contentCodes),
    );
  });

  it('is broken here in every way that has a code', () => {
    const tried = new Set([...textBreakages, ...runBreakages].map(({ code }) => code as string));
    // KC126 needs TypeScript itself; deriving is tested beside its script.
    assert.deepEqual(
      Object.keys(contentCodes).filter((code) => !tried.has(code) && code !== 'KC126'),
      [],
    );
  });
});
