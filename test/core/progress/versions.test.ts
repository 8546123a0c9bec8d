import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { EVENT_VERSION } from '../../../src/core/model/event.ts';
import { fold } from '../../../src/core/progress/fold.ts';
import { handlers } from '../../../src/core/progress/handlers.ts';
import { encodeLog, parseLog } from '../../../src/core/progress/log.ts';
import { schemas } from 'katapath:schemas';
import { catalog } from './support.ts';

/** A log that a build of that version wrote, one line of every type; never edited once released. */
const logOf = (version: number) => readFileSync(`test/core/progress/versions/v${version}.jsonl`, 'utf8');

describe('logs of every version', () => {
  for (let version = 1; version <= EVENT_VERSION; version++) {
    it(`reads version ${version} and understands each of its events`, () => {
      const { events, problems } = parseLog(logOf(version), { verify: true });
      assert.deepEqual(problems, []);
      const state = fold(events, catalog);
      assert.equal(state.unknown, 0);
      assert.equal(state.items.get('heap-item')!.state, 'done');
      assert.equal(state.items.get('decision')!.state, 'done');
      assert.equal(state.items.get('read-book')!.state, 'done');
      assert.equal(state.items.get('review-list')!.state, 'skipped');
      assert.equal(state.items.get('daily-review')!.state, 'done');
      assert.equal(state.plans.get('scale')!.starts, '2026-11-23');
      assert.equal(encodeLog(events), logOf(version), 'reading and writing changes no byte');
    });
  }

  it('has a line of every type in the newest one', () => {
    const types = new Set(parseLog(logOf(EVENT_VERSION), { verify: true }).events.map(({ type }) => type));
    assert.deepEqual([...types].sort(), [...handlers.keys()].sort());
  });

  it('has a schema that names the types the fold handles, no fewer and no more', () => {
    const { then } = schemas['progress-event']!.schema as {
      then: { allOf: { if: { properties: { type: { const: string } } } }[] };
    };
    const named = then.allOf.map((rule) => rule.if.properties.type.const);
    assert.deepEqual(named.sort(), [...handlers.keys()].sort());
  });
});
