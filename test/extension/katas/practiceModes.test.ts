import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { StartedKata } from '../../../src/vscode/library/kataLibrary.ts';
import type { Services } from '../../../src/vscode/services.ts';
import type { PracticeWish } from '../../../src/vscode/katas/practice/index.ts';
import { eventually } from '../../support/eventually.ts';
import {
  activateKatapath,
  fileOf,
  practiceFolder,
  requireStarted,
  runKata,
  solutionOf,
  startKata,
  writeAnswer,
} from './practice.ts';

const practise = (wish: PracticeWish) => vscode.commands.executeCommand('katapath.practiceMode', wish);
const readLearner = (started: StartedKata) => readFileSync(fileOf(started).fsPath, 'utf8');

describe('Focus', () => {
  let services: Services;
  let started: StartedKata;
  let other: vscode.Uri;
  const settingsFolder = () => join(practiceFolder().uri.fsPath, '.vscode');
  const settingsFile = () => join(settingsFolder(), 'settings.json');
  const settings = () => (existsSync(settingsFile()) ? readFileSync(settingsFile(), 'utf8') : undefined);
  const isOff = (uri: vscode.Uri) =>
    vscode.workspace.getConfiguration('editor', { uri, languageId: 'typescript' }).get('inlineSuggest.enabled') ===
    false;
  const enter = async (file: vscode.Uri, wanted: boolean) => {
    await vscode.window.showTextDocument(file);
    await eventually(`suggestions are ${wanted ? 'off' : 'on'}`, async () => isOff(file) === wanted);
  };
  /** In the kata with focus on, then out of it and at the end of focus. */
  const goThrough = async (meanwhile: () => Thenable<void> | void = () => {}) => {
    await vscode.window.showTextDocument(fileOf(started));
    await practise({ mode: 'focus' });
    await enter(fileOf(started), true);
    await meanwhile();
    await enter(other, false);
    await practise({ mode: 'focus' });
  };

  before(async () => {
    services = await activateKatapath();
    started = await startKata(services, 'two-pointers-container', 'typescript', 'to focus');
    other = vscode.Uri.joinPath(practiceFolder().uri, 'elsewhere.ts');
    await vscode.workspace.fs.writeFile(other, new TextEncoder().encode('export {};\n'));
  });

  afterEach(() => rmSync(settingsFolder(), { recursive: true, force: true }));
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('asks nobody for suggestions in the kata, and asks again in every other file', async () => {
    const asked: string[] = [];
    const provider: vscode.InlineCompletionItemProvider = {
      provideInlineCompletionItems: ({ uri }, _position, { triggerKind }) => {
        if (triggerKind === vscode.InlineCompletionTriggerKind.Automatic) asked.push(uri.toString());
        return [new vscode.InlineCompletionItem('what an AI would write')];
      },
    };
    const registration = vscode.languages.registerInlineCompletionItemProvider({ pattern: '**/*.ts' }, provider);
    const type = async (text: string) => {
      for (const letter of text) await vscode.commands.executeCommand('type', { text: letter });
    };
    /** VS Code asks in a pause between two keys, and the pause it wants grows with how slow the answers were. */
    const typeUntilAsked = async (uri: vscode.Uri) => {
      for (let keys = 0; keys < 10 && !asked.includes(uri.toString()); keys++) {
        await type('a');
        for (let tenths = 0; tenths < 20 && !asked.includes(uri.toString()); tenths++)
          await new Promise((resolve) => setTimeout(resolve, 100));
      }
      assert.ok(asked.includes(uri.toString()), `nobody was asked for suggestions in ${uri.path}`);
    };
    try {
      await vscode.window.showTextDocument(fileOf(started));
      await typeUntilAsked(fileOf(started));
      // What was asked for a moment ago is answered before another file is.
      await vscode.window.showTextDocument(other);
      await typeUntilAsked(other);
      await vscode.window.showTextDocument(fileOf(started));
      await practise({ mode: 'focus' });
      await enter(fileOf(started), true);
      asked.length = 0;
      await type('const total = ');
      await enter(other, false);
      await typeUntilAsked(other);
      assert.ok(!asked.includes(fileOf(started).toString()), 'none came in the kata');
    } finally {
      registration.dispose();
      await practise({ mode: 'focus' });
      for (const file of [other, fileOf(started)]) {
        await vscode.window.showTextDocument(file);
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
    }
  });

  it('leaves no settings behind where there were none', async () => {
    assert.ok(!existsSync(settingsFolder()));
    await goThrough(() => assert.ok(settings()));
    assert.ok(!existsSync(settingsFolder()));
  });

  it('brings the settings back to the byte, comments and all', async () => {
    const text =
      '// mine\n{ "editor.tabSize": 3,\t/* odd */\n\n"[typescript]": {"editor.inlineSuggest.enabled": true},\n}';
    mkdirSync(settingsFolder());
    writeFileSync(settingsFile(), text);
    await eventually('the settings are read', async () => editorSetting('tabSize') === 3);
    await goThrough(() => assert.notEqual(settings(), text));
    assert.equal(settings(), text);
  });

  it('takes back its own setting only, when others were changed meanwhile', async () => {
    mkdirSync(settingsFolder());
    writeFileSync(settingsFile(), '{\n  "editor.inlineSuggest.enabled": true\n}\n');
    await eventually('the settings are read', async () => editorSetting('inlineSuggest.enabled') === true);
    await goThrough(() =>
      vscode.workspace
        .getConfiguration('editor', other)
        .update('tabSize', 7, vscode.ConfigurationTarget.WorkspaceFolder),
    );
    assert.deepEqual(JSON.parse(settings()!), { 'editor.inlineSuggest.enabled': true, 'editor.tabSize': 7 });
  });

  it('ends in the kata itself, too', async () => {
    await vscode.window.showTextDocument(fileOf(started));
    await practise({ mode: 'focus' });
    await enter(fileOf(started), true);
    await practise({ mode: 'focus' });
    assert.ok(!existsSync(settingsFolder()));
    await eventually('suggestions are on', async () => !isOff(fileOf(started)));
  });

  function editorSetting(name: string): unknown {
    return vscode.workspace.getConfiguration('editor', other).inspect(name)?.workspaceFolderValue;
  }
});

describe('Baby steps', () => {
  let services: Services;
  let started: StartedKata;
  let solution: string;
  const red = 'export function mostWater(): number {\n  return -1;\n}\n';
  /** So short that nobody waits, and far longer than a step of this test needs. */
  const minutes = 2 / 60;
  const begin = () => practise({ mode: 'baby-steps', minutes });
  const bellRings = (kata: StartedKata) =>
    eventually('the files are back at the last green', async () => readLearner(kata) === solution);

  before(async () => {
    services = await activateKatapath();
    started = await startKata(services, 'two-pointers-container', 'typescript', 'in baby steps');
    solution = await solutionOf(services, started);
    await vscode.window.showTextDocument(fileOf(started));
  });
  afterEach(() => practise({ mode: 'stop' }));
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('do not begin before the kata was green once', async () => {
    await begin();
    await writeAnswer(started, red);
    await writeAnswer(started, solution);
    assert.equal((await runKata(services, started))[0]?.result.verdict, 'passed');
    assert.deepEqual(await snapshots(), []);
  });

  it('go back to the last green at a red bell, keep what was there, and can be undone', async () => {
    await begin();
    await writeAnswer(started, red);
    await bellRings(started);
    await practise({ mode: 'stop' });
    const kept = (await services.attempts.list(started.marker.instance)).at(-1)!;
    assert.deepEqual(await services.attempts.readFiles(kept), { 'most-water.ts': red });
    assert.deepEqual(await snapshots(), ['baby-steps']);
    await vscode.commands.executeCommand('katapath.undoKataChange');
    await eventually('the work is there again', async () => readLearner(started) === red);
  });

  it('take what is typed and not yet saved back too, after keeping it', async () => {
    await writeAnswer(started, solution);
    const editor = await vscode.window.showTextDocument(fileOf(started));
    await eventually('the editor shows what is on disk', async () => editor.document.getText() === solution);
    await begin();
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// half a thought\n'));
    await eventually('the editor is back at the last green', async () => editor.document.getText() === solution);
    await eventually('and so is the file', async () => !editor.document.isDirty);
    const kept = (await services.attempts.list(started.marker.instance)).at(-1)!;
    assert.match(Object.values(await services.attempts.readFiles(kept)).join(), /half a thought/);
  });

  it('follow the kata when its folder is moved', async () => {
    await writeAnswer(started, solution);
    await begin();
    const from = started.uri;
    const moved = vscode.Uri.joinPath(practiceFolder().uri, 'moved steps');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.rename(from, moved);
    started = await eventually('the moved kata is listed', () =>
      requireStarted(services, 'moved steps').catch(() => undefined),
    );
    await writeAnswer(started, red);
    await bellRings(started);
    const written = existsSync(from.fsPath) ? readdirSync(from.fsPath, { recursive: true }) : [];
    assert.deepEqual(written, [], 'nothing is written where the kata was');
  });

  async function snapshots(): Promise<string[]> {
    const attempts = await services.attempts.list(started.marker.instance);
    return attempts.flatMap((attempt) => (attempt.kind === 'snapshot' ? [attempt.reason] : []));
  }
});
