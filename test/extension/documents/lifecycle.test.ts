import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { actionsAt, adr, codeOf, open, problemsOf, revert, until, uriOf } from './workspace.ts';

const redis = adr('0001-keep-sessions-in-redis');
const postgres = adr('0002-keep-sessions-in-postgresql');
const lensesOf = (uri: vscode.Uri) =>
  vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
const textOf = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();

/** Puts the workspace under git, with a branch that has one record more. */
function branchWithRecord(name: string): void {
  const cwd = uriOf('').fsPath;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=Records');
  git('switch', '--quiet', '--create', 'other');
  git('mv', 'docs/adr/0003-send-mail-through-a-queue.md', `docs/adr/${name}.md`);
  git('commit', '--quiet', '--message=Another number');
  git('switch', '--quiet', 'main');
}

describe('a design document’s life in VS Code', () => {
  it('says in the other record what one record says of both', async () => {
    const text = await open(postgres);
    const said = 'Supersedes [ADR-003](0003-send-mail-through-a-queue.md)';
    const edit = new vscode.WorkspaceEdit();
    const status = /^(?:##.*Status.*|.*Status:.*)$/m.exec(text.getText())!;
    edit.insert(postgres, text.positionAt(status.index + status[0].length), `\n\n${said}`);
    await vscode.workspace.applyEdit(edit);
    const problem = await until(
      () => problemsOf(postgres).find((one) => codeOf(one) === 'KP603'),
      (found) => found !== undefined,
    );
    const action = await until(
      async () => (await actionsAt(postgres, problem!.range)).find(({ title }) => title.startsWith('Say so in')),
      (found) => found?.edit !== undefined,
    );
    await vscode.workspace.applyEdit(action!.edit!);
    await until(
      () => problemsOf(postgres).map(codeOf),
      (codes) => !codes.includes('KP603'),
    );
    const mail = adr('0003-send-mail-through-a-queue');
    assert.match(await textOf(mail), /Superseded by \[ADR-002\]\(0002-keep-sessions-in-postgresql\.md\)/);
    for (const uri of [mail, postgres]) await revert(uri);
  });

  it('supersedes one record with another, in both, and undoes it in one step', async () => {
    await open(redis);
    await vscode.commands.executeCommand(
      'katapath.changeStatus',
      redis,
      'supersede',
      vscode.workspace.asRelativePath(postgres, false),
    );
    // Without opening the other one: what its text says now must be known all the same.
    await until(
      () => problemsOf(redis).map(codeOf),
      (codes) => !codes.some((code) => code === 'KP603' || code === 'KP602'),
    );
    assert.match(await textOf(redis), /Status: Superseded by \[ADR-002\]\(0002-keep-sessions-in-postgresql\.md\)/);
    assert.match(await textOf(postgres), /^Supersedes \[ADR-001\]\(0001-keep-sessions-in-redis\.md\)$/m);
    await until(
      () => [...problemsOf(redis), ...problemsOf(postgres)].map(codeOf).filter((code) => /^KP60/.test(code)),
      (codes) => codes.length === 0,
    );
  });

  it('says at the top of a superseded record which one holds', async () => {
    const lenses = await until(
      () => lensesOf(redis),
      (found) => found.some(({ command }) => command?.title.startsWith('Superseded')),
    );
    const { command } = lenses.find((lens) => lens.command?.title.startsWith('Superseded'))!;
    assert.equal(command!.title, 'Superseded by ADR-002: Keep sessions in PostgreSQL');
    assert.equal((command!.arguments![0] as vscode.Uri).path, postgres.path);
  });

  it('makes a new document, numbered after the last on any branch, at its first section', async () => {
    await vscode.workspace.saveAll();
    branchWithRecord('0006-send-mail-through-a-queue');
    await vscode.commands.executeCommand('katapath.newDocument', { profile: 'adr/seed', title: 'Use one region' });
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.path, adr('0007-use-one-region').path);
    assert.match(document.getText(), /^# ADR-007: Use one region/);
    assert.match(document.getText(selection), /^<!-- .* -->$/);
  });

  it('gives a record another number, and every link with it', async () => {
    await until(
      () => lensesOf(redis),
      (found) => found.length > 0,
    );
    await vscode.commands.executeCommand('katapath.renumberDocument', redis, 11);
    const renamed = adr('0011-keep-sessions-in-redis');
    assert.match(await textOf(renamed), /^# ADR-011: Keep sessions in Redis/);
    assert.match(await textOf(postgres), /\[how it was\]\(0011-keep-sessions-in-redis\.md\), and ADR-011 for/);
    assert.match(await textOf(uriOf('README.md')), /docs\/adr\/0011-keep-sessions-in-redis\.md/);
    assert.doesNotMatch(await textOf(uriOf('README.md')), /0001-/);
  });
});
