import type { Place } from '../surroundings/place.ts';

/** One repository that somebody sent in bad faith. */
export interface Attack {
  /** The name of its folder. */
  readonly name: string;
  /** What it tries, in a sentence. */
  readonly attempt: string;
  /** Makes it of an ordinary repository. */
  readonly build: (place: Place) => void;
  /** Where the repository has a trap: starts it by an ordinary program, which shows that it is armed. */
  readonly fire?: (place: Place) => unknown;
  /** Which of the six commands meet it, by their first words; all of them unless the others read none of its parts. */
  readonly meets?: readonly string[];
  /** Command lines aimed at it, run after those. */
  readonly commands?: readonly (readonly string[])[];
  /** Places around it that these commands write to because they are asked to: `data/`. */
  readonly writes?: readonly string[];
  /** The profile of the document that is made in it, where it brings one. */
  readonly profile?: string;
  /** Files to open in the editor, beside its documents. */
  readonly opens?: readonly string[];
  /** What must be so afterwards, beside what must be so of all. */
  readonly expect?: (afterwards: Afterwards) => void;
}

export interface Afterwards {
  readonly place: Place;
  /** What each command line, joined by spaces, printed. */
  readonly printed: ReadonlyMap<string, string>;
  /** What the same commands printed in the ordinary repository. */
  readonly ordinary: ReadonlyMap<string, string>;
}
