import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A hostile repository, and all that surrounds it:
 *
 *     <root>/repository/   what a stranger sent
 *            sibling/      a neighbour, which is nobody's business
 *            home/         the home of whoever opens it
 *            data/         their progress
 *            temporary/    where programs put what they need for a moment
 *            marks/        where a trap leaves a mark when it was started
 */
export class Place {
  readonly repository: string;
  readonly sibling: string;
  readonly home: string;
  readonly data: string;
  readonly temporary: string;
  private readonly marksFolder: string;

  constructor(readonly root: string) {
    const below = (name: string) => join(root, name);
    this.repository = below('repository');
    this.sibling = below('sibling');
    this.home = below('home');
    this.data = below('data');
    this.temporary = below('temporary');
    this.marksFolder = below('marks');
    for (const folder of [this.repository, this.sibling, this.home, this.data, this.temporary, this.marksFolder])
      mkdirSync(folder, { recursive: true });
    writeFileSync(join(this.sibling, 'secret.txt'), 'the words of a neighbour\n');
    writeFileSync(join(this.home, '.profile'), '# nothing\n');
  }

  /** Takes what another folder holds into one of these. */
  take(from: string, to: string): void {
    cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  }

  path(file: string): string {
    return join(this.repository, file);
  }

  has(file: string): boolean {
    return existsSync(this.path(file));
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file: string, content: string | Buffer): string {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), content);
    return this.path(file);
  }

  append(file: string, text: string): void {
    this.write(file, (this.has(file) ? this.read(file) : '') + text);
  }

  remove(file: string): void {
    rmSync(this.path(file), { recursive: true });
  }

  link(file: string, target: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    symlinkSync(target, this.path(file));
  }

  /** A named pipe that nobody writes into: whoever opens it waits for ever. */
  pipe(file: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    execFileSync('mkfifo', [this.path(file)]);
  }

  /** A program in the repository that leaves a mark when it is started; answers its absolute path. */
  trap(file: string): string {
    this.write(file, `#!/bin/sh\necho "${file} $*" >> '${join(this.marksFolder, 'mark')}'\nexit 1\n`);
    chmodSync(this.path(file), 0o755);
    return this.path(file);
  }

  /** The same in Python. */
  pythonTrap(file: string): void {
    this.write(file, `open(${JSON.stringify(join(this.marksFolder, 'mark'))}, "a").write(${JSON.stringify(file)})\n`);
  }

  /** What the traps that were started have left. */
  get marks(): readonly string[] {
    return readdirSync(this.marksFolder).flatMap((name) =>
      readFileSync(join(this.marksFolder, name), 'utf8').split('\n').filter(Boolean),
    );
  }

  /** The environment of a person who lives here. */
  get environment(): NodeJS.ProcessEnv {
    const { PATH, LANG } = process.env;
    return {
      PATH,
      LANG,
      HOME: this.home,
      TMPDIR: this.temporary,
      KATAPATH_DATA: this.data,
      GIT_AUTHOR_NAME: 'Kim',
      GIT_AUTHOR_EMAIL: 'kim@example.org',
      GIT_COMMITTER_NAME: 'Kim',
      GIT_COMMITTER_EMAIL: 'kim@example.org',
    };
  }

  /** Runs a program here as anyone would, unguarded and whatever comes of it. */
  run(program: string, ...args: readonly string[]): string {
    const { stdout } = spawnSync(program, args, {
      cwd: this.repository,
      env: this.environment,
      encoding: 'utf8',
      timeout: 20_000,
    });
    return (stdout ?? '').trim();
  }

  git(...args: readonly string[]): string {
    return this.run('git', ...args);
  }
}
