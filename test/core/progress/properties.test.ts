import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Catalog } from '../../../src/core/model/catalog.ts';
import { splitByOwner } from '../../../src/core/progress/devices.ts';
import type { NewEvent, ProgressEvent } from '../../../src/core/model/event.ts';
import { EventSet } from '../../../src/core/progress/eventSet.ts';
import { fold } from '../../../src/core/progress/fold.ts';
import type { ProgressState } from '../../../src/core/progress/state.ts';
import { learningTree } from '../../../src/core/agenda/learningTree.ts';
import { encodeLog, parseLog } from '../../../src/core/progress/log.ts';
import { sortEvents } from '../../../src/core/progress/order.ts';
import { histories } from './histories.ts';
import { ReferenceModel } from './referenceModel.ts';
import { Author, catalog, HOME, inTheLogOf, LAPTOP, STRANGER } from './support.ts';

/** The seed is fixed, so that a run says the same every time; another one can be tried by hand. */
const RUNS = Number(process.env['KATAPATH_RUNS'] ?? 1000);
const SEED = Number(process.env['KATAPATH_SEED'] ?? 20261121);

function holds<Ts extends [unknown, ...unknown[]]>(
  ...args: [...{ [K in keyof Ts]: fc.Arbitrary<Ts[K]> }, (...values: Ts) => void]
): void {
  const arbitraries = args.slice(0, -1) as unknown as { [K in keyof Ts]: fc.Arbitrary<Ts[K]> };
  fc.assert(fc.property(...arbitraries, args.at(-1) as (...values: Ts) => void), { numRuns: RUNS, seed: SEED });
}

/** A state as plain data, to be compared. */
const toPlain = (state: ProgressState) =>
  JSON.parse(JSON.stringify(state, (_key, value: unknown) => (value instanceof Map ? [...value] : value))) as Record<
    string,
    unknown
  >;
const plain = (events: readonly ProgressEvent[], of: Catalog = catalog) => toPlain(fold(events, of));

const verified = (text: string) => parseLog(text, { verify: true });
const shuffled = <T>(values: readonly T[]) => fc.shuffledSubarray([...values], { minLength: values.length });

/** The same paths, where a decision counts only once it was reviewed. */
const reviewed: Catalog = {
  katas: catalog.katas,
  paths: catalog.paths.map((path) => ({
    ...path,
    steps: path.steps.map((step) => ({
      ...step,
      items: step.items.map((item) => (item.id === 'decision' ? { ...item, review: { approvals: 1 } } : item)),
    })),
  })),
};

