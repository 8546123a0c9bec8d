/**
 * Whether a regular expression repeats what varies in itself, as `(a+)+` and `(a|aa)*` do: on a text that almost fits,
 * trying all the ways to part it takes longer than anyone waits. Stricter than it must be: `(a+b)+` is fine and refused
 * too. What may be repeated has one length, or alternatives of which the next character allows only one.
 */
export function isSlowPattern(source: string): boolean {
  const groups: Group[] = [newGroup()];
  let last = SINGLE;
  for (const [token] of source.matchAll(TOKEN)) {
    const group = groups.at(-1)!;
    const repeat = readRepeat(token);
    if (repeat) {
      const isMany = last.varies && repeat.most > 1;
      if (isMany && (last.isCounted || repeat.most > FEW)) return true;
      take(group, { varies: repeat.most !== repeat.least, isCounted: isMany });
      last = SINGLE;
    } else if (token === ')' && groups.length > 1) {
      const { varies, isCounted, starts } = groups.pop()!;
      last = { varies: varies || !beginApart(starts), isCounted };
      take(groups.at(-1)!, last);
    } else {
      last = SINGLE;
      if (token === '|') group.starts.push('');
      else group.starts[group.starts.length - 1] ||= token;
      if (token.startsWith('(')) groups.push(newGroup());
    }
  }
  return false;
}

/** So often may be repeated what varies: the ways to part a title among so few are soon tried. */
const FEW = 5;

const TOKEN =
  /\\(?:[pPu]\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|k<[^>]*>|[^])|\[(?:\\[^]|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[^]/giu;

interface Piece {
  /** Whether one text can be read as it in several ways, or of several lengths. */
  readonly varies: boolean;
  /** Whether something in it that varies is repeated a few times, so that no more may be asked of it. */
  readonly isCounted: boolean;
}

/** A group that is open: what is known of it so far, and the first token of each alternative. */
interface Group {
  varies: boolean;
  isCounted: boolean;
  readonly starts: string[];
}

const SINGLE: Piece = { varies: false, isCounted: false };

const newGroup = (): Group => ({ ...SINGLE, starts: [''] });

function take(group: Group, { varies, isCounted }: Piece): void {
  group.varies ||= varies;
  group.isCounted ||= isCounted;
}

function readRepeat(token: string): { least: number; most: number } | undefined {
  if (/^[*+?]/.test(token)) return { least: token[0] === '+' ? 1 : 0, most: token[0] === '?' ? 1 : Infinity };
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(token) ?? [];
  if (least === undefined) return undefined;
  return { least: Number(least), most: most ? Number(most) : comma ? Infinity : Number(least) };
}

/** Whether no character begins two of the alternatives. */
function beginApart(starts: readonly string[]): boolean {
  if (starts.length === 1) return true;
  if (starts.some((start) => UNCLEAR.test(start))) return false;
  const patterns = starts.map((start) => ['u', 'iu'].flatMap((flags) => toPattern(start, flags)));
  if (patterns.some((readings) => readings.length === 0)) return false;
  for (let code = 0; code <= 0xffff; code++) {
    const character = String.fromCharCode(code);
    const begun = patterns.filter((readings) => readings.some((pattern) => pattern.test(character)));
    if (begun.length > 1) return false;
  }
  return true;
}

/** No token, a group, one that takes no character, one for what was found before, or for characters beyond those that are tried. */
const UNCLEAR = /^(?:$|[(^$]|\\[bBk1-9]|\\u\{)|[\u{10000}-\u{10ffff}]/u;

function toPattern(start: string, flags: string): RegExp[] {
  for (const used of [flags, flags.replace('u', '')])
    try {
      return [new RegExp(`^${start}$`, used)];
    } catch {
      // An escape that means nothing is an error only with the flag "u".
    }
  return [];
}
