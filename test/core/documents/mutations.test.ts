import assert from 'node:assert/strict';
import { cleanDocuments } from './mutations/cleanDocuments.ts';
import { measureRecall, printRecall } from './mutations/measure.ts';
import { operators } from './mutations/operators.ts';

describe('damage to a clean document', () => {
  const subjects = cleanDocuments();
  const tallies = measureRecall(subjects);

  it('comes in at least twenty kinds over at least three hundred documents', () => {
    assert.ok(
      subjects.length >= 300 && operators.length >= 20,
      `${subjects.length} documents, ${operators.length} kinds`,
    );
  });

  it('is found on its line at least 97 times of 100', () => {
    const sum = (key: 'damaged' | 'found') => tallies.reduce((total, tally) => total + tally[key], 0);
    assert.ok(sum('found') / sum('damaged') >= 0.97, printRecall(tallies).join('\n'));
  });

  for (const { name, code, damaged, found, misses } of tallies)
    it(`is found on its line when ${name} (${code})`, () => {
      assert.ok(damaged > 0, 'No document could be damaged like this.');
      assert.ok(found / damaged >= 0.9, `${found} of ${damaged}\n${misses.slice(0, 3).join('\n')}`);
    });
});
