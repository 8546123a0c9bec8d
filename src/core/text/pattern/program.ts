import { PatternError, type Code, type Piece, type Place } from './syntax.ts';

/** One step of a pattern: it takes a character, asks for a place, or goes on at one or two other steps. */
export type Step =
  | { readonly kind: 'character'; fits(code: Code): boolean }
  | { readonly kind: 'place'; readonly place: Place }
  | { kind: 'go'; to: number; or?: number }
  | { readonly kind: 'found' };

/**
 * The steps of a pattern; each goes on with the next one, but for a `go`. What is counted is written out. A text is held
 * against all steps at once, so that `most` is also the most work for one character.
 */
export function toProgram(piece: Piece, most: number): readonly Step[] {
  const steps: Step[] = [];
  const put = <T extends Step>(step: T): T => {
    if (steps.length >= most)
      throw new PatternError('is too large once what it counts is written out: count to less, or use maxLength');
    steps.push(step);
    return step;
  };

  function add(part: Piece): void {
    switch (part.kind) {
      case 'character':
      case 'place':
        put(part);
        break;
      case 'sequence':
        part.pieces.forEach(add);
        break;
      case 'either':
        addEither(part.pieces);
        break;
      case 'repeat':
        addRepeat(part);
    }
  }

  function addEither(pieces: readonly Piece[]): void {
    const ends = pieces.map((alternative, index) => {
      const isLast = index === pieces.length - 1;
      const fork = isLast ? undefined : put({ kind: 'go', to: steps.length + 1, or: 0 });
      add(alternative);
      const end = isLast ? undefined : put({ kind: 'go', to: 0 });
      if (fork) fork.or = steps.length;
      return end;
    });
    for (const end of ends) if (end) end.to = steps.length;
  }

  function addRepeat({ piece: part, least, most: times }: Extract<Piece, { kind: 'repeat' }>): void {
    // What takes no step takes none however often it is counted.
    const before = steps.length;
    for (let count = 0; count < least; count++) {
      add(part);
      if (steps.length === before) return;
    }
    if (times === Infinity) {
      const fork = put({ kind: 'go', to: steps.length + 1, or: 0 });
      add(part);
      put({ kind: 'go', to: steps.indexOf(fork) });
      fork.or = steps.length;
      return;
    }
    const forks: Extract<Step, { kind: 'go' }>[] = [];
    for (let count = least; count < times; count++) {
      forks.push(put({ kind: 'go', to: steps.length + 1, or: 0 }));
      add(part);
    }
    for (const fork of forks) fork.or = steps.length;
  }

  add(piece);
  put({ kind: 'found' });
  return steps;
}
