import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, adr, codeOf, find, open, problemsOf, revert, until, uriOf } from './workspace.ts';

const redis = adr('0001-keep-sessions-in-redis');
const postgres = adr('0002-keep-sessions-in-postgresql');
const mail = adr('0003-send-mail-through-a-queue');

const labels = async (uri: vscode.Uri, position: vscode.Position): Promise<string[]> => {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
};

describe('writing a design document in VS Code', () => {
  it('reports problems with a code that leads to the rule', async () => {
    await open(mail);
    const problems = await until(
      () => problemsOf(mail),
      (found) => found.length > 0,
    );
    const misspelt = problems.find((problem) => codeOf(problem) === 'KP202')!;
    assert.equal(misspelt.severity, vscode.DiagnosticSeverity.Error);
    const { target } = misspelt.code as { target: vscode.Uri };
    assert.equal(target.toString(true), 'command:katapath.openRule?["KP202"]');
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('katapath:/rules/KP202.md'));
    assert.match(page.getText(), /KP202/);
  });

  it('completes the status, the missing sections and references to other records', async () => {
    const document = await open(mail);
    const status = await labels(mail, find(document, 'Acepted', 3));
    assert.ok(status.includes('Accepted') && status.includes('Superseded'), String(status));
    const editor = vscode.window.activeTextEditor!;
    await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), '\n## Re'));
    const sections = await labels(mail, document.lineAt(document.lineCount - 1).range.end);
    assert.ok(sections.includes('Revisit When') && !sections.includes('Decision'), String(sections));
    await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), '\n\nADR-'));
    const references = await until(
      () => labels(mail, document.lineAt(document.lineCount - 1).range.end),
      (found) => found.some((label) => label.startsWith('ADR-001')),
    );
    assert.ok(references.includes('ADR-001: Keep sessions in Redis'), String(references));
    await revert(mail);
  });

  it('says on a reference what stands at its other end, and goes there', async () => {
    const document = await open(postgres);
    const place = find(document, 'ADR-001', 2);
    const hovers = await until(
      () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', postgres, place),
      (found) => found.length > 0,
    );
    const words = hovers
      .flatMap(({ contents }) => contents.map((it) => (it as vscode.MarkdownString).value))
      .join('\n');
    assert.match(words, /Keep&nbsp;sessions|Keep sessions/);
    assert.match(words, /accepted/);
    const definitions = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      postgres,
      place,
    );
    const targets = definitions.map((it) => ('targetUri' in it ? it.targetUri : it.uri).toString());
    assert.deepEqual(targets, [redis.toString()]);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', postgres);
    assert.ok(links.some(({ range, target }) => range.contains(place) && target?.path === redis.path));
  });

  it('goes to the record from the words of a link, too', async () => {
    const document = await open(postgres);
    const found = await until(
      () =>
        vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          postgres,
          find(document, 'how it was', 2),
        ),
      (definitions) => definitions.length > 0,
    );
    const targets = found.map((it) => ('targetUri' in it ? it.targetUri : it.uri).toString());
    assert.deepEqual(targets, [redis.toString()]);
  });

  it('finds every place that names a record, in indexes too', async () => {
    const document = await open(redis);
    const places = await until(
      () =>
        vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          redis,
          find(document, 'Keep sessions'),
        ),
      (found) => found.length > 2,
    );
    const files = new Set(places.map(({ uri }) => uri.path));
    assert.ok(files.has(postgres.path) && files.has(uriOf('README.md').path), [...files].join());
    assert.equal(places.filter(({ uri }) => uri.path === postgres.path).length, 2, 'the link and the number');
  });

  it('corrects a status with a quick fix, and silences a rule with a reason', async () => {
    const document = await open(mail);
    const misspelt = document.getText().indexOf('Acepted');
    const range = new vscode.Range(document.positionAt(misspelt), document.positionAt(misspelt + 7));
    const actions = await until(
      () => actionsAt(mail, range, vscode.CodeActionKind.QuickFix),
      (found) => found.length > 1,
    );
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes('Change to "Accepted"'), titles.join());
    assert.ok(titles.includes('Silence KP202 here, with a reason'), titles.join());
    await vscode.workspace.applyEdit(actions.find(({ title }) => title.startsWith('Change'))!.edit!);
    await until(
      () => problemsOf(mail).map(codeOf),
      (codes) => !codes.includes('KP202'),
    );
    await revert(mail);
  });

  it('shows as unnecessary a comment that silences nothing', async () => {
    const document = await open(mail);
    const comment = '<!-- katapath-disable-next-line KP207: quoted -->';
    await vscode.window.activeTextEditor!.edit((edit) => edit.insert(find(document, '## Context', 0), `${comment}\n`));
    const unused = await until(
      () => problemsOf(mail).find((problem) => codeOf(problem) === 'KP990'),
      (found) => found !== undefined,
    );
    assert.deepEqual(unused!.tags, [vscode.DiagnosticTag.Unnecessary]);
    assert.equal(document.getText(unused!.range), comment);
    await revert(mail);
  });

  it('leads from a number that is given twice to the title of the other record', async () => {
    const twin = adr('0003-send-mail-twice');
    await vscode.workspace.fs.writeFile(
      twin,
      Buffer.from('<!-- katapath: profile=adr/seed -->\n\n# ADR-003: Send mail twice\n'),
    );
    await open(mail);
    const twice = await until(
      () => problemsOf(mail).find((problem) => codeOf(problem) === 'KP701'),
      (found) => found !== undefined,
    );
    const [related, ...more] = twice!.relatedInformation!;
    assert.deepEqual(more, []);
    assert.equal(related!.location.uri.toString(), twin.toString());
    assert.equal(related!.location.range.start.line, 2, 'its title');
    await vscode.workspace.fs.delete(twin);
    await until(
      () => problemsOf(mail).map(codeOf),
      (codes) => !codes.includes('KP701'),
    );
  });

  it('inserts every missing section at once', async () => {
    const document = await open(mail);
    await vscode.commands.executeCommand('katapath.insertMissingSections');
    const text = document.getText();
    for (const heading of ['## Rationale', '## Revisit When']) assert.equal(text.split(heading).length, 2, heading);
    assert.ok(text.indexOf('## Rationale') < text.indexOf('## Alternatives Considered'));
    await until(
      () => problemsOf(mail).map(codeOf),
      (codes) => !codes.includes('KP301'),
    );
    await revert(mail);
  });

  it('fixes all on request, and only what is safe', async () => {
    const document = await open(mail);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [action, ...more] = await actionsAt(mail, whole, vscode.CodeActionKind.SourceFixAll.append('katapath'));
    assert.deepEqual(more, []);
    await vscode.workspace.applyEdit(action!.edit!);
    assert.match(document.getText(), /Status: Accepted/);
    assert.doesNotMatch(document.getText(), /## Rationale/, 'a scaffold is for the author to ask for');
    await revert(mail);
  });

  it('leaves headings to Markdown, which renames them with their anchors', async () => {
    const document = await open(postgres);
    const edit = await until(
      () =>
        vscode.commands.executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          postgres,
          find(document, 'Trade-offs'),
          'What we accept',
        ),
      (answer) => answer !== undefined,
    );
    assert.ok(edit.has(postgres));
  });
});
