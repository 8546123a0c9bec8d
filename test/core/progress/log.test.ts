import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { findChainBreaks } from '../../../src/core/progress/chain.ts';
import { isUnchangedBundle, makeBundle } from '../../../src/core/progress/bundle.ts';
import { HumanError } from '../../../src/core/errors.ts';
import { encodeLog, parseLog } from '../../../src/core/progress/log.ts';
import { sortEvents } from '../../../src/core/progress/order.ts';
import { GENESIS, timeOfId } from '../../../src/core/progress/seal.ts';
import { attempt, Author, LAPTOP } from './support.ts';

const read = (text: string) => parseLog(text, { verify: true });
const three = () => new Author().write(attempt(), { type: 'item.completed', item: 'a', note: 'Grüße 👋' }, attempt());

describe('a line of the log', () => {
  it('carries the SHA-256 of its RFC 8785 canonical JSON, and the hash of the line before', () => {
    const events = three();
    const { h, ...body } = events[1]!;
    assert.equal(
      h,
      createHash('sha256')
        .update(canonicalize(body) as string)
        .digest('hex'),
    );
    assert.deepEqual(
      events.map(({ prev }) => prev),
      [GENESIS, events[0]!.h, events[1]!.h],
    );
    assert.deepEqual(
      events.map(({ seq }) => seq),
      [0, 1, 2],
    );
  });

  it('has an id that grows although the clock stands still or goes back some hours', () => {
    const author = new Author();
    const ids = [...author.write(attempt(), attempt())];
    author.setClock(Date.UTC(2026, 10, 20));
    ids.push(...author.write(attempt()));
    assert.deepEqual(
      [...ids].sort((a, b) => (a.id < b.id ? -1 : 1)),
      ids,
    );
    assert.equal(timeOfId(ids[2]!.id), timeOfId(ids[1]!.id) + 1);
    assert.equal(ids[2]!.at, '2026-11-20T00:01:00.000Z', 'what the clock said is kept as it was');
  });

  it('says what it comes after where that lies more than a day ahead, and keeps the time of the clock', () => {
    const author = new Author();
    const written = [...author.write(attempt())];
    author.setClock(Date.UTC(2020, 0, 1));
    written.push(...author.write(attempt()), ...author.write(attempt(), attempt()));
    assert.equal(timeOfId(written[1]!.id), Date.UTC(2020, 0, 1, 0, 1));
    assert.deepEqual(
      written.map(({ after }) => after),
      [undefined, written[0]!.h, written[0]!.h, written[0]!.h],
    );
    assert.deepEqual(sortEvents(written.toReversed()), written);
  });

  it('comes after an event that claims the last id there can be, with a time of its own', () => {
    const last = { ...new Author(LAPTOP).write(attempt())[0]!, id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' };
    const author = new Author();
    author.read([last]);
    const written = [...author.write(attempt()), ...author.write(attempt())];
    for (const { id } of written) {
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      assert.ok(timeOfId(id) < Date.UTC(2027, 0, 1));
    }
    assert.deepEqual(sortEvents([written[1]!, written[0]!, last]), [last, ...written]);
  });

  it('is refused when a text is no Unicode, or when it is too long, before anything is written', () => {
    const author = new Author();
    const note = (text: string) => () => author.write({ type: 'item.completed', item: 'a', note: text });
    assert.throws(note('bad \ud800 text'), HumanError);
    assert.throws(
      note('ü'.repeat(40_000)),
      (error: HumanError) => /at most 64 KiB/.test(error.message) && /file/.test(error.next),
    );
    assert.doesNotThrow(note('x'.repeat(59_000)));
  });
});

describe('reading a log', () => {
  it('gives back what was written', () => {
    const events = three();
    assert.deepEqual(read(encodeLog(events)), { events, signatures: [], lines: [1, 2, 3], problems: [], nextLine: 4 });
  });

  it('survives CRLF, a byte order mark, empty lines, reordered keys and a missing last newline', () => {
    const events = three();
    const [a, b, c] = events.map((event) => JSON.stringify(event));
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(c!)).reverse()));
    const found = read(`\uFEFF${a}\r\n\r\n${b}\r\n${reordered}`);
    assert.deepEqual([found.events, found.problems], [events, []]);
  });

  it('reads both sides of a conflict and names the markers', () => {
    const events = three();
    const [a, b, c] = events.map((event) => JSON.stringify(event));
    const { events: found, problems } = read(`${a}\n<<<<<<< HEAD\n${b}\n||||||| base\n=======\n${c}\n>>>>>>> other\n`);
    assert.deepEqual(found, events);
    assert.deepEqual(
      problems.map(({ line, kind }) => [line, kind]),
      [2, 4, 5, 7].map((line) => [line, 'conflict-marker']),
    );
  });

  it('loses one line to one bad line, and says which', () => {
    const events = three();
    const lines = encodeLog(events).split('\n');
    lines[1] = lines[1]!.replace('"item":"a"', '"item":"b"');
    const { events: found, problems } = read(lines.join('\n'));
    assert.deepEqual(found, [events[0], events[2]]);
    assert.deepEqual(problems, [{ line: 2, kind: 'changed', words: 'changed after it was written' }]);
  });

  it('takes no harm from hostile lines', () => {
    const hostile = [
      `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
      `{"v":1,"x":"${'a'.repeat(300_000)}"}`,
      '{"__proto__":{"polluted":1},"constructor":1}',
      '"\\ud800"',
      '{"v":1,"v":2}',
      'null',
      '42',
      '[]',
      '{}',
      '\0\0\0\0',
    ];
    const { events, problems } = read(`${hostile.join('\n')}\n`);
    assert.equal(events.length, 0);
    assert.equal(problems.length, hostile.length);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.equal(problems[1]!.kind, 'too-long');
  });

  it('refuses a known type with a body that makes no sense, and says where', () => {
    const [event] = new Author().write({ ...attempt(), passed: 'all' } as never);
    assert.deepEqual(read(encodeLog([event!])).problems, [
      { line: 1, kind: 'not-an-event', words: '"passed" must be array' },
    ]);
  });

  it('skips what is known without parsing it, and tells what it skipped', () => {
    const events = three();
    const told: string[] = [];
    const isKnown = (hash: string) => told.push(hash) > 0 && hash === events[1]!.h;
    const found = parseLog(encodeLog(events), { verify: true, isKnown });
    assert.deepEqual(found.events, [events[0], events[2]]);
    assert.deepEqual(
      told,
      events.map(({ h }) => h),
    );
  });
});

describe('the chain of a log', () => {
  it('is whole when nothing was taken out', () => {
    assert.deepEqual(findChainBreaks(read(encodeLog(three()))), []);
  });

  it('shows where lines are missing and where two wrote at once', () => {
    const [a, b, c] = three();
    assert.deepEqual(findChainBreaks(read(encodeLog([a!, c!]))), [{ line: 2, kind: 'gap' }]);
    assert.deepEqual(findChainBreaks(read(encodeLog([a!, b!, b!, c!]))), [{ line: 3, kind: 'fork' }]);
  });
});

describe('a bundle', () => {
  it('is named by its first day and its content', () => {
    const events = three();
    const { name, text } = makeBundle(events);
    assert.match(name, /^2026-11-20-[0-9a-f]{16}\.jsonl$/);
    assert.equal(isUnchangedBundle(name, text), true);
    assert.equal(isUnchangedBundle(name, `${text} `), false);
    assert.equal(isUnchangedBundle('notes.jsonl', text), undefined);
    assert.deepEqual(makeBundle(events), { name, text });
  });
});
