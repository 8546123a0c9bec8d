// VS Code calls `run` in its extension host. The suite's folder and the file for the records come by environment, because
// a desktop VS Code and the stand-in both pass that on unchanged.
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { recordsReporter } from '../host/report/reporter.ts';

export function run(): Promise<void> {
  const suite = process.env.KATAPATH_SUITE!;
  const records = process.env.KATAPATH_RECORDS!;
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({
    // Above what `eventually` waits for several times over, so that it says what was missing.
    timeout: 120_000,
    forbidOnly: true,
    reporter: recordsReporter((line) => appendFileSync(records, `${line}\n`)) as unknown as Mocha.ReporterConstructor,
  });
  for (const name of readdirSync(suite, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.test.js') && name.startsWith(process.env.KATAPATH_ONLY ?? '')) mocha.addFile(join(suite, name));
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}
