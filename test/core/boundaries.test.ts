import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { listFiles } from '../../src/build/files.mjs';

interface Source {
  /** Below src/, as in `core/problem.ts`. */
  readonly name: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = listFiles('src')
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.startsWith('build/'))
  .map((name) => {
    const text = readFileSync(join('src', name), 'utf8');
    return {
      name,
      tree: ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true),
      imports: ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName),
    };
  });

const isNode = (specifier: string) => specifier.startsWith('node:') || builtinModules.includes(specifier);
const isRelative = (specifier: string) => specifier.startsWith('.');
const below = (folder: string) => sources.filter(({ name }) => name.startsWith(`${folder}/`));

/** Each import that breaks a rule, as "core/a.ts imports node:fs". */
function findImports(from: readonly Source[], isForbidden: (target: string, source: Source) => boolean): string[] {
  return from.flatMap((source) =>
    source.imports
      .filter((specifier) => {
        const target = isRelative(specifier) ? join(dirname(source.name), specifier) : specifier;
        return isForbidden(target, source);
      })
      .map((specifier) => `${source.name} imports ${specifier}`),
  );
}

/** A file of ours outside these folders; packages and built-in modules are another matter. */
const leaves = (allowed: RegExp) => (target: string) =>
  (/^(core|node|vscode|cli|build|\.\.)\//.test(target) || /^(extension|cli)[\w.]*\.ts$/.test(target)) &&
  !allowed.test(target);

/** Uses of a global by its name, types and property names aside. */
function findGlobals(from: readonly Source[], names: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const { name, tree } of from) {
    const declared = new Set<string>();
    const visit = (node: ts.Node, look: (identifier: ts.Identifier) => void): void => {
      if (ts.isTypeNode(node)) return;
      if (ts.isIdentifier(node)) look(node);
      ts.forEachChild(node, (child) => visit(child, look));
    };
    const isDeclaration = ({ parent }: ts.Identifier) =>
      ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isImportSpecifier(parent) ||
      ts.isFunctionDeclaration(parent);
    const isPropertyName = (node: ts.Identifier) =>
      (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
      ((ts.isPropertyAssignment(node.parent) ||
        ts.isPropertySignature(node.parent) ||
        ts.isMethodDeclaration(node.parent) ||
        ts.isPropertyDeclaration(node.parent) ||
        ts.isMethodSignature(node.parent) ||
        ts.isGetAccessor(node.parent)) &&
        node.parent.name === node);
    visit(tree, (it) => isDeclaration(it) && declared.add(it.text));
    visit(tree, (it) => {
      if (!names.has(it.text) || declared.has(it.text) || isPropertyName(it)) return;
      found.push(`${name}:${tree.getLineAndCharacterOfPosition(it.getStart()).line + 1} uses ${it.text}`);
    });
  }
  return found;
}

/** Every node of one kind, from the top of a file to its end. */
function findNodes<Kind extends ts.Node>(tree: ts.Node, is: (node: ts.Node) => node is Kind): Kind[] {
  const found: Kind[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** What changes files, of Node and of the editor. */
const writing =
  /^(appendFile|chmod|chown|copyFile|cp|createWriteStream|fchmod|ftruncate|lchmod|lchown|link|lutimes|mkdir|mkdtemp|open|openAsBlob|promises|rename|rm|rmdir|symlink|truncate|unlink|utimes|write|writeFile|writev)(Sync)?$/;

/** Whether a file has at hand what changes files: imported by its name, or by all names, or asked of the editor. */
function writes({ tree, imports }: Source): boolean {
  const isFiles = (specifier: string) => /^(node:)?(fs|fs\/promises|original-fs)$/.test(specifier);
  const named = findNodes(tree, ts.isImportDeclaration).filter(({ moduleSpecifier }) =>
    isFiles((moduleSpecifier as ts.StringLiteral).text),
  );
  if (named.length < imports.filter(isFiles).length) return true;
  const takes = named.some(({ importClause }) => {
    if (!importClause || importClause.isTypeOnly) return false;
    const { name, namedBindings } = importClause;
    if (name || !namedBindings || ts.isNamespaceImport(namedBindings)) return true;
    return namedBindings.elements.some(
      (each) => !each.isTypeOnly && writing.test((each.propertyName ?? each.name).text),
    );
  });
  const asks = findNodes(tree, ts.isPropertyAccessExpression).some(
    ({ name, expression }) =>
      (/\.fs$/.test(expression.getText()) && /^(copy|createDirectory|delete|rename|writeFile)$/.test(name.text)) ||
      /^(createFile|deleteFile|renameFile)$/.test(name.text),
  );
  // The editor's files under another name would not be seen: they are asked where they stand.
  const renames = /[=,(]\s*workspace\.fs\b(?!\.)|\{[^}]*\bfs\b[^}]*\}\s*=\s*workspace/.test(tree.text);
  return takes || asks || renames;
}

/** Where a file's own imports lead inside src/. */
const importsOf = new Map<string, readonly string[]>(
  sources.map(({ name, imports }) => [
    name,
    imports.filter(isRelative).map((specifier) => join(dirname(name), specifier)),
  ]),
);

/**
 * The circles among the files and folders directly in one folder (`core/`, or '' for all of src): each as the arrows
 * that close it, with the imports behind them. A type's import counts as any other: it is the reader who walks in circles.
 */
function findCircles(folder: string): string[] {
  const roomOf = (name: string) => (name.startsWith(folder) ? name.slice(folder.length).split('/')[0] : undefined);
  const arrows = new Map<string, Map<string, string[]>>();
  for (const [name, targets] of importsOf)
    for (const target of targets) {
      const [from, to] = [roomOf(name), roomOf(target)];
      if (from === undefined || to === undefined || from === to) continue;
      const out = arrows.get(from) ?? arrows.set(from, new Map()).get(from)!;
      out.set(to, [...(out.get(to) ?? []), `${name} imports ${target}`]);
    }
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(arrows.get(from)?.keys() ?? [])].some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, to, seen);
    });
  return [...arrows].flatMap(([from, out]) =>
    [...out]
      .filter(([to]) => reaches(to, from))
      .map(([to, imports]) => `${folder}${from} → ${to}, and back: ${imports.slice(0, 3).join('; ')}`),
  );
}

