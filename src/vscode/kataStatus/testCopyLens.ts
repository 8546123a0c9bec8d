import {
  CodeLens,
  type Disposable,
  languages,
  Range,
  type CodeLensProvider,
  type TextDocument,
  type Uri,
} from 'vscode';
import { withPlainEndings } from '../../core/katas/hash.ts';
import type { Services } from '../services.ts';
import { kataPage } from '../shared/pages.ts';
import { withIcon } from './codeLens.ts';

/** Above a test file the learner has edited: that the kata's own grades, and how to compare it or get it back. */
export function showTestCopyLens(services: Services): Disposable {
  const provider: CodeLensProvider = {
    async provideCodeLenses(document) {
      const shipped = await shippedTest(document, services);
      return shipped && isEdited(document, shipped) ? lenses(document, shipped) : [];
    },
  };
  return languages.registerCodeLensProvider({ pattern: '**/tests/*' }, provider);
}

/** A test as it comes with the kata. */
interface Shipped {
  readonly uri: Uri;
  readonly text: string;
}

/** The kata's own copy of a visible test file; undefined for every other file. */
async function shippedTest({ uri }: TextDocument, { katas, shelf }: Services): Promise<Shipped | undefined> {
  const started = await katas.of(uri);
  if (!started) return undefined;
  const { kata, marker } = started;
  const name = uri.path.slice(started.uri.path.length + 1);
  const own = `${marker.language}/${name}`;
  const text = await shelf.contentOf(kata.manifest.id).read(own);
  return text === undefined ? undefined : { uri: kataPage(kata.manifest.id, own), text };
}

function isEdited(document: TextDocument, { text }: Shipped): boolean {
  return withPlainEndings(document.getText()) !== withPlainEndings(text);
}

function lenses({ uri }: TextDocument, shipped: Shipped): CodeLens[] {
  const title = 'The kata’s own tests ↔ your copy';
  const top = new Range(0, 0, 0, 0);
  return [
    new CodeLens(top, {
      command: 'vscode.diff',
      title: withIcon('$(info)', 'Edited: runs are graded by the kata’s own copy. Compare'),
      tooltip: 'Your copy can be run by itself, ungraded: “Run Your Copy of the Tests” in the Testing view',
      arguments: [shipped.uri, uri, title],
    }),
    new CodeLens(top, {
      command: 'katapath.restoreTests',
      title: withIcon('$(discard)', 'Restore tests'),
      arguments: [uri],
    }),
  ];
}
