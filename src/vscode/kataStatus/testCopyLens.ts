import {
  CodeLens,
  type Disposable,
  languages,
  Range,
  Uri,
  workspace,
  type CodeLensProvider,
  type TextDocument,
} from 'vscode';
import { withPlainEndings } from '../../core/katas/hash.ts';
import type { Services } from '../services.ts';
import { withIcon } from './codeLens.ts';

/** Above a test file the learner has edited: that the kata's own grades, and how to compare it or get it back. */
export function showTestCopyLens(services: Services): Disposable {
  const provider: CodeLensProvider = {
    async provideCodeLenses(document) {
      const shipped = await shippedTest(document, services);
      return shipped && (await isEdited(document, shipped)) ? lenses(document, shipped) : [];
    },
  };
  return languages.registerCodeLensProvider({ pattern: '**/tests/*' }, provider);
}

/** The kata's own copy of a visible test file; undefined for every other file. */
async function shippedTest({ uri }: TextDocument, { katas, contentUri }: Services): Promise<Uri | undefined> {
  const started = await katas.of(uri);
  if (!started) return undefined;
  const { kata, marker } = started;
  const name = uri.path.slice(started.uri.path.length + 1);
  const own = `${marker.language}/${name}`;
  return kata.files.includes(own) ? Uri.joinPath(contentUri, 'exercises', kata.manifest.id, own) : undefined;
}

async function isEdited(document: TextDocument, shipped: Uri): Promise<boolean> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(shipped));
  return withPlainEndings(document.getText()) !== withPlainEndings(text);
}

function lenses({ uri }: TextDocument, shipped: Uri): CodeLens[] {
  const title = 'The kata’s own tests ↔ your copy';
  const top = new Range(0, 0, 0, 0);
  return [
    new CodeLens(top, {
      command: 'vscode.diff',
      title: withIcon('$(info)', 'Edited: runs are graded by the kata’s own copy. Compare'),
      tooltip: 'Your copy can be run by itself, ungraded: “Run Your Copy of the Tests” in the Testing view',
      arguments: [shipped, uri, title],
    }),
    new CodeLens(top, {
      command: 'katapath.restoreTests',
      title: withIcon('$(discard)', 'Restore tests'),
      arguments: [uri],
    }),
  ];
}
