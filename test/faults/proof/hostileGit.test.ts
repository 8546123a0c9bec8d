import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { readCommit } from '../../../src/cli/lint/changed.ts';
import { readElsewhere } from '../../../src/node/documents/elsewhere.ts';
import { openLibrary } from '../../../src/node/documents/openLibrary.ts';
import { readAuthor, readPeople } from '../../../src/node/documents/people.ts';
import { runGit } from '../../../src/node/git.ts';
import { findCommit, hasCommit, isOnRemote } from '../../../src/node/proof/commits.ts';

interface Trap {
  readonly name: string;
  /** What the repository's configuration gains; `program` leaves a mark when it is run. */
  readonly config: (program: string) => string;
  /** What else is laid out in the repository. */
  readonly lay?: (work: string, program: string) => void;
  /** What an ordinary git is asked, to see that the trap is armed; without it, for the object that is missing. */
  readonly springs?: readonly string[];
  readonly stdin?: string;
}

const promisor = (remote: string) =>
  `[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\tpromisor = true\n\tpartialclonefilter = blob:none\n\t${remote}\n`;
const ext = (program: string) => `${promisor(`url = "ext::${program} %S"`)}[protocol "ext"]\n\tallow = always\n`;
const withAttributes = (text: string) => (work: string) => writeFileSync(join(work, '.gitattributes'), text);
const login = { springs: ['credential', 'fill'], stdin: 'protocol=https\nhost=example.org\n\n' };

const traps: readonly Trap[] = [
  { name: 'an ext remote that the repository allows', config: ext },
  {
    name: 'an ext remote, all protocols allowed',
    config: (program) =>
      `${promisor(`url = "ext::${program} %S"`)}[protocol]\n\tallow = always\n[protocol "ext"]\n\tallow = always\n`,
  },
  {
    name: 'a remote that speaks ext under another address',
    config: (program) =>
      `${promisor('url = https://example.org/x')}[url "ext::${program} "]\n\tinsteadOf = https://example.org/\n[protocol "ext"]\n\tallow = always\n`,
  },
  {
    name: 'a remote of another system',
    config: (program) => `${promisor(`vcs = ext\n\turl = "${program} %S"`)}[protocol "ext"]\n\tallow = always\n`,
  },
  {
    name: 'a file remote with a program that packs',
    config: (program) =>
      `${promisor(`url = file:///nowhere\n\tuploadpack = ${program}`)}[protocol "file"]\n\tallow = always\n`,
  },
  {
    name: 'a remote on the disk with a program that packs',
    config: (program) => promisor(`url = ../elsewhere.git\n\tuploadpack = ${program}`),
    lay: (work) => execFileSync('git', ['init', '-q', '--bare', join(work, '../elsewhere.git')]),
  },
  {
    name: 'an ssh remote with a program that connects',
    config: (program) =>
      `${promisor('url = ssh://example.org/x')}[core]\n\tsshCommand = ${program}\n[protocol "ssh"]\n\tallow = always\n`,
  },
  {
    name: 'a git remote with a program that connects',
    config: (program) =>
      `${promisor('url = git://example.org/x')}[core]\n\tgitProxy = ${program}\n[protocol "git"]\n\tallow = always\n`,
  },
  {
    name: 'an ext remote in an included file',
    config: () =>
      '[include]\n\tpath = ../more\n[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n',
    lay: (work, program) => writeFileSync(join(work, 'more'), ext(program)),
  },
  {
    name: 'an ext remote in the configuration of a working tree',
    config: () =>
      '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tworktreeConfig = true\n\tpartialClone = origin\n',
    lay: (work, program) => writeFileSync(join(work, '.git', 'config.worktree'), ext(program)),
  },
  {
    name: 'an ext remote of a repository that lies elsewhere',
    config: ext,
    lay(work) {
      renameSync(join(work, '.git'), join(work, 'fixtures'));
      writeFileSync(join(work, '.git'), 'gitdir: fixtures\n');
    },
  },
  {
    name: 'an ext remote of a repository without a working tree',
    config: (program) => `${ext(program)}[core]\n\tbare = true\n`,
    lay(work) {
      cpSync(join(work, '.git'), work, { recursive: true });
      rmSync(join(work, '.git'), { recursive: true });
    },
  },
  {
    name: 'an ext remote, the working tree elsewhere',
    config: (program) => `${ext(program)}[core]\n\tworktree = ../..\n`,
  },
  { name: 'core.fsmonitor', config: (program) => `[core]\n\tfsmonitor = ${program}\n`, springs: ['status'] },
  {
    name: 'core.hooksPath',
    config: () => '[core]\n\thooksPath = ../hooks\n',
    lay(work, program) {
      mkdirSync(join(work, '../hooks'));
      for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change'])
        cpSync(program, join(work, '../hooks', hook));
    },
    springs: ['branch', 'fresh'],
  },
  {
    name: 'its own hooks',
    config: () => '',
    lay(work, program) {
      for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change'])
        cpSync(program, join(work, '.git', 'hooks', hook));
    },
    springs: ['branch', 'fresh'],
  },
  { name: 'core.pager', config: (program) => `[core]\n\tpager = ${program}\n`, springs: ['grep', '-O', 'one'] },
  {
    name: 'a pager for each command',
    config: (program) =>
      `[core]\n\tpager = ${program}\n[pager]\n\trev-parse = true\n\trev-list = ${program}\n\tls-tree = ${program}\n\tfor-each-ref = ${program}\n`,
    springs: ['grep', '-O', 'one'],
  },
  {
    name: 'core.editor',
    config: (program) => `[core]\n\teditor = ${program}\n`,
    springs: ['commit', '--amend'],
  },
  {
    name: 'sequence.editor',
    config: (program) => `[sequence]\n\teditor = ${program}\n`,
    springs: ['rebase', '-i', '--root'],
  },
  { name: 'core.askPass', config: (program) => `[core]\n\taskPass = ${program}\n`, ...login },
  { name: 'credential.helper', config: (program) => `[credential]\n\thelper = !${program}\n`, ...login },
  {
    name: 'credential.<url>.helper',
    config: (program) => `[credential "https://example.org"]\n\thelper = !${program}\n`,
    ...login,
  },
  ...['gpg', 'gpg "openpgp"'].map((section) => ({
    name: `a program for ${section}`,
    config: (program: string) => `[${section}]\n\tprogram = ${program}\n[log]\n\tshowSignature = true\n`,
    springs: ['log', '-1'],
  })),
  {
    name: 'a program for signatures, asked for by the format',
    config: (program) => `[gpg]\n\tprogram = ${program}\n`,
    springs: ['log', '-1', '--format=%G?'],
  },
  { name: 'diff.external', config: (program) => `[diff]\n\texternal = ${program}\n`, springs: ['diff', 'other'] },
  {
    name: 'diff.<driver>.textconv',
    config: (program) => `[diff "x"]\n\ttextconv = ${program}\n`,
    lay: withAttributes('* diff=x\n'),
    springs: ['diff', 'other'],
  },
  {
    name: 'diff.<driver>.command',
    config: (program) => `[diff "x"]\n\tcommand = ${program}\n`,
    lay: withAttributes('* diff=x\n'),
    springs: ['diff', 'other'],
  },
  ...['clean', 'process'].map((way) => ({
    name: `filter.<driver>.${way}`,
    config: (program: string) => `[filter "x"]\n\t${way} = ${program}\n`,
    lay: withAttributes('* filter=x\n'),
    springs: ['add', '-A'],
  })),
  {
    name: 'filter.<driver>.smudge',
    config: (program) => `[filter "x"]\n\tsmudge = ${program}\n`,
    lay: withAttributes('* filter=x\n'),
    springs: ['checkout-index', '-f', '-a'],
  },
  {
    name: 'merge.<driver>.driver',
    config: (program) => `[merge "x"]\n\tdriver = ${program}\n`,
    lay: withAttributes('* merge=x\n'),
    springs: ['merge', 'side'],
  },
  {
    name: 'core.alternateRefsCommand',
    config: (program) => `[core]\n\talternateRefsCommand = ${program}\n`,
    lay(work) {
      execFileSync('git', ['init', '-q', '--bare', join(work, '../elsewhere.git')]);
      writeFileSync(join(work, '.git/objects/info/alternates'), '../../../elsewhere.git/objects\n');
    },
    springs: ['rev-list', '--alternate-refs'],
  },
  {
    name: 'aliases of what it is asked',
    config: (program) =>
      `[alias]\n${['rev-parse', 'rev-list', 'ls-tree', 'for-each-ref', 'merge-base', 'config', 'x'].map((name) => `\t${name} = !${program}\n`).join('')}`,
    springs: ['x'],
  },
];

