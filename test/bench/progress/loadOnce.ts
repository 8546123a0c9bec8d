// Opens a log in a fresh process, as an editor does at its start, and prints how long each part took.
// Arguments: the folder of the log; `close` to leave a checkpoint behind.
import { bundledCatalog } from '../../../src/core/model/catalog.ts';
import { learningTree } from '../../../src/core/agenda/learningTree.ts';
import { isGenuine } from '../../../src/core/progress/log.ts';
import { DiskProgressStore } from '../../../src/node/progress/diskProgressStore.ts';

const [, , directory, close] = process.argv;
const started = performance.now();
const store = await DiskProgressStore.open({ catalog: bundledCatalog, directory: directory!, verifyAfterMs: 60_000 });
learningTree(bundledCatalog, store.state);
const ready = performance.now();
await store.refresh();
learningTree(bundledCatalog, store.state);
const read = performance.now();
const genuine = store.events.filter(isGenuine).length;
const verified = performance.now();
if (close) await store.close();
console.log(JSON.stringify({ ready: ready - started, read: read - started, verify: verified - read, genuine }));
process.exit(0);
