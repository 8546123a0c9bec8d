import assert from 'node:assert/strict';
import type { Catalog } from '../../../src/core/model/catalog.ts';
import { splitByOwner } from '../../../src/core/progress/devices.ts';
import { sortEvents } from '../../../src/core/progress/order.ts';
import type { NewEvent, ProgressEvent, ReviewRecorded } from '../../../src/core/model/event.ts';
import { fold } from '../../../src/core/progress/fold.ts';
import { parseLog, encodeLog } from '../../../src/core/progress/log.ts';
import { attempt, Author, catalog, HOME, inTheLogOf, item, kata, LAPTOP, path, step, STRANGER } from './support.ts';

const stateOf = (events: readonly ProgressEvent[], id: string, of = catalog) => fold(events, of).items.get(id)!.state;
const tick = (id: string, note?: string): NewEvent => ({ type: 'item.completed', item: id, ...(note && { note }) });
const digest = 'c'.repeat(64);
/** The usual paths, where a decision counts only when so many have approved it. */
const reviewedCatalog = (approvals: number, signed?: true): Catalog => ({
  katas: catalog.katas,
  paths: catalog.paths.map((each) => ({
    ...each,
    steps: each.steps.map((one) => ({
      ...one,
      items: one.items.map((it) =>
        it.id === 'decision' ? { ...it, review: { approvals, ...(signed && { signed }) } } : it,
      ),
    })),
  })),
});
const proof = (outcome: string): NewEvent => ({
  type: 'proof.added',
  outcome,
  evidence: { kind: 'document', file: 'adr/0001.md', digest, profile: 'adr/seed' },
});

describe('fold: katas', () => {
  it('has a kata done when every stage passed in one language', () => {
    const home = new Author();
    home.write({ type: 'kata.started', kata: 'heap', version: 1, language: 'typescript', folder: 'katas/heap' });
    assert.equal(stateOf(home.written, 'heap-item'), 'in-progress');
    home.write(attempt({ verdict: 'failed' }), attempt());
    assert.deepEqual(fold(home.written, catalog).items.get('heap-item')!.stages, {
      done: 1,
      total: 2,
      language: 'typescript',
    });
    home.write(attempt({ stage: 'schedule', passed: ['build', 'schedule'] }));
    assert.equal(stateOf(home.written, 'heap-item'), 'done');
  });

  it('does not add up stages passed in different languages', () => {
    const home = new Author();
    home.write(attempt({ language: 'typescript', stage: 'build' }), attempt({ language: 'python', stage: 'schedule' }));
    assert.equal(stateOf(home.written, 'heap-item'), 'in-progress');
  });

  it('completes nothing by any verdict but passed, whatever the attempt claims', () => {
    const home = new Author();
    for (const verdict of ['failed', 'no-tests', 'crashed', 'cancelled', 'timeout', 'environment'] as const) {
      home.write(attempt({ kata: 'pairs', stage: 'implement', verdict, passed: ['implement'] }));
    }
    assert.equal(stateOf(home.written, 'pairs-item'), 'in-progress');
    assert.equal(fold(home.written, catalog).katas.get('pairs')!.attempts, 6);
  });

  it('is not done by a tick', () => {
    const home = new Author();
    home.write(tick('pairs-item'));
    assert.equal(stateOf(home.written, 'pairs-item'), 'not-started');
  });

  it('keeps what the latest passing attempt proved', () => {
    const home = new Author();
    home.write(
      attempt({ solution: 'first' }),
      attempt({ solution: 'second', version: 2 }),
      attempt({ verdict: 'failed' }),
    );
    const stage = fold(home.written, catalog).katas.get('heap')!.tracks.get('typescript')!.get('build')!;
    assert.equal(stage.attempts, 3);
    assert.equal(stage.lastVerdict, 'failed');
    assert.equal(stage.passed!.solution, 'second');
    assert.equal(stage.passed!.version, 2);
  });

  it('stays done, and says so, when a newer version of the kata comes out', () => {
    const home = new Author();
    home.write(attempt({ kata: 'pairs', stage: 'implement', version: 1 }));
    const newer = { ...catalog, katas: [kata('pairs', ['implement'], 2)] };
    const progress = fold(home.written, newer).items.get('pairs-item')!;
    assert.equal(progress.state, 'done');
    assert.equal(progress.outdated, true);
  });

  it('is found under its old name after a rename', () => {
    const home = new Author();
    home.write(attempt({ kata: 'old-heap', stage: 'schedule', passed: ['build', 'schedule'] }));
    assert.equal(stateOf(home.written, 'heap-item'), 'done');
    assert.deepEqual(fold(home.written, catalog).orphans, []);
  });

  it('remembers the highest hint and the first look at the solution', () => {
    const home = new Author();
    const hint = (rung: number): NewEvent => ({ type: 'hint.revealed', kata: 'heap', stage: 'build', rung });
    home.write(hint(1), hint(3), hint(2), {
      type: 'solution.revealed',
      kata: 'heap',
      stage: 'build',
      language: 'python',
    });
    const progress = fold(home.written, catalog).katas.get('heap')!;
    assert.equal(progress.hints.get('build'), 3);
    assert.equal(progress.solutionRevealedAt, home.written.at(-1)!.at);
  });
});

