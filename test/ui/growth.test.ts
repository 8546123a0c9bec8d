import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { built } from '../host/paths.ts';
import { eventually } from './support/eventually.ts';
import type { Tree } from './support/tree.ts';
import { openWindow, type Window } from './support/window.ts';

const solution = `export function pairSum(numbers: readonly number[], target: number): [number, number] | null {
  let left = 0;
  let right = numbers.length - 1;
  while (left < right) {
    const sum = numbers[left]! + numbers[right]!;
    if (sum === target) return [left, right];
    if (sum < target) left++;
    else right--;
  }
  return null;
}
`;
const record = readFileSync('test/workspaces/practice/docs/adr/ADR-001-keep-sessions-in-redis.md', 'utf8');
const kata = 'Warm-up: a pair with a given sum';

describe('The growth path in short, from its first item to the credential', () => {
  let window: Window;
  let paths: Tree;
  before(async () => {
    window = await openWindow('growth', { viewport: { width: 1400, height: 1100 } });
    git('init', '-q');
    commit('Begin');
    paths = await window.openView('Katapath', 'Learning paths');
  });
  after(() => window.close());

  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: window.folder,
      encoding: 'utf8',
    });
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', message);
  };
  /** The command line, as the learner or as somebody else with a key of their own. */
  const katapath = (data: string, ...args: string[]) =>
    execFileSync(process.execPath, [join(built, 'dist', 'cli.js'), ...args], {
      cwd: window.folder,
      encoding: 'utf8',
      env: { ...process.env, KATAPATH_DATA: data },
    });
  const reviewerData = () => join(window.progressFolder, '..', 'reviewer');
  const says = (row: string | RegExp, words: RegExp) =>
    eventually(async () => assert.match(await paths.row(row).spoken(), words));

  /** Chooses from a row's menu, and does so again when nothing comes of it: the row was being drawn anew. */
  const choose = (row: string, entry: string, answered: () => Promise<void>) =>
    window.quickInput.within(() => paths.row(row).choose(entry), answered);

  it('finds its path by filtering while typing', async () => {
    await paths.row('Software Engineering at Scale').waitFor();
    await window.run('Katapath: Filter Learning Paths…');
    await window.quickInput.waitFor('Filter Learning Paths');
    await window.quickInput.fill('growth in short');
    await window.quickInput.accept();
    await paths.row('Build in short').waitFor();
    assert.ok(
      (await paths.texts()).every((text) => !text.includes('shortener')),
      'other paths are out of sight',
    );
  });

  it('takes the path up from a day', async () => {
    await choose('Growth in short', 'Take Up Path…', () => window.quickInput.waitFor('Take up “Growth in short”'));
    await window.quickInput.accept();
    const upNext = window.tree('Up next and due');
    await upNext.row('Growth in short').waitFor();
    await eventually(async () => assert.match(await upNext.row(kata).spoken(), /next · kata · not started, 1 of 3/));
  });

  it('says how much is due in the badge and the status bar, and what in the view', async () => {
    await window.tree('Up next and due').row('Notes of the week, in short').waitFor();
    await eventually(async () => {
      assert.match(await window.badge('Katapath'), /1 due: 1 practice/);
      assert.ok((await window.statusTexts()).includes('Katapath: 1 due: 1 practice'));
    });
    await window.toasts.dismissAll();
    for (const theme of ['light', 'high-contrast', 'dark'] as const) {
      await window.switchTheme(theme);
      await window.screenshot(`up-next-${theme}`);
    }
  });

  /** Which of the plan's rows come first. */
  const comesFirst = async (first: RegExp, second: RegExp) => {
    const rows = await window.tree('Up next and due').texts();
    const [one, other] = [first, second].map((words) => rows.findIndex((row) => words.test(row))) as [number, number];
    assert.ok(one >= 0 && other >= 0 && one < other, rows.join());
  };

  it('reorders the plan by the menu', async () => {
    const upNext = window.tree('Up next and due');
    const deadlines = upNext.row('Read about deadlines');
    await window.quickInput.within(
      () => deadlines.choose('Do This Next'),
      () => eventually(() => comesFirst(/deadlines/, /Warm-up/), 8_000),
    );
    await window.quickInput.within(
      () => deadlines.choose('Move Down'),
      () => eventually(() => comesFirst(/Warm-up/, /deadlines/), 8_000),
    );
  });

  it('reorders the plan by dragging, also from the tree of the paths', async () => {
    const upNext = window.tree('Up next and due');
    // A drag that begins between two drawings of the tree is lost; again is the same.
    await eventually(async () => {
      await upNext.row('Read about deadlines').dragOnto(upNext.row(kata));
      await comesFirst(/deadlines/, /Warm-up/);
    });
    await eventually(async () => {
      await paths.row(kata).dragOnto(upNext.row('Read about deadlines'));
      await comesFirst(/Warm-up/, /deadlines/);
    });
    assert.match(await upNext.row('Growth in short').spoken(), /your order/);
  });

  it('ticks the practice, and nothing is due any more', async () => {
    await window.tree('Up next and due').row('Notes of the week, in short').tick();
    await eventually(async () => {
      assert.doesNotMatch(await window.badge('Katapath'), /due/);
      assert.ok((await window.statusTexts()).every((text) => !/ due/.test(text)));
    });
  });

  it('passes the kata', async () => {
    await window.quickInput.within(
      () => paths.row(kata).press('Start Kata…'),
      () => window.quickInput.waitForRow('TypeScript'),
    );
    await window.quickInput.pick('TypeScript');
    await window.editor.waitForTab('pair-sum.ts');
    const file = join(window.folder, 'katas', 'two-pointers-pair-sum', 'pair-sum.ts');
    await eventually(() => assert.ok(existsSync(file)));
    writeFileSync(file, solution);
    await window.run('Katapath: Run Tests');
    await window.openView('Katapath', 'Learning paths');
    await says(kata, /done on/);
    const files = await window.openView('Explorer', 'Files Explorer');
    await files.row('katas').expand();
    await eventually(async () => assert.match(await files.row('two-pointers-pair-sum').sign(), /✓/));
    await window.openView('Katapath', 'Learning paths');
  });

  it('ticks the reading by answering what it asks', async () => {
    await paths.row('Read about deadlines').tick();
    await window.quickInput.waitFor('Read about deadlines, in short');
    await window.quickInput.fill('In the payment call, which holds a lock.');
    await window.quickInput.accept();
    await says('Read about deadlines', /done on/);
  });

  it('gives the commit that runs as evidence, and waits for a review', async () => {
    commit('A system that runs');
    await choose('A running system', 'Add Evidence…', () => window.quickInput.waitFor('A running system, in short'));
    await window.screenshot('evidence-dialog');
    await window.quickInput.accept();
    await says('A running system', /in progress/);
    assert.doesNotMatch(await paths.row('Build in short').spoken(), /closed/);
  });

  it('requests the review, takes in the signed answer, and closes the outcome', async () => {
    await window.toasts.dismissAll();
    await choose('A running system', 'Request Review…', () => window.quickInput.waitFor('A running system, in short'));
    await window.quickInput.fill('Does it survive a lost node?');
    await window.screenshot('review-dialog');
    await window.quickInput.accept();
    const folder = join(window.folder, '.katapath', 'reviews', 'short-system');
    const request = await eventually(() => {
      const [name] = existsSync(folder) ? readdirSync(folder) : [];
      assert.ok(name && existsSync(join(folder, name, 'request.json')));
      return join(folder, name, 'request.json');
    });
    const answer = katapath(reviewerData(), 'proof', 'review', request, '--as', 'ada', '--verdict', 'approve');
    const [key] = /ssh-ed25519 [A-Za-z0-9+/=]+/.exec(answer)!;
    await window.run('Katapath: Allow Reviewer…');
    await window.quickInput.waitFor('Allow Reviewer');
    await window.quickInput.fill('ada');
    await window.quickInput.accept();
    await window.quickInput.waitForMessage(/public key/);
    await window.quickInput.fill(key);
    await window.screenshot('reviewer-dialog');
    await window.quickInput.accept();
    await window.toasts.waitFor('Reviews signed by ada count');
    await window.run('Katapath: Collect Reviews');
    await says('A running system', /done on/);
    await says('Build in short', /closed/);
  });

  it('proves the decision by a record that checks clean', async () => {
    window.write('docs/adr/ADR-001-keep-sessions-in-redis.md', record);
    await paths.row('Decide in short').expand();
    await choose('One decision record', 'Add Evidence…', () =>
      window.quickInput.waitForRow('ADR-001-keep-sessions-in-redis.md'),
    );
    await window.quickInput.pick('ADR-001-keep-sessions-in-redis.md');
    await says('One decision record', /done on/);
    await says('Growth in short', /complete/);
    await window.toasts.dismissAll();
    for (const theme of ['light', 'high-contrast', 'dark'] as const) {
      await window.switchTheme(theme);
      await window.screenshot(`growth-complete-${theme}`);
    }
  });

  it('issues the credential, which others accept and which no byte may leave', async () => {
    await choose('Growth in short', 'Issue Credential…', () => window.quickInput.waitFor('Issue Credential'));
    await window.quickInput.fill('A Learner');
    await window.quickInput.accept();
    await window.quickInput.waitFor('Save Credential');
    await window.quickInput.accept();
    const file = join(window.folder, 'growth-in-short.credential.json');
    const text = await eventually(() => {
      assert.ok(existsSync(file), 'the credential is there');
      return readFileSync(file, 'utf8');
    });
    assert.match(katapath(window.progressFolder, 'credential', 'verify', file), /^VALID, SELF-ISSUED/);
    await window.toasts.press('The credential is in', 'What It Proves');
    await window.webview(/Valid, self-issued/);
    await window.screenshot('credential');
    writeFileSync(file, text.replace('A Learner', 'B Learner'));
    assert.throws(
      () => katapath(window.progressFolder, 'credential', 'verify', file),
      ({ stdout }: { stdout: string }) => /NOT VALID/.test(stdout),
    );
  });
});