describe('any history', () => {
  it('means what the reference model says', () => {
    const seen = { done: 0, closed: 0, early: 0, complete: 0, revoked: 0, reviewed: 0, stale: 0 };
    holds(histories, (events) => {
      const state = fold(events, reviewed);
      const model = new ReferenceModel(events, reviewed);
      for (const path of reviewed.paths) {
        const progress = state.paths.get(path.id)!;
        for (const [index, step] of path.steps.entries()) {
          for (const item of step.items) assert.equal(state.items.get(item.id)!.state, model.itemState(item), item.id);
          assert.equal(progress.steps[index]!.state, model.stepState(path, step), step.id);
        }
        const { done, total, complete } = progress;
        assert.deepEqual({ done, total, complete }, model.pathCount(path));
        if (complete) seen.complete++;
      }
      const states = [...state.paths.values()].flatMap((path) => path.steps.map((step) => step.state));
      if (states.includes('closed')) seen.closed++;
      if (states.includes('closed-early')) seen.early++;
      if ([...state.items.values()].some((item) => item.state === 'done')) seen.done++;
      if (events.some((event) => event.type === 'revoke')) seen.revoked++;
      const decision = state.items.get('decision')!;
      if (decision.state === 'done') seen.reviewed++;
      if (decision.review!.state === 'stale') seen.stale++;
    });
    for (const [what, times] of Object.entries(seen))
      assert.ok(times > RUNS / 200, `the histories were too dull: ${what} ${times} times`);
  });

  it('means the same in any order and with repeats', () => {
    holds(
      histories.chain((events) => fc.tuple(fc.constant(events), shuffled([...events, ...events.slice(0, 5)]))),
      ([events, mixed]) => {
        assert.deepEqual(plain(mixed), plain(events));
      },
    );
  });

  it('means the same from any bundles it is published in, read in any order', () => {
    const cut = histories.chain((events) =>
      fc.tuple(fc.constant(events), fc.array(fc.subarray(events), { maxLength: 4 })),
    );
    holds(cut, ([events, bundles]) => {
      const read = [...bundles, events].reverse().flatMap((bundle) => verified(encodeLog(bundle)).events);
      assert.deepEqual(plain(read), plain(events));
    });
  });

  it('means the same whether it is read at once or piece by piece, in any order', () => {
    const pieces = histories.chain((events) =>
      fc.tuple(fc.constant(events), shuffled(events), fc.integer({ min: 1, max: 5 })),
    );
    holds(pieces, ([events, mixed, size]) => {
      const atOnce = new EventSet(catalog, new Map(inTheLogOf(HOME, LAPTOP).roots), () => false);
      atOnce.addOwn(events);
      for (const order of [mixed, events]) {
        const growing = new EventSet(catalog, new Map(inTheLogOf(HOME, LAPTOP).roots), () => false);
        for (let start = 0; start < order.length; start += size) {
          const before = growing.state;
          const wasPlain = toPlain(before);
          growing.addOwn(order.slice(start, start + size));
          assert.deepEqual(toPlain(growing.state), plain(growing.own));
          assert.deepEqual(toPlain(before), wasPlain, 'a state that was handed out never changes');
        }
        assert.deepEqual(growing.own, atOnce.own);
        assert.deepEqual(growing.foreign, atOnce.foreign);
      }
    });
  });

  it('comes together from two devices that know each only a part', () => {
    holds(histories, fc.nat(), (events, seed) => {
      const here = events.filter((event, index) => event.dev === HOME || (index * 7 + seed) % 3 === 0);
      const there = events.filter((event) => event.dev === LAPTOP);
      assert.deepEqual(plain([...here, ...there]), plain(events));
    });
  });

  it('is undone, as if nothing had been, by a revoke and redone by the revoke of that', () => {
    holds(histories, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (events, picks) => {
      if (events.length === 0) return;
      const author = new Author(HOME, Date.UTC(2029, 0, 1), 7);
      const targets = [...new Set(picks.map((pick) => events[pick % events.length]!.h))];
      const [reset] = author.write({ type: 'revoke', hashes: targets });
      const [undo] = author.write({ type: 'revoke', hashes: [reset!.h] });
      const { counted: _before, ...before } = plain(events);
      const { counted: _after, ...after } = plain([...events, reset!, undo!]);
      assert.deepEqual(after, before);
      const { counted: _redone, ...redone } = plain([
        ...events,
        reset!,
        undo!,
        ...author.write({ type: 'revoke', hashes: [undo!.h] }),
      ]);
      const { counted: _reset, ...once } = plain([...events, reset!]);
      assert.deepEqual(redone, once);
    });
  });

  it('is not touched by what strangers write, whatever they name', () => {
    holds(histories, fc.array(fc.nat(), { maxLength: 5 }), (events, picks) => {
      const stranger = new Author(STRANGER, Date.UTC(2029, 0, 1));
      stranger.write({ type: 'device.adopted', device: STRANGER }, { type: 'device.released', device: LAPTOP });
      for (const pick of picks)
        if (events.length > 0) stranger.write({ type: 'revoke', hashes: [events[pick % events.length]!.h] });
      stranger.write({ type: 'item.completed', item: 'read-book' });
      const { own, foreign } = splitByOwner(sortEvents([...events, ...stranger.written]), inTheLogOf(HOME, LAPTOP));
      assert.deepEqual(plain(own), plain(events));
      assert.equal(foreign[0]!.events.length, stranger.written.length);
    });
  });

  it('means the same under new names when the old ones stay as aliases', () => {
    const rename = <T extends { id: string; aliases?: readonly string[] }>(item: T): T => ({
      ...item,
      id: `new-${item.id}`,
      aliases: [item.id, ...(item.aliases ?? [])],
    });
    const renamed: Catalog = {
      katas: catalog.katas,
      paths: catalog.paths.map((path) => ({
        ...path,
        steps: path.steps.map((step) => ({ ...step, items: step.items.map(rename) })),
        resources: path.resources.map(rename),
      })),
    };
    holds(histories, (events) => {
      const before = fold(events, catalog);
      const after = fold(events, renamed);
      for (const [id, { state, at }] of before.items) {
        const { state: newState, at: newAt } = after.items.get(`new-${id}`)!;
        assert.deepEqual({ state: newState, at: newAt }, { state, at });
      }
      assert.deepEqual(after.orphans, before.orphans);
    });
  });

  it('keeps its meaning beside events of a later build, and counts those', () => {
    holds(histories, fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 4 }), (events, types) => {
      const future = new Author(HOME, Date.UTC(2026, 10, 20), 9);
      for (const type of types) future.write({ type: `later.${type}`, item: 'read-book' } as unknown as NewEvent);
      const { events: read } = verified(encodeLog([...events, ...future.written]));
      const { unknown, counted, ...state } = plain(read);
      const { unknown: _none, counted: before, ...expected } = plain(events);
      assert.deepEqual(state, expected);
      assert.deepEqual([unknown, counted], [types.length, (before as number) + types.length]);
    });
  });

  it('makes a tree whose numbers agree and whose next thing can be done', () => {
    holds(histories, (events) => {
      const { paths, upNext } = learningTree(catalog, fold(events, catalog));
      const keys = paths.flatMap((path) => [
        path.key,
        ...path.steps.flatMap((step) => [step.key, ...step.items.map(({ key }) => key)]),
      ]);
      assert.equal(new Set(keys).size, keys.length);
      for (const path of paths) {
        for (const { done, total, percent, state, items } of path.steps) {
          assert.equal(done, items.filter((item) => item.state === 'done').length);
          assert.ok(
            done <= total && percent >= 0 && percent <= 100 && (percent === 100) === (total > 0 && done === total),
          );
          if (state === 'locked') assert.ok(items.every((item) => !item.upNext));
        }
        assert.ok(path.steps.flatMap((step) => step.items).filter((item) => item.upNext).length <= 1);
      }
      for (const { state } of upNext) assert.ok(state === 'not-started' || state === 'in-progress', state);
    });
  });
});

