import { documentEvidence } from '../../core/proof/evidence.ts';
import type { Evidence } from '../../core/model/event.ts';
import { openLibrary } from '../documents/openLibrary.ts';
import { readAsked } from '../readGiven.ts';

/**
 * A design document of a folder as evidence, checked beside all the others in it. `file` is relative to the folder.
 *
 * @throws HumanError when it is no design document, or not clean.
 */
export async function readDocumentEvidence(root: string, file: string): Promise<Evidence> {
  const text = (await readAsked(root, file)).toString();
  const { library } = await openLibrary(root);
  return documentEvidence({ file, text }, library.check(file, text));
}
