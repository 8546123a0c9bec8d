import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { CircuitBreaker } from '../circuit-breaker.js';
import { CircuitOpenError, retry } from '../retry.js';

/** The same for every language: what each call does, and what comes out. Only "busy" is worth another call. */
const cases = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8'));

/** A service that does one thing after the other, a clock that only moves when somebody waits, and a note of all waits. */
class World {
  now = 0;
  calls = 0;
  slept = [];
  outcomes;
  callMs;

  constructor(outcomes, callMs = 0) {
    this.outcomes = outcomes;
    this.callMs = callMs;
  }

  clock = () => this.now;

  sleep = async (ms) => {
    this.slept.push(ms);
    this.now += ms;
  };

  call = async () => {
    const outcome = this.outcomes[this.calls] ?? 'called once too often';
    this.calls += 1;
    this.now += this.callMs;
    if (outcome !== 'ok') throw new Error(outcome);
    return outcome;
  };

  async play(options) {
    const { clock, sleep } = this;
    const isWorthRetrying = (error) => error.message === 'busy';
    const common = { attempts: 3, baseMs: 100, capMs: 1000, random: () => 0.5, clock, sleep, isWorthRetrying };
    try {
      return await retry(this.call, { ...common, ...options });
    } catch (error) {
      return error instanceof CircuitOpenError ? 'circuit open' : `throws ${error.message}`;
    }
  }
}

describe('Retry with jitter', () => {
  for (const { name, random, outcomes, callMs, result, slept, ...options } of cases.retry)
    test(name, async () => {
      const world = new World(outcomes, callMs);
      const chances = [...random];
      const actual = await world.play({ ...options, random: () => chances.shift() ?? 0.99 });
      const story = `calls that end as ${outcomes.join(', ')} with ${JSON.stringify(options)} and random ${random.join(', ')}`;
      assert.equal(actual, result, `${story}: should end as "${result}", not "${actual}"`);
      assert.equal(
        world.slept.join(' '),
        slept.join(' '),
        `${story}: should wait ${slept.join(', ') || 'never'}, not ${world.slept.join(', ') || 'never'}`,
      );
    });

  test('gives back the very value of the call', async () => {
    const value = { answer: 42 };
    const world = new World([]);
    const operation = async () => value;
    const { sleep } = world;
    const options = { attempts: 2, baseMs: 1, capMs: 1, random: () => 0, sleep, isWorthRetrying: () => true };
    assert.ok((await retry(operation, options)) === value, 'the value of the call should come back as it is');
  });

  test('needs no clock when there is no budget', async () => {
    const world = new World(['busy', 'ok']);
    const actual = await world.play({ clock: undefined });
    assert.equal(actual, 'ok', `busy, ok without clock and budget: should end as "ok", not "${actual}"`);
  });

  test('tells the breaker how each call went', async () => {
    const world = new World(['busy', 'busy', 'ok']);
    const breaker = new CircuitBreaker({ failures: 2, openMs: 60, probes: 1, clock: world.clock });
    const actual = await world.play({ breaker });
    assert.equal(actual, 'ok', `busy, busy, ok with a breaker that opens for 60 ms and a wait of 100: got "${actual}"`);
    assert.equal(breaker.state, 'closed', `the third call was a good probe: the breaker should be closed`);
  });

  test('does not call or wait while the circuit is open', async () => {
    const world = new World(['busy', 'ok']);
    const breaker = new CircuitBreaker({ failures: 1, openMs: 5000, probes: 1, clock: world.clock });
    breaker.begin().failed();
    const actual = await world.play({ breaker });
    assert.equal(actual, 'circuit open', `an open circuit should end as CircuitOpenError, not "${actual}"`);
    assert.equal(world.calls, 0, `an open circuit should be called 0 times, not ${world.calls}`);
    assert.equal(world.slept.length, 0, 'an open circuit should not be waited for');
  });

  test('stops when the circuit opens on the way', async () => {
    const world = new World(['busy', 'busy', 'busy', 'ok']);
    const breaker = new CircuitBreaker({ failures: 2, openMs: 5000, probes: 1, clock: world.clock });
    const actual = await world.play({ breaker, attempts: 9 });
    assert.equal(
      actual,
      'circuit open',
      `busy, busy opens the circuit: should end as CircuitOpenError, not "${actual}"`,
    );
    assert.equal(world.calls, 2, `the circuit opens after 2 calls: should call 2 times, not ${world.calls}`);
  });

  test('does not hold a wrong request against the service', async () => {
    const world = new World(['wrong']);
    const breaker = new CircuitBreaker({ failures: 1, openMs: 5000, probes: 1, clock: world.clock });
    await world.play({ breaker });
    assert.equal(breaker.state, 'closed', 'an error that is not worth retrying should not open the circuit');
  });

  test('does not retry an open circuit though every error seems worth it', async () => {
    const world = new World(['busy', 'ok']);
    const breaker = new CircuitBreaker({ failures: 1, openMs: 5000, probes: 1, clock: world.clock });
    const actual = await world.play({ breaker, attempts: 4, isWorthRetrying: () => true });
    assert.equal(
      actual,
      'circuit open',
      `one failure opens the circuit: should end as CircuitOpenError, not "${actual}"`,
    );
    assert.equal(world.slept.length, 1, `should wait once, before the open circuit is met, not ${world.slept.length}×`);
  });
});
