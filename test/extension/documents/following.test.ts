import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { codeOf, open, problemsOf, until, uriOf } from './workspace.ts';

/** What other programs do to the files of a folder, told by what a record's links say of it. */
describe('files that come, go and move beside a record', () => {
  // A shelf of its own: the other tests count the records of theirs.
  const record = uriOf('docs/records/0009-draw-the-plant.md');
  const pathOf = (file: string) => uriOf(file).fsPath;
  const links = ['../plant.png', '../notes/0001-sketch.md', '../plans/0001-sketch.md', '../gone.txt'];

  before(async () => {
    writeFileSync(pathOf('docs/gone.txt'), '');
    for (const folder of ['docs/notes', 'docs/records']) mkdirSync(pathOf(folder));
    writeFileSync(pathOf('docs/notes/0001-sketch.md'), '# Sketch\n');
    const list = links.map((link) => `- [${link}](${link})`).join('\n');
    writeFileSync(
      record.fsPath,
      `# ADR-009: Draw the plant\n\n## Date: 2026-03-02 | Status: Accepted\n\n## Context\n\n${list}\n`,
    );
    await open(record);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    for (const file of [
      'docs/plant.png',
      'docs/notes',
      'docs/plans',
      'docs/gone.txt',
      'docs/adr/0009-draw-the-plant.md',
    ])
      rmSync(pathOf(file), { recursive: true, force: true });
  });

  async function waitForBroken(...broken: string[]): Promise<void> {
    const document = await open(record);
    const found = () =>
      problemsOf(record)
        .filter((problem) => codeOf(problem) === 'KP801')
        .map(({ range }) => links.find((link) => document.getText(range).includes(link)));
    await until(found, (now) => now.length === broken.length && broken.every((link) => now.includes(link)));
    assert.deepEqual(found().sort(), [...broken].sort());
  }

  it('are known as soon as they are there, whatever their kind', async () => {
    await waitForBroken('../plant.png', '../plans/0001-sketch.md');
    writeFileSync(pathOf('docs/plant.png'), '');
    await waitForBroken('../plans/0001-sketch.md');
  });

  it('are known at their new place when their folder moves, and no more at the old one', async () => {
    renameSync(pathOf('docs/notes'), pathOf('docs/plans'));
    await waitForBroken('../notes/0001-sketch.md');
  });

  it('are missed once they are gone, alone or with their folder', async () => {
    rmSync(pathOf('docs/gone.txt'));
    rmSync(pathOf('docs/plans'), { recursive: true });
    await waitForBroken('../notes/0001-sketch.md', '../plans/0001-sketch.md', '../gone.txt');
  });
});
