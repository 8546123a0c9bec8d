import { execFile } from 'node:child_process';
import { delimiter, dirname, isAbsolute, resolve } from 'node:path';

/**
 * What git may be asked: plumbing that reads names and objects and has no use for a program. Porcelain does: `git status`
 * and `git diff` run what a repository's configuration names.
 */
export type GitQuestion =
  | readonly ['rev-parse' | 'rev-list' | 'ls-tree' | 'for-each-ref' | 'merge-base', ...string[]]
  | readonly ['config', '--get', 'user.name' | 'user.email'];

/** Programs that a repository may name in its configuration; said on the command line, a value goes before its own. */
const settings = [
  'core.askPass=',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'credential.helper=',
  ...['gpg', 'gpg.openpgp', 'gpg.x509', 'gpg.ssh'].map((signs) => `${signs}.program=/dev/null`),
  'protocol.allow=never',
  // A repository without a working tree may lie among the files of an honest one, with a configuration of its own.
  'safe.bareRepository=explicit',
].flatMap((setting) => ['-c', setting]);

/** Where a person keeps their own settings, and how far up a repository is looked for. */
const kept = new Set(['GIT_CONFIG_GLOBAL', 'GIT_CEILING_DIRECTORIES']);

const mostBytes = 64 * 1024 * 1024;

/**
 * The answer of git about the repository around a folder; undefined when git is not there, says no or gives none in
 * time. Nothing that the repository holds is run and nothing is fetched: whoever asks may look at a stranger's clone.
 * In the editor, still never call it in a workspace that is not trusted. Ends git, and throws, when the signal is aborted.
 */
export function runGit(
  folder: string,
  question: GitQuestion,
  // The time is a guard against what never ends, such as a configuration that includes a pipe.
  { signal, longestMs = 10_000 }: { signal?: AbortSignal | undefined; longestMs?: number } = {},
): Promise<string | undefined> {
  const options = {
    // Not the folder itself: Windows looks for `git.exe` where a program is started, before it looks anywhere else.
    cwd: dirname(process.execPath),
    env: environment(process.env),
    killSignal: 'SIGKILL',
    maxBuffer: mostBytes,
    signal,
    timeout: longestMs,
    windowsHide: true,
  } as const;
  return new Promise((answer, refuse) => {
    const args = ['--no-pager', '-C', resolve(folder), ...settings, ...question];
    const git = execFile('git', args, options, (error, stdout) =>
      signal?.aborted ? refuse(signal.reason as Error) : answer(error ? undefined : stdout),
    );
    git.stdin?.end();
  });
}

/**
 * The person's own variables without those that tell git what to run and where to look. Lazy fetching is refused twice:
 * older versions of git know only the list of protocols, which goes before whatever a repository allows itself.
 */
function environment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const others = Object.entries(own).filter(([name]) => !/^GIT_/i.test(name) || kept.has(name.toUpperCase()));
  const env = Object.fromEntries(
    others.map(([name, value]) => [name, /^PATH$/i.test(name) ? absoluteOnly(value ?? '') : value]),
  );
  return {
    ...env,
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_ASKPASS: '',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

/** A search path without the folders that are relative to wherever a program happens to start. */
const absoluteOnly = (path: string) => path.split(delimiter).filter(isAbsolute).join(delimiter);
