import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandLine } from './progress/commandLine.ts';

/** What would move the cursor, ring, turn the direction, hide, or begin a line of its own. */
const ATTACK = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u202eevil\u2066\u200b\u2028\r\u0085\u007f';
const FORGED = 'x\n::error::forged\n##[error]forged';

const ACTS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

describe('names and words of a workspace, however they are printed,', function () {
  this.timeout(120_000);
  let line: CommandLine;
  before(() => {
    line = new CommandLine();
    const write = (name: string, text: string) => {
      mkdirSync(dirname(join(line.workspace, name)), { recursive: true });
      writeFileSync(join(line.workspace, name), text);
    };
    execFileSync('git', ['init', '-q', line.workspace]);
    execFileSync('git', ['-C', line.workspace, 'config', 'user.name', `Eve ${ATTACK.replaceAll(/[\r\n]/g, '')}`]);
    const name = `docs/adr/0001-${ATTACK.replaceAll('/', '')}.md`;
    write(
      name,
      `# ADR-1: ${ATTACK}\n\n## Status${ATTACK}\n\nAcc${ATTACK}epted\n\n## Contekst${ATTACK}\n\n[a](b${ATTACK}.md)\n`,
    );
    write('::error file=a::b.md', `# ADR-2: Two\n\n## Statuss\n\n`);
    write(`docs/adr/0003-${FORGED.replaceAll('/', '')}.md`, '# ADR-4: Three\n\n## Statuss\n\nAccepted\n');
    write(`Dockerfile`, `FROM node:latest ${ATTACK}\nUSER root${ATTACK}\n`);
    write(`bad${ATTACK}.Dockerfile`, `FROM node:latest\n`);
    write(
      '.katapath/config.json',
      JSON.stringify({
        documents: [{ files: `**/*.md`, profile: `adr/${ATTACK}${FORGED}` }],
        [`odd ${FORGED}${ATTACK}`]: 1,
      }),
    );
    const title = `House ${ATTACK}${FORGED}`;
    const item = {
      kind: 'checklist',
      title,
      detail: `Twenty characters and more ${title}`,
      asks: `Why so, and what then? ${title}`,
    };
    const path = {
      id: 'house',
      title,
      summary: `Twenty characters and more ${title}`,
      steps: [{ id: 'first', title, required: true, items: [{ ...item, id: 'tour' }] }],
      resources: [],
    };
    write('.katapath/paths/house.json', JSON.stringify(path));
    write('.katapath/paths/broken.json', `{ "${ATTACK}`);
    write(`.katapath/progress/odd${ATTACK}.jsonl`, `{"${ATTACK}`);
  });
  after(() => line.dispose());

  const commands = [
    ['lint'],
    ['lint', '--format', 'json'],
    ['lint', '--format', 'sarif'],
    ['lint', '--format', 'github'],
    ['lint', '--profile', `x${ATTACK}${FORGED}`],
    ['lint', `missing ${ATTACK}${FORGED}`],
    ['artifact', 'check'],
    ['artifact', 'check', '--format', 'github'],
    ['paths'],
    ['paths', '--format', 'json'],
    ['status'],
    ['status', '--path', 'house', '--format', 'json'],
    ['next'],
    ['plan', 'start', 'house', '--starts', '2026-11-16'],
    ['plan', 'show', 'house'],
    ['item', 'done', 'tour', '--note', `n${ATTACK}${FORGED}`],
    ['proof', 'show', 'tour'],
    ['progress', 'verify'],
    ['progress', 'devices'],
    ['new', `adr/${ATTACK}`, `A title ${ATTACK}${FORGED}`],
    ['new', 'adr/madr', `A title ${ATTACK}${FORGED}`],
    ['credential', 'issue', 'house', '--name', `Eve ${ATTACK}${FORGED}`, '--out', 'eve.json'],
    ['credential', 'verify', 'eve.json'],
    ['credential', 'verify', 'eve.json', '--format', 'json'],
    ['credential', 'verify', `eve${ATTACK}${FORGED}.json`],
    [`no such command ${ATTACK}${FORGED}`],
  ];
  for (const argv of commands)
    it(`act on no terminal and forge no line: ${argv.map((word) => JSON.stringify(word).slice(1, 16)).join(' ')}`, async () => {
      const { out, err } = await line.run(...argv);
      assert.notEqual(out + err, '');
      assert.doesNotMatch(out + err, ACTS);
      assert.doesNotMatch(out + err, /##\[/);
      assert.doesNotMatch(out + err, /^\s*(::|⟨U\+003A⟩:)error::forged/m);
      const isGitHub = argv.includes('github');
      for (const each of `${out}\n${err}`.split('\n').filter((it) => /^\s*::/.test(it)))
        assert.ok(isGitHub && /^::(error|warning|notice) file=[^:]*::/.test(each) && !/^::error::/.test(each), each);
    });
});
