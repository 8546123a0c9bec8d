import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCommit, hasCommit, isOnRemote } from '../../../src/node/proof/commits.ts';
import { commitEvidence, pullRequestEvidence } from '../../../src/node/proof/gitEvidence.ts';

describe('evidence from a repository that nobody vouches for', () => {
  let root: string;
  let work: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: work,
      encoding: 'utf8',
    }).trim();

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'katapath-evidence-'));
    work = join(root, 'work');
    mkdirSync(work);
    git('init', '-q', '-b', 'main');
    writeFileSync(join(work, 'a.txt'), 'one\n');
    git('add', '-A');
    git('commit', '-q', '-m', 'One');
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Every program that git's configuration, attributes and hooks can name leaves this file behind. */
  function armRepository(): string {
    const proof = join(root, 'ran');
    const program = join(root, 'program');
    writeFileSync(program, `#!/bin/sh\ntouch ${proof}\ncat\n`);
    chmodSync(program, 0o755);
    const config = [
      `[core]\n\tfsmonitor = ${program}\n\tpager = ${program}\n\tsshCommand = ${program}\n\teditor = ${program}\n\thooksPath = ${join(root, 'hooks')}`,
      `[gpg]\n\tprogram = ${program}\n[log]\n\tshowSignature = true`,
      `[diff]\n\texternal = ${program}\n[diff "x"]\n\ttextconv = ${program}\n\tcommand = ${program}`,
      `[filter "x"]\n\tclean = ${program}\n\tsmudge = ${program}\n\tprocess = ${program}`,
      `[alias]\n\trev-parse = !${program}\n[credential]\n\thelper = !${program}`,
      `[remote "origin"]\n\turl = ext::${program}\n\tpromisor = true\n\tpartialclonefilter = blob:none`,
    ];
    appendFileSync(join(work, '.git', 'config'), `${config.join('\n')}\n`);
    writeFileSync(join(work, '.gitattributes'), '* filter=x diff=x\n');
    mkdirSync(join(root, 'hooks'));
    for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change']) {
      writeFileSync(join(root, 'hooks', hook), `#!/bin/sh\ntouch ${proof}\n`);
      chmodSync(join(root, 'hooks', hook), 0o755);
    }
    return proof;
  }

  it('is read without running anything that the repository names', async () => {
    const commit = git('rev-parse', 'HEAD');
    const ran = armRepository();
    const found = await commitEvidence(work, 'HEAD');
    assert.equal(found.kind === 'commit' && found.commit, commit);
    assert.equal(await hasCommit(work, commit), true);
    assert.equal(await hasCommit(work, '1'.repeat(40)), false, 'a missing commit is not fetched');
    assert.equal(await isOnRemote(work, commit), false);
    assert.equal(existsSync(ran), false, 'a program of the repository was run');
    // The trap is a real one: an ordinary command does step into it.
    execFileSync('git', ['status'], { cwd: work, stdio: 'ignore' });
    assert.equal(existsSync(ran), true, 'the trap would not have been noticed');
  });

  it('never takes an option, a range or a path for a commit', async () => {
    const names = [
      '--upload-pack=touch x',
      '-h',
      '--all',
      'HEAD..main',
      'HEAD:a.txt',
      'main main',
      '',
      ':/One',
      'a\nb',
      '$(touch x)',
    ];
    for (const name of names) await assert.rejects(findCommit(work, name), /not the name of a commit/, name);
    for (const name of ['nothing', 'HEAD~9', '1'.repeat(40)]) {
      await assert.rejects(findCommit(work, name), /has no commit/, name);
    }
    for (const name of ['--all', 'HEAD', 'x'.repeat(40), '']) assert.equal(await hasCommit(work, name), false, name);
  });

  it('names a commit with the tree it holds, by a hash, a branch or a tag', async () => {
    git('tag', '-a', 'v1', '-m', 'First');
    const expected = { commit: git('rev-parse', 'HEAD'), tree: git('rev-parse', 'HEAD^{tree}') };
    for (const name of ['HEAD', 'main', 'v1', expected.commit, expected.commit.slice(0, 12)]) {
      assert.deepEqual(await findCommit(work, name), expected);
    }
  });

  it('of a pull request counts as found only when the commit came back from the project', async () => {
    const clone = join(root, 'clone');
    git('clone', '-q', work, clone);
    const url = 'https://example.org/project/pull/7';
    const merge = git('rev-parse', 'HEAD');
    assert.deepEqual(await pullRequestEvidence({ url, clone, merge: 'HEAD', stars: 1200 }), {
      kind: 'pull-request',
      url,
      commit: merge,
      stars: 1200,
    });
    writeFileSync(join(clone, 'b.txt'), 'mine\n');
    execFileSync('git', ['add', '-A'], { cwd: clone });
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qm', 'Mine'], {
      cwd: clone,
    });
    await assert.rejects(pullRequestEvidence({ url, clone, merge: 'HEAD' }), /on no branch that came from the project/);
    await assert.rejects(
      pullRequestEvidence({ url: 'https://example.org/project' }),
      /not the address of a pull request/,
    );
    assert.deepEqual(await pullRequestEvidence({ url }), { kind: 'pull-request', url });
  });

  it('outside of a repository is an error in words', async () => {
    await assert.rejects(findCommit(root, 'HEAD'), /has no commit "HEAD"/);
  });
});