describe('any file', () => {
  const texts = histories.filter((events) => events.length > 1).map((events) => ({ events, text: encodeLog(events) }));

  it('gives back every event that was written, byte for byte', () => {
    holds(texts, ({ events, text }) => {
      const { events: read, problems } = verified(text);
      assert.deepEqual([read.length, problems.length], [events.length, 0]);
      assert.equal(encodeLog(read), text);
    });
  });

  it('loses at most two lines to one changed byte, never takes a changed one, and says so', () => {
    holds(texts, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ events, text }, place, bit) => {
      const bytes = Buffer.from(text);
      bytes[place % bytes.length]! ^= bit;
      const { events: read, problems } = verified(bytes.toString());
      const known = new Set(events.map(({ h }) => h));
      assert.ok(read.every((event) => known.has(event.h) && text.includes(`${JSON.stringify(event)}\n`)));
      assert.ok(read.length >= events.length - 2);
      if (read.length < events.length) assert.ok(problems.length > 0);
    });
  });

  it('keeps every whole line before a cut', () => {
    holds(texts, fc.nat(), ({ events, text }, place) => {
      const cut = text.slice(0, place % text.length);
      const whole = cut.split('\n').length - 1;
      const { events: read } = verified(cut);
      assert.ok(read.length === whole || read.length === whole + 1);
      assert.deepEqual(read, events.slice(0, read.length));
    });
  });

  it('reads the same through an editor, a merge and autocrlf', () => {
    const noise = fc.array(fc.constantFrom('', '<<<<<<< HEAD', '=======', '>>>>>>> main', '||||||| base'), {
      maxLength: 6,
    });
    holds(texts, noise, fc.boolean(), fc.boolean(), ({ events, text }, inserted, crlf, bom) => {
      const lines = text.split('\n');
      inserted.forEach((line, index) => lines.splice((index * 5) % lines.length, 0, line));
      const { events: read, problems } = verified((bom ? '\uFEFF' : '') + lines.join(crlf ? '\r\n' : '\n'));
      assert.deepEqual(read, events);
      assert.equal(problems.length, inserted.filter((line) => line !== '').length);
    });
  });

  it('never makes reading fail, whatever its bytes', () => {
    holds(fc.uint8Array({ maxLength: 400 }), texts, (noise, { text }) => {
      const { events } = verified(`${Buffer.from(noise).toString()}\n${text}`);
      assert.ok(events.length >= text.split('\n').length - 2);
    });
  });

  it('holds events in the order they were written, however the clock runs', () => {
    const clocks = fc.array(fc.integer({ min: 0, max: 2 ** 49 }), { minLength: 2, maxLength: 12 });
    holds(clocks, (times) => {
      const author = new Author();
      for (const time of times) {
        author.setClock(time);
        author.write({ type: 'item.started', item: 'a' }, { type: 'item.started', item: 'b' });
      }
      const { events, problems } = verified(encodeLog(author.written));
      assert.deepEqual(problems, []);
      assert.deepEqual(sortEvents(events.toReversed()), events);
    });
  });
});
