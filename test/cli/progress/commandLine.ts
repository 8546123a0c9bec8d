import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { commands } from '../../../src/cli/commands.ts';
import { runCommandLine } from '../../../src/cli/run.ts';

/** A person with a computer of their own at a command line. */
export class CommandLine {
  readonly root = mkdtempSync(join(tmpdir(), 'katapath-cli-'));
  readonly workspace = join(this.root, 'workspace');
  readonly directory: string;

  constructor(private readonly computer = 'home') {
    mkdirSync(this.workspace);
    this.directory = join(this.root, this.computer);
  }

  async run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
    return this.runOn(this.directory, argv);
  }

  /** The same workspace, seen from another computer. */
  async runElsewhere(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
    return this.runOn(join(this.root, 'elsewhere'), argv);
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private async runOn(directory: string, argv: string[]) {
    let out = '';
    let err = '';
    const code = await runCommandLine(commands, argv, {
      cwd: this.workspace,
      packageRoot: process.cwd(),
      env: { ...process.env, KATAPATH_DATA: directory },
      stdin: Readable.from([]),
      out: (text) => (out += text),
      err: (text) => (err += text),
      signal: new AbortController().signal,
    });
    return { code, out, err };
  }
}
