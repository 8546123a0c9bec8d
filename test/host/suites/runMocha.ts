// Runs test modules with mocha in plain Node and writes records to stdout. Arguments: the timeout, then the modules.
import Mocha from 'mocha';
import { recordsReporter } from '../report/reporter.ts';

const [timeout, ...files] = process.argv.slice(2);
process.setSourceMapsEnabled(true);
const mocha = new Mocha({
  timeout: Number(timeout),
  reporter: recordsReporter((line) => process.stdout.write(`${line}\n`)) as unknown as Mocha.ReporterConstructor,
  forbidOnly: true,
});
for (const file of files) mocha.addFile(file);
await mocha.loadFilesAsync();
// A test that leaves a handle open must not hang the run; its records are out by then.
mocha.run((failures) => process.stdout.write('', () => process.exit(failures ? 1 : 0)));
