import { toProgram, type Step } from './program.ts';
import { readPattern, toWordTest, type Code, type Flags } from './syntax.ts';

export { PatternError, type Flags } from './syntax.ts';

/** A regular expression of a stranger: it answers in a time that grows with the text alone, whatever it is. */
export interface Pattern {
  readonly source: string;
  test(text: string): boolean;
}

/**
 * The platform's own regular expressions try one way after another, and some patterns (`(a|a)*b`, `.*.*.*x`) have more
 * ways than anyone can wait for. Here a text goes through once, and every way is followed at the same time
 * (K. Thompson, "Regular Expression Search Algorithm", CACM 11, 1968). The sets of steps that came up are kept, so that
 * an ordinary text costs one look-up for each character; the number that is kept is bounded.
 *
 * What only trying can answer, a back-reference and a look ahead, is refused, and so is what is too large: a
 * `PatternError` says which.
 */
export function compilePattern(source: string, flags: Flags, mostSteps = MOST_STEPS): Pattern {
  return new Machine(source, toProgram(readPattern(source, flags), mostSteps), flags);
}

/**
 * A step costs 100,000 characters about a millisecond in the worst pattern that could be made up, and next to nothing in
 * one that a person writes. `.{1,120}`, a line of a bounded length, needs 240 of them.
 */
const MOST_STEPS = 260;

type Character = Extract<Step, { kind: 'character' }>;

/** What stands before or behind a place, as far as `^`, `$` and `\b` ask. */
type Side = 'nothing' | 'word' | 'other';

/** Where the ways through a pattern have got to, after some character. */
interface Standing {
  readonly steps: readonly number[];
  readonly before: Side;
  /** Where the ways are after one more character; `found` when the text has already fitted. */
  readonly next: Map<Code, Standing | 'found'>;
}

/** What is kept for a pattern at most; each is about a hundred bytes. */
const MOST_KEPT = 1000;
/** The characters whose answers are kept at most: a text has few that are its own. */
const MOST_CODES = 250;
const END = -1;
const UNASKED = 0;
const YES = 1;
const NO = 2;

class Machine implements Pattern {
  private readonly isWord: (code: Code) => boolean;
  private readonly byPoints: boolean;
  private readonly seen: Uint32Array;
  private readonly stack: Int32Array;
  /** The different characters of the steps, and of each step which one it is; -1 for a step of another kind. */
  private readonly characters: readonly Character[];
  private readonly characterOf: Int16Array;
  /** Of each code which of those characters it fits: 0 where nobody has asked yet. */
  private readonly answers = new Map<Code, Uint8Array>();
  private round = 0;
  private kept = 0;
  private standings = new Map<string, Standing>();
  private first: Standing;

  constructor(
    readonly source: string,
    private readonly program: readonly Step[],
    private readonly flags: Flags,
  ) {
    this.isWord = toWordTest(flags);
    this.byPoints = flags.includes('u');
    this.characters = [...new Set(program.filter((step) => step.kind === 'character'))];
    const places = new Map<Step, number>(this.characters.map((character, index) => [character, index]));
    this.characterOf = Int16Array.from(program, (step) => places.get(step) ?? -1);
    this.seen = new Uint32Array(program.length);
    // Each step is put there by two others at most, and once as a beginning.
    this.stack = new Int32Array(3 * program.length + 1);
    this.first = this.keep([], 'nothing');
  }

  /** As a platform's own says it: the schema library tells patterns apart by this. */
  toString(): string {
    return `/${this.source}/${this.flags}`;
  }

  test(text: string): boolean {
    let standing = this.first;
    // A text that has brought up more than is kept goes on without keeping: it would push out its own.
    let keeps = true;
    for (let at = 0; at < text.length;) {
      const code = this.byPoints ? text.codePointAt(at)! : text.charCodeAt(at);
      at += code > 0xffff ? 2 : 1;
      const next = standing.next.get(code) ?? this.goOn(standing, code, keeps);
      if (next === 'found') return true;
      standing = next;
      if (this.kept > MOST_KEPT) {
        this.forget();
        keeps = false;
      }
    }
    return (standing.next.get(END) ?? this.goOn(standing, END, keeps)) === 'found';
  }

  private goOn(standing: Standing, code: Code, keeps: boolean): Standing | 'found' {
    const side = code === END ? 'nothing' : this.isWord(code) ? 'word' : 'other';
    const steps = this.follow(standing, side, code);
    const next = steps === 'found' ? steps : keeps ? this.keep(steps, side) : toStanding(steps, side);
    if (keeps) {
      standing.next.set(code, next);
      this.kept++;
    }
    return next;
  }

  /** One character further, on every way at once. A way may begin at any place of the text: step 0 is always one. */
  private follow({ steps, before }: Standing, behind: Side, code: Code): number[] | 'found' {
    const { program, characterOf, stack, seen } = this;
    const answers = this.answersFor(code);
    const round = ++this.round;
    const next: number[] = [];
    let height = 0;
    stack[height++] = 0;
    for (const step of steps) stack[height++] = step;
    while (height > 0) {
      const at = stack[--height]!;
      if (seen[at] === round) continue;
      seen[at] = round;
      const character = characterOf[at]!;
      if (character >= 0) {
        // Asked once for each code, however many steps wait for it: that is most of the work of a large set.
        if (answers[character] === UNASKED) answers[character] = this.fits(character, code);
        if (answers[character] === YES) next.push(at + 1);
        continue;
      }
      const step = program[at]!;
      if (step.kind === 'character') continue;
      if (step.kind === 'go') {
        if (step.or !== undefined) stack[height++] = step.or;
        stack[height++] = step.to;
      } else if (step.kind === 'found') return 'found';
      else if (holds[step.place](before, behind)) stack[height++] = at + 1;
    }
    return next;
  }

  private fits(character: number, code: Code): number {
    return code !== END && this.characters[character]!.fits(code) ? YES : NO;
  }

  private answersFor(code: Code): Uint8Array {
    let known = this.answers.get(code);
    if (known) return known;
    if (this.answers.size >= MOST_CODES) this.answers.clear();
    this.answers.set(code, (known = new Uint8Array(this.characters.length)));
    return known;
  }

  private keep(steps: number[], before: Side): Standing {
    const key = `${before} ${steps.sort((a, b) => a - b).join(' ')}`;
    let known = this.standings.get(key);
    if (!known) this.standings.set(key, (known = toStanding(steps, before)));
    return known;
  }

  private forget(): void {
    this.kept = 0;
    this.standings = new Map();
    this.first = this.keep([], 'nothing');
  }
}

const toStanding = (steps: readonly number[], before: Side): Standing => ({ steps, before, next: new Map() });

const holds = {
  start: (before: Side) => before === 'nothing',
  end: (_before: Side, behind: Side) => behind === 'nothing',
  edge: (before: Side, behind: Side) => (before === 'word') !== (behind === 'word'),
  inside: (before: Side, behind: Side) => (before === 'word') === (behind === 'word'),
} as const;
