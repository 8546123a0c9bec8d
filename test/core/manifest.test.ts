import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../src/build/files.mjs';

interface Entry {
  readonly command?: string;
  readonly view?: string;
  readonly when?: string;
  readonly icon?: string | { readonly light: string; readonly dark: string };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes } = manifest;
const commands: readonly (Entry & { command: string; title: string })[] = contributes.commands;
const source = listFiles('src')
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n');
const menuEntries: readonly Entry[] = Object.values<Entry[]>(contributes.menus ?? {}).flat();
const views: readonly { id: string; icon?: string }[] = Object.values<{ id: string }[]>(contributes.views ?? {}).flat();
const settings: Readonly<Record<string, { type?: string; scope?: string; default?: unknown }>> = Object.assign(
  {},
  ...[contributes.configuration].flat().map(({ properties }) => properties),
);

/** Whether the source says this name as a string. */
const isNamed = (name: string) => ["'", '"', '`'].some((quote) => source.includes(quote + name + quote));
const expectNone = (names: Iterable<string>, what: string) => assert.deepEqual([...names], [], what);

describe('The manifest', () => {
  it('offers only commands that the source registers', () => {
    expectNone(
      commands.map(({ command }) => command).filter((id) => !isNamed(id)),
      'contributed, but no line of the source says them',
    );
  });

  it('knows every katapath.* name that the source uses as a command', () => {
    const used = [...source.matchAll(/(?:registerCommand|executeCommand)\(\s*'(katapath\.[\w.]+)'/g)].map(
      ([, id]) => id!,
    );
    const known = new Set(commands.map(({ command }) => command));
    const byView = /\.(focus|open)$/;
    expectNone(
      used.filter((id) => !known.has(id) && !byView.test(id)),
      'used, but not contributed',
    );
  });

  it('puts every command under one category, with a title that starts with a capital', () => {
    for (const { command, title, category } of commands as readonly {
      command: string;
      title: string;
      category: string;
    }[]) {
      assert.equal(category, 'Katapath', command);
      assert.match(title, /^[A-Z]/, command);
    }
  });

  it('has menus of existing commands and views', () => {
    const knownCommands = new Set(commands.map(({ command }) => command));
    const knownViews = new Set(views.map(({ id }) => id));
    const own = menuEntries.filter(({ command }) => command?.startsWith('katapath.'));
    expectNone(
      own.map(({ command }) => command!).filter((id) => !knownCommands.has(id)),
      'in a menu, but no command',
    );
    const named = menuEntries.flatMap(({ when = '' }) =>
      [...when.matchAll(/view\s*==\s*'?([\w.]+)/g)].map(([, id]) => id!),
    );
    expectNone(
      named.filter((id) => id.startsWith('katapath') && !knownViews.has(id)),
      'in a when clause, but no view',
    );
  });

  it('shows every view that the source fills, and fills every view it shows', () => {
    for (const { id } of views) assert.ok(isNamed(id), `${id} is contributed, but no line of the source says it`);
    const filled = [
      ...source.matchAll(
        /(?:createTreeView|registerTreeDataProvider|registerWebviewViewProvider)\w*(?:<[^>]*>)?\(\s*'([\w.]+)'/g,
      ),
    ];
    const known = new Set(views.map(({ id }) => id));
    expectNone(
      filled.map(([, id]) => id!).filter((id) => !known.has(id)),
      'filled, but not contributed',
    );
  });

  it('has no setting that nothing reads', () => {
    const names = Object.keys(settings);
    assert.ok(names.every((name) => name.startsWith('katapath.')));
    expectNone(
      names.filter((name) => !isNamed(name) && !isNamed(name.slice('katapath.'.length))),
      'no line of the source reads them',
    );
  });

  it('lets no workspace choose a program', () => {
    const programs = Object.entries(settings).filter(([name]) => /\.path$|executable|command/i.test(name));
    for (const [name, { scope }] of programs) {
      assert.match(scope ?? '', /^machine/, name);
      assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(name), name);
    }
  });

  it('names only files that exist', () => {
    const icons = [
      ...commands,
      ...menuEntries,
      ...views,
      ...Object.values<Entry[]>(contributes.viewsContainers ?? {}).flat(),
    ]
      .flatMap(({ icon }: Entry) => (typeof icon === 'object' ? [icon.light, icon.dark] : icon ? [icon] : []))
      .filter((icon) => !icon.startsWith('$('));
    const schemas = (contributes.jsonValidation ?? []).map(({ url }: { url: string }) => url);
    const snippets = (contributes.snippets ?? []).map(({ path }: { path: string }) => path);
    const steps = (contributes.walkthroughs ?? []).flatMap(
      ({ steps }: { steps: { media: Record<string, unknown> }[] }) => steps,
    );
    const media = steps.flatMap(({ media }: { media: Record<string, unknown> }) =>
      [
        media.markdown,
        media.svg,
        ...(typeof media.image === 'string' ? [media.image] : Object.values(media.image ?? {})),
      ].filter((file) => typeof file === 'string'),
    );
    const named: readonly string[] = [...icons, ...schemas, ...snippets, ...media, manifest.icon].filter(Boolean);
    expectNone(
      named.filter((file) => !existsSync(file)),
      'named in package.json, but missing',
    );
  });

  it('has snippets with a prefix, a body and a description', () => {
    for (const { path } of contributes.snippets ?? []) {
      const entries = Object.entries<{ prefix?: unknown; body?: unknown; description?: unknown }>(
        JSON.parse(readFileSync(path, 'utf8')),
      );
      assert.ok(entries.length > 0, path);
      for (const [name, snippet] of entries)
        assert.ok(snippet.prefix && snippet.body && snippet.description, `${path}: ${name}`);
    }
  });

  it('has schemas that parse', () => {
    const schemas = listFiles('schemas').filter((name) => name.endsWith('.json'));
    assert.ok(schemas.length > 0);
    for (const name of schemas)
      assert.doesNotThrow(() => JSON.parse(readFileSync(join('schemas', name), 'utf8')), name);
  });

  it('wakes only for what it is made for', () => {
    const narrow =
      /^(onLanguage:\w+|workspaceContains:.+|onFileSystem:[\w-]+|onWebviewPanel:[\w.]+|onTerminalProfile:.+)$/;
    expectNone(
      (manifest.activationEvents ?? []).filter((event: string) => !narrow.test(event)),
      'wake the extension in windows that do not need it, or are implied by what is contributed',
    );
  });

  it('asks for no newer VS Code than its types describe, and for no proposed API', () => {
    const [, engine] = /^\^(\d+\.\d+)\.\d+$/.exec(manifest.engines.vscode) ?? [];
    assert.ok(engine, 'engines.vscode should be a caret range');
    assert.ok(
      manifest.devDependencies['@types/vscode'].startsWith(`${engine}.`),
      '@types/vscode and engines.vscode differ',
    );
    assert.equal(manifest.enabledApiProposals, undefined);
  });

  it('works in part in Restricted Mode and in virtual workspaces, and says how', () => {
    for (const kind of ['untrustedWorkspaces', 'virtualWorkspaces']) {
      assert.equal(manifest.capabilities[kind].supported, 'limited');
      assert.match(manifest.capabilities[kind].description, /\w+/);
    }
  });

  it('carries no package at run time: everything is in the bundles', () => {
    assert.deepEqual(Object.keys(manifest.dependencies ?? {}), []);
  });
});
