import { isReadAlike } from '../text/alike.ts';
import type { Achievement, Profile } from './credential.ts';
import { type KnownPath } from './knownPaths.ts';

/** Who can have published a path. A credential names one of the two, word for word. */
export const publishers = {
  katapath: { id: 'https://github.com/katapath/katapath', type: ['Profile'], name: 'Katapath' },
  workspace: { id: 'urn:katapath:workspace', type: ['Profile'], name: 'The learner’s own workspace' },
} as const satisfies Record<string, Profile>;

/**
 * Whose path a credential is for. `shipped`: one of Katapath, by its digest. `workspace`: one of the learner's own.
 * `unnamed`: a credential of version 0.1.0 for a path that Katapath never shipped. `unconfirmed`: it goes by the name of a
 * path of Katapath, and no version of that is known with its digest.
 */
export interface PathReport {
  readonly kind: 'shipped' | 'workspace' | 'unnamed' | 'unconfirmed';
  /** The same in a sentence. */
  readonly words: string;
}

/** Whose path it is, told by the digest wherever that is known; `flaw` when the credential contradicts itself. */
export function judgePath(
  achievement: Achievement,
  known: readonly KnownPath[],
): PathReport | { readonly kind: 'flawed'; readonly flaw: string } {
  const { id: digest, name: title, creator, humanCode, version: size } = achievement;
  const isNamed = creator !== undefined;
  if (isNamed !== (humanCode !== undefined) || isNamed !== (size !== undefined))
    return flawed('it says who published its path, but not which path that is');
  if (size !== undefined && !/^\d+ outcomes?, \d+ items?$/.test(size))
    return flawed('it does not say how large its path is');
  const same = known.find((path) => path.digest === digest);
  if (same) {
    const isHonest =
      title === same.title &&
      (!isNamed || (isPublisher(creator, 'katapath') && humanCode === same.id && size === same.size));
    if (!isHonest) return flawed('it has the digest of one path and the name of another');
    const release = same.release === undefined ? 'this version ships it' : `version ${same.release} shipped it`;
    const silence = isNamed
      ? ''
      : ' The credential does not name it as such, for Katapath 0.1.0 did not; its digest does.';
    return { kind: 'shipped', words: `The path of Katapath as ${release}: ${same.size}.${silence}` };
  }
  const alike = known.find((path) => isReadAlike(path.title, title) || isReadAlike(path.id, humanCode ?? ''));
  if (!isNamed && !alike)
    return {
      kind: 'unnamed',
      words:
        'Not a path of Katapath. Who published it is not said: Katapath 0.1.0, which issued this, did not write that.',
    };
  if (isNamed && isPublisher(creator, 'workspace')) {
    if (alike) return flawed(`a path of a workspace goes by the name of Katapath’s path “${alike.title}”`);
    return { kind: 'workspace', words: `Not a path of Katapath: published by the learner’s own workspace, ${size!}.` };
  }
  if (isNamed && !isPublisher(creator, 'katapath'))
    return flawed('its path is published by somebody Katapath never names');
  return { kind: 'unconfirmed', words: doubt(alike, size) };
}

function doubt(alike: KnownPath | undefined, size: string | undefined): string {
  const silence = size ? '' : ' does not say who published its path, and';
  const claim = alike
    ? `goes by the name of Katapath’s path “${alike.title}”`
    : 'says that Katapath published its path';
  const difference = size ? `, with ${size}` : '';
  const shipped = alike ? `: this Katapath knows it with ${alike.size}` : '';
  return `It${silence} ${claim}${difference}, and no version known here is that one${shipped}. Either a later Katapath ships it, or Katapath never published it.`;
}

function isPublisher(creator: Profile, name: keyof typeof publishers): boolean {
  return JSON.stringify([creator.id, creator.type, creator.name]) === JSON.stringify(Object.values(publishers[name]));
}

function flawed(flaw: string) {
  return { kind: 'flawed', flaw } as const;
}
