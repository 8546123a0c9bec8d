// Loaded into a command before it: writes what it starts, and at its end what it took, into the file that
// KATAPATH_MEASURE names. Each line is a JSON value.
import { ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import process from 'node:process';

const file = process.env.KATAPATH_MEASURE;
delete process.env.KATAPATH_MEASURE;
const note = (value) => appendFileSync(file, `${JSON.stringify(value)}\n`);

const spawn = ChildProcess.prototype.spawn;
ChildProcess.prototype.spawn = function (options) {
  note({ started: options.file, args: options.args });
  return spawn.call(this, options);
};

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  note({ milliseconds: (userCPUTime + systemCPUTime) / 1000, megabytes: maxRSS / 1024 });
});
