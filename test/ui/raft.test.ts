import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './support/eventually.ts';
import { openWindow, type Window } from './support/window.ts';

const solution = (stage: string) =>
  readFileSync(join('katas', 'exercises', 'raft', 'typescript', 'solution', stage, 'raft.ts'), 'utf8');
const elects = solution('election');
const replicates = solution('replication');
/** What the first stage asked for is lost on the way to the second: a node votes for everybody who asks. */
const votesTwice = replicates.replace(' && (this.votedFor === null || this.votedFor === from)', '');

describe('Raft, from its first stage to its second', () => {
  let window: Window;
  before(async () => {
    assert.notEqual(votesTwice, replicates);
    // What is typed here is typed whole, closing brackets and all.
    window = await openWindow('practice', {
      settings: { 'editor.autoClosingBrackets': 'never', 'editor.autoIndent': 'none' },
    });
    await window.run('Katapath: Start Kata…');
    await window.quickInput.waitFor('Which kata?');
    await window.quickInput.filter('Raft');
    await window.quickInput.pick(/^Raft/);
    await window.quickInput.pick('TypeScript');
    await window.editor.waitForTab('raft.ts');
    await window.webview(/One leader/);
  });
  after(() => window.close());

  const runsTo = async (text: string, words: RegExp) => {
    await window.editor.open('raft.ts');
    await window.editor.replaceAll(text);
    await window.run('Katapath: Run Tests');
    await eventually(async () => {
      const texts = await window.statusTexts();
      assert.ok(
        texts.some((each) => words.test(each)),
        `the status bar never says ${words}: ${texts.join(' | ')}`,
      );
    }, 90_000);
  };

  it('passes the first stage, and goes on to the second at once', async () => {
    await runsTo(elects, /One log: 3 of 12 failed/);
  });

  it('names the earlier stage that is no longer green, and the schedule that shows it', async () => {
    await runsTo(votesTwice, /One log: 10 of 12 failed/);
    await window.testing.show();
    await window.testing.expand('Software Engineering at Scale');
    await window.testing.expand(/Raft/);
    await window.testing.waitFor(/One leader.*Failed/);
    await window.run('Katapath: Show What Happened');
    // The brief, which is open beside it, speaks of two leaders, too.
    const page = await window.webview(/Term \d+ has two leaders: [a-e] and [a-e]\./);
    const text = await page.locator('body').innerText();
    assert.match(text, /Seed \d+: the same seed gives the same run\./);
    assert.match(text, /The schedule/);
    await page.locator('img[alt^="What the nodes said"]').first().waitFor();
    await window.screenshots('raft-what-happened');
  });

  it('passes the second stage once the first is back', async () => {
    await runsTo(replicates, /Partitions and crashes: \d+ of 19 failed/);
  });
});
