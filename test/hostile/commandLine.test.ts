import assert from 'node:assert/strict';
import { attacks } from './attacks/index.ts';
import type { Attack } from './attacks/attack.ts';
import { findFaults, limitsFor, type Limits } from './commandLine/judge.ts';
import { runCommand, type Run } from './commandLine/runCommand.ts';
import { isAsked } from './commandLine/asked.ts';
import { Ordinary } from './surroundings/ordinary.ts';
import type { Place } from './surroundings/place.ts';
import { Recorders } from './surroundings/recorders.ts';
import { findDifferences, takeSnapshot } from './surroundings/snapshot.ts';

/** The six that every repository meets: each reads another part of it. */
const six = ({ profile = 'adr/nygard' }: Partial<Attack> = {}): readonly (readonly string[])[] => [
  ['lint', '--branches', '--changed', 'HEAD~1'],
  ['artifact', 'check'],
  ['status', '--format', 'json'],
  ['progress', 'verify'],
  ['credential', 'verify', 'credential.json', '--repo', '.'],
  ['new', profile, 'Keep the queue'],
];

describe('A hostile repository at the command line', function () {
  this.timeout(20 * 60_000);
  let ordinary: Ordinary;
  let recorders: Recorders;
  let limits: Limits;
  let printedOrdinarily: ReadonlyMap<string, string>;

  async function runAll(place: Place, commands: readonly (readonly string[])[]): Promise<readonly Run[]> {
    const runs: Run[] = [];
    for (const command of commands) runs.push(await runCommand(place, recorders, command));
    return runs;
  }

  before(async () => {
    ordinary = await new Ordinary().make();
    recorders = new Recorders(ordinary.root);
  });
  after(() => ordinary.dispose());

  it('differs from an ordinary one, where every command does its work, and asks git', async () => {
    const place = ordinary.copy('honest');
    const runs = await runAll(place, six());
    const asking = runs.filter(({ git }) => git.length > 0).map(({ command }) => command.split(' ')[0]);
    assert.deepEqual([...new Set(asking)].sort(), ['credential', 'lint', 'new'], 'the recorder would see git');
    const times = runs.map(({ milliseconds }) => milliseconds ?? Infinity).sort((a, b) => a - b);
    limits = limitsFor(times[Math.floor(times.length / 2)]!);
    assert.deepEqual(
      runs.flatMap((run) => findFaults(run, limits)),
      [],
    );
    printedOrdinarily = new Map(runs.map(({ command, output }) => [command, output]));
  });

  for (const attack of attacks)
    it(`${attack.name}: ${attack.attempt}`, async () => {
      const place = ordinary.copy(attack.name, attack);
      const isLeftOut = (name: string) => name === 'marks' || name.startsWith('marks/');
      const before = takeSnapshot(place.root, isLeftOut);
      const runs = await runAll(place, [...six(attack), ...(attack.commands ?? [])]);
      const written = findDifferences(before, takeSnapshot(place.root, isLeftOut));
      const faults = [
        ...place.marks.map((mark) => `a trap was started: ${mark}`),
        ...written.filter((difference) => !isAsked(difference, runs, attack)),
        ...runs.flatMap((run) => findFaults(run, limits)),
      ];
      assert.deepEqual(faults, []);
      const printed = new Map(runs.map(({ command, output }) => [command, output]));
      attack.expect?.({ place, printed, ordinary: printedOrdinarily });
    });
});
