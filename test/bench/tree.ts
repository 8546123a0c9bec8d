import { stratify } from 'd3-hierarchy';
import type { Catalog } from '../../src/core/model/catalog.ts';
import { dashboardOf } from '../../src/core/dashboard/dashboard.ts';
import { dashboardBody } from '../../src/core/dashboard/page.ts';
import { agenda } from '../../src/core/agenda/agenda.ts';
import type { NewEvent } from '../../src/core/model/event.ts';
import { extendState } from '../../src/core/progress/extend.ts';
import { filterTree } from '../../src/core/agenda/filterTree.ts';
import { fold } from '../../src/core/progress/fold.ts';
import { learningTree } from '../../src/core/agenda/learningTree.ts';
import { GENESIS, sealEvents } from '../../src/core/progress/seal.ts';

const PATHS = 10;
const STEPS = 25;
const ITEMS = 20;
const EVENTS = 100_000;
const ROUNDS = 15;

/**
 * `npm run bench -- tree`: what a change of the log costs the sidebar, with 5,000 items and 100,000 events, beside
 * d3-hierarchy putting the same rows into a tree.
 */
export async function run(): Promise<number> {
  const catalog = bigCatalog();
  const ids = catalog.paths.flatMap(({ steps }) => steps.flatMap(({ items }) => items.map(({ id }) => id)));
  const bodies = Array.from({ length: EVENTS }, (_, index): NewEvent => ({
    type: index % 3 === 0 ? 'item.reopened' : 'item.completed',
    item: ids[(index * 7919) % ids.length]!,
  }));
  const head = { dev: 'a'.repeat(16), slot: 0, seq: 0, prev: GENESIS };
  const clock = () => Date.UTC(2026, 10, 21);
  const events = sealEvents(bodies, head, { last: undefined, clock });
  const state = fold(events, catalog);
  const [next] = sealEvents(
    [{ type: 'item.completed', item: ids[0]! }],
    { ...head, seq: EVENTS, prev: events.at(-1)!.h },
    { last: events.at(-1)!, clock },
  );
  const rows = toRows(catalog);
  const fresh = () => extendState(state, [next!], catalog);
  const paths = learningTree(catalog, state).paths;

  const peer = measure(() => stratify<Row>()([...rows]).count());
  const tree = measure(() => learningTree(catalog, state));
  const change = measure(() => learningTree(catalog, fresh()));
  const upNext = measure(() => agenda(catalog, state, []));
  const filtered = measure(() => filterTree(paths, 'open reading 7', () => []));
  const dashboard = measure(() => dashboardBody(dashboardOf({ catalog, state, events, now: clock() })), 3);

  console.log(
    `${ids.length.toLocaleString('en')} items, ${EVENTS.toLocaleString('en')} events; half of ${ROUNDS} rounds took no longer`,
  );
  say('d3-hierarchy 3.1.2, the same rows into a tree', peer);
  say('learning tree from the state', tree, peer);
  say('one event more: new state and new tree', change, peer);
  say('up next: the plan of every path', upNext, peer);
  say('filter while typing', filtered, peer);
  say('dashboard, every chart, all events', dashboard, peer);
  return tree < peer && change < 50 ? 0 : 1;
}

interface Row {
  readonly id: string;
  readonly parentId: string;
}

function bigCatalog(): Catalog {
  const range = (count: number) => Array.from({ length: count }, (_, index) => index);
  return {
    katas: [],
    paths: range(PATHS).map((path) => ({
      id: `p${path}`,
      title: `Path ${path}`,
      summary: 'A path.',
      weeks: 40,
      steps: range(STEPS).map((step) => ({
        id: `p${path}s${step}`,
        title: `Step ${step}`,
        required: true,
        items: range(ITEMS).map((item) => ({
          id: `p${path}s${step}i${item}`,
          kind: 'reading' as const,
          title: `Reading ${item}`,
        })),
      })),
      resources: [],
    })),
  };
}

/** The same tree as rows that name their parent. */
function toRows({ paths }: Catalog): readonly Row[] {
  return [
    { id: 'root', parentId: '' },
    ...paths.flatMap((path) => [
      { id: path.id, parentId: 'root' },
      ...path.steps.flatMap((step) => [
        { id: step.id, parentId: path.id },
        ...step.items.map((item) => ({ id: item.id, parentId: step.id })),
      ]),
    ]),
  ];
}

function measure(act: () => unknown, rounds = ROUNDS): number {
  act();
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    act();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

function say(what: string, ms: number, peer?: number): void {
  const ratio = peer === undefined ? '' : `   ${(ms / peer).toFixed(2)} × the peer`;
  console.log(`  ${what.padEnd(48)}${ms.toFixed(2).padStart(9)} ms${ratio}`);
}
