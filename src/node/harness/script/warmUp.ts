import { ModuleGraph } from './moduleGraph.ts';
import { Registry } from './registry.ts';
import { runTests } from './runTests.ts';
import type { TestApi } from './testApi.ts';

const code = {
  'subject.js': 'export const twice = (list) => [...list, ...list];',
  'warm.test.js': `import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { twice } from './subject.js';
describe('warm', () => {
  it('passes', async () => { await null; assert.deepEqual(twice([1]), [1, 1]); assert.equal(twice([1]).length, 2); });
  it('fails', () => { assert.deepEqual({ list: twice([1]) }, { list: [] }); });
});`,
};

/**
 * Runs a small kata of our own before the job comes: whatever Node loads, links and compiles on first use is then
 * ready. It halves the time from a save to its verdict, and costs a child that nobody waits for nothing.
 */
export async function warmUp(testApi: TestApi, use: (registry: Registry) => void): Promise<void> {
  const registry = new Registry();
  use(registry);
  const graph = new ModuleGraph({ root: process.cwd(), code, provided: { 'node:test': testApi } });
  await graph.import('warm.test.js');
  const send = (message: object | string) => void JSON.stringify(message);
  await runTests(registry, { send, root: process.cwd(), stage: '', bail: false, shuffle: undefined });
}
