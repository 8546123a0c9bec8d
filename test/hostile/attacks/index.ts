import type { Attack } from './attack.ts';
import { configurations } from './configuration.ts';
import { credentials } from './credentials.ts';
import { documents } from './documents.ts';
import { gitBombs } from './gitBombs.ts';
import { gitPrograms } from './gitPrograms.ts';
import { katas } from './katas.ts';
import { output } from './output.ts';
import { patterns } from './patterns.ts';
import { progressFiles } from './progress.ts';
import { remotes } from './remotes.ts';
import { workspaces } from './workspaces.ts';
import { writing } from './writing.ts';

/** Every hostile repository, one kind a file. */
export const attacks: readonly Attack[] = [
  ...remotes,
  ...gitPrograms,
  ...gitBombs,
  ...writing,
  ...progressFiles,
  ...patterns,
  ...configurations,
  ...documents,
  ...output,
  ...katas,
  ...workspaces,
  ...credentials,
];
