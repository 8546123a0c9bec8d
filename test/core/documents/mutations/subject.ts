import { DocumentLibrary, type DesignDocument, type Profile } from '../../../../src/core/documents/index.ts';
import { findSections } from '../../../../src/core/documents/schema/view.ts';
import type { Section } from '../../../../src/core/documents/model/sections.ts';
import type { Problem } from '../../../../src/core/problem.ts';
import { today } from '../../../support/checkExample.ts';

/** A clean document that is about to be damaged. */
export interface Subject {
  readonly file: string;
  readonly text: string;
  readonly document: DesignDocument;
  readonly profile: Profile;
  /** Whether every file beside it is known, so that a broken link can be told. */
  readonly hasSiblings: boolean;
  section(key: string): Section | undefined;
  /** What a changed text has, under its own name or another. */
  check(text: string, file?: string): readonly Problem[];
}

/** The document among its siblings; or what is wrong with it, for damage cannot be told from what was there before. */
export function toSubject(
  file: string,
  text: string,
  { workspace, siblings }: { workspace: string; siblings?: ReadonlyMap<string, string> },
): Subject | string {
  const library = new DocumentLibrary({ workspace, today: () => today });
  if (siblings) library.setFiles([...siblings.keys(), file]);
  for (const [name, words] of siblings ?? []) library.put(name, words);
  const check = (changed: string, name = file) => {
    if (name !== file) library.remove(file);
    library.put(name, changed);
    const { problems } = library.check(name, changed);
    if (name !== file) library.remove(name);
    return problems;
  };
  library.put(file, text);
  const { document, detection, problems } = library.check(file, text);
  const dirt = problems.filter(({ severity }) => severity !== 'hint');
  if (!detection || dirt.length > 0)
    return dirt.map(({ code, range }) => `${code} on "${document.slice(range)}"`).join(', ') || 'no design document';
  const sections = findSections(document, detection.profile);
  return {
    file,
    text,
    document,
    profile: detection.profile,
    hasSiblings: siblings !== undefined,
    section: (key) => sections.get(key),
    check,
  };
}
