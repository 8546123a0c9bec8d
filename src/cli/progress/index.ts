import type { Command } from '../command.ts';
import { dashboard } from './dashboard.ts';
import { devices } from './devices.ts';
import { exportLog } from './export.ts';
import { importLog } from './import.ts';
import { publish } from './publish.ts';
import { team } from './team.ts';
import { verify } from './verify.ts';

export const progressCommand: Command = {
  name: 'progress',
  summary: 'the log of what you did: yours, in plain files',
  commands: [exportLog, importLog, publish, verify, devices, team, dashboard],
};
