import type { Command } from '../command.ts';
import { due } from './due.ts';
import { forecast } from './forecast.ts';
import { mute } from './mute.ts';
import { start } from './start.ts';
import { stop } from './stop.ts';

export const reviewCommand: Command = {
  name: 'review',
  summary: 'solved katas come back before you forget them',
  commands: [due, start, stop, forecast, mute],
};
