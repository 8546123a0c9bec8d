import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/eventually.ts';

const program = join(process.env['KATAPATH_OUT'] ?? process.cwd(), 'dist', 'cli.js');
const solution = 'katas/exercises/two-pointers-container/python/solution/growth/most_water.py';

describe('The built program, whose reader goes away', () => {
  let home: string;
  const kata = 'katas/two-pointers-container';
  const file = () => join(home, kata, 'most_water.py');
  const env = () => ({ ...process.env, KATAPATH_DATA: join(home, 'data') });
  const katapath = (...argv: string[]) =>
    spawnSync(process.execPath, [program, ...argv], { cwd: home, env: env(), encoding: 'utf8' }).stdout;

  before(() => {
    home = mkdtempSync(join(realpathSync(tmpdir()), 'katapath pipes '));
    katapath('kata', 'start', 'two-pointers-container', '--language', 'python');
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  /** The exit code when the reader closes the pipe after the first words. */
  async function readLittle(...argv: string[]): Promise<number> {
    const child = spawn(process.execPath, [program, ...argv], {
      cwd: home,
      env: env(),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await once(child, 'exit')) as [number];
    return code;
  }

  it('records the run and ends with its verdict', async () => {
    assert.equal(await readLittle('kata', 'test', kata), 1);
    assert.match(katapath('kata', 'attempts', kata), /failed/);
    writeFileSync(file(), readFileSync(solution));
    assert.equal(await readLittle('kata', 'test', kata), 0);
    assert.match(katapath('kata', 'attempts', kata), /passed/);
  });

  it('ends with what a check found', async () => {
    for (let number = 0; number < 200; number++) writeFileSync(join(home, `notes-${number}.md`), '# Notes\n');
    assert.equal(await readLittle('lint', '--max-warnings', '0', '--profile', 'adr/nygard', '.'), 1);
  });

  it('hears every save in --watch, also when an editor puts another file in its place', async () => {
    writeFileSync(file(), 'def most_water(heights):\n    return -1\n');
    const child = spawn(process.execPath, [program, 'kata', 'test', kata, '--watch'], {
      cwd: home,
      env: env(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [said, told] = ['', ''];
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (told += text));
    const verdicts = () => said.match(/^(?:passed|failed): /gm)?.length ?? 0;
    const save = (text: string) => {
      writeFileSync(`${file()}.tmp`, text);
      renameSync(`${file()}.tmp`, file());
    };
    try {
      await eventually('it waits', () => /Waiting for a save/.test(told));
      for (const [index, text] of ['# one\n', '# two\n', '# three\n'].entries()) {
        const before = verdicts();
        save(`${text}def most_water(heights):\n    return ${-index}\n`);
        await eventually(`save ${index + 1} is heard`, () => verdicts() > before);
      }
    } finally {
      child.kill('SIGKILL');
    }
  });
});
