import canonicalize from 'canonicalize';
import { readContext } from './contexts.ts';

/** RFC 8785: the one way to write this value as JSON. */
export function toCanonicalJson(value: object): string {
  return canonicalize(value) as string;
}

/**
 * RDFC-1.0: what the document says, as sorted statements. Safe mode: a word that no context explains is an error, for
 * it would be left out and so could be changed unnoticed. The library comes when first needed; it is large.
 */
export async function toCanonicalStatements(document: object): Promise<string> {
  const { default: jsonld } = await import('jsonld');
  return jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    base: null,
    rdfDirection: 'i18n-datatype',
    documentLoader: async (url) => ({ contextUrl: null, documentUrl: url, document: await readContext(url) }),
  });
}
