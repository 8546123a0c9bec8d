import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it wrote on stdout and stderr, in the order it came. */
  readonly output: string;
}

const running = new Set<ChildProcess>();

/** The signals that ask a command to stop; `SIGHUP` is a closed terminal. */
export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Environment for what we start: ours without what npm and a surrounding VS Code add, which would make Electron run as Node,
 * a server think it is a child of an editor, and npm install into the wrong folder.
 */
export function cleanEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const isForeign = (name: string) =>
    /^(VSCODE_|ELECTRON_|npm_package_|npm_lifecycle_|npm_config_local_prefix$|NODE_OPTIONS$)/.test(name);
  const own = Object.entries(process.env).filter(([name]) => !isForeign(name));
  return { ...Object.fromEntries(own), ...extra };
}

/** Ends a process and all of its group, whatever they are doing. Harmless when it is gone. */
export function killGroup(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

/** Starts a process in a group of its own, which ends with this process at the latest. */
export function startProcess(file: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(file, args, {
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    ...options,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

process.once('exit', () => {
  for (const child of running) killGroup(child);
});

export interface RunOptions extends SpawnOptions {
  readonly onOutput?: (text: string) => void;
  /** Milliseconds after which the whole group is ended. */
  readonly limit?: number;
}

/** Runs a process to its end. Never throws for an exit code; a program that is missing ends with code 127. */
export function runProcess(
  file: string,
  args: readonly string[],
  { onOutput, limit, ...options }: RunOptions = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = startProcess(file, args, options);
    if (limit !== undefined) {
      const ask = setTimeout(() => killGroup(child, 'SIGTERM'), limit);
      const insist = setTimeout(() => killGroup(child), limit + 3000);
      child.once('close', () => [ask, insist].forEach(clearTimeout));
    }
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      onOutput?.(chunk.toString());
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (error) => resolve({ code: 127, signal: null, output: error.message }));
    child.once('close', (code, signal) => resolve({ code, signal, output }));
  });
}

/** Runs npm, the one that runs us when there is one. */
export function runNpm(args: readonly string[], options: SpawnOptions = {}): Promise<Finished> {
  const npm = process.env.npm_execpath;
  const quiet = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm) return runProcess(process.execPath, [npm, ...quiet], options);
  return runProcess('npm', quiet, { ...options, shell: process.platform === 'win32' });
}

/** On Ctrl+C, `kill` or a closed terminal: asks everything we started to end, insists after three seconds, then leaves. */
export function endOnSignals(): void {
  let isEnding = false;
  const end = (signal: NodeJS.Signals) => {
    if (isEnding) return;
    isEnding = true;
    const children = [...running];
    for (const child of children) killGroup(child, 'SIGTERM');
    const gone = Promise.all(children.map((child) => new Promise((resolve) => child.once('exit', resolve))));
    const insist = new Promise((resolve) => setTimeout(resolve, 3000));
    // What is still there after that is killed by the exit listener above.
    void Promise.race([gone, insist]).then(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  for (const signal of stopSignals) process.on(signal, end);
}
