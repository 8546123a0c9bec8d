import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Scheduler } from '../scheduler.js';

/** A scheduler with tasks written as "id priority" or "id priority after,after". */
function scheduleOf(...tasks) {
  const scheduler = new Scheduler();
  for (const task of tasks) {
    const [id, priority, after] = task.split(' ');
    scheduler.add(id, Number(priority), after ? after.split(',') : []);
  }
  return scheduler;
}

/** Hands out all tasks that are ready without finishing any. */
function takeReady(scheduler) {
  const taken = [];
  for (let id = scheduler.next(); id !== undefined && taken.length < 100; id = scheduler.next()) taken.push(id);
  return taken.join(' ');
}

/** Hands out and finishes task after task. */
function runAll(scheduler) {
  const taken = [];
  for (let id = scheduler.next(); id !== undefined && taken.length < 100; id = scheduler.next()) {
    taken.push(id);
    scheduler.done(id);
  }
  return taken.join(' ');
}

function expectOrder(actual, expected, story) {
  assert.equal(actual, expected, `${story}: should hand out "${expected}", not "${actual}"`);
}

function expectAnswer(actual, expected, story) {
  assert.equal(actual, expected, `${story}: should answer ${expected}, not ${actual}`);
}

/** A stream of numbers in [0, 1) that is the same on every run. */
function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The rules of the brief on a plain list: slow, and short enough to be seen to be right. */
class Model {
  tasks = [];
  moment = 0;

  find(id, ...states) {
    return this.tasks.find((task) => task.id === id && (states.length === 0 || states.includes(task.state)));
  }

  waitsFor(id, goal) {
    return id === goal || (this.find(id, 'waiting')?.after ?? []).some((other) => this.waitsFor(other, goal));
  }

  makeReady() {
    for (const task of this.tasks) {
      if (task.state !== 'waiting' || !task.after.every((other) => this.find(other, 'done'))) continue;
      task.state = 'ready';
      task.readySince = this.moment += 1;
    }
  }

  add(id, priority, after) {
    if (this.find(id) || after.some((other) => this.waitsFor(other, id))) return 'refused';
    this.tasks.push({ id, priority, after, state: 'waiting', readySince: 0 });
    this.makeReady();
    return 'added';
  }

  next() {
    const ready = this.tasks.filter(({ state }) => state === 'ready');
    ready.sort((left, right) => left.priority - right.priority || left.readySince - right.readySince);
    if (ready.length > 0) ready[0].state = 'running';
    return ready[0]?.id;
  }

  done(id) {
    const task = this.find(id, 'running');
    if (!task) return false;
    task.state = 'done';
    this.makeReady();
    return true;
  }

  cancel(id) {
    const task = this.find(id, 'waiting', 'ready');
    this.tasks = this.tasks.filter((other) => other !== task);
    return task !== undefined;
  }

  reschedule(id, priority) {
    const task = this.find(id, 'waiting', 'ready');
    if (!task) return false;
    task.priority = priority;
    if (task.state === 'ready') task.readySince = this.moment += 1;
    return true;
  }
}

