// Opens a log in a fresh process, as an editor does at its start, and prints how long each part took. Argument: the folder.
import { bundledCatalog } from '../../../src/core/catalog/catalog.ts';
import { isGenuine } from '../../../src/core/progress/log.ts';
import { learningTree } from '../../../src/core/progress/learningTree.ts';
import { DiskProgressStore } from '../../../src/node/progress/diskProgressStore.ts';

const started = performance.now();
const store = await DiskProgressStore.open({ catalog: bundledCatalog, directory: process.argv[2]!, watch: false });
const opened = performance.now();
learningTree(bundledCatalog, store.state);
const ready = performance.now();
const events = store.events.length;
const genuine = store.events.filter(isGenuine).length;
const verified = performance.now();
console.log(
  JSON.stringify({
    open: opened - started,
    tree: ready - opened,
    ready: ready - started,
    verify: verified - ready,
    events,
    genuine,
  }),
);
