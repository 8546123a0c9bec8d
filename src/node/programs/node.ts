import type { WantedProgram } from './program.ts';
import { secondLine, versionAfter } from './findProgram.ts';

/** Node.js: the learner's own, so that a terminal gives the same verdict; else the one inside VS Code. */
export const nodeProgram: WantedProgram = {
  id: 'node',
  title: 'Node.js',
  setting: 'node',
  // The last is VS Code itself, which behaves as Node when it is asked to; for the command line it is Node already.
  candidates: () => [{ program: 'node' }, { program: process.execPath, env: { ELECTRON_RUN_AS_NODE: '1' } }],
  versionArgs: ['-p', 'process.version + "\\n" + process.execPath'],
  readPath: secondLine,
  readVersion: (printed) => versionAfter(/^v/m, printed),
  minimum: [20],
  howToGet: 'Install the current LTS version from https://nodejs.org, or set “katapath.node.path” to the program.',
};
