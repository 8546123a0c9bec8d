import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { bundledCatalog } from '../../../src/core/model/catalog.ts';
import { withOwnPaths } from '../../../src/core/catalog/ownPaths.ts';
import { HumanError } from '../../../src/core/errors.ts';
import { namesOf } from '../../../src/core/progress/names.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';

const growth = JSON.parse(readFileSync('test/workspaces/growth/.katapath/paths/growth-in-short.json', 'utf8'));
const read = (...files: Record<string, unknown>[]) =>
  withOwnPaths(
    files.map((each) =>
      memoryFolder(
        Object.fromEntries(
          Object.entries(each).map(([name, data]) => [
            `.katapath/paths/${name}`,
            typeof data === 'string' ? data : JSON.stringify(data),
          ]),
        ),
      ),
    ),
  );

describe('learning paths of a workspace', () => {
  it('come after the bundled ones', async () => {
    const { catalog, problems } = await read({ 'growth.json': growth });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      catalog.paths.map(({ id }) => id),
      [...bundledCatalog.paths.map(({ id }) => id), 'growth-in-short'],
    );
  });

  it('share items with the bundled ones by naming them', async () => {
    const { catalog } = await read({ 'growth.json': growth });
    const [shared] = catalog.paths.at(-1)!.steps[0]!.items;
    assert.equal(shared!.kata, 'two-pointers-pair-sum');
    assert.ok(bundledCatalog.paths.some(({ steps }) => steps.some(({ items }) => items.includes(shared!))));
  });

  it('cannot give a bundled item another meaning', async () => {
    const [step] = growth.steps;
    const easy = {
      id: 'two-pointers-pair-sum',
      kind: 'checklist',
      title: 'Just tick me',
      detail: 'No need to solve any kata here.',
      asks: 'Which box was it that you ticked?',
    };
    const { catalog, problems } = await read({ 'easy.json': { ...growth, steps: [{ ...step, items: [easy] }] } });
    assert.deepEqual(problems, []);
    for (const path of catalog.paths)
      for (const item of path.steps.flatMap(({ items }) => items))
        if (item.id === 'two-pointers-pair-sum') assert.equal(item.kind, 'kata', path.id);
  });

  it('cannot take over what was done for a bundled item by having been called that', async () => {
    const [step] = growth.steps;
    const thief = {
      id: 'just-tick-me',
      kind: 'checklist',
      title: 'Just tick me',
      detail: 'Everything done for a kata is done for this.',
      asks: 'Which box was it that you ticked?',
      aliases: ['raft', 'tick-me'],
    };
    const { catalog, problems } = await read({ 'thief.json': { ...growth, steps: [{ ...step, items: [thief] }] } });
    assert.deepEqual(problems, []);
    const { item, kata } = namesOf(catalog);
    assert.deepEqual([item('tick-me'), item('raft'), kata('raft')], ['just-tick-me', 'raft', 'raft']);
  });

  it('cannot take the place of a bundled path, or of each other', async () => {
    const [bundled] = bundledCatalog.paths;
    const { catalog, problems } = await read(
      { 'a.json': { ...growth, id: bundled!.id } },
      { 'b.json': growth },
      { 'c.json': { ...growth, title: 'Another one' } },
    );
    assert.equal(catalog.paths.length, bundledCatalog.paths.length + 1);
    assert.equal(problems.length, 2);
    assert.match(problems[0]!, /a\.json: there is a path/);
    assert.match(problems[1]!, /c\.json: there is a path/);
  });

  it('are taken once when several folders are clones of the one that holds them', async () => {
    const { catalog, problems } = await read({ 'b.json': growth }, { 'b.json': growth });
    assert.equal(catalog.paths.length, bundledCatalog.paths.length + 1);
    assert.deepEqual(problems, []);
  });

  it('are left out with a sentence when they are no paths', async () => {
    const { catalog, problems } = await read({
      'list.json': [],
      'broken.json': '{ "id": ',
      'empty.json': { ...growth, steps: [] },
      'notes.txt': 'not looked at',
    });
    assert.equal(catalog, bundledCatalog);
    assert.deepEqual(
      problems.map((problem) => /^\.katapath\/paths\/(\w+)\.json/.exec(problem)?.[1]),
      ['broken', 'empty', 'list'],
    );
  });

  it('say which item they name that no path writes out', async () => {
    const [step] = growth.steps;
    const steps = [{ ...step, items: [...step.items, 'two-pointer-pair-sum'] }];
    const { problems } = await read({ 'growth.json': { ...growth, steps } });
    assert.deepEqual(problems.length, 1);
    assert.match(problems[0]!, /“two-pointer-pair-sum”, so it is left out\. Correct its id in \.katapath\/paths\.$/);
  });

  it('are not blamed for what the disk does', async () => {
    const folder = memoryFolder({ '.katapath/paths/growth.json': JSON.stringify(growth) });
    const read = () =>
      Promise.reject(new HumanError('The disk is not answering.', { next: 'Look whether it is plugged in.' }));
    const { problems } = await withOwnPaths([{ ...folder, read }]);
    assert.deepEqual(problems, [
      '.katapath/paths/growth.json could not be read. The disk is not answering. Look whether it is plugged in.',
    ]);
  });

  it('are none where the folder is none', async () => {
    assert.equal((await read({})).catalog, bundledCatalog);
  });
});
