import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewEvent } from '../../../src/core/model/event.ts';
import { DiskProgressStore, type DiskProgressOptions } from '../../../src/node/progress/diskProgressStore.ts';
import { catalog } from '../../core/progress/support.ts';

/** A computer and a workspace folder of its own for one test, and the stores that were opened on them. */
export class Workplace {
  readonly root = mkdtempSync(join(tmpdir(), 'katapath-progress-'));
  readonly directory = join(this.root, 'data');
  readonly log = join(this.directory, 'log');
  readonly workspace = join(this.root, 'workspace');
  private readonly opened: DiskProgressStore[] = [];

  constructor() {
    mkdirSync(this.workspace);
  }

  async open(options: Partial<DiskProgressOptions> = {}): Promise<DiskProgressStore> {
    const { directory, workspace } = this;
    const store = await DiskProgressStore.open({
      catalog,
      directory,
      workspaces: [workspace],
      ...options,
    });
    this.opened.push(store);
    return store;
  }

  /** What another computer publishes of these: who it is, and the text of its bundle. */
  async publishElsewhere(name: string, ...bodies: readonly NewEvent[]) {
    const workspace = join(this.root, `${name}'s workspace`);
    mkdirSync(workspace, { recursive: true });
    const store = await this.open({ directory: join(this.root, name), workspaces: [workspace], watch: false });
    await store.append(bodies);
    const published = await store.publish(workspace);
    const { device, key } = await store.signer();
    await store.close();
    return { device, key, text: readFileSync(published!.file, 'utf8') };
  }

  async close(store: DiskProgressStore): Promise<void> {
    store.dispose();
    await store.close();
  }

  async dispose(): Promise<void> {
    for (const store of this.opened) await this.close(store);
    rmSync(this.root, { recursive: true, force: true });
  }

  /** The one file of this computer's log, in a test with one window. */
  get logFile(): string {
    return join(
      this.log,
      readdirSync(this.log).find((name) => name.endsWith('.0.jsonl'))!,
    );
  }

  readLog(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  git(...args: string[]): string {
    const identity = ['-c', 'user.name=Learner', '-c', 'user.email=learner@example.org'];
    return execFileSync('git', [...identity, ...args], { cwd: this.workspace, encoding: 'utf8', stdio: 'pipe' });
  }
}

export const tick = (item: string): NewEvent => ({ type: 'item.completed', item });

export const started: NewEvent = { type: 'kata.started', kata: 'heap', version: 1, language: 'typescript' };

export const itemsOf = (store: DiskProgressStore): string[] =>
  store.events.flatMap((event) => ('item' in event ? [event.item as string] : []));

/** Resolves when the store satisfies the condition; a test that never gets there ends by its timeout. */
export async function until(store: DiskProgressStore, condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise<void>((resolve) => {
      const listener = store.onDidChange(() => {
        listener.dispose();
        resolve();
      });
    });
  }
}
