import assert from 'node:assert/strict';
import { Latest } from '../../../src/vscode/shared/latest.ts';

describe('An answer that took its time', () => {
  it('is wanted until the same is asked again', () => {
    const latest = new Latest();
    const first = latest.ask('a.md');
    assert.ok(first());
    const second = latest.ask('a.md');
    assert.deepEqual([first(), second()], [false, true]);
  });

  it('is not overtaken by a question about something else', () => {
    const latest = new Latest();
    const first = latest.ask('a.md');
    latest.ask('b.md');
    assert.ok(first());
  });

  it('is wanted by nobody once all is over', () => {
    const latest = new Latest();
    const first = latest.ask('a.md');
    latest.end();
    assert.ok(!first());
  });
});
