import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machinePage, neededToolchains } from '../../../src/core/runs/machine.ts';
import type { ToolchainReport } from '../../../src/core/runs/toolchain.ts';
import { inspectPlaces } from '../../../src/node/inspectPlaces.ts';

const node: ToolchainReport = {
  id: 'node',
  title: 'Node',
  languages: ['typescript', 'javascript'],
  isFound: true,
  program: '/usr/bin/node',
  version: '22.1.0',
  minimum: '20',
  howToGet: 'Get it.',
  setting: 'katapath.node.path',
};
const python: ToolchainReport = {
  ...node,
  id: 'python',
  title: 'Python',
  languages: ['python'],
  isFound: false,
  problem: 'Python was not found.',
  setting: 'katapath.python.path',
};

describe('a report on the machine', () => {
  let home: string;
  before(() => (home = mkdtempSync(join(tmpdir(), 'katapath-machine-'))));
  after(() => rmSync(home, { recursive: true, force: true }));

  it('tries each place by writing, and leaves nothing there', async () => {
    writeFileSync(join(home, 'file'), '');
    const [fine, later, file, system] = await inspectPlaces(
      [home, join(home, 'not/yet'), join(home, 'file'), '/proc'].map((path) => ({ title: 'Katas', path })),
    );
    assert.deepEqual(fine, { title: 'Katas', path: home, isWritable: true });
    assert.equal(later?.isWritable, true, 'a folder not made yet is made when it is needed');
    assert.equal(file?.isWritable, false);
    assert.match(file.problem ?? '', /A file stands in its place/);
    if (existsSync('/proc')) assert.equal(system?.isWritable, false);
    assert.deepEqual(readdirSync(home), ['file']);
  });

  it('is a page that says what is there, what is missing, how to get it, and what cannot be written', () => {
    const page = machinePage({
      toolchains: [node, python],
      places: [
        { title: 'Katas', path: '/fine', isWritable: true },
        { title: 'Runs', path: '/full', isWritable: false, problem: 'Its disk is full.', next: 'Free some space.' },
      ],
      notices: [],
    });
    assert.match(page, /✓ \*\*Node\*\* \| typescript, javascript \| `\/usr\/bin\/node` \| 22\.1\.0 \| 20 or newer/);
    assert.match(
      page,
      /### Python is missing\n\nPython was not found\.\n\nGet it\. The setting `katapath\.python\.path`/,
    );
    assert.match(page, /✗ \*\*Runs\*\* \| `\/full` \| no: Its disk is full\. Free some space\./);
    assert.match(page, /Progress can be recorded/);
  });

  it('does not miss what no kata needs', () => {
    const katas = [{ manifest: { tracks: { javascript: {} } } }];
    assert.deepEqual(neededToolchains([node, python], katas), [node]);
  });
});
