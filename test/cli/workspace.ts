import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { commands } from '../../src/cli/commands.ts';
import { runCommandLine } from '../../src/cli/run.ts';

export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A real folder, a real git, and the command line in it. */
export class Workspace {
  readonly root = mkdtempSync(join(tmpdir(), 'katapath-lint-'));

  constructor(files: Readonly<Record<string, string | Buffer>> = {}) {
    mkdirSync(join(this.root, '.katapath'));
    for (const [file, text] of Object.entries(files)) this.write(file, text);
  }

  write(file: string, text: string | Buffer): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), text);
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  has(file: string): boolean {
    return existsSync(join(this.root, file));
  }

  git(...argv: string[]): void {
    const author = ['-c', 'user.name=Robin', '-c', 'user.email=robin@example.org', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...author, ...argv], { cwd: this.root, stdio: 'ignore' });
  }

  commitAll(): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', 'All of it');
  }

  async run(
    argv: readonly string[],
    { stdin = '', cwd = '.' }: { stdin?: string | Buffer; cwd?: string } = {},
  ): Promise<Answer> {
    let out = '';
    let err = '';
    const code = await runCommandLine(commands, argv, {
      cwd: join(this.root, cwd),
      packageRoot: process.cwd(),
      env: process.env,
      stdin: Readable.from([typeof stdin === 'string' ? Buffer.from(stdin) : stdin]),
      out: (text) => (out += text),
      err: (text) => (err += text),
      signal: new AbortController().signal,
    });
    return { code, out, err };
  }

  lint(...argv: string[]): Promise<Answer> {
    return this.run(['lint', ...argv]);
  }

  async json(...argv: string[]) {
    return JSON.parse((await this.lint(...argv, '--format', 'json')).out) as {
      files: { file: string; profile: string; problems: Record<string, unknown>[] }[];
      summary: Record<string, unknown>;
    };
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
