import canonicalize from 'canonicalize';

/** RFC 8785: the one way to write this value as JSON. */
export function toCanonicalJson(value: object): string {
  return canonicalize(value) as string;
}
