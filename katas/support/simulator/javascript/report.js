import { describeFault, faultsUntil } from './faults.js';

import { printEntry, printTrace, toSequenceDiagram } from './trace.js';

/** A run in which something did not hold. The message says it in short; `details` is a page in Markdown. */
export class SimulationFailure extends Error {
  seed;
  details;
  constructor(message, seed, details) {
    super(message);
    this.seed = seed;
    this.details = details;
  }
}

const shownEvents = 12;
const shownCalls = 16;

/** What a person needs to see the fault again: the seed, the schedule, and what happened. */
export function reportFailure({ simulation, error, drawn }) {
  const { seed, trace, names, clock } = simulation;
  const happened = faultsUntil(clock.now(), simulation.happened);
  const problem = error instanceof Error ? error.message : String(error);
  const faults = happened.map((fault) => `- ${describeFault(fault)}`);
  const schedule = faults.length === 0 ? describeNoFaults(trace) : faults.join('\n');
  const shrunk = drawn > happened.length ? ` (shrunk from ${drawn} faults to ${happened.length})` : '';
  const last = trace.slice(-shownEvents).map(printEntry).join('\n');
  const message = `${problem}\n\nSeed ${seed}. The schedule${shrunk}:\n${schedule}${describeCalls(trace)}\n\nThe last events:\n${last}`;
  const details = `# ${problem.split('\n', 1)[0]}

${problem.includes('\n') ? `\`\`\`text\n${problem}\n\`\`\`\n\n` : ''}Seed ${seed}: the same seed gives the same run. Explore it alone with \`first\` ${seed} and \`seeds\` 1.

## The schedule${shrunk}

${schedule}

## What happened

\`\`\`mermaid
${toSequenceDiagram(names, trace)}
\`\`\`

## The trace

\`\`\`text
${printTrace(trace.slice(-2000))}
\`\`\`
`;
  return new SimulationFailure(message, seed, details);
}

/** What clients asked and were answered, in order. */
function describeCalls(trace) {
  const calls = trace.filter(({ what }) => what === 'call' || what === 'answer').slice(0, shownCalls);
  return calls.length === 0 ? '' : `\n\nWhat was asked and answered:\n${calls.map(printEntry).join('\n')}`;
}

/** What was drawn by lot is not needed; what the test breaks by its own hand may well be. */
function describeNoFaults(trace) {
  const made = trace.filter(({ what }) => what === 'network' || what === 'crash');
  if (made.length === 0) return 'It needs no fault at all.';
  const lines = made.map(({ at, node, text }) => `- ${at} ms: ${node === '' ? text : `${node} crashes; ${text}`}`);
  return ['It needs no fault but those that the test makes:', ...lines].join('\n');
}
