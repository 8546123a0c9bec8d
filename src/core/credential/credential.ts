import type { Signed, Unsigned } from './dataIntegrity.ts';

/** One piece of evidence; `id` names the thing by its own bytes where it has bytes. */
export interface CredentialEvidence {
  readonly id: string;
  readonly type: readonly ['Evidence'];
  readonly name: string;
  readonly narrative?: string;
  readonly genre: string;
}

export interface Profile {
  readonly id: string;
  readonly type: readonly ['Profile'];
  readonly name: string;
}

/** What was achieved: a path, by its digest. */
export interface Achievement {
  /** The digest of the path's definition, as RFC 6920 names it. */
  readonly id: string;
  readonly type: readonly ['Achievement'];
  readonly achievementType: 'LearningProgram';
  readonly name: string;
  readonly description: string;
  readonly criteria: { readonly narrative: string };
  /** Who published the path; one of `publishers`. Version 0.1.0 wrote neither this nor the next two. */
  readonly creator?: Profile;
  /** The path's id. */
  readonly humanCode?: string;
  /** The path's size in words, as `sizeOf` says it. */
  readonly version?: string;
}

/** An Open Badges 3.0 credential on the W3C data model 2.0, without its proofs. */
export interface PathCredential extends Unsigned {
  readonly id: string;
  readonly type: readonly ['VerifiableCredential', 'OpenBadgeCredential'];
  readonly name: string;
  readonly issuer: Profile;
  readonly validFrom: string;
  readonly awardedDate: string;
  readonly credentialSubject: {
    readonly id: string;
    readonly type: readonly ['AchievementSubject'];
    readonly achievement: Achievement;
  };
  readonly evidence: readonly CredentialEvidence[];
  readonly credentialSchema: readonly { readonly id: string; readonly type: '1EdTechJsonSchemaValidator2019' }[];
}

/** What someone else says about a credential. It names the credential, and its bytes by their digest. */
export interface Endorsement extends Unsigned {
  readonly id: string;
  readonly type: readonly ['VerifiableCredential', 'EndorsementCredential'];
  readonly name: string;
  readonly issuer: Profile;
  readonly validFrom: string;
  readonly credentialSubject: {
    readonly id: string;
    readonly type: readonly ['EndorsementSubject'];
    readonly endorsementComment: string;
  };
}

export type SignedCredential = Signed<PathCredential>;
export type SignedEndorsement = Signed<Endorsement>;
