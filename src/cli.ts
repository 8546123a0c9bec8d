#!/usr/bin/env node
import { dirname } from 'node:path';
import { commands } from './cli/commands.ts';
import { runCommandLine } from './cli/run.ts';
import { listenForSignals } from './cli/signals.ts';

const signals = listenForSignals();

/**
 * A reader that closed the pipe early (`katapath kata test | head -1`) has read enough. The work goes on to its end all the
 * same: a run is recorded, and the exit code says what came of it.
 */
let isHeard = true;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exit(2);
  isHeard = false;
});
process.stderr.on('error', () => undefined);

void runCommandLine(commands, process.argv.slice(2), {
  cwd: process.cwd(),
  packageRoot: dirname(__dirname),
  env: process.env,
  // Making the stream costs more than most commands do, and few read it.
  get stdin() {
    return process.stdin;
  },
  out: (text) => void (isHeard && process.stdout.write(text)),
  err: (text) => void process.stderr.write(text),
  isHeard: () => isHeard,
  get signal() {
    return signals.signal;
  },
}).then((code) => (process.exitCode = signals.toExitCode(code)));
