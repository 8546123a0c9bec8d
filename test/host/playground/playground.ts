import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isAlive } from '../machine/makeOnce.ts';
import { cache, root } from '../paths.ts';

interface Running {
  readonly process: number;
  readonly address: string;
}

/** What `npm start` keeps between two starts: the workspace practised in, its VS Code's data, and who runs it now. */
export class Playground {
  readonly folder: string;

  constructor(folder?: string) {
    this.folder = resolve(folder ?? join(cache, 'playground'));
    mkdirSync(this.folder, { recursive: true });
  }

  /** A copy of the sample, made once: what was practised in it stays. */
  get workspace(): string {
    const workspace = join(this.folder, 'practice');
    if (!existsSync(workspace)) {
      const sample = join(root, 'test', 'workspaces', 'practice');
      if (existsSync(sample)) cpSync(sample, workspace, { recursive: true });
      else mkdirSync(workspace);
    }
    return workspace;
  }

  get dataFolder(): string {
    return join(this.folder, 'data');
  }

  get extensionsFolder(): string {
    return join(this.folder, 'extensions');
  }

  /** Trying things out here leaves the person's own progress alone. */
  get environment(): NodeJS.ProcessEnv {
    return { KATAPATH_DATA: process.env.KATAPATH_DATA ?? join(this.folder, 'progress') };
  }

  /** The same token at every start, so that an address that was kept still opens. Only the owner may read it. */
  get token(): string {
    const file = join(this.folder, 'token');
    if (!existsSync(file)) writeFileSync(file, randomBytes(16).toString('hex'), { mode: 0o600 });
    return readFileSync(file, 'utf8');
  }

  /** The start that is running in this playground now. */
  get running(): Running | undefined {
    if (!existsSync(this.runningFile)) return undefined;
    try {
      const running = JSON.parse(readFileSync(this.runningFile, 'utf8')) as Running;
      return isAlive(running.process) ? running : undefined;
    } catch {
      return undefined;
    }
  }

  noteRunning(address: string): void {
    writeFileSync(this.runningFile, JSON.stringify({ process: process.pid, address }), { mode: 0o600 });
    process.once('exit', () => rmSync(this.runningFile, { force: true }));
  }

  private get runningFile(): string {
    return join(this.folder, 'running.json');
  }
}