const expectNone = (found: readonly string[]) => assert.deepEqual(found, [], found.join('\n'));

describe('The layers', () => {
  it('are looked at: the files are found and their imports read', () => {
    assert.ok(below('core').length > 50);
    assert.ok(sources.find(({ name }) => name === 'extension.ts')?.imports.includes('vscode'));
  });

  it('keep the core free of VS Code, Node and the browser', () => {
    expectNone(findImports(below('core'), (target) => target === 'vscode' || isNode(target)));
    const outside = [
      'process',
      'Buffer',
      '__dirname',
      '__filename',
      'require',
      'window',
      'document',
      'navigator',
      'localStorage',
    ];
    // A document and a window are also words of the core's own: only those that nothing in the file declares count.
    expectNone(findGlobals(below('core'), new Set(outside)));
  });

  it('let the core import only itself, packages and the schemas', () => {
    expectNone(findImports(below('core'), leaves(/^(core|\.\.\/schemas)\//)));
  });

  it('keep VS Code out of what the command line shares', () => {
    expectNone(
      findImports([...below('node'), ...below('cli')], (target) => target === 'vscode' || /^vscode\//.test(target)),
    );
  });

  it('point from node and cli to the core, never to a root', () => {
    expectNone(findImports(below('node'), leaves(/^(core|node)\//)));
    expectNone(findImports(below('cli'), leaves(/^(core|node|cli)\//)));
  });

  it('point from the editor to the core; processes and disk come in through a root', () => {
    expectNone(findImports(below('vscode'), leaves(/^(core|vscode)\//)));
    expectNone(findImports(below('vscode'), isNode));
  });

  it('keep the web root free of Node', () => {
    const web = sources.filter(({ name }) => name === 'extension.web.ts');
    assert.equal(web.length, 1);
    expectNone(findImports(web, (target) => isNode(target) || /^(node|cli)\//.test(target)));
  });

  it('hand nothing to Settings Sync, which would bring an older version’s back', () => {
    // What is kept in `globalState` is synchronised for keys that are named by this call, and no others.
    const calls = sources.filter(({ tree }) => tree.text.includes('setKeysForSync')).map(({ name }) => name);
    expectNone(calls);
  });

  it('start programs in few places, and git in one, where nothing that a repository names can run', () => {
    const starts = sources.filter(({ imports }) =>
      imports.some((name) => /^(node:)?(child_process|cluster)$/.test(name)),
    );
    assert.deepEqual(
      starts.map(({ name }) => name),
      [
        // For authors: the build's own script that makes a JavaScript track.
        'cli/content/derived.ts',
        'node/git.ts',
        'node/processes/endTree.ts',
        'node/processes/residentMemory.ts',
        'node/processes/running.ts',
        'node/processes/supervisor.ts',
        'node/programs/findProgram.ts',
      ],
    );
    const git = /^['"`]?git(\.exe)?['"`]?$/;
    const named = starts.filter(({ tree }) =>
      findNodes(tree, ts.isStringLiteralLike).some(({ text }) => git.test(text)),
    );
    assert.deepEqual(
      named.map(({ name }) => name),
      ['node/git.ts'],
    );
  });

  it('write in few places: all that a workspace names goes through its guarded folder', () => {
    const places = [
      // The guarded folder: on disk, and over the editor's files.
      'node/diskFolder.ts',
      'vscode/shared/uriFolder.ts',
      // What a person names themselves: on the command line, and in a dialog.
      'node/whereAsked.ts',
      'vscode/shared/saveWhereAsked.ts',
      // The learner's own log and keys, and the copies of the log in `.katapath`.
      'node/credential/fileKeyStore.ts',
      'node/progress/files.ts',
      'node/progress/filesAtOnce.ts',
      'node/proof/signersFile.ts',
      // Runs, in folders of their own beside those of other programs.
      'node/harness/script/channel.ts',
      'node/processes/overlay.ts',
      'node/processes/removeFolder.ts',
      'node/processes/runFolder.ts',
      // Opens by flags, and to read only.
      'node/readRegularFile.ts',
      // Whether a place can be written to is seen by writing to it.
      'node/inspectPlaces.ts',
      // A record and its file get their number together.
      'vscode/documents/renumber.ts',
    ];
    assert.deepEqual(
      sources
        .filter(writes)
        .map(({ name }) => name)
        .sort(),
      [...places].sort(),
    );
    // What the log writes with is at hand for it alone.
    const lent = findImports(
      sources,
      (target, { name }) => target === 'node/progress/files.ts' && !/^node\/(progress|proof|credential)\//.test(name),
    );
    expectNone(lent);
  });

  it('ask in one way: a question stays until it is answered', () => {
    const asks = /\bwindow\.show(?:QuickPick|InputBox|WorkspaceFolderPick)\(/;
    const files = sources.filter(({ tree }) => asks.test(tree.text)).map(({ name }) => name);
    assert.deepEqual(files, ['vscode/shared/ask.ts']);
  });

  it('hold no circle of folders: at every level, what stands side by side can be put on floors', () => {
    const folders = new Set<string>(['']);
    for (const { name } of sources) for (let at = dirname(name); at !== '.'; at = dirname(at)) folders.add(`${at}/`);
    expectNone([...folders].flatMap(findCircles));
  });

  it('hold no circle of files, not even of types', () => {
    const names = new Set(importsOf.keys());
    const circles: string[] = [];
    const done = new Set<string>();
    const follow = (name: string, way: readonly string[]): void => {
      const before = way.indexOf(name);
      if (before >= 0) circles.push([...way.slice(before), name].join(' → '));
      if (before >= 0 || done.has(name)) return;
      for (const next of importsOf.get(name)!) if (names.has(next)) follow(next, [...way, name]);
      done.add(name);
    };
    for (const name of names) follow(name, []);
    expectNone(circles);
  });

  it('keep the features of the editor apart', () => {
    // What features share, from the ground up: the host's own, what is started and graded, rows and choices.
    const common = ['shared', 'library', 'rows'];
    const featureOf = (path: string) => {
      const folder = /^vscode\/(\w+)\//.exec(path)?.[1];
      return folder !== undefined && common.includes(folder) ? undefined : folder;
    };
    expectNone(
      findImports(below('vscode'), (target, { name }) => {
        const [from, to] = [featureOf(name), featureOf(target)];
        return from !== undefined && to !== undefined && from !== to;
      }),
    );
  });
});

describe('The repository', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
  const texts = tracked.filter((name) => /\.(ts|mjs|cjs|js|json|md|py|yml|svg|css|txt)$|^\.[\w/]+$/.test(name));

  /** Lines that hold one of these; this file names them in pieces, so that it does not find itself. */
  function findLines(pattern: RegExp): string[] {
    return texts.flatMap((name) => {
      let text: string;
      try {
        text = readFileSync(name, 'utf8');
      } catch {
        return [];
      }
      return text
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${name}:${index + 1}: ${line.trim().slice(0, 120)}`] : []));
    });
  }

  it('names no folder of the machine it was written on', () => {
    expectNone(
      findLines(
        new RegExp(['/wo' + 'rk/', '/tm' + 'p/kp', '(^|[\\s"\'`=:(])/ro' + 'ot/', '/ho' + 'me/\\w+/'].join('|')),
      ),
    );
  });

  it('names no package registry: the one each machine is set up with is used', () => {
    expectNone(
      findLines(new RegExp('registry\\.' + '(npmjs|yarnpkg|npmmirror)|py' + 'pi\\.org|files\\.python' + 'hosted')),
    );
  });
});
