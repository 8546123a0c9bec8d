import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

  it('is a commit and its tree; one that is missing is not there, and none is on a remote', async () => {
    const commit = git('rev-parse', 'HEAD');
    const tree = git('rev-parse', 'HEAD^{tree}');
    assert.deepEqual(await commitEvidence(work, 'HEAD'), { kind: 'commit', commit, tree });
    assert.equal(await hasCommit(work, commit), true);
    assert.equal(await hasCommit(work, '1'.repeat(40)), false);
    assert.equal(await isOnRemote(work, commit), false);
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
