import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../../host/machine/programs.ts';

/** Programs that a repository may have started. git has its own: it also tells what it starts itself. */
const watched = [
  ...['sh', 'bash', 'env', 'node', 'npm', 'npx', 'python3', 'python', 'pip', 'cargo', 'rustc'],
  ...['ssh', 'ssh-keygen', 'gpg', 'curl', 'wget', 'less', 'more', 'cat', 'vi', 'nano', 'code', 'make'],
];

/** What git says of itself, one JSON object a line. */
interface GitEvent {
  readonly event: string;
  readonly name?: string;
  readonly argv?: readonly string[];
}

/** A folder for the head of PATH whose programs note that they were started, and then are what they are called. */
export class Recorders {
  readonly folder: string;
  private readonly log: string;
  private readonly gitLog: string;

  constructor(root: string) {
    this.folder = join(root, 'recorders');
    this.log = join(root, 'started');
    this.gitLog = join(root, 'git-events');
    mkdirSync(this.folder, { recursive: true });
    for (const name of watched) this.write(name, `echo "${name} $*" >> '${this.log}'`);
    this.write('git', `export GIT_TRACE2_EVENT='${this.gitLog}'`);
  }

  /** The programs that were started since, other than git. */
  takeStarted(): readonly string[] {
    return take(this.log);
  }

  /** The commands of git that were run since, and the programs that git started in turn. */
  takeGit(): { readonly commands: readonly string[]; readonly started: readonly string[] } {
    const events = take(this.gitLog).map((line) => JSON.parse(line) as GitEvent);
    const of = (kind: string) => events.filter(({ event }) => event === kind);
    return {
      commands: of('cmd_name').map(({ name = '' }) => name),
      started: of('child_start').map(({ argv = [] }) => argv.join(' ')),
    };
  }

  private write(name: string, note: string): void {
    const program = findProgram(name);
    if (!program) return;
    writeFileSync(join(this.folder, name), `#!/bin/sh\n${note}\nexec '${program}' "$@"\n`);
    chmodSync(join(this.folder, name), 0o755);
  }
}

function take(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  rmSync(file);
  return lines;
}
