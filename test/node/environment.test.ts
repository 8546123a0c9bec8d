import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findKataFolders } from '../../src/core/katas/folder/find.ts';
import { scaffoldKata } from '../../src/core/katas/folder/scaffold.ts';
import { gradeStage } from '../../src/core/katas/grading/gradeTests.ts';
import { diskFolder } from '../../src/node/diskFolder.ts';
import { createTestRunner } from '../../src/node/testRunner.ts';
import { countUp, countUpContent, countUpKata, type CountUpLanguage, solvedFiles } from '../support/countUp.ts';
import { asOrdinaryUser } from '../support/ordinaryUser.ts';
import { memoryFolder } from '../support/memoryFolder.ts';
import { dist, finish, patient, realRunner } from '../support/runs.ts';

describe('what the machine is like', () => {
  const runner = realRunner();
  const folders: string[] = [];
  after(async () => {
    runner.dispose();
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  });

  /** A learner's folder on disk. */
  async function onDisk(name: string, files: Readonly<Record<string, string>>): Promise<string> {
    const root = join(await mkdtemp(join(tmpdir(), 'katapath-learner-')), name);
    folders.push(dirname(root));
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
    return root;
  }

  const grade = (language: CountUpLanguage, root: string, by = runner) =>
    finish(
      gradeStage({
        kata: countUpKata(patient),
        language,
        stage: 'count',
        learner: diskFolder(root),
        content: countUpContent(),
        runner: by,
      }),
    );

  const start = (root: string) =>
    scaffoldKata({
      kata: countUpKata(patient),
      language: 'typescript',
      content: countUpContent(),
      target: diskFolder(root),
      folderName: 'katas/count-up',
      instance: 'one',
    });

  for (const language of ['typescript', 'python'] as const) {
    const { file } = countUp[language];

    it(`grades ${language} in two folders of one kata, with spaces and emoji in their names, at the same time`, async () => {
      const right = await onDisk('my 🥋 kata', solvedFiles(language));
      const wrong = await onDisk('my 🥋 kata (2)', {
        ...solvedFiles(language),
        [file]: countUp[language].inside(language === 'python' ? 'limit += 1' : 'limit += 1;'),
      });
      const [one, two] = await Promise.all([grade(language, right), grade(language, wrong)]);
      assert.deepEqual([one.verdict, two.verdict], ['passed', 'failed']);
    });

    it(`does not follow a link in the place of a ${language} file`, async () => {
      const root = await onDisk('kata', { ...solvedFiles(language), 'elsewhere.txt': countUp[language].solution });
      await rm(join(root, file));
      await symlink(join(root, 'elsewhere.txt'), join(root, file));
      const result = await grade(language, root);
      assert.equal(result.verdict, 'environment');
      assert.match(result.summary, /symbolic link/);
    });

    it(`says that a folder stands where the ${language} file should be`, async () => {
      const root = await onDisk('kata', { [`${file}/inside.txt`]: '' });
      const result = await grade(language, root);
      assert.equal(result.verdict, 'environment');
      assert.match(result.summary, /is not a file/);
    });
  }

  it('says that a file may not be read', async function () {
    if (process.platform === 'win32') this.skip();
    const root = await onDisk('kata', solvedFiles('typescript'));
    await chmod(dirname(root), 0o755);
    await chmod(join(root, 'count-up.ts'), 0);
    const result = await asOrdinaryUser(() => grade('typescript', root));
    assert.equal(result.verdict, 'environment');
    assert.match(result.next, /right to read/);
  });

  it('grades code in a folder that may not be written to, for nothing is written there', async function () {
    if (process.platform === 'win32') this.skip();
    const root = await onDisk('kata', solvedFiles('typescript'));
    for (const folder of [dirname(root), root]) await chmod(folder, 0o555);
    const result = await asOrdinaryUser(() => grade('typescript', root));
    for (const folder of [dirname(root), root]) await chmod(folder, 0o755);
    assert.equal(result.verdict, 'passed', result.summary);
  });

  it('starts no kata in a folder that may not be written to, and leaves nothing there', async function () {
    if (process.platform === 'win32') this.skip();
    const root = await onDisk('folder', { 'present.txt': '' });
    await chmod(dirname(root), 0o755);
    await chmod(root, 0o555);
    await asOrdinaryUser(() => assert.rejects(start(root), { name: 'HumanError', message: /EACCES/ }));
    await chmod(root, 0o755);
    assert.deepEqual(await readdir(root), ['present.txt']);
  });

  it('grades files whose names hold spaces and emoji', async () => {
    const files = {
      'my 🥋 code.ts': 'export const one = (): number => 1;\n',
      'tests/it works.test.ts':
        "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { one } from '../my 🥋 code.ts';\ntest('one', () => { assert.equal(one(), 2); });\n",
    };
    const tests = [{ stage: 's', file: 'tests/it works.test.ts', expected: ['one'] }];
    const result = await finish(runner.run({ language: 'typescript', files, tests, limits: patient }));
    assert.equal(result.verdict, 'failed', result.summary);
    assert.deepEqual(result.tests[0]?.failure?.stack[0]?.file, 'tests/it works.test.ts');
  });

  async function withTemporaryFolder<T>(path: string, work: () => Promise<T>): Promise<T> {
    const before = { TMPDIR: process.env.TMPDIR, TEMP: process.env.TEMP, TMP: process.env.TMP };
    Object.assign(process.env, { TMPDIR: path, TEMP: path, TMP: path });
    try {
      return await work();
    } finally {
      for (const [name, value] of Object.entries(before))
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
    }
  }

  it('says that the folder for the run cannot be made', async () => {
    const root = await onDisk('kata', solvedFiles('typescript'));
    const result = await withTemporaryFolder(join(root, 'count-up.ts'), () => grade('typescript', root));
    assert.equal(result.verdict, 'environment');
    assert.match(result.summary, /folder for this run could not be made/);
    assert.match(result.next, /can be written to/);
  });

  /** A disk with no room left, where one may be mounted: not for ordinary users, and only on Linux. */
  async function withFullDisk(test: Mocha.Context, work: (disk: string) => Promise<void>): Promise<void> {
    const disk = await onDisk('disk', { 'mount point': '' });
    const isMounted = await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).catch(
      () => undefined,
    );
    if (!isMounted) test.skip();
    try {
      await writeFile(join(disk, 'filler'), 'x'.repeat(64 * 1024)).catch(() => undefined);
      await work(disk);
    } finally {
      await promisify(execFile)('umount', [disk]);
    }
  }

  it('says that the disk is full', async function () {
    await withFullDisk(this, async (disk) => {
      const root = await onDisk('kata', solvedFiles('typescript'));
      const result = await withTemporaryFolder(disk, () => grade('typescript', root));
      assert.equal(result.verdict, 'environment', result.summary);
      assert.match(result.next, /The disk is full/);
    });
  });

  it('grades code on a full disk, as long as there is room for the run', async function () {
    await withFullDisk(this, async (disk) => {
      await rm(join(disk, 'filler'));
      for (const [name, text] of Object.entries(solvedFiles('typescript'))) {
        await mkdir(dirname(join(disk, name)), { recursive: true });
        await writeFile(join(disk, name), text);
      }
      await writeFile(join(disk, 'filler'), 'x'.repeat(64 * 1024)).catch(() => undefined);
      assert.equal((await grade('typescript', disk)).verdict, 'passed');
    });
  });

  it('takes a kata whose start a full disk cut short for no kata, and says what happened', async function () {
    await withFullDisk(this, async (disk) => {
      await assert.rejects(start(disk), { name: 'HumanError', message: /ENOSPC/, next: /disk is full|[Ff]ree some/ });
      assert.deepEqual(await findKataFolders(diskFolder(disk)), []);
    });
  });

  it('says which program is missing, and how to get it', async () => {
    const missing = createTestRunner({ dist, settings: () => ({ node: '/nowhere/node', python: '/nowhere/python' }) });
    for (const language of ['typescript', 'python'] as const) {
      const result = await finish(
        gradeStage({
          kata: countUpKata(patient),
          language,
          stage: 'count',
          learner: memoryFolder(solvedFiles(language)),
          content: countUpContent(),
          runner: missing,
        }),
      );
      assert.equal(result.verdict, 'environment');
      assert.match(
        result.summary,
        /was not found \(setting “katapath\.(node|python)\.path”\): \/nowhere\/(node|python) is not there\./,
      );
      assert.match(result.next, /Correct the setting/);
    }
    missing.dispose();
  });

  it('reports every toolchain, found or missing', async () => {
    const missing = createTestRunner({ dist, settings: () => ({ cargo: '/nowhere/cargo' }) });
    const reports = await missing.inspectToolchains();
    assert.deepEqual(
      reports.map(({ id, languages }) => [id, languages]),
      [
        ['node', ['typescript', 'javascript']],
        ['python', ['python']],
        ['cargo', ['rust']],
      ],
    );
    const [node, , cargo] = reports;
    assert.ok(node?.isFound && Number(node.version?.split('.')[0]) >= 20);
    assert.equal(cargo?.isFound, false);
    assert.match(cargo?.problem ?? '', /\/nowhere\/cargo is not there/);
    assert.equal(cargo?.setting, 'katapath.cargo.path');
    missing.dispose();
  });

  it('gives the code nothing of its own environment', async () => {
    process.env.KATAPATH_TEST_TOKEN = 'secret';
    const files = {
      'tests/a.test.js':
        "import { test } from 'node:test';\ntest('environment', () => { console.log(JSON.stringify(process.env)); });\n",
      'tests/test_a.py':
        'import json, os, unittest\nclass Own(unittest.TestCase):\n    def test_environment(self):\n        print(json.dumps(dict(os.environ)))\n',
    };
    for (const [language, file] of [
      ['javascript', 'tests/a.test.js'],
      ['python', 'tests/test_a.py'],
    ] as const) {
      const result = await finish(runner.run({ language, files, tests: [{ stage: 's', file }], limits: patient }));
      const printed = result.events.flatMap((event) => (event.kind === 'output' ? event.text : [])).join('');
      const environment = JSON.parse(printed) as Record<string, string>;
      assert.equal(environment.KATAPATH_TEST_TOKEN, undefined);
      assert.equal(environment.TZ, 'UTC');
      const allowed = [
        'PATH',
        'HOME',
        'TZ',
        'LANG',
        'LC_ALL',
        'LC_CTYPE',
        'NO_COLOR',
        'KATAPATH_RUN',
        // Of the shell that set the limits.
        '_',
        'ELECTRON_RUN_AS_NODE',
      ];
      if (process.platform === 'linux')
        assert.deepEqual(
          Object.keys(environment).filter((name) => !allowed.includes(name)),
          [],
        );
    }
    delete process.env.KATAPATH_TEST_TOKEN;
  });

  it('gives a run to a child that waits, and has another one waiting after it', async () => {
    const warm = realRunner();
    await warm.keepWarm('typescript');
    await warm.keepWarm('python');
    for (let round = 0; round < 3; round += 1)
      for (const language of ['typescript', 'python'] as const) {
        const result = await grade(language, await onDisk('kata', solvedFiles(language)), warm);
        assert.equal(result.verdict, 'passed', result.summary);
      }
    warm.dispose();
  });

  it('makes do without the waiting child when it has died', async () => {
    const warm = realRunner();
    await warm.keepWarm('typescript');
    warm.cool();
    assert.equal((await grade('typescript', await onDisk('kata', solvedFiles('typescript')), warm)).verdict, 'passed');
    warm.dispose();
  });
});
