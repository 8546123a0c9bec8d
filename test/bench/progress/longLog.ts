import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCatalog } from '../../../src/core/model/catalog.ts';
import type { NewEvent } from '../../../src/core/model/event.ts';
import { sha256Hex } from '../../../src/core/progress/hash.ts';
import { encodeLog } from '../../../src/core/progress/log.ts';
import { GENESIS, sealEvents } from '../../../src/core/progress/seal.ts';

export const DEVICE = 'aaaaaaaaaaaaaaaa';

/** Writes a log as a very busy learner would have it after many years: mostly attempts, some ticks, hints and undos. */
export function writeLongLog(directory: string, count: number): void {
  const katas = bundledCatalog.katas.map(({ manifest }) => manifest);
  const items = bundledCatalog.paths.flatMap((path) => path.steps.flatMap((step) => step.items));
  const bodies = Array.from({ length: count }, (_, index): NewEvent => {
    const kata = katas[index % katas.length]!;
    const stage = kata.stages[index % kata.stages.length]!.id;
    const item = items[index % items.length]!.id;
    if (index % 10 === 7) return { type: 'hint.revealed', kata: kata.id, stage, rung: 1 + (index % 3) };
    if (index % 10 === 8) return { type: 'item.completed', item };
    if (index % 10 === 9) return { type: 'item.reopened', item };
    const passed = index % 3 === 0;
    const digest = sha256Hex(String(index));
    return {
      type: 'attempt.recorded',
      kata: kata.id,
      version: 1,
      language: 'typescript',
      stage,
      verdict: passed ? 'passed' : 'failed',
      passed: passed ? [stage] : [],
      durationMs: 40,
      tests: digest,
      solution: digest,
    };
  });
  let time = Date.UTC(2026, 0, 1);
  const events = sealEvents(
    bodies,
    { dev: DEVICE, slot: 0, seq: 0, prev: GENESIS },
    { last: undefined, clock: () => (time += 60_000) },
  );
  mkdirSync(join(directory, 'log'), { recursive: true });
  writeFileSync(join(directory, 'device.json'), JSON.stringify({ device: DEVICE }));
  writeFileSync(join(directory, 'log', `${DEVICE}.0.jsonl`), encodeLog(events));
}
