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

/** Only some of the six commands ask git, or read documents: the others would do the same in each of these. */
const meet = (kind: readonly Attack[], ...meets: readonly string[]) => kind.map((attack) => ({ ...attack, meets }));

/** Every hostile repository, one kind a file. */
export const attacks: readonly Attack[] = [
  ...meet([...remotes, ...gitPrograms, ...gitBombs], 'lint', 'credential', 'new'),
  ...meet(writing, 'lint', 'new', 'progress'),
  ...progressFiles,
  ...meet(patterns, 'lint', 'new'),
  ...configurations,
  ...meet(documents, 'lint', 'artifact', 'new'),
  ...output,
  ...katas,
  ...workspaces,
  ...credentials,
];
