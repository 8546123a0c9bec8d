import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readKatas } from '../../src/cli/content/readKatas.ts';
import { textFolder } from '../../src/core/katas/authoring/textFolder.ts';
import { readStart } from '../../src/core/katas/content.ts';
import { gradeStage } from '../../src/core/katas/grading/gradeStage.ts';
import type { Kata, KataManifest } from '../../src/core/model/kata.ts';
import type { Files } from '../../src/core/runs/runner.ts';
import { finish, realRunner } from '../support/runs.ts';

const exercises = join(process.cwd(), 'katas', 'exercises');
/** `<kata>/<language>/<file>`: correct solutions that go about it in another way than the reference. */
const alternatives = join('test', 'content', 'alternatives');

function readTexts(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => !name.includes('__pycache__') && statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

describe('a second, different solution', () => {
  const runner = realRunner();
  after(() => runner.dispose());

  for (const id of readdirSync(alternatives))
    for (const language of readdirSync(join(alternatives, id)))
      it(`passes every stage of ${id} in ${language}`, async () => {
        const { files } = readKatas(exercises, id).katas[0]!;
        const manifest = JSON.parse(files['kata.json']!) as KataManifest;
        const kata: Kata = { manifest, files: Object.keys(files) };
        const content = textFolder(files);
        const started = await readStart(kata, language, content);
        const learner = textFolder({ ...started, ...readTexts(join(alternatives, id, language)) });
        const stage = manifest.stages.at(-1)!.id;
        const result = await finish(gradeStage({ kata, language, stage, learner, content, runner }));
        assert.equal(result.verdict, 'passed', `${result.summary} ${result.next}`);
      });
});
