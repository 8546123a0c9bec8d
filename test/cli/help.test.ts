import assert from 'node:assert/strict';
import { CommandLine } from './progress/commandLine.ts';

describe('the help of the command line', () => {
  let person: CommandLine;
  beforeEach(() => (person = new CommandLine()));
  afterEach(() => person.dispose());

  it('lists every command, a group alone, or one, after whatever words stand before it', async () => {
    const all = await person.run('--help');
    assert.match(all.out, /^ {2}lint .*\n[\s\S]*^ {2}kata start <id>/m);
    assert.equal((await person.run()).out, all.out);
    const group = (await person.run('kata', '--help')).out;
    assert.match(group, /^ {2}kata list/m);
    assert.doesNotMatch(group, /^ {2}lint/m);
    const one = (await person.run('kata', 'start', 'gilded-rose', '-l', 'python', '--help')).out;
    assert.match(one, /^ {2}kata start <id>/m);
    assert.doesNotMatch(one, /kata list/);
  });

  for (const [typed, meant] of [
    ['staus', '"katapath status"'],
    ['kata strat', '"katapath kata start"'],
    ['kata list --fromat json', '"--format"'],
    ['kata list --format jsno', '"json"'],
    ['kata start gilded-rsoe', '"gilded-rose"'],
    ['kata start gilded-rose --language pyton', '"python"'],
    ['status --path beyond-senoir', '"beyond-senior"'],
    ['plan start beyond-senoir', '"beyond-senior"'],
    ['proof show outcome-01', '"outcome-10"'],
    ['artifact new dockerfle Dockerfile', '"dockerfile"'],
    ['new adr/nygrad Title', '"adr/nygard"'],
    ['review mute gilded-rsoe', '"gilded-rose"'],
  ] as const)
    it(`asks after “katapath ${typed}” whether ${meant} is meant`, async () => {
      const { code, err } = await person.run(...typed.split(' '));
      assert.equal(code, 2);
      assert.ok(err.includes(`Did you mean ${meant}?`), err);
    });

  it('asks nothing where nothing is near', async () => {
    const { err } = await person.run('frobnicate');
    assert.match(err, /^katapath: There is no command "frobnicate"\. Run "katapath --help"/);
  });
});
