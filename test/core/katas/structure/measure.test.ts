import assert from 'node:assert/strict';
import { join } from 'node:path';
import { checkStructure } from '../../../../src/core/katas/structure/checkStructure.ts';
import { findExcess, type FunctionMeasure } from '../../../../src/core/model/measure.ts';
import { measureJavaScript } from '../../../../src/core/katas/structure/measureJavaScript.ts';
import { createTestRunner } from '../../../../src/node/testRunner.ts';

const brief = ({ name, nesting, lines, branches }: FunctionMeasure) => [name, nesting, lines, branches];

describe('the structure of JavaScript', () => {
  const measure = (source: string) => measureJavaScript(source, 'a.ts').map(brief);

  it('counts nesting without making "else if" deeper', () => {
    const source = `function f(a: number) {
  if (a > 1) {
    for (const b of [a]) if (b) g();
  } else if (a > 2) g();
  else if (a > 3) g();
}`;
    assert.deepEqual(measure(source), [['f', 3, 6, 6]]);
  });

  it('counts lines of code only', () => {
    const source = `/** What it does. */
export const f = (a: string): string => {
  // why

  /* and
     why not */
  return \`
    \${a}
  \`;
};`;
    assert.deepEqual(measure(source), [['f', 0, 5, 1]]);
  });

  it('counts branches of every form', () => {
    const source = `class A {
  m(a, b) {
    try { return a ? b : a && b || (a ??= b); } catch { return 0; }
  }
  #n(a) { switch (a) { case 1: return 1; case 2: return 2; default: return 0; } }
}`;
    assert.deepEqual(measure(source), [
      ['A.m', 1, 3, 6],
      ['A.#n', 1, 1, 3],
    ]);
  });

  it('leaves a callback in its function, and measures a named function apart', () => {
    const source = `function outer(list) {
  const inner = (a) => {
    if (a) return 1;
    return 2;
  };
  return list.map((a) => {
    if (a) return inner(a);
    return 0;
  });
}`;
    assert.deepEqual(measure(source), [
      ['outer', 2, 6, 2],
      ['inner', 1, 4, 2],
    ]);
  });

  it('measures the rules of a table and a module’s callbacks', () => {
    assert.deepEqual(measure('const rules = { brie: (item) => (item ? 1 : 2), other(item) { if (item) return; } };'), [
      ['brie', 0, 1, 2],
      ['other', 1, 1, 2],
    ]);
  });
});

describe('the structure of Python', () => {
  const runner = createTestRunner({ dist: join(process.cwd(), 'dist') });
  after(() => runner.dispose());

  it('is measured by Python’s own parser, by the same rules', async () => {
    const source = `class A:
    def m(self, a, b):
        """What it does."""
        # why
        if a:
            for x in b:
                if x and a or b:
                    pass
        elif b:
            pass
        else:
            return [x for x in b if x]

        def inner(a):
            return lambda: 1 if a else 2

        return inner
`;
    const outcome = await checkStructure(
      {
        language: 'python',
        files: { 'a.py': source },
        measured: ['a.py'],
        bound: { nesting: 2, lines: 20, branches: 8 },
      },
      runner,
    );
    assert.ok('measures' in outcome, JSON.stringify(outcome));
    assert.deepEqual(outcome.measures.map(brief), [
      ['A.m', 3, 10, 9],
      ['A.m.inner', 1, 2, 2],
    ]);
    assert.deepEqual(
      outcome.excess.map(({ message }) => message),
      ['A.m is nested 3 deep; 2 is the most, and has 9 branches; 8 is the most.'],
    );
  });
});

describe('a structure bound', () => {
  it('names every function beyond it, worst first', () => {
    const measure = (name: string, lines: number) => ({ file: 'a.ts', name, line: 1, nesting: 1, lines, branches: 1 });
    const bound = { nesting: 2, lines: 10, branches: 5 };
    assert.deepEqual(
      findExcess([measure('fine', 10), measure('long', 11), measure('longest', 30)], bound).map(
        ({ message }) => message,
      ),
      ['longest has 30 lines of code; 10 is the most.', 'long has 11 lines of code; 10 is the most.'],
    );
  });
});
