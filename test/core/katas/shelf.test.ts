import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { KataShelf } from '../../../src/core/katas/shelf.ts';
import { goodKata } from '../../content/broken/goodKata.ts';

const pack = (files: Record<string, string>) => new Uint8Array(gzipSync(JSON.stringify(files)));

describe('the shelf of katas', () => {
  const files = goodKata();
  const manifest = JSON.parse(files['kata.json']!) as object;
  const packs: Record<string, Uint8Array> = {
    'total.pack': pack(files),
    'played.pack': pack({ ...files, 'kata.json': JSON.stringify({ ...manifest, uses: ['simulator'] }) }),
    'support/simulator.pack': pack({ 'README.md': 'How to play.', 'python/__init__.py': 'x = 1\n' }),
  };
  const read: string[] = [];
  const shelf = new KataShelf(async (name) => (read.push(name), packs[name]));

  it('opens a kata with the names of its tests, and reads it once', async () => {
    const kata = await shelf.open('total');
    assert.deepEqual(kata.manifest.tracks['python']!.stages['add']!.tests, {
      file: 'test_add.py',
      expected: ['TotalTest > test_adds_up_three_numbers', 'TotalTest > test_is_0_for_nothing'],
    });
    assert.ok(kata.files.includes('typescript/start/total.ts'));
    assert.equal(await shelf.contentOf('total').read('debrief.md'), files['debrief.md']);
    assert.deepEqual(read, ['total.pack']);
  });

  it('reads nothing for a kata of which nothing is asked', () => {
    const before = read.length;
    shelf.contentOf('played');
    assert.equal(read.length, before);
  });

  it('lays the libraries that a kata uses among its files', async () => {
    const { files: names } = await shelf.open('played');
    assert.ok(names.includes('support/simulator/python/__init__.py'));
    assert.equal(await shelf.contentOf('played').read('support/simulator/README.md'), 'How to play.');
  });

  it('says what to do when a kata is missing, and looks again the next time', async () => {
    await assert.rejects(shelf.open('gone'), /The kata “gone” is missing in this installation\./);
    packs['gone.pack'] = pack(files);
    assert.equal((await shelf.open('gone')).manifest.title, 'Total');
  });
});
