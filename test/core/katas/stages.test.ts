import assert from 'node:assert/strict';
import type { Attempt } from '../../../src/core/katas/attempts/attempt.ts';
import type { Kata, Stage } from '../../../src/core/model/kata.ts';
import { currentStage, passedStages, provedStages, stagesToRun } from '../../../src/core/katas/session/stages.ts';

const stages: readonly Stage[] = [
  { id: 'heap', title: 'Heap', kind: 'implement' },
  { id: 'speed', title: 'Speed', kind: 'growth' },
  { id: 'cancel', title: 'Cancel', kind: 'extend' },
  { id: 'rules', title: 'New rules', kind: 'extend', replaces: ['heap'] },
];
const tests = { file: 'x.test.ts', expected: ['x'] };
const kata: Kata = {
  files: [],
  manifest: {
    id: 'scheduler',
    version: 2,
    title: 'Scheduler',
    summary: '',
    topics: [],
    difficulty: 1,
    minutes: 1,
    stages,
    tracks: {
      typescript: {
        files: ['a.ts'],
        stages: { heap: { tests }, speed: { driver: 'd.ts' }, cancel: { tests }, rules: { tests } },
      },
    },
  },
};
const ids = (list: readonly Stage[]) => list.map(({ id }) => id).join(' ');

const attempt = (stage: string, verdict: 'passed' | 'failed', version = 2) =>
  ({ kind: 'graded', kata: 'scheduler', language: 'typescript', stage, verdict, version }) as Attempt;

describe('The stages of a kata', () => {
  it('a pass proves the earlier stages that were checked again with it', () => {
    assert.deepEqual(provedStages(kata, 'cancel'), ['heap', 'speed', 'cancel']);
  });

  it('a stage that replaces an earlier one does not prove it', () => {
    assert.deepEqual(provedStages(kata, 'rules'), ['speed', 'cancel', 'rules']);
  });

  it('a pass of code proves nothing of the tests the learner wrote, nor the other way round', () => {
    const own: Stage = { id: 'own', title: 'Own tests', kind: 'write-tests' };
    const mixed: Kata = { ...kata, manifest: { ...kata.manifest, stages: [stages[0]!, own, stages[2]!] } };
    assert.deepEqual(provedStages(mixed, 'cancel'), ['heap', 'cancel']);
    assert.deepEqual(provedStages(mixed, 'own'), ['own']);
  });

  it('a failed attempt, or one at an older version of the kata, passes nothing', () => {
    assert.equal(passedStages(kata, [attempt('heap', 'failed'), attempt('speed', 'passed', 1)]).size, 0);
  });

  it('running the kata starts at the first stage that is not passed', () => {
    const passed = passedStages(kata, [attempt('heap', 'passed')]);
    assert.equal(ids(stagesToRun(kata, passed)), 'speed cancel rules');
    assert.equal(currentStage(kata, passed).id, 'speed');
  });

  it('running a finished kata checks every stage again', () => {
    const passed = passedStages(
      kata,
      stages.map(({ id }) => attempt(id, 'passed')),
    );
    assert.equal(ids(stagesToRun(kata, passed)), 'heap speed cancel rules');
    assert.equal(currentStage(kata, passed).id, 'rules');
  });
});
