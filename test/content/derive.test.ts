import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { goodKata } from './broken/goodKata.ts';

interface Deriver {
  deriveKata(files: Record<string, string>): Promise<Record<string, string>>;
  differingFiles(files: Record<string, string>): Promise<string[]>;
  differingSupport(files: Record<string, string>): Promise<string[]>;
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

  it('has files, tests, mutants and manifest of its own, and is then up to date', async () => {
    const files = goodKata();
    const derived = { ...files, ...(await deriver.deriveKata(files)) };
    assert.deepEqual(await deriver.differingFiles(derived), []);
    assert.match(derived['javascript/tests/add.test.js']!, /from '\.\.\/total\.js'/);
    const manifest = JSON.parse(derived['kata.json']!) as { tracks: Record<string, { files: string[] }> };
    assert.deepEqual(Object.keys(manifest.tracks), ['typescript', 'javascript', 'python']);
    assert.deepEqual(manifest.tracks['javascript']!.files, ['total.js', 'total.test.js']);
    for (const { file, find, stage } of JSON.parse(derived['javascript/mutants.json']!) as Record<string, string>[]) {
      const solved = stage === 'add' ? 'add' : 'sweep';
      assert.equal(derived[`javascript/solution/${solved}/${file}`]!.split(find!).length, 2, find);
    }
  });

  it('is up to date in every support library', async () => {
    const root = join(process.cwd(), 'katas', 'support');
    for (const library of readdirSync(root)) {
      const folder = join(root, library);
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /\.(ts|js)$/.test(name),
      );
      const files = names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]);
      assert.deepEqual(
        await deriver.differingSupport(Object.fromEntries(files) as Record<string, string>),
        [],
        library,
      );
    }
  });

  it('is stale when the TypeScript changes, and names what', async () => {
    const files = goodKata();
    const derived = { ...files, ...(await deriver.deriveKata(files)) };
    derived['typescript/start/total.ts'] += '\nexport const more = 1;\n';
    assert.deepEqual(await deriver.differingFiles(derived), ['javascript/start/total.js']);
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
