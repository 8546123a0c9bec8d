import { schemas } from 'katapath:schemas';
import type { Severity } from '../problem.ts';
import type { ArtifactLanguage } from './artifactText.ts';

/** What `x-katapath` of a schema in `schemas/artifacts/` says beside its demands. */
interface KindData {
  readonly language: ArtifactLanguage;
  readonly detect: Detection;
  /** A few lines to begin with, for `katapath artifact new`; they have problems to solve. */
  readonly template: readonly string[];
}

/** All that is given must hold for a document to be of this kind. */
export interface Detection {
  /** A regular expression on the path, forward slashes. */
  readonly file?: string;
  /** Regular expressions on top-level values, by key; the key alone must be there where it is `""`. */
  readonly values?: Readonly<Record<string, string>>;
}

/** One demand of a kind: a `$defs` entry of its schema whose key is the code. */
export interface ArtifactRule {
  /** Stable and public: `KA201`. */
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** The reason, and what to do. */
  readonly why: string;
  readonly how: string;
}

/** A kind of file that is checked: one file in `schemas/artifacts/`. */
export interface ArtifactKind {
  /** `kubernetes/deployment` */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly language: ArtifactLanguage;
  readonly detect: Detection;
  /** The lines that `katapath artifact new` writes: of this kind, readable, and wrong. */
  readonly template: readonly string[];
  readonly rules: ReadonlyMap<string, ArtifactRule>;
  readonly validate: (typeof schemas)[string]['validate'];
}

const PREFIX = 'artifacts/';

export const artifactKinds: readonly ArtifactKind[] = Object.entries(schemas)
  .filter(([name]) => name.startsWith(PREFIX))
  .map(([name, { schema, validate }]) => {
    const data = schema['x-katapath'] as KindData;
    const rules = Object.entries(schema['$defs'] as Record<string, RuleData>).map(([code, rule]) => toRule(code, rule));
    return {
      id: name.slice(PREFIX.length),
      title: String(schema['title']),
      description: String(schema['description']),
      language: data.language,
      detect: data.detect,
      template: data.template,
      rules: new Map(rules.map((rule) => [rule.code, rule])),
      validate,
    };
  })
  .sort((a, b) => a.id.localeCompare(b.id));

export function findArtifactKind(id: string): ArtifactKind | undefined {
  return artifactKinds.find((kind) => kind.id === id);
}

interface RuleData {
  readonly title: string;
  readonly description: string;
  readonly 'x-katapath': { readonly severity: Severity; readonly message: string; readonly how: string };
}

function toRule(
  code: string,
  { title, description, 'x-katapath': { severity, message, how } }: RuleData,
): ArtifactRule {
  return { code, name: title, severity, message, why: description, how };
}
