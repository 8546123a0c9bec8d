// Calls @vscode/test-electron in a process of its own, whose output can be read. Argument: its options as JSON.
import { runTests, TestRunFailedError } from '@vscode/test-electron';

try {
  await runTests(JSON.parse(process.argv[2]!));
} catch (error) {
  console.error(error instanceof TestRunFailedError ? error.message : error);
  process.exitCode = 1;
}
