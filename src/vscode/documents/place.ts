import { CodeActionKind, type CodeActionContext, type Position, type Range, type TextDocument } from 'vscode';
import type { Corpus, DesignDocument, Profile } from '../../core/documents/index.ts';
import type { Problem } from '../../core/problem.ts';
import type { DocumentChecker } from './checker.ts';
import { toRange } from './convert.ts';
import type { FolderDocuments } from './folderDocuments.ts';

/** A design document in an editor, with what is known of those around it. */
export interface OpenDocument {
  readonly document: DesignDocument;
  readonly profile: Profile | undefined;
  readonly folder: FolderDocuments | undefined;
  /** Its path in the folder. */
  readonly file: string;
  readonly corpus: Corpus | undefined;
}

/** Reads a text in an editor as it stands now; undefined for what is no Markdown. */
export function readOpen(checker: DocumentChecker, text: TextDocument): OpenDocument | undefined {
  const checked = checker.resultOf(text);
  if (!checked) return undefined;
  const folder = checker.folderOf(text.uri);
  return {
    document: checked.document,
    profile: checked.detection?.profile,
    folder,
    file: folder ? folder.nameOf(text.uri) : text.uri.path.slice(1),
    corpus: folder?.library.corpus,
  };
}

/** The editor's offsets are the core's: both count UTF-16 units of the text as it stands. */
export function offsetOf({ lines }: DesignDocument, { line, character }: Position): number {
  return lines.toOffset({ line, column: character });
}

/** What was found on some lines of a text; undefined when no quick fix is asked for. */
export function problemsToFix(
  checker: DocumentChecker,
  text: TextDocument,
  range: Range,
  { only }: Pick<CodeActionContext, 'only'>,
): { readonly document: DesignDocument; readonly problems: readonly Problem[] } | undefined {
  if (only && !only.intersects(CodeActionKind.QuickFix)) return undefined;
  const checked = checker.resultOf(text);
  if (!checked) return undefined;
  const { document, problems } = checked;
  return { document, problems: problems.filter((problem) => toRange(document, problem.range).intersection(range)) };
}
