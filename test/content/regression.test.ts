import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readKatas } from '../../src/cli/content/readKatas.ts';
import { textFolder } from '../../src/core/katas/authoring/textFolder.ts';
import { applyMutant, readMutants, readSolution } from '../../src/core/katas/content.ts';
import { gradeStage } from '../../src/core/katas/grading/gradeStage.ts';
import type { Kata, KataManifest } from '../../src/core/model/kata.ts';
import { finish, realRunner } from '../support/runs.ts';

describe('a learner who breaks an earlier stage while building on it', () => {
  const runner = realRunner();
  after(() => runner.dispose());

  const { files } = readKatas(join(process.cwd(), 'katas', 'exercises'), 'raft').katas[0]!;
  const manifest = JSON.parse(files['kata.json']!) as KataManifest;
  const kata: Kata = { manifest, files: Object.keys(files) };
  const content = textFolder(files);

  for (const [language, find, replace] of [
    ['typescript', 'isUpToDate && (this.votedFor === null || this.votedFor === from)', 'isUpToDate'],
    ['python', 'is_up_to_date and self.voted_for in (None, sender)', 'is_up_to_date'],
  ] as const)
    it(`is told which stage that was, with the schedule that shows it (${language})`, async () => {
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