describe('fold: ticks, skips and proofs', () => {
  it('has the last word on a tick count', () => {
    const home = new Author();
    home.write(tick('read-book', 'Chapter 3 changed my mind.'));
    assert.equal(fold(home.written, catalog).items.get('read-book')!.text, 'Chapter 3 changed my mind.');
    home.write({ type: 'item.reopened', item: 'read-book' });
    assert.equal(stateOf(home.written, 'read-book'), 'not-started');
    home.write({ type: 'item.skipped', item: 'read-book', reason: 'read it last year' });
    assert.equal(stateOf(home.written, 'read-book'), 'skipped');
    home.write(tick('read-book'));
    assert.equal(stateOf(home.written, 'read-book'), 'done');
  });

  it('takes an untick after its tick although the clock was set back a year between them', () => {
    const home = new Author();
    home.write(tick('read-book'));
    home.setClock(Date.UTC(2025, 10, 20));
    home.write({ type: 'item.reopened', item: 'read-book' });
    assert.equal(stateOf(home.written, 'read-book'), 'not-started');
  });

  it('closes an outcome only with a live proof given for that same outcome', () => {
    const home = new Author();
    home.write({ type: 'outcome.closed', outcome: 'decision', proof: 'd'.repeat(64) });
    assert.equal(stateOf(home.written, 'decision'), 'not-started');
    const [other] = home.write(proof('review-list'));
    home.write({ type: 'outcome.closed', outcome: 'decision', proof: other!.h });
    assert.equal(stateOf(home.written, 'decision'), 'not-started');
    const [own] = home.write(proof('decision'));
    assert.equal(stateOf(home.written, 'decision'), 'in-progress');
    home.write({ type: 'outcome.closed', outcome: 'decision', proof: own!.h });
    assert.equal(stateOf(home.written, 'decision'), 'done');
    home.write({ type: 'revoke', hashes: [own!.h] });
    assert.equal(stateOf(home.written, 'decision'), 'not-started');
  });

  it('never counts a planned item, even one the log calls done', () => {
    const home = new Author();
    home.write(tick('moon'), attempt({ kata: 'moon', stage: 'implement' }));
    assert.equal(stateOf(home.written, 'moon'), 'planned');
  });

  it('has a practice done from its first time on, once per period', () => {
    const home = new Author();
    const done = (period: string): NewEvent => ({ type: 'practice.done', item: 'daily-review', period });
    home.write(done('2026-11-20'), done('2026-11-20'), done('2026-11-21'));
    const state = fold(home.written, catalog);
    assert.equal(state.items.get('daily-review')!.state, 'done');
    assert.deepEqual([...state.practice.get('daily-review')!.keys()], ['2026-11-20', '2026-11-21']);
  });
});

