// The least a program can do for a line that must not be lost: append it, sync, go on. Arguments: the file, how many.
import { open } from 'node:fs/promises';

const [, , file, count] = process.argv;
const line = Buffer.from(`${'x'.repeat(399)}\n`);
const handle = await open(file!, 'a');
for (let index = 0; index < Number(count); index++) {
  await handle.write(line);
  await handle.datasync();
}
await handle.close();
