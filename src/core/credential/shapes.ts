/** What a word of a credential holds. */
export type Word = { readonly iri: string; readonly isOptional?: true } & (
  | { readonly holds: 'text'; readonly datatype?: string }
  | { readonly holds: 'name' }
  | { readonly holds: 'thing' | 'things'; readonly shape: Shape }
);

/** A kind of thing: how it is called in `type`, in order, and every word it may hold. */
export interface Shape {
  readonly types: Readonly<Record<string, string>>;
  /** Known by its own name (`id`), or only as a part of another thing. */
  readonly isNamed: boolean;
  readonly words: Readonly<Record<string, Word>>;
}

const BADGE = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';
const PUBLIC = 'https://schema.org/';
const CREDENTIAL = 'https://www.w3.org/2018/credentials#';
const SECURITY = 'https://w3id.org/security#';
const MOMENT = 'http://www.w3.org/2001/XMLSchema#dateTime';

const text = (iri: string, datatype?: string): Word => ({ holds: 'text', iri, ...(datatype && { datatype }) });
const maybe = (word: Word): Word => ({ ...word, isOptional: true });

const profile: Shape = {
  types: { Profile: `${BADGE}Profile` },
  isNamed: true,
  words: { name: text(`${PUBLIC}name`) },
};

const achievement: Shape = {
  types: { Achievement: `${BADGE}Achievement` },
  isNamed: true,
  words: {
    achievementType: text(`${BADGE}achievementType`),
    name: text(`${PUBLIC}name`),
    description: text(`${PUBLIC}description`),
    criteria: {
      holds: 'thing',
      iri: `${BADGE}Criteria`,
      shape: { types: {}, isNamed: false, words: { narrative: text(`${BADGE}narrative`) } },
    },
    // Version 0.1.0 did not write these.
    creator: maybe({ holds: 'thing', iri: `${BADGE}creator`, shape: profile }),
    humanCode: maybe(text(`${BADGE}humanCode`)),
    version: maybe(text(`${BADGE}version`)),
  },
};

const evidence: Shape = {
  types: { Evidence: `${BADGE}Evidence` },
  isNamed: true,
  words: {
    name: text(`${PUBLIC}name`),
    narrative: maybe(text(`${BADGE}narrative`)),
    genre: text(`${PUBLIC}genre`),
  },
};

const shared = {
  name: text(`${PUBLIC}name`),
  issuer: { holds: 'thing', iri: `${CREDENTIAL}issuer`, shape: profile },
  validFrom: text(`${CREDENTIAL}validFrom`, MOMENT),
} satisfies Record<string, Word>;

const subject = (kind: string, words: Shape['words']): Word => ({
  holds: 'thing',
  iri: `${CREDENTIAL}credentialSubject`,
  shape: { types: { [kind]: `${BADGE}${kind}` }, isNamed: true, words },
});

const types = (kind: string) => ({
  VerifiableCredential: `${CREDENTIAL}VerifiableCredential`,
  [kind]: `${BADGE}${kind}`,
});

/**
 * Everything Katapath signs, word by word, with what the contexts of `CONTEXTS` make of each word. A document of any
 * other shape was not written by it.
 */
export const shapes = {
  OpenBadgeCredential: {
    types: types('OpenBadgeCredential'),
    isNamed: true,
    words: {
      ...shared,
      // The context of Open Badges leaves this datatype as it is written.
      awardedDate: text(`${BADGE}awardedDate`, 'xsd:dateTime'),
      credentialSubject: subject('AchievementSubject', {
        achievement: { holds: 'thing', iri: `${BADGE}achievement`, shape: achievement },
      }),
      evidence: { holds: 'things', iri: `${CREDENTIAL}evidence`, shape: evidence },
      credentialSchema: {
        holds: 'things',
        iri: `${CREDENTIAL}credentialSchema`,
        shape: {
          types: {
            '1EdTechJsonSchemaValidator2019':
              'https://purl.imsglobal.org/spec/vccs/v1p0/context.json#1EdTechJsonSchemaValidator2019',
          },
          isNamed: true,
          words: {},
        },
      },
    },
  },
  EndorsementCredential: {
    types: types('EndorsementCredential'),
    isNamed: true,
    words: {
      ...shared,
      credentialSubject: subject('EndorsementSubject', { endorsementComment: text(`${BADGE}endorsementComment`) }),
    },
  },
  DataIntegrityProof: {
    types: { DataIntegrityProof: `${SECURITY}DataIntegrityProof` },
    isNamed: false,
    words: {
      created: text('http://purl.org/dc/terms/created', MOMENT),
      cryptosuite: text(`${SECURITY}cryptosuite`, `${SECURITY}cryptosuiteString`),
      proofPurpose: { holds: 'name', iri: `${SECURITY}proofPurpose` },
      verificationMethod: { holds: 'name', iri: `${SECURITY}verificationMethod` },
    },
  },
} as const satisfies Record<string, Shape>;
