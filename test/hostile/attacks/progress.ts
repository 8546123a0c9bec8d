import assert from 'node:assert/strict';
import { openSync, readdirSync, readFileSync, closeSync, ftruncateSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownEvent, ProgressEvent } from '../../../src/core/model/event.ts';
import { makeBundle } from '../../../src/core/progress/bundle.ts';
import { hashBody } from '../../../src/core/progress/hash.ts';
import { encodeLog } from '../../../src/core/progress/log.ts';
import { Author } from '../../core/progress/support.ts';
import { open } from '../surroundings/ordinary.ts';
import type { Place } from '../surroundings/place.ts';
import type { Attack } from './attack.ts';

const progress = '.katapath/progress';
const words = 'written by a stranger';

/** What anyone can read in a bundle that the learner published. */
function published(place: Place): readonly ProgressEvent[] {
  const text = readFileSync(join(place.root, 'published.jsonl'), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ProgressEvent);
}

/** Events under the learner's own device id: what they have done is revoked, and something else is done. */
function forge(place: Place): readonly KnownEvent[] {
  const theirs = published(place);
  const author = new Author(theirs[0]!.dev, Date.now() - 3_600_000, 7);
  author.read(theirs);
  return author.write({ type: 'revoke', hashes: theirs.map(({ h }) => h), reason: words } as never, {
    type: 'item.completed',
    item: open,
    note: words,
  });
}

function writeBundle(place: Place, events: readonly ProgressEvent[], folder = progress): void {
  const { name, text } = makeBundle(events);
  place.write(`${folder}/${name}`, text);
}

/** The same with another id, and a hash that fits. */
function renamed(event: KnownEvent, id: string): ProgressEvent {
  const { h: _h, ...body } = { ...event, id };
  return { ...body, h: hashBody(body) } as ProgressEvent;
}

/** Without what is told beside it of entries that do not count. */
const statusIn = (words = '') => words.slice(words.indexOf('{'), words.lastIndexOf('}') + 1);

/** Nothing of the stranger's is shown as the learner's or reaches their log. */
const isWithout: Attack['expect'] = ({ place, printed, ordinary }) => {
  const expected = statusIn(ordinary.get('status --format json'));
  assert.equal(statusIn(printed.get('status --format json')), expected, 'their progress is what it was');
  assert.equal(statusIn(printed.get('status --format=json')), expected, 'what was taken back is open again');
  for (const name of readdirSync(place.data, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.jsonl'))
      assert.ok(!readFileSync(join(place.data, name), 'utf8').includes(words), `a stranger’s words are in ${name}`);
};

const commands = [
  ['item', 'done', 'resource-aosa', '--note', 'Architecture is what is told of it.'],
  ['item', 'reopen', 'resource-aosa'],
  // The same words as before the two, spelt so that the answers can be told apart.
  ['status', '--format=json'],
];

function forged(name: string, attempt: string, build: (place: Place) => void): Attack {
  return { name, attempt, build, commands, writes: ['data/', 'repository/.katapath/local'], expect: isWithout };
}

function reading(name: string, attempt: string, build: (place: Place) => void): Attack {
  return {
    name,
    attempt,
    build,
    commands: [
      ['progress', 'devices'],
      ['status', '--format', 'json'],
    ],
  };
}

function writeSparse(place: Place, file: string, bytes: number): void {
  place.write(file, '');
  const handle = openSync(place.path(file), 'r+');
  ftruncateSync(handle, bytes);
  closeSync(handle);
}

export const progressFiles: readonly Attack[] = [
  forged(
    'progress-own-device',
    'Takes back what the learner has done, and does something else, under their device’s id.',
    (place) => writeBundle(place, forge(place)),
  ),
  forged('progress-own-mirror', 'Has the same where the copy lies that git ignores.', (place) =>
    place.write(`.katapath/local/${published(place)[0]!.dev}.jsonl`, encodeLog(forge(place))),
  ),
  forged('progress-overflow', 'Names an entry of the learner’s device by the last id there can be.', (place) => {
    const [, last] = forge(place);
    writeBundle(place, [renamed(last!, 'ffffffff-ffff-7fff-bfff-ffffffffffff')]);
  }),
  forged('progress-adopted', 'Has the learner’s device adopt the stranger’s.', (place) => {
    const [first] = published(place);
    const stranger = new Author('eeeeeeeeeeeeeeee');
    const author = new Author(first!.dev, Date.now() - 3_600_000, 8);
    const adoption = author.write({ type: 'device.adopted', device: stranger.dev } as never);
    const item = stranger.write({ type: 'item.completed', item: open, note: words });
    writeBundle(place, [...item, ...adoption]);
  }),
  reading('progress-pipe', 'Has a named pipe where a published log would be.', (place) => {
    place.pipe(`${progress}/2026-01-01-0123456789abcdef.jsonl`);
    place.pipe('.katapath/local/eeeeeeeeeeeeeeee.jsonl');
  }),
  reading('progress-device', 'Has a link to a device that gives zeros for ever.', (place) =>
    place.link(`${progress}/2026-01-01-0123456789abcdef.jsonl`, '/dev/zero'),
  ),
  reading('progress-link', 'Has a link to a neighbour’s file, and one that leads to itself.', (place) => {
    place.link(`${progress}/2026-01-01-0123456789abcdef.jsonl`, '../../../sibling/secret.txt');
    place.link(`${progress}/2026-01-02-0123456789abcdef.jsonl`, '2026-01-02-0123456789abcdef.jsonl');
  }),
  reading('progress-huge', 'Has a log of eight thousand million zeros, most of which are not there.', (place) =>
    writeSparse(place, `${progress}/2026-01-01-0123456789abcdef.jsonl`, 8_000_000_000),
  ),
  reading(
    'progress-long-line',
    'Has a line of twenty million characters, and one nested a hundred thousand times.',
    (place) =>
      place.write(
        `${progress}/2026-01-01-0123456789abcdef.jsonl`,
        `{"v":1,"note":"${'x'.repeat(20_000_000)}"}\n${'['.repeat(100_000)}${']'.repeat(100_000)}\n`,
      ),
  ),
  reading('progress-many-lines', 'Has eight thousand entries that are not what their hashes say.', (place) => {
    const [event] = new Author('eeeeeeeeeeeeeeee').write({ type: 'item.completed', item: open, note: words });
    const lines = Array.from({ length: 8000 }, (_, at) =>
      JSON.stringify({ ...event, seq: at, h: at.toString(16).padStart(64, '0') }),
    );
    place.write(`${progress}/2026-01-01-0123456789abcdef.jsonl`, `${lines.join('\n')}\n`);
  }),
  reading('progress-names', 'Names items and devices as the language names what everything has.', (place) => {
    const stranger = new Author('eeeeeeeeeeeeeeee');
    const names = ['constructor', 'toString', 'valueof', 'hasownproperty'];
    writeBundle(
      place,
      stranger.write(...names.map((item) => ({ type: 'item.completed', item, note: words }) as const)),
    );
    place.write(`${progress}/note.jsonl`, '{"__proto__":{"polluted":true},"v":1,"type":"__proto__"}\n');
  }),
];
