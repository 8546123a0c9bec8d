import assert from 'node:assert/strict';
import { textFolder } from '../../src/core/katas/textFolder.ts';
import { applyMutant, readMutants, readSolution } from '../../src/core/katas/content.ts';
import { gradeStage } from '../../src/core/katas/grading/gradeStage.ts';
import { finish, realRunner } from '../support/runs.ts';
import { builtShelf } from '../support/shelf.ts';

describe('a learner who breaks an earlier stage while building on it', () => {
  const runner = realRunner();
  after(() => runner.dispose());

  const content = builtShelf.contentOf('raft');

  for (const [language, find, replace] of [
    ['typescript', 'isUpToDate && (this.votedFor === null || this.votedFor === from)', 'isUpToDate'],
    ['python', 'is_up_to_date and self.voted_for in (None, sender)', 'is_up_to_date'],
  ] as const)
    it(`is told which stage that was, with the schedule that shows it (${language})`, async () => {
      const kata = await builtShelf.open('raft');
      const solution = await readSolution(kata, language, 'replication', content);
      const [mutant] = await readMutants(kata, language, content);
      const broken = await applyMutant({ ...mutant!, find, replace }, solution, { language, content });
      const request = { kata, language, stage: 'replication', learner: textFolder(broken), content, runner };
      const result = await finish(gradeStage(request));
      assert.equal(result.verdict, 'failed');
      assert.equal(result.stage, 'election', result.summary);
      assert.match(result.summary, /“One leader”/);
      const failure = result.tests.find(({ outcome }) => outcome === 'failed')!.failure!;
      assert.match(failure.message, /^Term \d+ has two leaders: \w and \w\.\n\nSeed \d+\. The schedule/);
      assert.match(failure.details!, /## The schedule[^\n]*\n\n[\s\S]+```mermaid\nsequenceDiagram\n {2}participant a/);
    });
});
