import assert from 'node:assert/strict';
import { join } from 'node:path';
import { attacks } from './attacks/index.ts';
import type { Attack } from './attacks/attack.ts';
import { findFaults, limitsFor, type Limits } from './commandLine/judge.ts';
import { openLanes } from './commandLine/lanes.ts';
import { runCommand, type Run } from './commandLine/runCommand.ts';
import { isAsked } from './commandLine/asked.ts';
import { Ordinary } from './surroundings/ordinary.ts';
import type { Place } from './surroundings/place.ts';
import { Recorders } from './surroundings/recorders.ts';
import { findDifferences, takeSnapshot } from './surroundings/snapshot.ts';

/** The six commands, of which each reads another part of a repository; an attack may say which of them meet it. */
function commandsFor({ profile = 'adr/nygard', meets, commands = [] }: Partial<Attack> = {}) {
  const six: readonly (readonly [string, ...string[]])[] = [
    ['lint', '--branches', '--changed', 'HEAD~1'],
    ['artifact', 'check'],
    ['status', '--format', 'json'],
    ['progress', 'verify'],
    ['credential', 'verify', 'credential.json', '--repo', '.'],
    ['new', profile, 'Keep the queue'],
  ];
  return [...six.filter(([word]) => meets?.includes(word) ?? true), ...commands];
}

/** Repositories are tried two at a time, as there are two processors at least; more would share them. */
const LANES = 2;

interface Visit {
  readonly place: Place;
  readonly runs: readonly Run[];
  /** What is another than before. */
  readonly written: readonly string[];
}

describe('A hostile repository at the command line', function () {
  this.timeout(20 * 60_000);
  let ordinary: Ordinary;
  let honest: Visit;
  let limits: Limits;
  let printedOrdinarily: ReadonlyMap<string, string>;
  let start: (name: string, attack?: Attack) => Promise<Visit>;
  const visits = new Map<Attack, Promise<Visit>>();

  async function visit(recorders: Recorders, name: string, attack?: Attack): Promise<Visit> {
    const place = ordinary.copy(name, attack);
    const isLeftOut = (file: string) => file === 'marks' || file.startsWith('marks/');
    const before = takeSnapshot(place.root, isLeftOut);
    const runs: Run[] = [];
    for (const command of commandsFor(attack)) runs.push(await runCommand(place, recorders, command));
    return { place, runs, written: findDifferences(before, takeSnapshot(place.root, isLeftOut)) };
  }

  /** The visit of one, while those of the next ones go on. */
  function visitOf(attack: Attack): Promise<Visit> {
    const at = attacks.indexOf(attack);
    for (const each of attacks.slice(at, at + 2 * LANES)) {
      if (visits.has(each)) continue;
      const begun = start(each.name, each);
      // Its own test hears of a failure, later.
      begun.catch(() => undefined);
      visits.set(each, begun);
    }
    return visits.get(attack)!;
  }

  before(async () => {
    ordinary = await new Ordinary().make();
    const recorders = Array.from({ length: LANES }, (_, lane) => new Recorders(join(ordinary.root, `lane-${lane}`)));
    const inTurn = openLanes(LANES);
    start = (name, attack) => inTurn((lane) => visit(recorders[lane]!, name, attack));
    honest = await start('honest');
  });
  after(async () => {
    await Promise.allSettled(visits.values());
    ordinary.dispose();
  });

  it('differs from an ordinary one, where every command does its work, and asks git', () => {
    const { runs } = honest;
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
      const { place, runs, written } = await visitOf(attack);
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
