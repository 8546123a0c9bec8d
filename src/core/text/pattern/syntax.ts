/** One character of a text, as its code: a code point with the flag `u`, else a code unit. */
export type Code = number;

/** What a pattern is made of. Groups are gone: whether a text fits is asked, never which words stood where. */
export type Piece =
  | { readonly kind: 'character'; fits(code: Code): boolean }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'sequence'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'either'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'repeat'; readonly piece: Piece; readonly least: number; readonly most: number };

/** `^`, `$`, `\b` and `\B`. */
export type Place = 'start' | 'end' | 'edge' | 'inside';

export type Flags = '' | 'i' | 'u' | 'iu';

/** Why a pattern is not taken: what it has, and what to write there. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** Longer than any pattern that a person can still read. */
const LONGEST = 2000;
const DEEPEST = 100;

/**
 * Reads a regular expression. What it means is left to the platform wherever one character is asked about: `\d`,
 * `[^a-z]`, `\p{Lu}` and a letter in any case are the platform's own, held against one character.
 */
export function readPattern(source: string, flags: Flags): Piece {
  if (source.length > LONGEST) throw new PatternError(`is longer than ${LONGEST} characters: say it in less`);
  try {
    // Whether it is a regular expression at all, the platform knows best; it is never held against a text.
    new RegExp(source, flags);
  } catch {
    throw new PatternError('is not a regular expression');
  }
  const token = flags.includes('u') ? TOKEN_OF_POINTS : TOKEN_OF_UNITS;
  return new Reader(
    [...source.matchAll(token)].map(([found]) => found),
    flags,
  ).readAll();
}

/** Whether a character is one of a word's, as `\b` asks. */
export function toWordTest(flags: Flags): (code: Code) => boolean {
  return characterTest('\\w', flags);
}

const GROUP = String.raw`\((?:\?(?:<[^=!>][^>]*>|<?[^<]))?`;
const CLASS = String.raw`\[(?:\\[^]|[^\]\\])*\]`;
const REPEAT = String.raw`(?:[*+?]|\{\d+(?:,\d*)?\})\??`;
const PAIR = String.raw`\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}`;
const POINT = String.raw`\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[^])`;
const UNIT = String.raw`\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|0[0-7]{0,2}|[^])`;
const TOKEN_OF_POINTS = new RegExp(`${PAIR}|${POINT}|${CLASS}|${GROUP}|${REPEAT}|[^]`, 'gu');
const TOKEN_OF_UNITS = new RegExp(`${UNIT}|${CLASS}|${GROUP}|${REPEAT}|[^]`, 'g');

const PLACES: Readonly<Record<string, Place>> = { '^': 'start', $: 'end', '\\b': 'edge', '\\B': 'inside' };

class Reader {
  private at = 0;
  private depth = 0;
  private readonly known = new Map<string, Piece>();

  constructor(
    private readonly tokens: readonly string[],
    private readonly flags: Flags,
  ) {}

  readAll(): Piece {
    return this.readAlternatives();
  }

  private readAlternatives(): Piece {
    const alternatives = [this.readSequence()];
    while (this.tokens[this.at] === '|') {
      this.at++;
      alternatives.push(this.readSequence());
    }
    return alternatives.length === 1 ? alternatives[0]! : { kind: 'either', pieces: alternatives };
  }

  private readSequence(): Piece {
    const pieces: Piece[] = [];
    for (; this.at < this.tokens.length; this.at++) {
      const token = this.tokens[this.at]!;
      if (token === '|' || token === ')') break;
      const repeat = readRepeat(token);
      pieces.push(repeat ? { kind: 'repeat', piece: pieces.pop()!, ...repeat } : this.readPiece(token));
    }
    return { kind: 'sequence', pieces };
  }

  private readPiece(token: string): Piece {
    if (token.startsWith('(')) return this.readGroup(token);
    if (/^\\[1-9k]/.test(token))
      throw new PatternError(`refers back to what it found ("${token}"): write out what may stand there`);
    const known = this.known.get(token) ?? this.toPiece(token);
    this.known.set(token, known);
    return known;
  }

  private readGroup(token: string): Piece {
    if (/^\(\?<?[=!]/.test(token))
      throw new PatternError(
        `looks ahead or behind ("${token}"): write what may stand there, or use a second demand with "not"`,
      );
    if (token.length > 1 && !/^\(\?[:<]/.test(token))
      throw new PatternError(`has a group that is not known here ("${token}"): use (?:…)`);
    if (++this.depth > DEEPEST) throw new PatternError(`has more than ${DEEPEST} groups within each other`);
    this.at++;
    const piece = this.readAlternatives();
    this.depth--;
    return piece;
  }

  private toPiece(token: string): Piece {
    const place = PLACES[token];
    if (place) return { kind: 'place', place };
    return { kind: 'character', fits: characterTest(token, this.flags) };
  }
}

function characterTest(token: string, flags: Flags): (code: Code) => boolean {
  const isLetter = !/^[\\[.]/.test(token) && !flags.includes('i');
  if (isLetter) {
    const wanted = token.codePointAt(0)!;
    return (code) => code === wanted;
  }
  const pattern = new RegExp(`^${/^[\]{}]$/.test(token) ? `\\${token}` : token}$`, flags);
  // Many places of a pattern ask the same class about the same character, one after the other.
  let [last, answer] = [-1, false];
  return (code) => {
    if (code !== last) [last, answer] = [code, pattern.test(String.fromCodePoint(code))];
    return answer;
  };
}

function readRepeat(token: string): { least: number; most: number } | undefined {
  const [, sign, least, comma, most] = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??$/.exec(token) ?? [];
  if (sign) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
  if (least === undefined) return undefined;
  return { least: Number(least), most: most ? Number(most) : comma ? Infinity : Number(least) };
}
