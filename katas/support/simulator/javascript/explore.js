import { drawFaults, faultsUntil } from './faults.js';

import { Random, seedFor } from './random.js';
import { reportFailure, SimulationFailure } from './report.js';
import { shapeOf } from './sameFailure.js';
import { shrink } from './shrink.js';
import { Simulation } from './simulation.js';

/** One run of a scenario, to its end. Throws what `always`, `check` or a node throws. */
export function simulate(scenario, seed) {
  const simulation = prepare(scenario, seed, undefined);
  play(scenario, simulation);
  return simulation;
}

/**
 * Runs a scenario under many seeds. The first that fails is shrunk to a short schedule that fails in the same way, and
 * thrown as a `SimulationFailure` that names the seed, the schedule and what happened. Calls that are the same under
 * every seed were written out by somebody: they all stay.
 */
export function explore(scenario, { seeds = 50, first = 1 } = {}) {
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

function shorten(scenario, failed, { error, budget }) {
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

function prepare(scenario, seed, script) {
  const { nodes, duration, calm = 0, delay, weather } = scenario;
  const calmFrom = duration - calm;
  const drawn = () => [...(scenario.faults ?? []), ...drawFaults(seed, weather ?? {}, nodes, calmFrom)];
  const simulation = new Simulation({
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

function callsOf(scenario, seed) {
  return scenario.calls?.(new Random(seedFor(seed, 'calls'))) ?? [];
}

function play(scenario, simulation) {
  simulation.runUntil(scenario.duration, scenario.always && (() => scenario.always(simulation)));
  scenario.check?.(simulation);
}

function failureOf(scenario, simulation) {
  try {
    play(scenario, simulation);
    return undefined;
  } catch (error) {
    return error ?? new Error('Nothing was thrown.');
  }
}