describe('Scheduler', () => {
  test('has nothing to hand out at first', () => {
    expectAnswer(new Scheduler().next(), undefined, 'next() of a new scheduler');
  });

  test('hands out every task once', () => {
    const scheduler = scheduleOf('a 1');
    expectAnswer(scheduler.next(), 'a', 'next() after add a 1');
    expectAnswer(scheduler.next(), undefined, 'the second next() after add a 1');
    scheduler.done('a');
    expectAnswer(scheduler.next(), undefined, 'next() after a is done');
  });

  test('hands out the smallest priority number first', () => {
    const scheduler = scheduleOf('c 5', 'a -2', 'd 30', 'b 0', 'e 100');
    expectOrder(takeReady(scheduler), 'a b c d e', 'add c 5, a -2, d 30, b 0, e 100');
  });

  test('hands out equal priorities in the order they were added', () => {
    const ids = Array.from({ length: 40 }, (_, place) => `t${place}`);
    const scheduler = scheduleOf(...ids.map((id, place) => `${id} ${place % 2}`));
    const even = ids.filter((_, place) => place % 2 === 0);
    const odd = ids.filter((_, place) => place % 2 === 1);
    expectOrder(
      takeReady(scheduler),
      [...even, ...odd].join(' '),
      '40 tasks t0, t1, ... with priorities 0, 1, 0, 1, ...',
    );
  });

  test('takes new tasks while others run', () => {
    const scheduler = scheduleOf('a 5', 'b 5');
    scheduler.next();
    scheduler.add('c', 1);
    scheduler.add('d', 5);
    expectOrder(takeReady(scheduler), 'c b d', 'add a 5, b 5, next, add c 1, d 5');
  });

  test('never hands out a cancelled task', () => {
    const scheduler = scheduleOf('a 1', 'b 1', 'c 1');
    expectAnswer(scheduler.cancel('a'), true, 'cancel a, which is ready');
    expectAnswer(scheduler.cancel('c'), true, 'cancel c, which is ready');
    expectOrder(takeReady(scheduler), 'b', 'add a 1, b 1, c 1, cancel a and c');
  });

  test('cancels only what was not handed out yet', () => {
    const scheduler = scheduleOf('a 1', 'b 2', 'w 1 a');
    expectAnswer(scheduler.cancel('x'), false, 'cancel x, which was never added');
    scheduler.next();
    expectAnswer(scheduler.cancel('a'), false, 'cancel a, which is running');
    scheduler.done('a');
    expectAnswer(scheduler.cancel('a'), false, 'cancel a, which is done');
    expectAnswer(scheduler.cancel('b'), true, 'cancel b, which is ready');
    expectAnswer(scheduler.cancel('b'), false, 'cancel b for the second time');
    expectAnswer(scheduler.cancel('w'), true, 'cancel w, which has waited for a');
    expectAnswer(scheduler.next(), undefined, 'next() when all others are cancelled');
  });

  test('queues a cancelled task at the back when it is added again', () => {
    const scheduler = scheduleOf('a 1', 'b 1');
    scheduler.cancel('a');
    scheduler.add('a', 1);
    expectOrder(takeReady(scheduler), 'b a', 'add a 1, b 1, cancel a, add a 1');
  });

  test('moves a rescheduled task forward and back', () => {
    const scheduler = scheduleOf('a 1', 'b 2', 'c 3', 'd 4');
    expectAnswer(scheduler.reschedule('d', 0), true, 'reschedule d, which is ready');
    expectAnswer(scheduler.reschedule('a', 9), true, 'reschedule a, which is ready');
    expectOrder(takeReady(scheduler), 'd b c a', 'add a 1, b 2, c 3, d 4, reschedule d 0, a 9');
  });

  test('hands out a rescheduled task only once', () => {
    const scheduler = scheduleOf('a 1', 'b 2');
    for (const priority of [3, 1, 3, 0, 2]) scheduler.reschedule('a', priority);
    expectOrder(takeReady(scheduler), 'b a', 'add a 1, b 2, reschedule a to 3, 1, 3, 0, 2');
  });

  test('queues a rescheduled task behind its new equals', () => {
    const moved = scheduleOf('a 1', 'b 2', 'c 2');
    moved.reschedule('a', 2);
    expectOrder(takeReady(moved), 'b c a', 'add a 1, b 2, c 2, reschedule a 2');
    const same = scheduleOf('a 1', 'b 1');
    same.reschedule('a', 1);
    expectOrder(takeReady(same), 'b a', 'add a 1, b 1, reschedule a 1');
  });

  test('reschedules only what was not handed out yet', () => {
    const scheduler = scheduleOf('a 1', 'b 2');
    expectAnswer(scheduler.reschedule('x', 0), false, 'reschedule x, which was never added');
    scheduler.next();
    expectAnswer(scheduler.reschedule('a', 0), false, 'reschedule a, which is running');
    scheduler.done('a');
    expectAnswer(scheduler.reschedule('a', 0), false, 'reschedule a, which is done');
    scheduler.cancel('b');
    expectAnswer(scheduler.reschedule('b', 0), false, 'reschedule b, which is cancelled');
    expectAnswer(scheduler.next(), undefined, 'next() when a is done and b cancelled');
  });

  test('holds a task back until the task before it is done', () => {
    const scheduler = scheduleOf('build 5', 'test 1 build');
    expectOrder(takeReady(scheduler), 'build', 'add build 5, test 1 after build');
    expectAnswer(scheduler.done('build'), true, 'done build, which is running');
    expectOrder(takeReady(scheduler), 'test', 'the same, once build is done');
  });

  test('waits for all tasks before it', () => {
    const scheduler = scheduleOf('a 1', 'b 2', 'c 0 a,b,a');
    scheduler.next();
    scheduler.next();
    scheduler.done('b');
    expectAnswer(scheduler.next(), undefined, 'next() when c waits for a, b and a, and only b is done');
    scheduler.done('a');
    expectAnswer(scheduler.next(), 'c', 'next() when a and b are done');
  });

  test('lets a task wait for one that is added later or done already', () => {
    const scheduler = scheduleOf('deploy 0 build', 'lint 3');
    expectAnswer(scheduler.next(), 'lint', 'next() when deploy waits for build, which nobody has added yet');
    scheduler.add('build', 7);
    expectOrder(runAll(scheduler), 'build deploy', 'the same, after add build 7');
    scheduler.add('report', 1, ['build', 'deploy']);
    expectOrder(takeReady(scheduler), 'report', 'add report 1 after build and deploy, which are done');
  });

  test('queues released tasks behind those that were ready before', () => {
    const scheduler = scheduleOf('a 1', 'w 5 a', 'v 5 a', 'b 5');
    expectAnswer(scheduler.next(), 'a', 'the first next()');
    scheduler.add('c', 5);
    scheduler.done('a');
    scheduler.add('d', 5);
    expectOrder(
      takeReady(scheduler),
      'b c w v d',
      'a 1, w 5 after a, v 5 after a, b 5; next, add c 5, done a, add d 5',
    );
  });

  test('remembers a new priority for a task that still waits', () => {
    const scheduler = scheduleOf('a 1', 'w 9 a', 'b 5');
    expectAnswer(scheduler.reschedule('w', 2), true, 'reschedule w, which is waiting');
    expectOrder(runAll(scheduler), 'a w b', 'a 1, w 9 after a, b 5, reschedule w 2');
  });

  test('keeps tasks waiting when what they wait for is cancelled', () => {
    const scheduler = scheduleOf('a 1', 'w 1 a');
    scheduler.cancel('a');
    expectAnswer(scheduler.next(), undefined, 'next() when w waits for a and a is cancelled');
    scheduler.add('a', 4);
    expectOrder(runAll(scheduler), 'a w', 'the same, after a was added again');
  });

  test('finishes only running tasks', () => {
    const scheduler = scheduleOf('a 1', 'w 1 a');
    expectAnswer(scheduler.done('x'), false, 'done x, which was never added');
    expectAnswer(scheduler.done('a'), false, 'done a, which is ready');
    expectAnswer(scheduler.done('w'), false, 'done w, which is waiting');
    scheduler.next();
    expectAnswer(scheduler.done('a'), true, 'done a, which is running');
    expectAnswer(scheduler.done('a'), false, 'done a for the second time');
    expectOrder(takeReady(scheduler), 'w', 'w after a, which is done');
  });

  test('refuses an id that is known and changes nothing', () => {
    const scheduler = scheduleOf('a 2', 'b 3', 'w 1 b');
    for (const id of ['a', 'w'])
      assert.throws(() => scheduler.add(id, 0), Error, `add ${id} a second time should throw`);
    scheduler.next();
    assert.throws(() => scheduler.add('a', 0), Error, 'add a, which is running, should throw');
    scheduler.done('a');
    assert.throws(() => scheduler.add('a', 0), Error, 'add a, which is done, should throw');
    expectOrder(runAll(scheduler), 'b w', 'a 2, b 3, w 1 after b, with a done and every second add refused');
  });

  test('refuses a cycle and changes nothing', () => {
    const scheduler = scheduleOf('a 1 b', 'b 1 c', 'x 4');
    assert.throws(() => scheduler.add('s', 0, ['s']), Error, 'add s after s should throw');
    assert.throws(() => scheduler.add('c', 0, ['x', 'a']), Error, 'add c after a should throw: a waits for b, b for c');
    expectOrder(takeReady(scheduler), 'x', 'a after b, b after c, x, with s and c refused');
    scheduler.add('c', 3);
    scheduler.add('s', 2);
    expectOrder(runAll(scheduler), 's c b a', 'the same, after adding c 3 and s 2 without a cycle');
  });

  test('refuses a cycle closed by a task that was cancelled and added again', () => {
    const scheduler = scheduleOf('a 1 b', 'b 1');
    scheduler.cancel('b');
    assert.throws(() => scheduler.add('b', 1, ['a']), Error, 'add b after a should throw: a waits for b');
    scheduler.cancel('a');
    scheduler.add('b', 1, ['a']);
    scheduler.add('a', 1);
    expectOrder(runAll(scheduler), 'a b', 'a cancelled too, then b after a, then a');
  });

  test('copes with long chains', () => {
    const length = 1200;
    const scheduler = new Scheduler();
    for (let place = length - 1; place > 0; place -= 1) scheduler.add(`t${place}`, 0, [`t${place - 1}`]);
    const last = `t${length - 1}`;
    assert.throws(
      () => scheduler.add('t0', 0, [last]),
      Error,
      `add t0 after ${last} should throw: it closes a chain of ${length} tasks`,
    );
    scheduler.add('t0', 0);
    for (let place = 0; place < length; place += 1) {
      expectAnswer(scheduler.next(), `t${place}`, `next() at place ${place} of a chain of ${length}`);
      scheduler.done(`t${place}`);
    }
  });

  test('agrees with a plain list on 4000 random commands', () => {
    const random = seededRandom(2026);
    const pick = (limit) => Math.floor(random() * limit);
    for (let round = 0; round < 80; round += 1) {
      const scheduler = new Scheduler();
      const model = new Model();
      const history = [];
      for (let step = 0; step < 50; step += 1) {
        const id = `t${pick(12)}`;
        const priority = pick(4);
        const running = model.tasks.filter(({ state }) => state === 'running');
        const command = pick(10);
        let actual;
        let expected;
        if (command < 4) {
          const after = Array.from({ length: pick(3) }, () => `t${pick(12)}`);
          history.push(`add ${id} ${priority} after [${after}]`);
          expected = model.add(id, priority, after);
          try {
            scheduler.add(id, priority, after);
            actual = 'added';
          } catch {
            actual = 'refused';
          }
        } else if (command < 6) {
          history.push('next');
          expected = model.next();
          actual = scheduler.next();
        } else if (command < 8) {
          const finished = running.length > 0 ? running[pick(running.length)].id : id;
          history.push(`done ${finished}`);
          expected = model.done(finished);
          actual = scheduler.done(finished);
        } else if (command === 8) {
          history.push(`cancel ${id}`);
          expected = model.cancel(id);
          actual = scheduler.cancel(id);
        } else {
          history.push(`reschedule ${id} ${priority}`);
          expected = model.reschedule(id, priority);
          actual = scheduler.reschedule(id, priority);
        }
        if (actual !== expected)
          assert.fail(`the last of these should answer ${expected}, not ${actual}: ${history.join('; ')}`);
      }
    }
  });
});