describe('fold: reviews', () => {
  const of = (...events: NewEvent[]) => {
    const author = new Author();
    const [given] = author.write(proof('decision'));
    author.write({ type: 'outcome.closed', outcome: 'decision', proof: given!.h }, ...events);
    return fold(author.written, reviewedCatalog(1)).items.get('decision')!;
  };
  const request = (digit = '1'): NewEvent => ({
    type: 'review.requested',
    outcome: 'decision',
    request: digit.repeat(64),
    commit: 'c'.repeat(40),
    tree: 'd'.repeat(40),
  });
  const review = (rest: Partial<ReviewRecorded> = {}): NewEvent => ({
    type: 'review.recorded',
    outcome: 'decision',
    request: '1'.repeat(64),
    reviewer: 'Grace',
    attestation: 'signed',
    verdict: 'approve',
    blocking: 0,
    ...rest,
  });
  const states = (...events: NewEvent[]) => {
    const { state, review: found } = of(...events);
    return [state, found!.state];
  };

  it('keep an outcome open, whatever proves it, until somebody approved it', () => {
    assert.deepEqual(states(), ['in-progress', 'not-requested']);
    assert.deepEqual(states(request()), ['in-progress', 'waiting']);
    assert.deepEqual(states(request(), review({ verdict: 'comment' })), ['in-progress', 'waiting']);
    assert.deepEqual(states(request(), review()), ['done', 'approved']);
    assert.deepEqual(states(review()), ['in-progress', 'not-requested']);
  });

  it('say in words what is missing', () => {
    assert.equal(of(request()).review!.words, 'waiting for a review');
    assert.equal(of(request(), review({ blocking: 2 })).review!.words, '2 blocking remarks are open');
    assert.equal(of(request(), review({ attestation: 'github' })).review!.words, 'approved by Grace (as GitHub says)');
  });

  it('hold it open while one blocking remark is, also beside other approvals, until its author takes it back', () => {
    const blocking = review({ reviewer: 'Linus', verdict: 'comment', blocking: 1 });
    assert.deepEqual(states(request(), review(), blocking), ['in-progress', 'changes-requested']);
    assert.deepEqual(states(request(), blocking, review()), ['in-progress', 'changes-requested']);
    const settled = review({ reviewer: 'Linus', verdict: 'comment', blocking: 0 });
    assert.deepEqual(states(request(), review(), blocking, settled), ['done', 'approved']);
  });

  it('are withdrawn by a later word of the same reviewer only', () => {
    const changes = review({ verdict: 'changes-requested' });
    assert.deepEqual(states(request(), review(), changes), ['in-progress', 'changes-requested']);
    assert.deepEqual(states(request(), changes, review()), ['done', 'approved']);
    assert.deepEqual(states(request(), review(), review({ verdict: 'comment' })), ['done', 'approved']);
  });

  it('are stale for another request, another tree, another commit, and after new evidence', () => {
    assert.deepEqual(states(request(), review(), request('2')), ['in-progress', 'stale']);
    assert.deepEqual(states(request(), review({ tree: 'e'.repeat(40) })), ['in-progress', 'stale']);
    assert.deepEqual(states(request(), review({ attestation: 'github', commit: 'e'.repeat(40) })), [
      'in-progress',
      'stale',
    ]);
    assert.deepEqual(states(request(), review(), proof('decision')), ['in-progress', 'stale']);
    assert.deepEqual(
      states(request(), review(), proof('decision'), request('2'), review({ request: '2'.repeat(64) })),
      ['done', 'approved'],
    );
  });

  it('by GitHub do not count where the path asks for signed ones', () => {
    const author = new Author();
    const [given] = author.write(proof('decision'));
    author.write(
      { type: 'outcome.closed', outcome: 'decision', proof: given!.h },
      request(),
      review({ attestation: 'github' }),
    );
    const { review: found } = fold(author.written, reviewedCatalog(1, true)).items.get('decision')!;
    assert.deepEqual([found!.state, found!.approvals], ['waiting', []]);
  });

  it('must be by as many people as the path asks, each counted once', () => {
    const author = new Author();
    const [given] = author.write(proof('decision'));
    author.write({ type: 'outcome.closed', outcome: 'decision', proof: given!.h }, request(), review(), review());
    const state = () => fold(author.written, reviewedCatalog(2)).items.get('decision')!;
    assert.deepEqual([state().state, state().review!.words], ['in-progress', 'waiting for reviews: 1 of 2']);
    author.write(review({ reviewer: 'Linus' }));
    assert.equal(state().state, 'done');
  });

  it('of a step hold the step open when all its items are done', () => {
    const author = new Author();
    author.write(attempt({ kata: 'pairs', stage: 'implement' }));
    const guarded: Catalog = {
      katas: catalog.katas,
      paths: [path('p', [step('only', [item('pairs-item', 'kata', { kata: 'pairs' })], { review: { approvals: 1 } })])],
    };
    const found = () => fold(author.written, guarded).paths.get('p')!;
    assert.deepEqual([found().complete, found().steps[0]!.state], [false, 'open']);
    author.write({ ...request(), outcome: 'only' } as NewEvent, { ...review(), outcome: 'only' } as NewEvent);
    assert.deepEqual([found().complete, found().steps[0]!.state], [true, 'closed']);
  });

  it('do not make evidence of a kind that cannot prove the item', () => {
    const author = new Author();
    const [given] = author.write({
      type: 'proof.added',
      outcome: 'decision',
      evidence: { kind: 'note', text: 'done!' },
    });
    author.write({ type: 'outcome.closed', outcome: 'decision', proof: given!.h }, request(), review());
    assert.equal(fold(author.written, catalog).items.get('decision')!.state, 'in-progress');
  });
});

