import { homedir } from 'node:os';
import { join } from 'node:path';
import type { WantedProgram } from './program.ts';
import { versionAfter } from './findProgram.ts';

/** Cargo, with the compiler that it brings. */
export const cargoProgram: WantedProgram = {
  id: 'cargo',
  title: 'Rust (cargo)',
  setting: 'cargo',
  // An editor that was not started from a terminal often lacks the folder on its PATH.
  candidates: () => [{ program: 'cargo' }, { program: join(homedir(), '.cargo', 'bin', 'cargo') }],
  versionArgs: ['--version'],
  readVersion: (printed) => versionAfter(/^cargo /m, printed),
  minimum: [1, 63],
  howToGet: 'Install it from https://rustup.rs and make sure cargo is on PATH.',
};
