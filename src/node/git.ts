import { execFile } from 'node:child_process';

/** Keeps a repository's configuration from naming programs that git would run, and git from asking anything. */
const safely = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.pager=cat',
  '-c',
  'protocol.allow=never',
];

/**
 * The output of a git plumbing command; undefined when git is not there or says no. For `rev-parse`, `rev-list`,
 * `cat-file`, `ls-tree`, `for-each-ref`, `merge-base` and `config --get` only: other commands run what the repository's configuration
 * names. Never call it in a workspace that is not trusted.
 */
export function runGit(folder: string, args: readonly string[]): Promise<string | undefined> {
  const env = {
    ...process.env,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    LC_ALL: 'C',
  };
  return new Promise((resolve) => {
    execFile(
      'git',
      [...safely, ...args],
      { cwd: folder, env, maxBuffer: 256 * 1024 * 1024, windowsHide: true },
      (error, stdout) => resolve(error ? undefined : stdout),
    );
  });
}
