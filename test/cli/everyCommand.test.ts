import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandEntry } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands.ts';

// What stands in `dist` is another program than the sources that other suites import: bundled, and written for `require`.
const program = join(process.env['KATAPATH_OUT'] ?? process.cwd(), 'dist', 'cli.js');
const exercises = join(process.cwd(), 'katas', 'exercises');

interface Call {
  readonly args?: readonly string[];
  readonly code?: number;
  /** What it says, on either stream. */
  readonly says: RegExp;
}

const kata = 'katas/guard-clauses';
const noOutcome: Call = { args: ['x'], code: 2, says: /no outcome "x"/ };
const unreadable = (...args: string[]): Call => ({ args, code: 2, says: /none\.json\S* could not be read/ });

/** One call of each command with what it cannot do without. In the order of the help, each finds what others left. */
const calls: Readonly<Record<string, Call>> = {
  lint: { args: ['--profile', 'adr/nygard', 'notes.md'], says: /KP\d/ },
  new: { args: ['adr/nygard', 'Send mail through a queue'], says: /send-mail-through-a-queue/ },
  'artifact check': { args: ['--kind', 'dockerfile', 'Dockerfile'], code: 1, says: /KA10\d/ },
  'artifact kinds': { says: /dockerfile/ },
  'artifact explain': { args: ['KA101'], says: /Dockerfile/ },
  'artifact new': { args: ['compose', 'compose.yaml'], says: /artifact check/ },
  paths: { says: /beyond-senior/ },
  status: { says: /Software Engineering/ },
  next: { says: /\w/ },
  'plan start': { args: ['beyond-senior'], says: /starts on/ },
  'plan show': { args: ['beyond-senior'], says: /Week/ },
  'practice show': { says: /\w/ },
  'practice done': { args: ['x', '--note', 'It came to nothing.'], code: 2, says: /no practice “x”/ },
  'kata list': { says: /guard-clauses/ },
  'kata start': { args: ['guard-clauses', '--language', 'python'], says: /is in katas\/guard-clauses/ },
  'kata test': { args: [kata], code: 1, says: /failed/ },
  'kata reset': { args: [kata], says: /starts over/ },
  'kata update': { args: [kata], says: /newest version/ },
  'kata attempts': { args: [kata], says: /failed/ },
  'kata hint': { args: [kata], says: /1 of \d/ },
  'kata solution': { args: [kata], code: 2, says: /not open yet/ },
  'item done': noOutcome,
  'item skip': { ...noOutcome, args: ['x', '--reason', 'Not now'] },
  'item reopen': noOutcome,
  'review due': { says: /Nothing is due/ },
  'review start': { code: 2, says: /Say which kata/ },
  'review stop': { args: ['guard-clauses'], code: 2, says: /No review/ },
  'review forecast': { says: /\d{4}-\d\d-\d\d/ },
  'review mute': { args: ['guard-clauses'], says: /does not come back/ },
  'progress export': { says: /"dev"/ },
  'progress import': unreadable('none.json'),
  'progress publish': { says: /Published/ },
  'progress verify': { says: /entries/ },
  'progress devices': { says: /this computer/ },
  'progress team': { says: /\w/ },
  'progress dashboard': { args: ['--format', 'json'], says: /"today"/ },
  'proof add': { args: ['x', '--text', 'words'], code: 2, says: /no outcome "x"/ },
  'proof show': noOutcome,
  'proof check': { says: /No evidence/ },
  'proof request': { args: ['x'], code: 2, says: /no outcome "x"|no commit/ },
  'proof review': { args: ['none.json', '--as', 'Ada', '--verdict', 'approve'], code: 2, says: /no request/ },
  'proof allow': { says: /Nobody yet/ },
  'proof collect': { says: /No review/ },
  'proof import-github': unreadable('x', '--from', 'none.json'),
  'credential issue': { args: ['beyond-senior', '--name', 'Ada'], code: 1, says: /not complete/ },
  'credential verify': unreadable('none.json'),
  'credential endorse': unreadable('none.json', '--name', 'Ada', '--comment', 'Good'),
  'credential page': { args: ['--out', 'page.html'], says: /page\.html/ },
  'credential key': { says: /did:key:/ },
  doctor: { says: /Node\.js/ },
  // All of the work, with what the author's own tools make of it.
  'content check': {
    args: [exercises, '--kata', 'two-pointers-container'],
    says: /1 kata checked/,
  },
  'content table': { args: [exercises], says: /guard-clauses/ },
};

/** Every command with something to run, by its words. */
function* leaves(list: readonly CommandEntry[], words: readonly string[] = []): Iterable<readonly string[]> {
  for (const command of list) {
    const own = [...words, command.name];
    if (command.load) yield own;
    yield* leaves(command.commands ?? [], own);
  }
}

describe('Every command of the built program', () => {
  let home: string;
  before(() => {
    home = mkdtempSync(join(realpathSync(tmpdir()), 'katapath every command '));
    execFileSync('git', ['init', '--quiet'], { cwd: home });
    writeFileSync(join(home, 'notes.md'), '# Notes\n\nNothing yet.\n');
    writeFileSync(join(home, 'Dockerfile'), 'FROM node\n');
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  function run(...argv: readonly string[]) {
    const env = { ...process.env, KATAPATH_DATA: join(home, 'data'), KATAPATH_DEBUG: '1' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
      cwd: home,
      env,
      encoding: 'utf8',
    });
    return { status, output: `${stdout}${stderr}` };
  }

  it('is called once below, and nothing else is', () => {
    assert.deepEqual(Object.keys(calls).sort(), [...leaves(commands)].map((words) => words.join(' ')).sort());
  });

  for (const words of leaves(commands)) {
    const call = calls[words.join(' ')];
    it(`runs: ${words.join(' ')}`, () => {
      const help = run(...words, '--help');
      assert.equal(help.status, 0, help.output);
      assert.ok(help.output.includes(words.join(' ')), help.output);
      assert.ok(call, 'it has a call');
      const { status, output } = run(...words, ...(call.args ?? []));
      assert.match(output, call.says);
      assert.equal(status, call.code ?? 0, output);
      assert.doesNotMatch(output, /Cannot find (?:module|package)|(?:Type|Reference|Syntax)Error|\bdist\/\S+\.js:\d/);
    });
  }
});
