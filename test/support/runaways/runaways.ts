import type { Language } from '../../../src/core/model/kata.ts';

/** A process that a learner's code starts and forgets. Each writes an empty file named after its id into a folder. */
export interface Runaway {
  readonly what: string;
  readonly language: Language;
  /** Statements for the top of a module. */
  code(folder: string): string;
}

/** A line for `sh` that tells its id and stays. */
const stay = (folder: string) => `: > ${folder}/$$; exec sleep 900`;

const script = (what: string, body: (folder: string) => string): Runaway[] =>
  (['typescript', 'javascript'] as const).map((language) => ({
    what,
    language,
    code: (folder) => `import { spawn as start } from 'node:child_process';\n${body(folder)}\n`,
  }));

const python = (what: string, body: (folder: string) => string): Runaway => ({
  what,
  language: 'python',
  code: (folder) => `import os, signal, subprocess, sys, time\n${body(folder)}\n`,
});

const sh = (folder: string, options: string, line = stay(folder)) =>
  `start('/bin/sh', ['-c', ${JSON.stringify(line)}], ${options});`;

/** Leaves by every door at once: another session, no environment, no streams, another folder, no parent. */
const pythonDaemon = (folder: string, then: string) => `if os.fork() == 0:
    os.setsid()
    os.chdir("/")
    if os.fork() != 0: os._exit(0)
    os.closerange(0, 64)
    ${then.replaceAll('FOLDER', folder)}
`;

const execStay = (folder: string) => `os.execve("/bin/sh", ["sh", "-c", ${JSON.stringify(stay(folder))}], {})`;

export const runaways: readonly Runaway[] = [
  ...script('leaves with its own session and another environment, and holds the streams', (folder) =>
    sh(folder, "{ detached: true, env: {}, stdio: 'inherit' }"),
  ),
  ...script('holds the channel, too', (folder) => sh(folder, '{ detached: true, env: {}, stdio: [0, 1, 2, 3] }')),
  ...script('leaves without streams', (folder) =>
    sh(folder, "{ detached: true, env: {}, stdio: 'ignore', cwd: '/' }").replace(/;$/, '.unref();'),
  ),
  ...script('forks twice and leaves by every door', (folder) =>
    sh(
      folder,
      "{ detached: true, env: {}, stdio: 'ignore', cwd: '/' }",
      `(exec setsid sh -c '${stay(folder)}' 0<&- 1>&- 2>&- 3>&- &)`,
    ),
  ),
  ...script('ignores SIGTERM', (folder) =>
    sh(
      folder,
      "{ detached: true, stdio: 'inherit' }",
      `trap '' TERM INT HUP; : > ${folder}/$$; while :; do sleep 1; done`,
    ),
  ),
  ...script('is a tree of processes', (folder) =>
    sh(
      folder,
      "{ detached: true, env: {}, stdio: 'ignore' }",
      `for a in 1 2 3; do (for b in 1 2 3; do setsid sh -c '${stay(folder)}' & done; wait) & done; ${stay(folder)}`,
    ),
  ),
  ...script('is stopped', (folder) =>
    sh(folder, "{ detached: true, env: {}, stdio: 'inherit' }", `: > ${folder}/$$; kill -STOP $$; sleep 900`),
  ),
  python('forks, and both halves go on', (folder) => `if os.fork() == 0:\n    ${execStay(folder)}`),
  python(
    'starts a session of its own and holds every stream',
    (folder) =>
      `subprocess.Popen(["/bin/sh", "-c", ${JSON.stringify(stay(folder))}], start_new_session=True, env={}, close_fds=False)`,
  ),
  python('forks twice and leaves by every door', (folder) => pythonDaemon(folder, execStay(folder))),
  python('leaves by every door and stays itself', (folder) =>
    pythonDaemon(folder, 'open(f"FOLDER/{os.getpid()}", "w").close(); time.sleep(900)'),
  ),
  python('hops from process to process', (folder) =>
    pythonDaemon(
      folder,
      'n = 0\n    while n < 20000:\n        n += 1\n        if os.fork() != 0: os._exit(0)\n        os.setsid(); time.sleep(0.01); open(f"FOLDER/{os.getpid()}", "w").close()',
    ),
  ),
  python('ignores every signal that can be ignored', (folder) =>
    pythonDaemon(
      folder,
      '[signal.signal(n, signal.SIG_IGN) for n in (1, 2, 3, 13, 15)]; open(f"FOLDER/{os.getpid()}", "w").close(); time.sleep(900)',
    ),
  ),
  python(
    'is a daemon of Perl',
    (folder) =>
      `subprocess.Popen(["perl", "-e", 'use POSIX; exit if fork; setsid(); exit if fork; chdir "/"; %ENV = (); close $_ for *STDIN, *STDOUT, *STDERR; exec "/bin/sh", "-c", shift', ${JSON.stringify(stay(folder))}], env={})`,
  ),
  python(
    'sets another limit, and holds a stream',
    (folder) =>
      `import resource\nsubprocess.Popen(["/bin/sh", "-c", ${JSON.stringify(stay(folder))}], start_new_session=True, env={}, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_RSS, (1 << 20, 1 << 20)))`,
  ),
  python(
    'locks the folder of its run',
    (folder) =>
      `os.makedirs("deep/er"); open("deep/er/file", "w").close(); os.chmod("deep/er", 0); os.chmod("deep", 0)\n${pythonDaemon(folder, execStay(folder))}`,
  ),
];
