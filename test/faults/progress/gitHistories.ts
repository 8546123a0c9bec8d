import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseLog } from '../../../src/core/progress/log.ts';
import { DiskProgressStore } from '../../../src/node/progress/diskProgressStore.ts';

export interface GitReport {
  readonly merges: number;
  readonly conflicts: number;
  readonly events: number;
  /** Published events that main does not have in the end, and recorded ones a computer no longer has. */
  readonly lost: number;
}

const environment = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
const identity = ['-c', 'user.name=Learner', '-c', 'user.email=learner@example.org', '-c', 'commit.gpgsign=false'];

/** One computer with a clone: it practises, publishes and commits on any of its branches. */
class Computer {
  readonly published = new Set<string>();
  readonly recorded = new Set<string>();
  readonly branches = ['main'];

  constructor(
    readonly name: string,
    readonly clone: string,
    private readonly directory: string,
  ) {}

  git(...args: string[]): string {
    return execFileSync('git', [...identity, ...args], {
      cwd: this.clone,
      env: environment,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  }

  /** A merge that conflicts is given up, and counted. */
  merge(...args: string[]): 'merged' | 'conflict' {
    const { status } = spawnSync('git', [...identity, 'merge', '-q', ...args], { cwd: this.clone, env: environment });
    if (status === 0) return 'merged';
    this.git('reset', '-q', '--hard');
    return 'conflict';
  }

  async practise(count: number): Promise<void> {
    await this.withStore(async (store) => {
      for (let index = 0; index < count; index++) {
        const [event] = await store.append([
          { type: 'kata.started', kata: `kata-${index}`, version: 1, language: 'python' },
        ]);
        this.recorded.add(event!.h);
      }
    });
  }

  async publish(...commitOptions: string[]): Promise<void> {
    await this.withStore(async (store) => {
      if (!(await store.publish(this.clone))) return;
      this.git('add', '.katapath');
      this.git('commit', '-qm', 'Publish progress', ...commitOptions);
      for (const { h } of store.events) this.published.add(h);
    });
  }

  async withStore<T>(use: (store: DiskProgressStore) => Promise<T>): Promise<T> {
    const options = { directory: this.directory, workspaces: [this.clone], watch: false };
    const store = await DiskProgressStore.open({ catalog: { paths: [], katas: [] }, ...options });
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  }
}

/** Three computers of one learner, each with a clone: branches, merges, squashes, amends and pulls at random, until enough. */
export async function gitHistories({ merges: wanted, seed }: { merges: number; seed: number }): Promise<GitReport> {
  const root = mkdtempSync(join(tmpdir(), 'katapath-git-'));
  const random = randomFrom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const computers = ['desktop', 'laptop', 'office'].map(
    (name) => new Computer(name, join(root, name), join(root, `${name}-data`)),
  );
  const [first] = computers;
  let merges = 0;
  let conflicts = 0;
  const count = (outcome: 'merged' | 'conflict') => {
    merges++;
    if (outcome === 'conflict') conflicts++;
  };
  try {
    execFileSync('git', ['init', '-q', '-b', 'main', first!.clone], { env: environment });
    first!.git('commit', '-qm', 'Begin', '--allow-empty');
    for (const other of computers.slice(1))
      execFileSync('git', ['clone', '-q', first!.clone, other.clone], { env: environment });
    while (merges < wanted) {
      const computer = pick(computers);
      await computer.practise(1 + Math.floor(random() * 2));
      const what = random();
      if (what < 0.45) await computer.publish();
      else if (what < 0.5) await computer.publish('--amend');
      if (what < 0.2 && computer.branches.length < 4) {
        computer.branches.push(`branch-${computer.branches.length}`);
        computer.git('checkout', '-qb', computer.branches.at(-1)!);
      } else if (what < 0.5) computer.git('checkout', '-q', pick(computer.branches));
      else if (what < 0.75) count(computer.merge('--no-edit', pick(computer.branches)));
      else if (what < 0.85) {
        count(computer.merge('--squash', pick(computer.branches)));
        computer.git('commit', '-qm', 'Squash', '--allow-empty');
      } else {
        const other = pick(computers.filter((each) => each !== computer));
        computer.git('fetch', '-q', other.clone, pick(other.branches));
        count(computer.merge('--no-edit', 'FETCH_HEAD'));
      }
    }
    for (const computer of computers) {
      for (const branch of computer.branches) {
        first!.git('fetch', '-q', computer.clone, branch);
        count(first!.merge('--no-edit', 'FETCH_HEAD'));
      }
    }
    return {
      merges,
      conflicts,
      events: sum(computers.map(({ recorded }) => recorded.size)),
      lost: await countLost(computers),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** An amended commit may drop what only it published; the next publish has it again, so every computer publishes last. */
async function countLost(computers: readonly Computer[]): Promise<number> {
  const [first] = computers;
  let lost = 0;
  for (const computer of computers) {
    await computer.publish();
    first!.git('fetch', '-q', computer.clone, 'HEAD');
    if (first!.merge('--no-edit', 'FETCH_HEAD') === 'conflict') lost++;
    const there = await computer.withStore((store) => Promise.resolve(new Set(store.events.map(({ h }) => h))));
    lost += [...computer.recorded].filter((hash) => !there.has(hash)).length;
  }
  const folder = join(first!.clone, '.katapath', 'progress');
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const inMain = new Set(texts.flatMap((text) => parseLog(text, { verify: true }).events.map(({ h }) => h)));
  for (const { published } of computers) lost += [...published].filter((hash) => !inMain.has(hash)).length;
  return lost;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Numbers in [0, 1) that are the same for the same seed (a linear congruential generator, Numerical Recipes' constants). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
