import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandLine } from './progress/commandLine.ts';

const kata = 'two-pointers-pair-sum';
const exercise = join('katas', 'exercises', kata, 'typescript');

describe('a review by memory at the command line', () => {
  let person: CommandLine;

  beforeEach(async () => {
    person = new CommandLine();
    await person.run('kata', 'start', kata, '--language', 'typescript');
    solve();
    assert.equal((await person.run('kata', 'test', `katas/${kata}`)).code, 0);
  });

  afterEach(() => person.dispose());

  const place = (name: string) => join(person.workspace, 'katas', kata, name);
  const file = 'pair-sum.ts';
  const solve = () => cpSync(join(exercise, 'solution', 'growth'), place('.'), { recursive: true });
  const read = (name: string) => readFileSync(place(name), 'utf8');
  const json = async (...argv: string[]) => JSON.parse((await person.run(...argv, '--format', 'json')).out);
  const isRated = async () => (await json('review', 'due', '--all')).reviews[0].reviews;

  it('begins on the starter with the earlier answer out of sight, and is rated when it passes', async () => {
    const answer = read(file);
    assert.equal((await person.run('review', 'start', kata)).code, 0);
    assert.notEqual(read(file), answer);
    assert.deepEqual((await json('kata', 'attempts', `katas/${kata}`)).attempts, []);
    assert.match((await person.run('kata', 'solution', `katas/${kata}`)).err, /not open yet/);
    assert.match((await person.run('review', 'start', kata)).err, /under way already/);
    assert.equal((await json('review', 'due')).reviews[0].isStarted, true);

    assert.equal((await person.run('kata', 'test', `katas/${kata}`)).code, 1);
    assert.equal(await isRated(), 0);
    solve();
    assert.equal((await person.run('kata', 'test', `katas/${kata}`)).code, 0);
    assert.equal(await isRated(), 1);
    const attempts = (await json('kata', 'attempts', `katas/${kata}`)).attempts as { verdict?: string }[];
    assert.ok(attempts.filter(({ verdict }) => verdict === 'passed').length >= 2, 'the earlier attempts are back');
    assert.equal((await json('review', 'due')).reviews.length, 0);
  });

  it('that is stopped brings the earlier answer back and changes nothing else', async () => {
    const answer = read(file);
    const before = await json('review', 'due', '--all');
    await person.run('review', 'start', kata);
    assert.equal((await person.run('review', 'stop', kata)).code, 0);
    assert.equal(read(file), answer);
    assert.deepEqual(await json('review', 'due', '--all'), before);
    assert.notEqual((await json('kata', 'attempts', `katas/${kata}`)).attempts.length, 0);
  });

  it('that is given up brings the kata back soon', async () => {
    const [before] = (await json('review', 'due', '--all')).reviews;
    await person.run('review', 'start', kata);
    await person.run('review', 'stop', kata, '--forgotten');
    const [after] = (await json('review', 'due', '--all')).reviews;
    assert.equal(after.reviews, 1);
    assert.ok(after.stability < before.stability);
  });

  it('is of a solved kata only, and can be muted', async () => {
    assert.match((await person.run('review', 'start', 'nothing')).err, /no kata "nothing"/);
    await person.run('review', 'mute', kata);
    assert.equal((await json('review', 'due', '--all')).reviews.length, 0);
    assert.match((await person.run('review', 'start', kata)).err, /left out of reviews/);
    await person.run('review', 'mute', kata, '--off');
    assert.equal((await json('review', 'due', '--all')).reviews.length, 1);
    assert.match((await json('review', 'forecast', '--days', '400')).error.message, /covers 1 to 366 days/);
    assert.equal((await json('review', 'forecast', '--days', '60')).days.length, 60);
    assert.ok(existsSync(place(file)));
  });
});
