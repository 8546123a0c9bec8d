import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workspace } from './workspace.ts';

const profile = (file: string) => {
  const own = { kind: 'note', file, template: ['# {{title}}'] };
  return JSON.stringify({ title: 'Team note', type: 'object', 'x-katapath': own }, null, 2);
};

describe('A workspace that names where to write', () => {
  let outside: string;
  let workspace: Workspace;
  beforeEach(() => {
    outside = mkdtempSync(join(tmpdir(), 'katapath-outside-'));
    workspace = new Workspace();
    for (const folder of ['.git/hooks', '.vscode']) mkdirSync(join(workspace.root, folder), { recursive: true });
  });
  afterEach(() => {
    workspace.dispose();
    rmSync(outside, { recursive: true, force: true });
  });

  const link = (target: string, name: string) => symlinkSync(target, join(workspace.root, name));
  const isEmpty = (folder: string) => assert.deepEqual(readdirSync(folder), []);

  for (const file of [
    '../stolen.md',
    '/etc/stolen.md',
    'docs/../../stolen.md',
    '.git/hooks/pre-commit',
    '.git/hooks/pre-commit.md',
    '.GIT/hooks/pre-commit.md',
    '.git./hooks/a.md',
    'GIT~1/a.md',
    '.g\u200cit/a.md',
    'sub/.git/hooks/a.md',
    '.vscode/tasks.json',
    '.vscode/{{slug}}.md',
    '.katapath/schemas/{{slug}}.md',
    'package.json',
    '.husky/pre-commit',
    'C:\\stolen.md',
  ])
    it(`by its own profile writes nothing to ${JSON.stringify(file)}, and is told on those words`, async () => {
      workspace.write('.katapath/schemas/note/team.schema.json', profile(file));
      workspace.write('docs/adr/0001-labels.md', '# 1. Labels\n\n## Status\n\nAccepted\n');
      const { code, err } = await workspace.run(['new', 'note/team', 'Pwned']);
      assert.equal(code, 2, err);
      assert.match(
        err,
        /note\/team" cannot be used: No document is written to .*Mend \.katapath\/schemas\/note\/team/s,
      );
      isEmpty(join(workspace.root, '.git/hooks'));
      isEmpty(join(workspace.root, '.vscode'));
      assert.deepEqual(readdirSync(workspace.root).sort(), ['.git', '.katapath', '.vscode', 'docs']);
      const { files } = await workspace.json();
      const [problem, ...others] = files.find((each) => each.file.endsWith('.json'))!.problems;
      assert.deepEqual([problem!.code, others], ['KP981', []]);
      const line = workspace.read('.katapath/schemas/note/team.schema.json').split('\n')[Number(problem!['line']) - 1]!;
      assert.equal(line.slice(Number(problem!['column']) - 1, Number(problem!['endColumn']) - 1), JSON.stringify(file));
    });

  it('by the words of a title or of an author writes nothing elsewhere', async () => {
    workspace.write('.katapath/schemas/note/team.schema.json', profile('docs/{{title}}.md'));
    workspace.write('.katapath/schemas/note/mine.schema.json', profile('docs/{{author}}.md'));
    for (const argv of [
      ['note/team', '../../stolen'],
      ['note/mine', 'Title', '--author', '../.git/hooks/a'],
    ]) {
      const { code, err } = await workspace.run(['new', ...argv]);
      assert.equal(code, 2);
      assert.match(err, /The profile “note\/\w+” names “.*” for this document, and none is written there/);
    }
    isEmpty(join(workspace.root, '.git/hooks'));
  });

  it('by a linked folder, or a link in the file’s place, gets no document', async function () {
    if (process.platform === 'win32') this.skip();
    link(outside, 'docs');
    assert.match((await workspace.run(['new', 'adr/seed', 'Labels'])).err, /symbolic link/);
    mkdirSync(join(workspace.root, 'records'));
    link(join(outside, 'made.md'), 'records/0001-labels.md');
    assert.equal((await workspace.run(['new', 'adr/seed', 'Labels', '--dir', 'records'])).code, 2);
    link(outside, 'katas');
    const started = await workspace.run(['kata', 'start', 'consistent-hashing', '--language', 'typescript']);
    assert.match(started.err, /symbolic link/);
    isEmpty(outside);
  });

  it('gets no document outside by the folder a person names, and says from where it can be made', async () => {
    const { code, err } = await workspace.run(['new', 'adr/seed', 'Labels', '--dir', outside]);
    assert.deepEqual([code, /is outside of .*Run this from the folder that holds it/.test(err)], [2, true], err);
    assert.equal((await workspace.run(['new', 'adr/seed', 'Labels', '--dir', '.git/hooks'])).code, 2);
    isEmpty(outside);
  });

  it('gets no fix through a link, and none in a folder of git', async function () {
    if (process.platform === 'win32') this.skip();
    const text =
      '# 1. Labels\n\nDate: 2026-01-01\n\n## Status\n\naccepted\n\n## Contxet\n\none\n\n## Decision\n\none\n\n## Consequences\n\none\n';
    writeFileSync(join(outside, '0001-labels.md'), text);
    workspace.write('.vscode/0002-labels.md', text.replace('1.', '2.'));
    link(outside, 'adr');
    link(join(outside, '0001-labels.md'), '0001-labels.md');
    for (const argv of [['0001-labels.md'], ['adr/0001-labels.md'], ['.vscode/0002-labels.md'], []])
      await workspace.lint('--fix', '--profile', 'adr/nygard', ...argv);
    assert.equal(readFileSync(join(outside, '0001-labels.md'), 'utf8'), text);
    assert.equal(workspace.read('.vscode/0002-labels.md'), text.replace('1.', '2.'));
    const { err } = await workspace.lint('--fix', '--profile', 'adr/nygard', '.vscode/0002-labels.md');
    assert.match(err, /0002-labels\.md was not fixed: Nothing is written to/);
  });

  const outputs: Readonly<Record<string, (file: string) => readonly string[]>> = {
    'artifact new': (file) => ['artifact', 'new', 'dockerfile', file],
    'progress export': (file) => ['progress', 'export', file],
    'progress dashboard': (file) => ['progress', 'dashboard', '--out', file],
    'lint --write-baseline': (file) => ['lint', '--write-baseline', file],
  };
  for (const [name, argv] of Object.entries(outputs))
    it(`gets no output of ${name} through a link or into a folder of git, unlike who names a file elsewhere`, async function () {
      if (process.platform === 'win32') this.skip();
      workspace.write('docs/adr/0001-labels.md', '# 1. Labels\n\n## Status\n\nAccepted\n');
      const state = mkdtempSync(join(tmpdir(), 'katapath-state-'));
      const before = process.env['KATAPATH_DATA'];
      process.env['KATAPATH_DATA'] = state;
      try {
        link(outside, 'out');
        link(join(outside, 'file'), 'file');
        for (const file of ['out/file', 'file', '.git/hooks/pre-commit', '.vscode/tasks.json', '.git/config'])
          assert.equal((await workspace.run(argv(file))).code, 2, file);
        isEmpty(outside);
        isEmpty(join(workspace.root, '.git/hooks'));
        await workspace.run(argv('made/here'));
        assert.ok(workspace.has('made/here'));
        await workspace.run(argv(join(outside, 'there')));
        assert.ok(existsSync(join(outside, 'there')));
      } finally {
        if (before === undefined) delete process.env['KATAPATH_DATA'];
        else process.env['KATAPATH_DATA'] = before;
        rmSync(state, { recursive: true, force: true });
      }
    });
});