describe('fold: revokes', () => {
  it('undoes a reset by revoking the revoke, and redoes it by revoking that', () => {
    const home = new Author();
    const passes = home.write(attempt({ kata: 'pairs', stage: 'implement' }));
    const [reset] = home.write({ type: 'revoke', hashes: passes.map(({ h }) => h), reason: 'reset' });
    assert.equal(stateOf(home.written, 'pairs-item'), 'not-started');
    const [undo] = home.write({ type: 'revoke', hashes: [reset!.h] });
    assert.equal(stateOf(home.written, 'pairs-item'), 'done');
    home.write({ type: 'revoke', hashes: [undo!.h] });
    assert.equal(stateOf(home.written, 'pairs-item'), 'not-started');
  });

  it('lets a revoke name only what came before it', () => {
    const future = new Author(HOME, Date.UTC(2027, 0, 1));
    const passes = future.write(attempt({ kata: 'pairs', stage: 'implement' }));
    const past = new Author(HOME, Date.UTC(2026, 0, 1), 1);
    past.write({ type: 'revoke', hashes: passes.map(({ h }) => h) });
    assert.equal(stateOf([...future.written, ...past.written], 'pairs-item'), 'done');
  });

  it('survives a chain of ten thousand undos', () => {
    const home = new Author();
    let last = home.write(tick('read-book'))[0]!;
    for (let turn = 0; turn < 10_000; turn++) last = home.write({ type: 'revoke', hashes: [last.h] })[0]!;
    assert.equal(stateOf(home.written, 'read-book'), 'done');
  });
});

describe('fold: steps and paths', () => {
  const passHeap = attempt({ stage: 'schedule', passed: ['build', 'schedule'] });
  const stepOf = (events: readonly ProgressEvent[], id: string) =>
    fold(events, catalog)
      .paths.get('scale')!
      .steps.find(({ step: name }) => name === id)!;

  it('opens a step when the one before it is closed', () => {
    const home = new Author();
    assert.equal(stepOf(home.written, 'design').state, 'locked');
    assert.deepEqual(stepOf(home.written, 'design').waitsFor, ['foundations']);
    home.write(passHeap, tick('read-book'));
    assert.equal(stepOf(home.written, 'foundations').state, 'closed');
    assert.equal(stepOf(home.written, 'design').state, 'open');
  });

  it('calls a step closed early rather than forgetting it', () => {
    const home = new Author();
    const [given] = home.write(proof('decision'));
    home.write({ type: 'outcome.closed', outcome: 'decision', proof: given!.h }, tick('review-list'));
    assert.equal(stepOf(home.written, 'design').state, 'closed-early');
  });

  it('counts required steps only, and neither planned nor skipped items', () => {
    const home = new Author();
    home.write(passHeap, attempt({ kata: 'pairs', stage: 'implement' }), {
      type: 'item.skipped',
      item: 'read-book',
      reason: 'known',
    });
    const { done, total, complete } = fold(home.written, catalog).paths.get('scale')!;
    assert.deepEqual({ done, total, complete }, { done: 1, total: 3, complete: false });
    assert.equal(stepOf(home.written, 'foundations').state, 'closed');
  });

  it('completes a path without its electives and its planned steps, but not by skipping everything', () => {
    const home = new Author();
    const [given] = home.write(proof('design'));
    home.write(passHeap, tick('read-book'), { type: 'outcome.closed', outcome: 'design', proof: given!.h });
    assert.equal(fold(home.written, catalog).paths.get('scale')!.complete, true);
    assert.equal(stepOf(home.written, 'design').closedBy!.hash, given!.h);
    const idle = new Author();
    for (const id of ['heap-item', 'read-book', 'decision', 'review-list'])
      idle.write({ type: 'item.skipped', item: id, reason: 'no' });
    assert.equal(fold(idle.written, catalog).paths.get('scale')!.complete, false);
  });

  it('does an item shared between two paths once for both', () => {
    const home = new Author();
    home.write(attempt({ kata: 'pairs', stage: 'implement' }));
    assert.equal(fold(home.written, catalog).paths.get('second')!.done, 1);
  });

  it('keeps a plan: taken up, reordered, put down', () => {
    const home = new Author();
    home.write({ type: 'plan.started', path: 'scale', starts: '2026-11-23' });
    home.write({ type: 'plan.ordered', path: 'scale', items: ['read-book', 'old-heap'] });
    assert.deepEqual(fold(home.written, catalog).plans.get('scale'), {
      path: 'scale',
      starts: '2026-11-23',
      order: ['read-book', 'heap-item'],
    });
    home.write({ type: 'plan.stopped', path: 'scale' });
    assert.equal(fold(home.written, catalog).paths.get('scale')!.started, false);
  });
});

