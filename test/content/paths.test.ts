import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPathsFolder } from '../../src/cli/content/paths.ts';
import { checkPaths, countItems, pathCodes, type KnownNames } from '../../src/core/catalog/checkPaths.ts';
import { joinPaths } from '../../src/core/model/joinPaths.ts';
import type { Item, PathFile } from '../../src/core/model/path.ts';
import { findUnmapped, type SeedTopics } from './seedTopics.ts';

const folder = join(process.cwd(), 'katas', 'paths');
const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as PathFile);
const paths = joinPaths(files);
const { $comment: _comment, ...topics } = JSON.parse(
  readFileSync(join('test', 'content', 'topics.json'), 'utf8'),
) as SeedTopics & { $comment: unknown };

describe('the learning paths', () => {
  it('are without an error', () => {
    const { problems } = checkPathsFolder(folder, process.cwd());
    assert.deepEqual(
      problems
        .filter(({ severity }) => severity === 'error')
        .map(({ file, line, message }) => `${file}:${line} ${message}`),
      [],
    );
  });

  it('answer every topic of the documents they came from', () => {
    assert.deepEqual(findUnmapped(topics, files), []);
    assert.deepEqual(Object.keys(topics).sort(), files.map(({ id }) => id).sort());
  });

  it('notice a topic that no item answers, and one whose item is gone', () => {
    const [id] = Object.keys(topics);
    assert.deepEqual(findUnmapped({ [id!]: { 'a new topic': [] } }, files), [`${id}: a new topic`]);
    assert.deepEqual(findUnmapped({ [id!]: { 'an old topic': ['gone-away'] } }, files), [`${id}: an old topic`]);
  });

  it('share a topic as one item', () => {
    const places = new Map<string, Set<Item>>();
    for (const item of paths.flatMap(({ steps, resources }) => [...steps.flatMap(({ items }) => items), ...resources]))
      places.set(item.id, (places.get(item.id) ?? new Set()).add(item));
    assert.deepEqual(
      [...places].filter(([, items]) => items.size > 1).map(([id]) => id),
      [],
    );
    const isIn = (id: string) =>
      paths.filter((path) => path.steps.some(({ items }) => items.some((item) => item.id === id)));
    for (const id of ['raft', 'design-05', 'trace-context']) assert.ok(isIn(id).length > 1, id);
  });

  it('give every item something to do, and every tick a question to answer', () => {
    for (const { id, kind, detail = '', asks } of paths.flatMap(({ steps }) => steps.flatMap(({ items }) => items))) {
      assert.ok(detail.length >= 20, id);
      if (kind === 'checklist' || kind === 'reading') assert.match(asks ?? '', /\?$/, id);
    }
  });

  it('hold what the three documents are built of', () => {
    const [growth, roadmap, beyond] = paths;
    assert.deepEqual(
      growth!.steps.map(({ id, required }) => `${id}${required ? '' : ' elective'}`),
      [
        'outcome-10',
        'outcome-20',
        'outcome-30 elective',
        'outcome-40 elective',
        'outcome-50 elective',
        'outcome-60 elective',
      ],
    );
    assert.deepEqual(growth!.steps[1]!.after, ['outcome-10']);
    assert.equal(growth!.weeks, 40);
    assert.equal(roadmap!.phases!.filter(({ title }) => title.startsWith('Module')).length, 6);
    assert.equal(roadmap!.steps.find(({ id }) => id === 'cloud-mastery')!.items.length, 10);
    assert.equal(beyond!.phases!.length, 4);
    assert.equal(beyond!.steps.filter(({ title }) => title.startsWith('Deliverable')).length, 4);
    const capstone = beyond!.steps.find(({ choose }) => choose !== undefined)!;
    assert.deepEqual([capstone.choose, capstone.items.length], [1, 3]);
  });
});

describe('a path that is broken', () => {
  const known: KnownNames = { katas: new Set(['here']), profiles: new Set(), artifacts: new Set() };
  const item = { id: 'one', kind: 'kata', kata: 'here', title: 'One', detail: 'Something to do, and what proves it.' };
  const step = { id: 'first', title: 'First', required: true, items: [item] as unknown[] };
  const path = {
    id: 'way',
    title: 'A way',
    summary: 'What one can do at its end.',
    steps: [step],
    resources: [] as unknown[],
  };
  const withItems = (...items: unknown[]) => ({ ...path, steps: [{ ...step, items }] });
  const withStep = (more: object) => ({ ...path, steps: [step, { ...step, id: 'second', items: ['one'], ...more }] });

  const broken: Readonly<Record<keyof typeof pathCodes, { readonly path: unknown; readonly on: string }>> = {
    KC301: { path: '{ "id": way }', on: 'way' },
    KC302: { path: { ...path, colour: 'red' }, on: '"colour"' },
    KC303: { path: { ...path, id: 'elsewhere' }, on: '"elsewhere"' },
    KC304: { path: withItems(item, item), on: '"one"' },
    KC305: { path: withItems(item, 'nowhere'), on: '"nowhere"' },
    KC306: { path: withStep({ after: ['third'] }), on: '"third"' },
    KC307: { path: withItems({ ...item, kata: 'heer' }), on: '"heer"' },
    KC308: { path: withItems({ ...item, planned: true }), on: '"planned"' },
    KC309: { path: withItems(item, { ...item, id: 'two', aliases: ['one'] }), on: '"one"' },
    KC310: { path: withStep({ weeks: { first: 3, last: 2 } }), on: '2' },
    KC311: { path: withStep({ id: 'first' }), on: '"first"' },
  };

  it('is told from one without a fault', () => {
    assert.deepEqual(checkPaths({ 'way.json': JSON.stringify(path) }, known).problems, []);
  });

  it('may name a kata that nobody has written yet, and no profile', () => {
    const found = (...items: object[]) =>
      checkPaths({ 'way.json': JSON.stringify(withItems(...items)) }, known).problems.map(({ message }) => message);
    assert.deepEqual(found({ ...item, kata: 'not-yet-written' }), []);
    const document = { id: 'two', kind: 'document', profile: 'adr/none', title: 'Two', detail: item.detail };
    assert.match(found(document).join('\n'), /^There is no profile “adr\/none”\./);
    assert.deepEqual(found({ ...document, planned: true }), []);
  });

  it('counts a kata as planned as long as it has no folder', () => {
    const { paths: read } = checkPaths(
      { 'way.json': JSON.stringify(withItems(item, { ...item, id: 'two', kata: 'later' })) },
      known,
    );
    assert.deepEqual(countItems(read, known.katas), {
      items: 2,
      planned: 1,
      kinds: { kata: { items: 2, planned: 1 } },
    });
  });

  for (const [code, { path: wrong, on }] of Object.entries(broken))
    it(`is told that ${pathCodes[code as keyof typeof pathCodes]} (${code})`, () => {
      const text = typeof wrong === 'string' ? wrong : JSON.stringify(wrong);
      const { problems } = checkPaths({ 'way.json': text }, known);
      assert.deepEqual(
        problems.map((problem) => [problem.code, text.slice(problem.range.start, problem.range.end)]),
        [[code, on]],
      );
    });
});
