import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeLog } from '../../src/core/progress/log.ts';
import { Author } from '../core/progress/support.ts';
import { CommandLine } from './progress/commandLine.ts';

const own = {
  id: 'house-rules',
  title: 'House rules',
  summary: 'What everyone here does.',
  steps: [
    {
      id: 'first-week',
      title: 'First week',
      required: true,
      items: [
        {
          id: 'house-tour',
          kind: 'checklist',
          title: 'Walk through the services',
          detail: 'Somebody shows you every service and who answers for it.',
          asks: 'Which service surprised you most, and why?',
        },
        {
          id: 'house-notes',
          kind: 'practice',
          title: 'Write down what surprised you',
          detail: 'A line for each thing that you did not expect.',
          every: 'week',
        },
      ],
    },
  ],
  resources: [],
};

describe("the command line knows a workspace's own paths", () => {
  let line: CommandLine;
  beforeEach(() => {
    line = new CommandLine();
    writePath(line.workspace);
  });
  afterEach(() => line.dispose());

  function writePath(folder: string, path: object = own): void {
    mkdirSync(join(folder, '.katapath', 'paths'), { recursive: true });
    writeFileSync(join(folder, '.katapath', 'paths', 'house-rules.json'), JSON.stringify(path));
  }

  async function fine(...argv: string[]): Promise<string> {
    const { code, out, err } = await line.run(...argv);
    assert.equal(code, 0, err);
    return out;
  }

  it('in every command that lists, plans, ticks or shows them', async () => {
    assert.match(await fine('paths'), /^house-rules .* House rules$/m);
    assert.match(await fine('plan', 'start', 'house-rules', '--starts', '2026-11-16'), /House rules starts on/);
    assert.match(await fine('plan', 'show', 'house-rules'), /First week/);
    assert.match(
      await fine('item', 'done', 'house-tour', '--note', 'billing, it has two'),
      /^Walk through the services: done/,
    );
    assert.match(await fine('practice', 'show'), /^house-notes +this week/m);
    assert.match(await fine('practice', 'done', 'house-notes', '--note', 'two queues'), /done for \d{4}-W\d\d/);
    assert.match(await fine('status', '--path', 'house-rules'), /^House rules {2}100 %/m);
    assert.equal(await fine('review', 'due'), 'Nothing is due for review.\n');
  });

  it('and says which file it could not take in, whatever is asked', async () => {
    writePath(line.workspace, { ...own, steps: [] });
    for (const argv of [['paths'], ['status'], ['practice', 'show'], ['review', 'forecast']])
      assert.match((await line.run(...argv)).err, /house-rules\.json is no path/, argv.join(' '));
  });

  it("in a mentor's table, from the mentor's folder or from the learners' clones", async () => {
    const author = new Author();
    author.write({ type: 'item.completed', item: 'house-tour', note: 'billing' });
    for (const learner of ['ada', 'bo']) {
      const folder = join(line.workspace, 'team', learner);
      writePath(folder);
      mkdirSync(join(folder, '.katapath', 'progress'));
      writeFileSync(join(folder, '.katapath', 'progress', 'bundle.jsonl'), encodeLog(author.written));
    }
    writePath(join(line.workspace, 'team', 'bo'), { ...own, title: 'Other rules' });
    const { out, err } = await line.run('progress', 'team', 'team');
    assert.match(out, /^ada .*House rules: 1 of 2$/m);
    assert.match(out, /^bo .*House rules: 1 of 2$/m);
    assert.match(err, /there is a path “house-rules” already/);
  });
});
