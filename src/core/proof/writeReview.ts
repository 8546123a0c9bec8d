import type { SigningKey } from '../credential/key.ts';
import { HumanError } from '../errors.ts';
import type { Folder } from '../ports.ts';
import { sha256Hex } from '../progress/hash.ts';
import { readRemark } from './remarks.ts';
import { NAMESPACE, parseRequest, printFile, type ReviewFile } from './reviewFiles.ts';
import { signAsSsh } from './sshSignature.ts';

/**
 * For the reviewer: writes a review of a request beside it, signed. Remarks are told as people write them ("BLOCKING:
 * the retry never ends"); each gets an id by which its author can settle it later.
 *
 * @returns the review's file, relative to `folder`; the signature stands beside it with `.sig`.
 */
export async function writeReview({
  folder,
  requestFile,
  reviewer,
  verdict,
  remarks,
  resolves = [],
  now,
  key,
}: {
  /** The root of the repository, or the folder the request was found in. */
  folder: Folder;
  requestFile: string;
  /** The name of the file; who the reviewer is, the key says. */
  reviewer: string;
  verdict: ReviewFile['verdict'];
  remarks: readonly string[];
  resolves?: readonly string[];
  now: number;
  key: SigningKey;
}): Promise<string> {
  const requestText = await folder.read(requestFile);
  const request = requestText === undefined ? undefined : parseRequest(requestText);
  if (!request || requestText === undefined) {
    throw new HumanError(`${requestFile} is no request for a review.`, {
      next: 'Name the request.json that the learner committed under .katapath/reviews/.',
    });
  }
  if (!/^[\w.-]{1,60}$/.test(reviewer)) {
    throw new HumanError(`"${reviewer}" cannot be part of a file name.`, {
      next: 'Use letters, digits, dots and dashes.',
    });
  }
  const place = requestFile.includes('/') ? `${requestFile.slice(0, requestFile.lastIndexOf('/'))}/` : '';
  const taken = new Set((await folder.list(place.slice(0, -1))).map(({ name }) => name));
  let number = 1;
  while (taken.has(`${reviewer}-${number}.json`)) number++;
  const { commit, tree } = request;
  const review: ReviewFile = {
    v: 1,
    request: sha256Hex(requestText),
    commit,
    tree,
    at: new Date(now).toISOString(),
    verdict,
    remarks: remarks.map((remark, index) => ({ id: `${reviewer}-${number}.${index + 1}`, ...readRemark(remark) })),
    resolves,
  };
  const name = `${place}${reviewer}-${number}.json`;
  const text = printFile(review);
  await folder.write(name, text);
  await folder.write(`${name}.sig`, signAsSsh(text, NAMESPACE, key));
  return name;
}
