import { sha256Hex } from '../progress/hash.ts';
import { LABELS, type Remark } from './remarks.ts';

/*
 * A review is plain files in the repository:
 *
 *     .katapath/reviews/<outcome>/<request>/request.json          what to look at: commit and tree
 *                                           <reviewer>-1.json     remarks and a verdict, naming the request by its hash
 *                                           <reviewer>-1.json.sig signature over that file's bytes
 */
export const REVIEWS = '.katapath/reviews';

/** The purpose reviews are signed for: `ssh-keygen -Y sign -n katapath-review`. */
export const NAMESPACE = 'katapath-review';

export interface ReviewRequestFile {
  readonly v: 1;
  readonly outcome: string;
  readonly commit: string;
  readonly tree: string;
  /** What the learner wants to be asked about. */
  readonly asks: readonly string[];
}

export interface ReviewFile {
  readonly v: 1;
  /** SHA-256 of the request's text. */
  readonly request: string;
  readonly commit: string;
  readonly tree: string;
  readonly at: string;
  readonly verdict: 'approve' | 'changes-requested' | 'comment';
  readonly remarks: readonly Remark[];
  /** Ids of earlier remarks of the same reviewer that are settled. */
  readonly resolves: readonly string[];
}

/** Where the files of a request stand, relative to the repository. */
export function requestFolder(outcome: string, requestText: string): string {
  return `${REVIEWS}/${outcome}/${sha256Hex(requestText).slice(0, 16)}`;
}

export function printFile(file: ReviewRequestFile | ReviewFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

const HASH = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
const LARGEST = 256 * 1024;

/** Undefined for what is no request: the file stands in a repository, where anyone may have written. */
export function parseRequest(text: string): ReviewRequestFile | undefined {
  const value = parse(text);
  if (value?.['v'] !== 1 || !isText(value['outcome']) || !isHash(value['commit']) || !isHash(value['tree'])) {
    return undefined;
  }
  return isTexts(value['asks']) ? (value as unknown as ReviewRequestFile) : undefined;
}

export function parseReview(text: string): ReviewFile | undefined {
  const value = parse(text);
  if (value?.['v'] !== 1 || !isHash(value['commit']) || !isHash(value['tree'])) return undefined;
  const { request, at, verdict, remarks, resolves } = value;
  if (typeof request !== 'string' || !/^[0-9a-f]{64}$/.test(request)) return undefined;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return undefined;
  if (!['approve', 'changes-requested', 'comment'].includes(verdict as string)) return undefined;
  if (!Array.isArray(remarks) || !remarks.every(isRemark) || !isTexts(resolves)) return undefined;
  return value as unknown as ReviewFile;
}

function isRemark(value: unknown): value is Remark {
  if (typeof value !== 'object' || value === null) return false;
  const { id, label, text } = value as Record<string, unknown>;
  return isText(id) && isText(text) && LABELS.includes(label as Remark['label']);
}

function parse(text: string): Record<string, unknown> | undefined {
  if (text.length > LARGEST) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isHash(value: unknown): boolean {
  return typeof value === 'string' && HASH.test(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
