import type { Detection } from '../documents/index.ts';
import { HumanError } from '../errors.ts';
import type { Problem } from '../problem.ts';
import type { Evidence } from '../model/event.ts';
import { sha256Hex } from '../progress/hash.ts';
import { countTests } from './testReport.ts';

interface NamedText {
  /** Relative to the repository. */
  readonly file: string;
  readonly text: string;
}

export function fileEvidence({ file, text }: NamedText): Evidence {
  return { kind: 'file', file, digest: sha256Hex(text) };
}

/**
 * A design document that checks clean.
 *
 * @throws HumanError naming the first problem a reviewer would have to.
 */
export function documentEvidence(
  { file, text }: NamedText,
  { detection, problems }: { detection: Pick<Detection, 'profile'> | undefined; problems: readonly Problem[] },
): Evidence {
  if (!detection) {
    throw new HumanError(`${file} is not a design document that is known here.`, {
      next: 'Begin one with "katapath new", or give the file as plain file evidence.',
    });
  }
  refuseProblems(file, problems);
  return { kind: 'document', file, digest: sha256Hex(text), profile: detection.profile.id };
}

/** A file that its schema accepts, as `passesArtifact` has it: no errors. `schema` is the id of the kind of artifact. */
export function artifactEvidence(
  { file, text }: NamedText,
  { schema, problems }: { schema: string; problems: readonly Problem[] },
): Evidence {
  refuseProblems(
    file,
    problems.filter(({ severity }) => severity === 'error'),
  );
  return { kind: 'artifact', file, digest: sha256Hex(text), schema };
}

/** A report, with its tests counted where it is of a known form. One with failures proves nothing. */
export function reportEvidence({ file, text }: NamedText): Evidence {
  const count = countTests(text);
  if (count && (count.total === 0 || count.passed < count.total)) {
    throw new HumanError(`${file} reports ${count.passed} of ${count.total} tests passed.`, {
      next: 'Give a report of a run in which every test passed.',
    });
  }
  return { kind: 'report', file, digest: sha256Hex(text), ...count };
}

/** A page. Nothing is fetched: what it says is for the reviewer to read. */
export function urlEvidence(url: string): Evidence {
  return { kind: 'url', url: requireUrl(url) };
}

export function noteEvidence(text: string): Evidence {
  if (text.trim() !== '') return { kind: 'note', text: text.trim() };
  throw new HumanError('The note is empty.', { next: 'Write what you did, in a sentence or more.' });
}

/** An https address without a password in it, in its normal form. */
export function requireUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') return url.href;
  throw new HumanError(`"${text.slice(0, 120)}" is not an https address.`, {
    next: 'Copy the address from the browser, beginning with https://.',
  });
}

/** Advice is no reason to refuse; what a reviewer would ask about is. */
function refuseProblems(file: string, problems: readonly Problem[]): void {
  const serious = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const [first] = serious;
  if (!first) return;
  const count = serious.length === 1 ? '1 problem' : `${serious.length} problems`;
  throw new HumanError(`${file} has ${count}: ${first.message} (${first.code}).`, {
    next: 'Mend what the editor and "katapath lint" or "katapath artifact check" show, then give it again.',
  });
}
