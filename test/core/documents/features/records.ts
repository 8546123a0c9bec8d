import { DocumentLibrary, parseDocument, type DesignDocument } from '../../../../src/core/documents/index.ts';

/** A small workspace of records, and where the `|` in one of them stands. */
export function openRecords(files: Readonly<Record<string, string>>): {
  library: DocumentLibrary;
  document: DesignDocument;
  file: string;
  offset: number;
} {
  const library = new DocumentLibrary({ workspace: 'work', today: () => '2026-01-01' });
  const [file, marked] = Object.entries(files).find(([, text]) => text.includes('‸')) ?? Object.entries(files)[0]!;
  for (const [name, text] of Object.entries(files)) library.put(name, text.replace('‸', ''));
  library.setFiles(Object.keys(files));
  const offset = Math.max(marked.indexOf('‸'), 0);
  return { library, file, offset, document: parseDocument(marked.replace('‸', '')) };
}

export const accepted = (title: string, status = 'Accepted') => `# ${title}

Date: 2024-01-10

## Status

${status}

## Context

Orders and users are related.

## Decision

We will keep both in one store.

## Consequences

One machine takes all writes.
`;
