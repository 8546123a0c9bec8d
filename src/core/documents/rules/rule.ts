import type { Fix, Problem, RelatedPlace, Severity, TextRange } from '../../problem.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusEntry } from '../corpus/entry.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Section } from '../model/sections.ts';
import type { Failure, Profile } from '../profiles/profile.ts';

/** `structural` and `corpus` may gate; `prose` never changes an exit code unless the configuration names it in `gate`. */
export type RuleClass = 'structural' | 'corpus' | 'prose';

export interface Rule {
  /** Stable and public: `KP301`. */
  readonly code: `KP${number}`;
  /** Stable and public: `section-missing`. */
  readonly name: string;
  readonly class: RuleClass;
  /** `automatic` in a format that was detected, `strict` in one that was chosen (the roadmap's forms, `preset: strict`). */
  readonly severity: { readonly automatic: Severity | 'off'; readonly strict: Severity | 'off' };
  /** One sentence for lists of rules; the page in `media/rules/<code>.md` says more. */
  readonly summary: string;
  /** Problems read off the document. */
  check?(document: DesignDocument, context: RuleContext): Iterable<Finding>;
  /** Which demands of a profile's schema this rule speaks for, and in which words. */
  readonly schema?: {
    handles(failure: Failure): boolean;
    explain(failure: Failure, document: DesignDocument, context: RuleContext): Finding | undefined;
  };
}

/** A problem before the engine adds code and severity. `severity` overrides the rule's own where one case weighs differently. */
export interface Finding {
  readonly range: TextRange;
  readonly message: string;
  readonly severity?: Severity;
  readonly fix?: Fix;
  readonly tags?: Problem['tags'];
  readonly related?: readonly RelatedPlace[];
}

export interface RuleContext {
  readonly profile: Profile;
  /** The section the profile calls `key`, whatever its heading says. */
  section(key: string): Section | undefined;
  /** The document's path in its workspace, when it has one. */
  readonly file: string | undefined;
  readonly strict: boolean;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What is known of the other documents; rules of class `corpus` are silent without it. */
  readonly corpus: Corpus | undefined;
  /** What the others know of this one. */
  readonly own: CorpusEntry | undefined;
  /** Whether another rule speaks here: what that one reports, this one need not. */
  isOn(rule: Rule): boolean;
  /** Word lists of the configuration by name (`vague`, `placeholders`, `todo`), lower case. */
  words(list: string): readonly string[];
}
