import type { Catalog } from '../../../src/core/model/catalog.ts';
import type { Item, LearningPath, Step } from '../../../src/core/model/path.ts';
import type { Kata } from '../../../src/core/model/kata.ts';
import type { AttemptRecorded, KnownEvent, NewEvent } from '../../../src/core/model/event.ts';
import type { LastEvent } from '../../../src/core/progress/eventSet.ts';
import type { Known } from '../../../src/core/progress/provenance.ts';
import { GENESIS, sealEvents } from '../../../src/core/progress/seal.ts';

export const HOME = 'aaaaaaaaaaaaaaaa';
export const LAPTOP = 'bbbbbbbbbbbbbbbb';
export const STRANGER = 'eeeeeeeeeeeeeeee';

export const kata = (id: string, stages: readonly string[], version = 1): Kata => ({
  manifest: {
    id,
    version,
    title: id,
    summary: `The kata ${id}.`,
    topics: [],
    difficulty: 1,
    minutes: 10,
    stages: stages.map((stage) => ({ id: stage, title: stage, kind: 'implement' })),
    tracks: {},
  },
  files: [],
});

export const item = (id: string, kind: Item['kind'], rest: Partial<Item> = {}): Item => ({
  id,
  kind,
  title: `Item ${id}`,
  ...rest,
});

export const step = (id: string, items: readonly Item[], rest: Partial<Step> = {}): Step => ({
  id,
  title: `Step ${id}`,
  required: true,
  items,
  ...rest,
});

export const path = (id: string, steps: readonly Step[], resources: readonly Item[] = []): LearningPath => ({
  id,
  title: `Path ${id}`,
  summary: 'A path.',
  steps,
  resources,
});

/** Two required steps, the second after the first, and an elective; every kind of item. */
export const catalog: Catalog = {
  katas: [kata('heap', ['build', 'schedule']), kata('pairs', ['implement'])],
  paths: [
    path(
      'scale',
      [
        step('foundations', [
          item('heap-item', 'kata', { kata: 'heap', aliases: ['old-heap'] }),
          item('read-book', 'reading'),
          item('rocket', 'kata', { kata: 'rocket', planned: true }),
        ]),
        step('design', [item('decision', 'document', { profile: 'adr/seed' }), item('review-list', 'checklist')], {
          after: ['foundations'],
        }),
        step('extra', [item('pairs-item', 'kata', { kata: 'pairs' })], { required: false }),
        step('later', [item('moon', 'kata', { kata: 'moon', planned: true })]),
      ],
      [item('a-talk', 'reading')],
    ),
    path('second', [step('habits', [item('daily-review', 'practice'), item('pairs-item', 'kata', { kata: 'pairs' })])]),
  ],
};

/** What is known where every event stands in the log of these computers, and nothing needs a signature. */
export const inTheLogOf = (...devices: readonly string[]): Known => ({
  roots: new Map(devices.map((device) => [device, ''])),
  isInLog: () => true,
  signatures: [],
  isSigned: () => false,
});

/** A device that writes events, one minute apart. */
export class Author {
  readonly written: KnownEvent[] = [];
  private seen: LastEvent | undefined;

  constructor(
    readonly dev: string = HOME,
    private now = Date.UTC(2026, 10, 20, 9),
    readonly slot = 0,
  ) {}

  write(...bodies: readonly NewEvent[]): KnownEvent[] {
    this.now += 60_000;
    const last = this.written.at(-1);
    const head = { dev: this.dev, slot: this.slot, seq: this.written.length, prev: last?.h ?? GENESIS };
    const latest =
      last && this.seen && !last.after && !this.seen.after && this.seen.id > last.id ? this.seen : (last ?? this.seen);
    const sealed = sealEvents(bodies, head, { last: latest, clock: () => this.now });
    this.written.push(...sealed);
    return sealed;
  }

  /** From now on its ids come after these: it has read them. */
  read(events: readonly LastEvent[]): void {
    for (const event of events) if (!this.seen || event.id > this.seen.id) this.seen = event;
  }

  setClock(now: number): void {
    this.now = now;
  }
}

export const attempt = (rest: Partial<AttemptRecorded> = {}): AttemptRecorded => ({
  type: 'attempt.recorded',
  kata: 'heap',
  version: 1,
  language: 'typescript',
  stage: 'build',
  verdict: 'passed',
  passed: rest.verdict === undefined || rest.verdict === 'passed' ? [rest.stage ?? 'build'] : [],
  durationMs: 120,
  tests: 'tests-digest',
  solution: 'solution-digest',
  ...rest,
});
