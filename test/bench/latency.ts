import { DocumentLibrary, parseDocument } from '../../src/core/documents/index.ts';
import { debounceMs } from '../../src/vscode/documents/debounce.ts';
import { packageExtension } from '../host/commands/package.ts';
import { cpuTime } from '../support/cpuTime.ts';
import { longRecord } from './latency/record.ts';
import { typeWith, type Delays } from './latency/typing.ts';

const LINES = 5000;
const GOAL = debounceMs + 50;
/** No stretch of work may keep the extension host from its other work for longer. */
const LONGEST_STRETCH = 50;
/** Milliseconds between a squiggle and the next key: somebody who thinks, and somebody who does not. */
const PAUSES = [600, 0];

/**
 * `npm run bench -- latency [keys]`: from a key to the squiggle it brings or takes, in a real VS Code with the packaged
 * extension and a record of 5,000 lines. Each key is a real one: an x behind "Accepted" makes the status wrong, and
 * Backspace mends it. What VS Code itself takes is part of the time: an extension that neither waits nor checks shows how
 * much that is, beside Katapath in the same host and in a host without it. And how long the host was kept from other
 * work at a stretch, by whichever extension, VS Code's own Markdown support included.
 */
export async function run([keys = '200']: string[]): Promise<number> {
  await packageExtension();
  const paces = PAUSES.map((pause) => ({ lines: LINES, keys: Number(keys), pause }));
  const together = await typeWith(['katapath', 'floor'], paces);
  const alone = await typeWith(['floor'], paces);
  const check = bareCheck();
  console.log(
    `  ${keys} keys in a record of ${LINES} lines, debounce ${debounceMs} ms; the check alone takes ${show(check)} of CPU`,
  );
  PAUSES.forEach((pause, index) => {
    const [withIt, without] = [together[index]!, alone[index]!];
    console.log(
      pause ? `  a pause of ${pause} ms after each squiggle` : '  the next key as soon as a squiggle changes',
    );
    console.log(`    Katapath                          ${spread(withIt.took.katapath)}`);
    console.log(`    no wait and no check, beside it   ${spread(withIt.took.floor)}`);
    console.log(`    no wait and no check, without it  ${spread(without.took.floor)}`);
    console.log(
      `    the extension host kept busy      ${stretch(withIt.delays)}; without it ${stretch(without.delays)}`,
    );
  });
  const p95 = percentile(together[0]!.took.katapath, 0.95);
  console.log(`  goal: p95 ${show(p95)} at most ${GOAL} ms; a check ${show(check)} at most ${LONGEST_STRETCH} ms`);
  return p95 <= GOAL && check <= LONGEST_STRETCH ? 0 : 1;
}

const show = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`;

const stretch = ({ p99, longest }: Delays) => `p99 ${show(p99)}, longest ${show(longest)}`;

const spread = (times: readonly number[]) =>
  `p50 ${show(percentile(times, 0.5))}, p95 ${show(percentile(times, 0.95))}, longest ${show(percentile(times, 1))}`;

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)]!;
}

/** What the record's check takes without an editor: the median CPU time, which a busy machine cannot lengthen much. */
function bareCheck(): number {
  const text = longRecord(LINES);
  const library = new DocumentLibrary({ workspace: 'bench', today: () => '2026-06-01' });
  const times = Array.from({ length: 40 }, (_, turn) =>
    cpuTime(() => {
      const document = parseDocument(turn % 2 === 0 ? text : text.replace('Accepted', 'Acceptedx'));
      library.put('docs/adr/0001-keep-everything.md', document);
      library.check('docs/adr/0001-keep-everything.md', document);
    }),
  );
  return times.sort((a, b) => a - b)[20]!;
}
