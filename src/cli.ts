#!/usr/bin/env node
import { dirname } from 'node:path';
import { commands } from './cli/commands.ts';
import { runCommandLine } from './cli/run.ts';
import { listenForSignals } from './cli/signals.ts';

const signals = listenForSignals();

/** A reader that closed the pipe early (`katapath status | head`) is not an error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

void runCommandLine(commands, process.argv.slice(2), {
  cwd: process.cwd(),
  packageRoot: dirname(__dirname),
  env: process.env,
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  get signal() {
    return signals.signal;
  },
}).then((code) => (process.exitCode = signals.toExitCode(code)));
