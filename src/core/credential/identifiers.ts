import { hexToBytes } from '@noble/hashes/utils.js';
import { toBase64Url } from './base64url.ts';

/** RFC 6920: the name of some bytes is their SHA-256, so that whoever has the bytes can tell they are the ones. */
export function toNi(digest: string): string {
  return `ni:///sha-256;${toBase64Url(hexToBytes(digest))}`;
}

/** A commit by its own hash; the identifier of Software Heritage where it has one. */
export function toCommitUri(commit: string): string {
  return commit.length === 40 ? `swh:1:rev:${commit}` : `urn:git:sha256:${commit}`;
}

/** The commit that `toCommitUri` named; undefined for any other identifier. */
export function commitOf(uri: string): string | undefined {
  return /^(?:swh:1:rev:([0-9a-f]{40})|urn:git:sha256:([0-9a-f]{64}))$/.exec(uri)?.slice(1).find(Boolean);
}
