import assert from 'node:assert/strict';
import { HumanError } from '../../../src/core/errors.ts';
import { readMutants, readSolution } from '../../../src/core/katas/content.ts';
import { findKataFolders } from '../../../src/core/katas/folder/find.ts';
import { markerName, parseMarker } from '../../../src/core/katas/folder/marker.ts';
import { scaffoldKata } from '../../../src/core/katas/folder/scaffold.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';
import { sampleKata } from './sampleKata.ts';

const instance = '0190c0de-0000-7000-8000-000000000001';

describe('scaffolding a kata', () => {
  it('writes the starter, the tests of all stages, the cases beside them, the brief and the marker', async () => {
    const { kata, content } = sampleKata();
    const target = memoryFolder();
    await scaffoldKata({ kata, content, target, language: 'typescript', folderName: 'katas/sum', instance });
    for (const name of [
      'sum.ts',
      'tests/add.test.ts',
      'tests/many.test.ts',
      'tests/cases.json',
      'README.md',
      markerName,
    ])
      assert.ok(target.files.has(`katas/sum/${name}`), `${name} is missing`);
    assert.equal(target.files.get('katas/sum/sum.ts'), content.files.get('typescript/start/sum.ts'));
    assert.ok(![...target.files.keys()].some((name) => /solution|mutants|hints/.test(name)));
  });

  it('never writes into a folder that holds anything', async () => {
    const { kata, content } = sampleKata();
    const target = memoryFolder({ 'sum/mine.txt': 'precious' });
    await assert.rejects(
      scaffoldKata({ kata, content, target, language: 'python', folderName: 'sum', instance }),
      (error) => error instanceof HumanError && error.next.includes('another name'),
    );
    assert.deepEqual([...target.files.keys()], ['sum/mine.txt']);
  });

  it('never writes over a file that has the folder’s name, or out of the workspace', async () => {
    const { kata, content } = sampleKata();
    const target = memoryFolder({ sum: 'a file' });
    await assert.rejects(
      scaffoldKata({ kata, content, target, language: 'python', folderName: 'sum', instance }),
      HumanError,
    );
    for (const folderName of ['../sum', '/sum', 'a/../../b', '.git/sum', ''])
      await assert.rejects(
        scaffoldKata({ kata, content, target, language: 'python', folderName, instance }),
        HumanError,
      );
    assert.equal(target.files.size, 1);
  });

  it('names the languages there are when asked for another', async () => {
    const { kata, content } = sampleKata();
    await assert.rejects(
      scaffoldKata({ kata, content, target: memoryFolder(), language: 'cobol', folderName: 'sum', instance }),
      (error) => error instanceof HumanError && error.next.includes('typescript, python'),
    );
  });
});

describe('finding kata folders', () => {
  it('knows a folder by its marker, wherever it was moved and whatever it is called', async () => {
    const { kata, content } = sampleKata();
    const target = memoryFolder({ 'node_modules/x/.katapath-kata.json': '{}', 'notes.md': '' });
    await scaffoldKata({ kata, content, target, language: 'python', folderName: 'a/first', instance });
    for (const [name, text] of [...target.files].filter(([name]) => name.startsWith('a/first'))) {
      target.files.set(name.replace('a/first', 'moved/éé 🙂 (1)'), text);
      target.files.delete(name);
    }
    const found = await findKataFolders(target);
    assert.deepEqual(
      found.map(({ name, marker }) => [name, marker.kata, marker.language, marker.instance]),
      [['moved/éé 🙂 (1)', 'sum', 'python', instance]],
    );
  });

  it('is a kata itself when the workspace is one', async () => {
    const { kata, content } = sampleKata();
    const target = memoryFolder();
    const marker = await scaffoldKata({ kata, content, target, language: 'python', folderName: 'sum', instance });
    const inside = memoryFolder(Object.fromEntries([...target.files].map(([name, text]) => [name.slice(4), text])));
    assert.deepEqual(await findKataFolders(inside), [{ name: '', marker }]);
  });

  it('takes a broken or foreign marker for no kata', () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"kata":"sum"}',
      '{"kata":"a","version":1,"language":"b","instance":"../x"}',
    ])
      assert.equal(parseMarker(text), undefined, text);
  });
});

describe('reading a kata', () => {
  it('solves a stage with the starter, the flat solution and the stages up to it', async () => {
    const { kata, content } = sampleKata((files) => {
      files['typescript/start/other.ts'] = 'start';
    });
    assert.deepEqual(Object.keys(await readSolution(kata, 'typescript', 'add', content)).sort(), [
      'other.ts',
      'sum.ts',
    ]);
    assert.match((await readSolution(kata, 'typescript', 'add', content))['sum.ts']!, /a \+ b;/);
    assert.match((await readSolution(kata, 'typescript', 'many', content))['sum.ts']!, /reduce/);
    assert.match((await readSolution(kata, 'python', 'add', content))['sum.py']!, /sum\(numbers\)/);
    assert.deepEqual(await readMutants(kata, 'python', content), []);
  });
});
