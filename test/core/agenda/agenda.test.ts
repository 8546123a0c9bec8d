import assert from 'node:assert/strict';
import { agenda, moveInPlan, putFirstInPlan, shiftInPlan, type PlanNode } from '../../../src/core/agenda/agenda.ts';
import { dueNodes } from '../../../src/core/agenda/due.ts';
import { countItems, filterTree } from '../../../src/core/agenda/filterTree.ts';
import type { NewEvent } from '../../../src/core/model/event.ts';
import { fold } from '../../../src/core/progress/fold.ts';
import { learningTree } from '../../../src/core/agenda/learningTree.ts';
import { attempt, Author, catalog, item, path, step } from '../progress/support.ts';

const five = ['a', 'b', 'c', 'd', 'e'];
const small = {
  katas: [],
  paths: [
    path('small', [
      step(
        's',
        five.map((id) => item(id, 'reading')),
      ),
    ]),
  ],
};

/** The plan of the only path, after these events. */
function planOf(...events: readonly NewEvent[]): PlanNode {
  const home = new Author();
  if (events.length > 0) home.write(...events);
  return agenda(small, fold(home.written, small), []).plans[0]!;
}
const ids = (plan: PlanNode) => plan.items.map((node) => node.item.id);
/** What the person sees after the learner's order was set to this. */
const after = (items: readonly string[]) => ids(planOf({ type: 'plan.ordered', path: 'small', items }));

describe('what is up next, in order', () => {
  it('is every open item of the path, the begun first', () => {
    assert.deepEqual(ids(planOf({ type: 'item.started', item: 'c' })), ['c', 'a', 'b', 'd', 'e']);
  });

  it('leaves out what is done and what is left out', () => {
    const plan = planOf({ type: 'item.completed', item: 'a' }, { type: 'item.skipped', item: 'd', reason: 'known' });
    assert.deepEqual(ids(plan), ['b', 'c', 'e']);
    assert.equal(plan.words, '3 to do');
  });

  it('shows no more than one can take in, and says how many wait', () => {
    const many = {
      katas: [],
      paths: [
        path('m', [
          step(
            's',
            five.flatMap((a) => five.map((b) => item(a + b, 'reading'))),
          ),
        ]),
      ],
    };
    const [plan] = agenda(many, fold([], many), []).plans;
    assert.equal(plan!.items.length, 8);
    assert.equal(plan!.words, 'next 8 of 25');
  });

  it('never proposes a practice, which falls due instead', () => {
    const mixed = {
      katas: [],
      paths: [path('mixed', [step('s', [item('weekly', 'practice', { every: 'week' }), item('a', 'reading')])])],
    };
    const home = new Author();
    home.write({ type: 'plan.started', path: 'mixed', starts: '2026-11-16' });
    const state = fold(home.written, mixed);
    const due = dueNodes(mixed, state, Date.UTC(2026, 10, 20, 12));
    const { plans } = agenda(mixed, state, due);
    assert.deepEqual(plans.map(ids), [['a']]);
    assert.deepEqual(
      due.map(({ key }) => key),
      ['practice:weekly'],
    );
    assert.deepEqual(
      learningTree(mixed, state).upNext.map((node) => node.item.id),
      ['a'],
    );
  });

  it('has no plan for a path in which nothing waits', () => {
    const home = new Author();
    for (const id of five) home.write({ type: 'item.completed', item: id });
    assert.deepEqual(agenda(small, fold(home.written, small), []).plans, []);
  });

  it('leaves out a path that merely shares an item with one that is taken up', () => {
    const home = new Author();
    const keys = () => agenda(catalog, fold(home.written, catalog), []).plans.map(({ key }) => key);
    home.write({ type: 'plan.started', path: 'second', starts: '2026-11-23' });
    home.write(attempt({ kata: 'pairs', stage: 'implement' }));
    assert.deepEqual(keys(), []);
    home.write({ type: 'item.started', item: 'read-book' });
    assert.deepEqual(keys(), ['plan:scale']);
  });

  it('shows the first path when none is taken up, and else those that are', () => {
    const home = new Author();
    assert.deepEqual(
      agenda(catalog, fold([], catalog), []).plans.map(({ key }) => key),
      ['plan:scale'],
    );
    home.write({ type: 'plan.started', path: 'second', starts: '2026-11-23' });
    assert.deepEqual(
      agenda(catalog, fold(home.written, catalog), []).plans.map(({ key }) => key),
      ['plan:second'],
    );
  });
});

