import type { TextRange } from '../../problem.ts';
import type { ContentCode, ContentProblem } from './contentProblem.ts';

/** A problem on a range of a file; without one, on the file as a whole. */
export function atFile(
  file: string,
  code: ContentCode,
  message: string,
  range: TextRange = { start: 0, end: 0 },
): ContentProblem {
  return { file, code, severity: 'error', message, range };
}

export function firstLine(text: string): TextRange {
  return { start: 0, end: Math.max(0, text.indexOf('\n')) };
}
