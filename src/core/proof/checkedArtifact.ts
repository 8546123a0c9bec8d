import { checkArtifact } from '../artifacts/index.ts';
import { HumanError } from '../errors.ts';
import type { Evidence } from '../model/event.ts';
import { artifactEvidence } from './evidence.ts';

/**
 * A file as evidence, checked as the kind the item asks for; where it asks for none, as what the file is.
 *
 * @throws HumanError when it is no artifact, or has errors.
 */
export function checkedArtifact(named: { file: string; text: string }, wanted: string | undefined): Evidence {
  const { kinds, problems } = checkArtifact(named.text, { file: named.file, kind: wanted });
  const [kind] = kinds;
  if (kind) return artifactEvidence(named, { schema: kind.id, problems });
  throw new HumanError(`${named.file} is of no kind that is checked here.`, {
    next: 'Give it as a plain file instead; "katapath artifact kinds" lists what is checked.',
  });
}