describe('A repository that names a program', function () {
  this.timeout(60_000);
  const root = mkdtempSync(join(tmpdir(), 'katapath-traps-'));
  const mark = join(root, 'ran');
  const program = join(root, 'program');
  const author = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  const ordinary = {
    ...Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(GIT_|EDITOR$|VISUAL$|PAGER$|SSH_ASKPASS)/.test(name)),
    ),
    ...author,
    GIT_CONFIG_GLOBAL: join(root, 'none'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
  };
  const git = (cwd: string, args: readonly string[], input = '') =>
    execFileSync('git', [...args], {
      cwd,
      env: ordinary,
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    }).trim();
  let missing: string;
  let place: string;

  /** A repository whose last commit seems signed, and with a branch whose tree it has lost. */
  before(() => {
    const template = join(root, 'template');
    mkdirSync(join(template, 'docs/adr'), { recursive: true });
    git(template, ['init', '-q', '-b', 'main']);
    writeFileSync(
      join(template, 'docs/adr/0001-labels.md'),
      '# 1. Labels\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n\n## Context\n\none\n\n## Decision\n\none\n\n## Consequences\n\none\n',
    );
    git(template, ['add', '-A']);
    git(template, ['commit', '-qm', 'One']);
    for (const [branch, text] of [
      ['side', 'two\n'],
      ['other', 'three\n'],
    ] as const) {
      git(template, ['checkout', '-qb', branch, 'main']);
      writeFileSync(join(template, 'docs/adr/0001-labels.md'), text);
      git(template, ['commit', '-qam', branch]);
    }
    git(template, ['checkout', '-q', 'main']);
    writeFileSync(join(template, 'docs/adr/0001-labels.md'), 'one and more\n');
    git(template, ['commit', '-qam', 'More']);
    const [head, ...message] = git(template, ['cat-file', '-p', 'HEAD']).split('\n\n');
    const signature = '-----BEGIN PGP SIGNATURE-----\n \n iQ\n -----END PGP SIGNATURE-----';
    const signed = `${head}\ngpgsig ${signature}\n\n${message.join('\n\n')}\n`;
    git(template, ['reset', '-q', '--soft', git(template, ['hash-object', '-t', 'commit', '-w', '--stdin'], signed)]);
    git(template, ['update-ref', 'refs/remotes/origin/other', 'other']);
    missing = git(template, ['rev-parse', 'other^{tree}']);
    writeFileSync(program, `#!/bin/sh\ntouch '${mark}'\nexit 1\n`, { mode: 0o755 });
  });

  beforeEach(() => {
    rmSync(mark, { force: true });
    place = mkdtempSync(join(root, 'place-'));
  });

  after(() => rmSync(root, { recursive: true, force: true }));

  function arm({ config, lay, springs }: Omit<Trap, 'name'>): string {
    const work = join(place, 'work');
    cpSync(join(root, 'template'), work, { recursive: true });
    if (!springs) rmSync(join(work, '.git/objects', missing.slice(0, 2), missing.slice(2)));
    appendFileSync(join(work, '.git/config'), config(program));
    lay?.(work, program);
    return work;
  }

  /** Everything that Katapath asks of git, by whoever asks it. */
  async function askAll(work: string): Promise<void> {
    const quietly = (answer: Promise<unknown>) => answer.catch(() => undefined);
    await Promise.all([
      quietly(findCommit(work, 'HEAD').then(({ commit }) => isOnRemote(work, commit))),
      quietly(findCommit(work, 'other')),
      ...['HEAD', 'other', '1'.repeat(40), missing].map((ref) =>
        quietly(readCommit({ root: work, repository: work }, ref)),
      ),
      ...['1'.repeat(40), missing].flatMap((hash) => [hasCommit(work, hash), isOnRemote(work, hash)]),
      readPeople(work),
      readAuthor(work),
      quietly(openLibrary(work).then(({ library }) => readElsewhere({ root: work, repository: work }, library))),
      runGit(work, ['rev-list', '--max-count=1', '--format=%G?', 'HEAD']),
      runGit(work, ['rev-list', '--objects', 'other']),
    ]);
  }

  for (const trap of traps) {
    it(`does not see it run: ${trap.name}`, async () => {
      const work = arm(trap);
      await askAll(work);
      assert.equal(existsSync(mark), false, 'a program of the repository was run');
      const springs = trap.springs ?? ['ls-tree', '-r', missing];
      spawnSync('git', [...springs], { cwd: work, env: ordinary, input: trap.stdin ?? '', timeout: 20_000 });
      assert.equal(existsSync(mark), true, 'the trap would not have been noticed');
    });
  }

  it('does not see it run: a git of its own, found from where the person stands', async () => {
    const work = arm({ config: () => '', springs: [] });
    const path = process.env['PATH'] ?? '';
    cpSync(program, join(work, 'git'));
    process.env['PATH'] = ['.', '', path].join(delimiter);
    try {
      await askAll(work);
      assert.equal(existsSync(mark), false, 'a program of the repository was run');
      spawnSync('git', ['status'], { cwd: work });
      assert.equal(existsSync(mark), true, 'the trap would not have been noticed');
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('is looked at as it lies there, whatever the variables of the terminal say', async () => {
    const work = arm({ config: () => '', springs: [] });
    const head = git(work, ['rev-parse', 'HEAD']);
    const before = { ...process.env };
    const inherited = {
      GIT_DIR: join(root, 'nowhere'),
      GIT_WORK_TREE: root,
      GIT_OBJECT_DIRECTORY: root,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'alias.rev-parse',
      GIT_CONFIG_VALUE_0: `!${program}`,
      GIT_EXEC_PATH: work,
      GIT_TRACE: join(root, 'trace'),
    };
    Object.assign(process.env, inherited);
    try {
      assert.equal((await findCommit(work, 'HEAD')).commit, head);
      assert.equal(existsSync(join(root, 'trace')), false);
    } finally {
      process.env = before;
    }
  });

  it('holds nobody up: what never ends is ended, by time or by whoever waits', async function () {
    if (process.platform === 'win32') this.skip();
    const work = arm({ config: () => '[include]\n\tpath = ../pipe\n', springs: [] });
    execFileSync('mkfifo', [join(work, 'pipe')]);
    assert.equal(await runGit(work, ['rev-parse', 'HEAD'], { longestMs: 100 }), undefined);
    const interrupted = new AbortController();
    setTimeout(() => interrupted.abort(), 100);
    await assert.rejects(runGit(work, ['rev-parse', 'HEAD'], interrupted), { name: 'AbortError' });
  });
});
