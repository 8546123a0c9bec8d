/**
 * What the words in a credential mean, in the order the standards ask for. `shapes` holds what they make of our words:
 * none is ever loaded, and a document with other contexts is refused.
 */
export const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
] as const;
