export { recordCausality, type Happening, type StampingClock } from './causality.ts';
export { VirtualClock } from './clock.ts';
export {
  assertConverged,
  assertExactlyOnce,
  assertLinearizable,
  isLinearizable,
  register,
  type Model,
} from './checkers.ts';
export { Disk, type DiskFault } from './disk.ts';
export { explore, simulate, type PlannedCall, type Scenario } from './explore.ts';
export { describeFault, type Fault, type Weather } from './faults.ts';
export { History, type Operation } from './history.ts';
export { copy, print, type Plain } from './plain.ts';
export { Random, seedFor } from './random.ts';
export { exploreReplicas, replicaNames, type Mergeable, type Performed, type Replicas } from './replicas.ts';
export { SimulationFailure } from './report.ts';
export { Simulation, type NodeContext, type SimulatedNode } from './simulation.ts';
export { printTrace, toSequenceDiagram, type TraceEntry } from './trace.ts';
