import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { goodKata } from './broken/goodKata.ts';

interface Deriver {
  deriveKata(files: Record<string, string>): Promise<Record<string, string>>;
  toJavaScript(text: string): Promise<string>;
}

describe('the JavaScript track', () => {
  let deriver: Deriver;
  before(async () => {
    const script = join(process.cwd(), 'src', 'build', 'derive-javascript.mjs');
    deriver = (await import(pathToFileURL(script).href)) as Deriver;
  });

  it('keeps comments and blank lines, and drops what only types need', async () => {
    const source = `import type { Node } from './node.ts';
import { link } from './list.ts';

/** A pair. */
interface Pair {
  first: number;
}

/** Why this is here. */
export class Stack<Item> {
  /** The items. */
  private readonly items: Item[] = [];

  // a remark

  push(item: Item): void {
    const text = \`a

b\`;

    this.items.push(item as Item); // at the end
    link(text!);
  }
}
`;
    assert.equal(
      await deriver.toJavaScript(source),
      `import { link } from './list.js';

/** Why this is here. */
export class Stack {
  /** The items. */
  items = [];

  // a remark

  push(item) {
    const text = \`a

b\`;

    this.items.push(item); // at the end
    link(text);
  }
}
`,
    );
  });

  it('has files, tests, mutants, manifest and expected names of its own', async () => {
    const files = goodKata();
    const derived = { ...files, ...(await deriver.deriveKata(files)) };
    assert.match(derived['javascript/tests/add.test.js']!, /from '\.\.\/total\.js'/);
    const manifest = JSON.parse(derived['kata.json']!) as { tracks: Record<string, { files: string[] }> };
    assert.deepEqual(Object.keys(manifest.tracks), ['typescript', 'javascript', 'python']);
    assert.deepEqual(manifest.tracks['javascript']!.files, ['total.js', 'total.test.js']);
    const expected = JSON.parse(derived['expected.json']!) as Record<string, unknown>;
    assert.deepEqual(expected['javascript'], expected['typescript']);
    for (const { file, find, stage } of JSON.parse(derived['javascript/mutants.json']!) as Record<string, string>[]) {
      const solved = stage === 'add' ? 'add' : 'sweep';
      assert.equal(derived[`javascript/solution/${solved}/${file}`]!.split(find!).length, 2, find);
    }
  });

  it('is left alone where it is written by hand, and where there is no TypeScript', async () => {
    const files = goodKata();
    const derived = { ...files, ...(await deriver.deriveKata(files)) };
    assert.deepEqual(await deriver.deriveKata(derived), {});
    const onlyPython = JSON.parse(files['kata.json']!) as { tracks: { typescript?: unknown } };
    delete onlyPython.tracks.typescript;
    assert.deepEqual(await deriver.deriveKata({ ...files, 'kata.json': JSON.stringify(onlyPython) }), {});
  });

  it('says which mutant cannot be derived', async () => {
    const files = goodKata();
    files['typescript/mutants.json'] = files['typescript/mutants.json']!.replace('return 0', 'return null');
    await assert.rejects(deriver.deriveKata(files), /mutant starts-at-one: its text stands 0 times/);
    const typeOnly = goodKata();
    typeOnly['typescript/mutants.json'] = JSON.stringify([
      { id: 'type', stage: 'add', file: 'total.ts', find: '): number', replace: '): unknown', why: 'A type.' },
    ]);
    await assert.rejects(deriver.deriveKata(typeOnly), /mutant type changes nothing in JavaScript/);
  });
});