describe('fold: what the catalog does not know', () => {
  it('shows a removed item as an orphan and drops nothing', () => {
    const home = new Author();
    home.write(tick('read-book'), attempt());
    const empty = { katas: [], paths: [path('other', [step('s', [item('x', 'reading')])])] };
    const state = fold(home.written, empty);
    assert.deepEqual(state.orphans, [
      { kind: 'item', id: 'read-book', words: 'completed' },
      { kind: 'kata', id: 'heap', words: '1 attempt' },
    ]);
    assert.equal(state.counted, 2);
  });

  it('keeps and counts events of a later build, by type and by version', () => {
    const home = new Author();
    home.write({ type: 'mood.noted', mood: 'fine' } as unknown as NewEvent, tick('read-book'));
    const read = parseLog(encodeLog(home.written), { verify: true });
    assert.equal(read.events.length, 2);
    const state = fold(read.events, catalog);
    assert.equal(state.unknown, 1);
    assert.equal(state.items.get('read-book')!.state, 'done');
    const [known] = home.written.slice(1);
    assert.equal(fold([{ ...known!, v: 2 }], catalog).unknown, 1);
  });
});

describe('the owner of events', () => {
  const known = inTheLogOf(HOME);

  it("never counts a stranger's events", () => {
    const stranger = new Author(STRANGER);
    stranger.write(tick('read-book'));
    const { own, foreign } = splitByOwner(sortEvents(stranger.written), known);
    assert.equal(own.length, 0);
    assert.deepEqual(
      foreign.map(({ device, events }) => [device, events.length]),
      [[STRANGER, 1]],
    );
  });

  it('counts them once the learner adopts the device, with the devices that one adopted', () => {
    const home = new Author();
    const laptop = new Author(LAPTOP);
    const phone = new Author('c'.repeat(16));
    phone.write(tick('read-book'));
    laptop.write({ type: 'device.adopted', device: phone.dev });
    const all = () => [...home.written, ...laptop.written, ...phone.written];
    assert.equal(splitByOwner(sortEvents(all()), known).own.length, 0);
    home.write({ type: 'device.adopted', device: LAPTOP, name: 'my laptop' });
    assert.equal(splitByOwner(sortEvents(all()), known).own.length, 3);
    home.write({ type: 'device.released', device: phone.dev });
    assert.equal(splitByOwner(sortEvents(all()), known).foreign[0]!.device, phone.dev);
    home.read(all());
    home.write({ type: 'device.adopted', device: phone.dev });
    assert.equal(splitByOwner(sortEvents(all()), known).foreign.length, 0);
  });

  it('does not let a stranger adopt itself', () => {
    const stranger = new Author(STRANGER);
    stranger.write({ type: 'device.adopted', device: STRANGER }, tick('read-book'));
    assert.equal(splitByOwner(sortEvents(stranger.written), known).own.length, 0);
  });
});
