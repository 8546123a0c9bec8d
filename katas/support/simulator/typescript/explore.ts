import { drawFaults, faultsUntil, type Fault, type Weather } from './faults.ts';
import type { Plain } from './plain.ts';
import { Random, seedFor } from './random.ts';
import { reportFailure, SimulationFailure } from './report.ts';
import { shapeOf } from './sameFailure.ts';
import { shrink } from './shrink.ts';
import { Simulation, type NodeContext, type SimulatedNode } from './simulation.ts';

/** Something a client asks of a node at a time. */
export interface PlannedCall {
  readonly at: number;
  readonly node: string;
  readonly request: Plain;
  readonly client?: string;
}

/** A kind of run: who takes part, what may go wrong, what clients ask, and what must hold. */
export interface Scenario<Node extends SimulatedNode> {
  readonly nodes: readonly string[];
  create(context: NodeContext): Node;
  /** Virtual milliseconds. */
  readonly duration: number;
  /** The last so many of them pass without faults, so that what was started can end; 0 when absent. */
  readonly calm?: number;
  readonly delay?: readonly [number, number];
  readonly weather?: Weather;
  /** Faults that every run has. */
  readonly faults?: readonly Fault[];
  /** What clients ask in a run; the random numbers are the run's own. */
  calls?(random: Random): readonly PlannedCall[];
  /** Called before time begins: for what `calls` cannot say. */
  prepare?(simulation: Simulation<Node>): void;
  /** Must hold whenever something happened; throws when it does not. */
  always?(simulation: Simulation<Node>): void;
  /** Must hold at the end; throws when it does not. */
  check?(simulation: Simulation<Node>): void;
}

/** What goes into one run, written out: no part of it is drawn by lot any more. */
interface Script {
  readonly faults: readonly Fault[];
  readonly calls: readonly PlannedCall[];
}

/** One run of a scenario, to its end. Throws what `always`, `check` or a node throws. */
export function simulate<Node extends SimulatedNode>(scenario: Scenario<Node>, seed: number): Simulation<Node> {
  const simulation = prepare(scenario, seed, undefined);
  play(scenario, simulation);
  return simulation;
}

/**
 * Runs a scenario under many seeds. The first that fails is shrunk to a short schedule that fails in the same way, and
 * thrown as a `SimulationFailure` that names the seed, the schedule and what happened. Calls that are the same under
 * every seed were written out by somebody: they all stay.
 */
export function explore<Node extends SimulatedNode>(
  scenario: Scenario<Node>,
  { seeds = 50, first = 1 }: { readonly seeds?: number; readonly first?: number } = {},
): void {
  for (let seed = first; seed < first + seeds; seed++) {
    const simulation = prepare(scenario, seed, undefined);
    const error = failureOf(scenario, simulation);
    if (error === undefined) continue;
    // Shrinking may take as long as the whole exploration would have; a run that fails early says little about that.
    throw shorten(scenario, simulation, { error, budget: Math.max(leastSteps, seeds * simulation.steps) });
  }
}

/** Events that shrinking may take in any case. */
const leastSteps = 8000;

function shorten<Node extends SimulatedNode>(
  scenario: Scenario<Node>,
  failed: Simulation<Node>,
  { error, budget }: { readonly error: unknown; readonly budget: number },
): SimulationFailure {
  const { seed } = failed;
  // What was still to come when the run failed has no part in it.
  const over = failed.clock.now();
  const calls = callsOf(scenario, seed).filter(({ at }) => at <= over);
  const areDrawn = JSON.stringify(callsOf(scenario, seed)) !== JSON.stringify(callsOf(scenario, seed + 1));
  const script = [
    ...faultsUntil(over, failed.happened).map((fault) => ({ fault, call: undefined })),
    ...(areDrawn ? calls : []).map((call) => ({ fault: undefined, call })),
  ];
  const shape = shapeOf(error, scenario.nodes);
  let left = budget;
  let shortest = { simulation: failed, error };
  shrink(script, (candidate) => {
    if (left <= 0) return false;
    const simulation = prepare(scenario, seed, {
      faults: candidate.flatMap(({ fault }) => fault ?? []),
      calls: areDrawn ? candidate.flatMap(({ call }) => call ?? []) : callsOf(scenario, seed),
    });
    const found = failureOf(scenario, simulation);
    left -= Math.max(50, simulation.steps);
    const isSame = found !== undefined && shapeOf(found, scenario.nodes) === shape;
    if (isSame) shortest = { simulation, error: found };
    return isSame;
  });
  return reportFailure({ ...shortest, drawn: failed.happened.length });
}

function prepare<Node extends SimulatedNode>(
  scenario: Scenario<Node>,
  seed: number,
  script: Script | undefined,
): Simulation<Node> {
  const { nodes, duration, calm = 0, delay, weather } = scenario;
  const calmFrom = duration - calm;
  const drawn = () => [...(scenario.faults ?? []), ...drawFaults(seed, weather ?? {}, nodes, calmFrom)];
  const simulation = new Simulation<Node>({
    seed,
    nodes,
    create: (context) => scenario.create(context),
    faults: script?.faults ?? drawn(),
    calmFrom,
    ...(delay && { delay }),
    ...(weather && !script && { weather }),
  });
  for (const { at, node, request, client } of script?.calls ?? callsOf(scenario, seed))
    simulation.at(at, () => simulation.call(node, request, client));
  scenario.prepare?.(simulation);
  return simulation;
}

function callsOf<Node extends SimulatedNode>(scenario: Scenario<Node>, seed: number): readonly PlannedCall[] {
  return scenario.calls?.(new Random(seedFor(seed, 'calls'))) ?? [];
}

function play<Node extends SimulatedNode>(scenario: Scenario<Node>, simulation: Simulation<Node>): void {
  simulation.runUntil(scenario.duration, scenario.always && (() => scenario.always!(simulation)));
  scenario.check?.(simulation);
}

function failureOf<Node extends SimulatedNode>(scenario: Scenario<Node>, simulation: Simulation<Node>): unknown {
  try {
    play(scenario, simulation);
    return undefined;
  } catch (error) {
    return error ?? new Error('Nothing was thrown.');
  }
}
