import {
  DocumentLink,
  Hover,
  Location,
  MarkdownString,
  Position,
  Range,
  type CancellationToken,
  type DefinitionProvider,
  type DocumentLinkProvider,
  type HoverProvider,
  type LocationLink,
  type ReferenceProvider,
  type TextDocument,
} from 'vscode';
import {
  findReferences,
  referenceAt,
  referenceName,
  type Reference,
} from '../../core/documents/features/references.ts';
import { parseDocument, type CorpusEntry } from '../../core/documents/index.ts';
import type { DocumentChecker } from './checker.ts';
import { toRange } from './convert.ts';
import type { FolderDocuments } from './folderDocuments.ts';
import { offsetOf, readOpen, type OpenDocument } from './place.ts';
import { Turns } from './turns.ts';

/**
 * The ways between records. Markdown's own support follows a link's address; this adds its words and numbers
 * (`ADR-017`), and says of all what stands at the other end.
 */
export class RecordReferences implements HoverProvider, DefinitionProvider, DocumentLinkProvider, ReferenceProvider {
  constructor(private readonly checker: DocumentChecker) {}

  provideHover(text: TextDocument, position: Position): Hover | undefined {
    const found = this.find(text, position);
    if (!found) return undefined;
    const { open, reference } = found;
    return new Hover(toCard(reference.target), toRange(open.document, reference.range));
  }

  provideDefinition(text: TextDocument, position: Position): LocationLink[] {
    const found = this.find(text, position);
    if (!found) return [];
    const { open, reference, folder } = found;
    // An address is followed already; a second answer would make the person choose between the same two.
    if (reference.by === 'link' && toRange(open.document, reference.at).contains(position)) return [];
    const start = new Position(folder.library.titleLineOf(reference.target.file), 0);
    return [
      {
        originSelectionRange: toRange(open.document, reference.range),
        targetUri: folder.uriOf(reference.target.file),
        targetRange: new Range(start, start),
      },
    ];
  }

  provideDocumentLinks(text: TextDocument): DocumentLink[] {
    const open = readOpen(this.checker, text);
    if (!open?.folder || !open.corpus || !open.profile) return [];
    const { document, file, corpus, folder } = open;
    return findReferences(document, file, corpus)
      .filter(({ by }) => by === 'number')
      .map(({ range, target }) => {
        const link = new DocumentLink(toRange(document, range), folder.uriOf(target.file));
        link.tooltip = target.title;
        return link;
      });
  }

  /** Every place that names the record under the cursor: the one a reference means, or on its title the document itself. */
  async provideReferences(
    text: TextDocument,
    position: Position,
    { includeDeclaration }: { includeDeclaration: boolean },
    token: CancellationToken,
  ): Promise<Location[]> {
    const open = readOpen(this.checker, text);
    if (!open?.folder || !open.corpus) return [];
    const { document, file, corpus, folder } = open;
    const offset = offsetOf(document, position);
    const title = document.title?.headingRange;
    const isOnTitle = title !== undefined && title.start <= offset && offset <= title.end;
    const target = isOnTitle ? corpus.entry(file) : referenceAt(document, { file, corpus, offset })?.target;
    if (!target) return [];
    const own = includeDeclaration
      ? [new Location(folder.uriOf(target.file), new Position(folder.library.titleLineOf(target.file), 0))]
      : [];
    return [...own, ...(await placesThatName(target, folder, token))];
  }

  private find(
    text: TextDocument,
    position: Position,
  ): { open: OpenDocument; reference: Reference; folder: FolderDocuments } | undefined {
    const open = readOpen(this.checker, text);
    if (!open?.folder || !open.corpus) return undefined;
    const { document, file, corpus, folder } = open;
    const reference = referenceAt(document, { file, corpus, offset: offsetOf(document, position) });
    return reference && { open, reference, folder };
  }
}

/** Looks through every Markdown file of the folder; indexes and notes point to records too. */
async function placesThatName(target: CorpusEntry, folder: FolderDocuments, token: CancellationToken) {
  const places: Location[] = [];
  const turns = new Turns();
  for await (const { name, text } of folder.texts()) {
    if (token.isCancellationRequested) return [];
    if (name !== target.file) {
      const document = parseDocument(text);
      for (const { at, target: named } of findReferences(document, name, folder.library.corpus))
        if (named === target) places.push(new Location(folder.uriOf(name), toRange(document, at)));
    }
    await turns.give();
  }
  return places;
}

function toCard(target: CorpusEntry): MarkdownString {
  const card = new MarkdownString();
  card.appendMarkdown('**').appendText([referenceName(target), target.title].filter(Boolean).join(': '));
  card.appendMarkdown('**\n\n').appendText([target.status, target.date].filter(Boolean).join(' · '));
  return card.appendMarkdown('\n\n').appendText(target.file);
}
