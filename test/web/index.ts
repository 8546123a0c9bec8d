// VS Code calls `run` in its web worker extension host: no Node, no files, nothing loaded later. The suites are bundled
// after this module, so that mocha's words are there when they load. Records go out through the console.
import 'mocha/mocha.js';
import { recordsReporter } from '../host/report/reporter.ts';

mocha.setup({
  ui: 'bdd',
  timeout: 120_000,
  reporter: recordsReporter((line) => console.log(line)) as unknown as Mocha.ReporterConstructor,
});

export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}
