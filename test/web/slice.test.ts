import * as vscode from 'vscode';
import type { Services } from '../../src/vscode/services.ts';
import { eventually } from '../support/eventually.ts';

describe('The product in the web worker extension host', () => {
  const extension = () => vscode.extensions.getExtension<Services | undefined>('katapath.katapath')!;

  it('underlines the problems of a design document, with their codes', async () => {
    const [file] = await vscode.workspace.findFiles('docs/adr/ADR-002*.md');
    if (!file) throw new Error('the practice workspace is not open');
    await vscode.window.showTextDocument(file);
    const codes = await eventually('the diagnostics are there', () => {
      const found = vscode.languages.getDiagnostics(file).map(({ code }) => String((code as { value: string }).value));
      return found.length > 0 && found;
    });
    if (!codes.includes('KP202') || !codes.includes('KP208')) throw new Error(`only ${codes.join(', ')}`);
  });

  it('offers the quick fix', async () => {
    const [file] = await vscode.workspace.findFiles('docs/adr/ADR-002*.md');
    const document = await vscode.workspace.openTextDocument(file!);
    const range = new vscode.Range(2, 31, 2, 32);
    // The document is checked anew once the folder's other documents are known.
    await eventually('the fix is offered', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
      );
      return actions.some(({ title }) => title === 'Change to "Accepted"');
    });
  });

  it('has the learning paths, and opens their view', async () => {
    const services = await extension().activate();
    if (!services?.progress.state.paths.has('software-engineering-at-scale')) throw new Error('the path is missing');
    await vscode.commands.executeCommand('katapath.paths.focus');
  });

  it('keeps progress without a disk', async () => {
    const services = (await extension().activate())!;
    await services.progress.append([
      { type: 'item.completed', item: 'resource-aosa', note: 'Git keeps whole trees, and packs them later.' },
    ]);
    if (services.progress.state.items.get('resource-aosa')?.state !== 'done') throw new Error('the tick is lost');
  });

  it('says where katas run instead', async () => {
    const services = (await extension().activate())!;
    let said = '';
    try {
      services.grading.requireRunner();
    } catch (error) {
      said = `${(error as Error).message} ${(error as { next?: string }).next}`;
    }
    if (!/cannot run in a browser/.test(said) || !/on a computer/.test(said)) throw new Error(`said: ${said}`);
  });
});
