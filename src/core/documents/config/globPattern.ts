import { PatternError } from '../../text/pattern/pattern.ts';

/** A glob as a regular expression that a whole path must fit; a `PatternError` says why it is none. */
export function toGlobSource(glob: string): string {
  if (glob.length > LONGEST) throw new PatternError(`is longer than ${LONGEST} characters: say it in several`);
  const isFolder = /\/$/.test(glob);
  const name = trimSlashes(glob);
  const rooted = name.includes('/') ? name.replace(/^\.?\//, '') : `**/${name}`;
  const below = isFolder ? '/[^]*' : /[*?{[][^/]*$/.test(rooted) ? '' : '(?:/[^]*)?';
  return `^${[...readGlob(rooted)].join('')}${below}$`;
}

const LONGEST = 500;

/** Numbers of one `{1..9}`; each is written out. */
const MOST_NUMBERS = 100;

function trimSlashes(glob: string): string {
  let end = glob.length;
  while (glob[end - 1] === '/') end--;
  return glob.slice(0, end);
}

function* readGlob(glob: string): Generator<string> {
  const closings = pairBraces(glob);
  /** Whether each brace that is open here has alternatives: one that has none is a letter. */
  for (let at = 0; at < glob.length; at++) {
    const character = glob[at]!;
    const rest = glob.slice(at);
    const isSegment = at === 0 || glob[at - 1] === '/';
    const folders = isSegment ? /^(?:\*\*\/)+/.exec(rest)?.[0] : undefined;
    const stars = /^\*+/.exec(rest)?.[0];
    const numbers = /^\{(-?\d{1,15})\.\.(-?\d{1,15})\}/.exec(rest);
    const letters = /^\{([a-z])\.\.([a-z])\}/i.exec(rest);
    const list = /^\[[!^]?\]?[^\]/]*\]/.exec(rest)?.[0];
    if (folders) {
      yield '(?:[^/]*/)*';
      at += folders.length - 1;
    } else if (/^\/\*\*+$/.test(rest)) {
      yield '(?:/[^]*)?';
      return;
    } else if (stars) {
      yield stars.length > 1 && isSegment && at + stars.length === glob.length ? '[^]*' : '[^/]*';
      at += stars.length - 1;
    } else if (character === '?') yield '[^/]';
    else if (numbers) {
      yield countFrom(Number(numbers[1]), Number(numbers[2]));
      at += numbers[0].length - 1;
    } else if (letters) {
      yield `[${[letters[1]!, letters[2]!].sort().join('-')}]`;
      at += letters[0].length - 1;
    } else if (list) {
      yield toClass(list);
      at += list.length - 1;
    } else yield closings.get(at) ?? escape(character);
  }
}

/** What the braces and commas stand for that belong to a `{a,b}`: `{` without an end, or without a comma, is a letter. */
function pairBraces(glob: string): ReadonlyMap<number, string> {
  const meanings = new Map<number, string>();
  const open: { at: number; commas: number[] }[] = [];
  for (let at = 0; at < glob.length; at++) {
    if (glob[at] === '{') open.push({ at, commas: [] });
    else if (glob[at] === ',') open.at(-1)?.commas.push(at);
    else if (glob[at] === '}') {
      const group = open.pop();
      if (!group || group.commas.length === 0) continue;
      meanings.set(group.at, '(?:').set(at, ')');
      for (const comma of group.commas) meanings.set(comma, '|');
    }
  }
  return meanings;
}

function countFrom(one: number, other: number): string {
  const [least, most] = [Math.min(one, other), Math.max(one, other)];
  if (most - least >= MOST_NUMBERS)
    throw new PatternError(`counts to more than ${MOST_NUMBERS} ("{${one}..${other}}"): write [0-9] for each digit`);
  return `(?:${Array.from({ length: most - least + 1 }, (_, step) => least + step).join('|')})`;
}

/** `[a-z]`, and `[!a-z]` for all others but the slash. */
function toClass(list: string): string {
  const isNegated = /^\[[!^]/.test(list);
  const characters = [...list.slice(isNegated ? 2 : 1, -1)];
  const escaped = characters.map((character, index) =>
    character === '-' && index > 0 && index < characters.length - 1
      ? '-'
      : `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
  return `[${isNegated ? '^/' : ''}${escaped.join('')}]`;
}

const escape = (character: string) => character.replace(/[.*+?^$()[\]{}|\\/]/gu, '\\$&');