describe("the learner's own order", () => {
  it('shows a dragged item exactly where it was dropped, wherever it came from', () => {
    for (const moved of five)
      for (const before of [...five, undefined]) {
        if (moved === before) continue;
        const rest = five.filter((id) => id !== moved);
        const index = before === undefined ? rest.length : rest.indexOf(before);
        const wanted = [...rest.slice(0, index), moved, ...rest.slice(index)];
        assert.deepEqual(after(moveInPlan(planOf(), [moved], before)), wanted, `${moved} before ${before}`);
      }
  });

  it('keeps what was ordered before when another item is moved', () => {
    const first = moveInPlan(planOf(), ['e'], 'a');
    const second = moveInPlan(planOf({ type: 'plan.ordered', path: 'small', items: first }), ['c'], 'a');
    assert.deepEqual(after(second), ['e', 'c', 'a', 'b', 'd']);
  });

  it('moves several at once, in their order', () => {
    assert.deepEqual(after(moveInPlan(planOf(), ['d', 'b'], 'a')), ['d', 'b', 'a', 'c', 'e']);
  });

  it('goes one up and one down by key, and stops at the ends', () => {
    assert.deepEqual(after(shiftInPlan(planOf(), 'c', -1)), ['a', 'c', 'b', 'd', 'e']);
    assert.deepEqual(after(shiftInPlan(planOf(), 'c', 1)), ['a', 'b', 'd', 'c', 'e']);
    assert.deepEqual(after(shiftInPlan(planOf(), 'a', -1)), five);
    assert.deepEqual(after(shiftInPlan(planOf(), 'e', 1)), five);
  });

  it('stays as it is where an item is dropped on itself, or on one that is dragged with it', () => {
    for (const id of five) assert.deepEqual(after(moveInPlan(planOf(), [id], id)), five, id);
    assert.deepEqual(after(moveInPlan(planOf(), ['b', 'c'], 'b')), five);
    assert.deepEqual(after(moveInPlan(planOf(), ['b', 'd'], 'b')), ['a', 'b', 'd', 'c', 'e']);
  });

  it('keeps first what is put first, the first one included, whatever else is begun', () => {
    for (const id of five) {
      const items = putFirstInPlan(planOf(), id);
      const plan = planOf({ type: 'plan.ordered', path: 'small', items }, { type: 'item.started', item: 'c' });
      assert.equal(ids(plan)[0], id);
      assert.deepEqual(ids(plan).toSorted(), five);
    }
  });

  it('does not become their own by a step that goes nowhere', () => {
    assert.deepEqual(shiftInPlan(planOf(), 'a', -1), []);
    assert.deepEqual(shiftInPlan(planOf(), 'e', 1), []);
    assert.deepEqual(shiftInPlan(planOf(), 'done long ago', -1), []);
    const plan = planOf({ type: 'plan.ordered', path: 'small', items: ['b'] });
    assert.deepEqual(shiftInPlan(plan, 'b', -1), ['b']);
  });

  it('beats what is merely begun, and forgets nothing that is not shown', () => {
    const home: NewEvent[] = [
      { type: 'item.started', item: 'd' },
      { type: 'item.completed', item: 'b' },
      { type: 'plan.ordered', path: 'small', items: ['c', 'b'] },
    ];
    assert.deepEqual(ids(planOf(...home)), ['c', 'd', 'a', 'e']);
    assert.deepEqual(moveInPlan(planOf(...home), ['e'], 'd'), ['c', 'e', 'b']);
  });
});

describe('the filter of the tree', () => {
  const { paths } = learningTree(catalog, fold([], catalog));
  const found = (query: string) =>
    filterTree(paths, query, ({ item }) => (item.kata === 'heap' ? ['priority queues'] : [])).flatMap(
      ({ steps, resources }) => [...steps.flatMap(({ items }) => items), ...resources].map(({ key }) => key),
    );

  it('finds an item by words of its title, kind, state, topics or step, in any order and case', () => {
    assert.deepEqual(found('READ Foundations'), ['scale/foundations/read-book']);
    assert.deepEqual(found('priority kata'), ['scale/foundations/heap-item']);
    assert.deepEqual(found('planned later'), ['scale/later/moon']);
    assert.deepEqual(found('design not started document'), ['scale/design/decision']);
    assert.deepEqual(found('resources'), ['scale/resources/a-talk']);
  });

  it('keeps every item when nothing was asked, and none where nothing fits', () => {
    assert.equal(
      filterTree(paths, '  ', () => []),
      paths,
    );
    assert.deepEqual(found('zebra'), []);
  });

  it('finds what is open by that word', () => {
    const open = filterTree(paths, 'open', () => []);
    assert.ok(countItems(open) > 0);
    assert.ok(
      open.every(({ steps }) => steps.every(({ items }) => items.every(({ state }) => state === 'not-started'))),
    );
  });
});
