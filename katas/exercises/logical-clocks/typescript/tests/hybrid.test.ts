import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compareHybrid, HybridClock } from '../hybrid.ts';
import { recordCausality } from '../simulator/index.ts';

type Pair = readonly [number, number];
interface Cases {
  readonly runs: readonly {
    readonly steps: readonly { readonly now: number; readonly receive?: Pair }[];
    readonly stamps: readonly Pair[];
  }[];
  readonly orders: readonly { readonly one: Pair; readonly other: Pair; readonly sign: number }[];
}

const cases = (JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8')) as { hybrid: Cases }).hybrid;
const toStamp = ([time, count]: Pair) => ({ time, count });
const skew = 60;
const storm = { loss: 0.1, duplication: 0.2, lateness: 0.2, skews: 1, skew };

describe('hybrid clock', () => {
  it('follows the clock on the wall, and counts where that stands still or goes back', () => {
    for (const { steps, stamps } of cases.runs) {
      let now = 0;
      const clock = new HybridClock(() => now, 500);
      const got = steps.map((step) => {
        now = step.now;
        const { time, count } = step.receive ? clock.receive(toStamp(step.receive)) : clock.tick();
        return [time, count];
      });
      assert.deepEqual(got, stamps, `After ${JSON.stringify(steps)}`);
    }
  });

  it('orders stamps by time, then by count', () => {
    for (const { one, other, sign } of cases.orders)
      assert.equal(Math.sign(compareHybrid(toStamp(one), toStamp(other))), sign, `${one} and ${other}`);
  });

  it('refuses a message from too far in the future', () => {
    const clock = new HybridClock(() => 1000, 200);
    assert.throws(() => clock.receive({ time: 1201, count: 0 }), Error, 'It is 1000, and the message says 1201');
    assert.deepEqual(
      clock.receive({ time: 1200, count: 3 }),
      { time: 1200, count: 4 },
      'Exactly 200 ahead is believed',
    );
  });

  it('is not changed by a message it refuses', () => {
    const clock = new HybridClock(() => 1000, 200);
    clock.tick();
    assert.throws(() => clock.receive({ time: 9000, count: 7 }), Error);
    assert.deepEqual(clock.tick(), { time: 1000, count: 1 }, 'The second event at 1000');
  });

  it('keeps every cause before its effect, though clocks are wrong', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const events = recordCausality(seed, (context) => new HybridClock(() => context.now(), 500), { weather: storm });
      for (const effect of events)
        for (const cause of effect.past) {
          const { stamp } = events[cause]!;
          assert.ok(
            compareHybrid(stamp, effect.stamp) < 0,
            `Seed ${seed}: ${JSON.stringify(stamp)} led to ${JSON.stringify(effect.stamp)} and must come first`,
          );
        }
    }
  });

  it('is never further from real time than the worst clock', () => {
    for (let seed = 1; seed <= 30; seed++)
      for (const { stamp, at, shown } of recordCausality(seed, (context) => new HybridClock(() => context.now(), 500), {
        weather: storm,
      })) {
        assert.ok(stamp.time >= shown, `Seed ${seed}: the node’s clock shows ${shown}, the stamp ${stamp.time}`);
        assert.ok(stamp.time <= at + skew, `Seed ${seed}: at ${at} no clock is more than ${skew} ahead: ${stamp.time}`);
      }
  });
});
