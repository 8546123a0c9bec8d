import { spendTime } from '../budget.ts';
import { toIncomplete } from '../incomplete.ts';
import type { Config } from '../model/config.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { Problem, TextRange } from '../problem.ts';
import { readPointer } from '../text/json.ts';
import { LARGEST, type ArtifactDocument, type ArtifactLanguage, type ArtifactText } from './artifactText.ts';
import { detectArtifact, findUnreadDirective, kindNamed, languageOf, readArtifactDirective } from './detect.ts';
import type { ArtifactKind } from './kind.ts';
import { readDockerfile } from './read/dockerfile.ts';
import { readMermaid } from './read/mermaid.ts';
import { readYaml } from './read/yaml.ts';

export interface ArtifactOptions {
  /** The file's path, forward slashes. */
  readonly file: string;
  /** The kind it must be; otherwise the file's own words decide, and then what it looks like. */
  readonly kind?: string | undefined;
  readonly rules?: Config['rules'];
}

export interface ArtifactResult {
  /** The kinds found in it, each once; none when the file is not ours, and then there are no problems. */
  readonly kinds: readonly ArtifactKind[];
  /** In the order of their places. */
  readonly problems: readonly Problem[];
  readonly lines: LineIndex;
}

/** The text is not what its kind is written in. */
export const UNREADABLE = 'KA001';
/** Its check came to no end. */
const INCOMPLETE = 'KA004';

const readers: Readonly<Record<ArtifactLanguage, (text: string) => ArtifactText>> = {
  yaml: readYaml,
  json: readYaml,
  dockerfile: readDockerfile,
  mermaid: readMermaid,
};

/**
 * Checks one file against the schema of its kind. A file of several documents is checked document by document: with a
 * kind given, those of another kind are left alone, and one at least must be of it.
 */
export function checkArtifact(text: string, options: ArtifactOptions): ArtifactResult {
  const result = tryContents(text, options);
  const unread = findUnreadDirective(text);
  return unread ? { ...result, problems: [toUnread(unread), ...result.problems] } : result;
}

/** What would otherwise be passed over in silence, and the file taken for another kind or for none. */
const toUnread = (range: TextRange): Problem => ({
  code: 'KA003',
  severity: 'error',
  message:
    'This is not understood. Write "katapath: artifact=" and a kind that "katapath artifact kinds" lists, or "katapath: artifact=none".',
  range,
});

/** Whatever goes wrong is told of this file: the others are checked all the same. */
function tryContents(text: string, options: ArtifactOptions): ArtifactResult {
  try {
    return checkContents(text, options);
  } catch (error) {
    return { kinds: [], problems: [toIncomplete(INCOMPLETE, error, text)], lines: new LineIndex(text) };
  }
}

function checkContents(text: string, options: ArtifactOptions): ArtifactResult {
  const lines = new LineIndex(text);
  const named = options.kind ?? readArtifactDirective(text);
  if (named === 'none' || text.length > LARGEST) return { kinds: [], problems: [], lines };
  const wanted = kindNamed(named);
  const language = wanted?.language ?? languageOf(options.file);
  if (language === undefined) return { kinds: [], problems: [], lines };
  const { documents, errors } = readers[language](text);
  const found = documents.map((document) => ({ document, kind: detectArtifact(options.file, document) }));
  const chosen = wanted ? choose(found, wanted) : found.filter((each) => each.kind !== undefined);
  const kinds = [...new Set(chosen.map(({ kind }) => kind!))];
  if (!wanted && kinds.length === 0) return { kinds: [], problems: [], lines };
  if (documents.length === 0 && errors.length === 0)
    return { kinds: wanted ? [wanted] : [], problems: [nothingHere(text)], lines };
  const problems = [
    ...errors.map(({ message, range }): Problem => ({ code: UNREADABLE, severity: 'error', message, range })),
    ...chosen.flatMap(({ document, kind }) => [...findProblems(document, kind!, options.rules ?? {})]),
  ];
  return { kinds: wanted ? [wanted] : kinds, problems: problems.sort((a, b) => a.range.start - b.range.start), lines };
}

/** Whether the file proves an item of this kind: it is one, and nothing in it is an error. */
export function passesArtifact(text: string, options: ArtifactOptions & { readonly kind: string }): boolean {
  const { kinds, problems } = checkArtifact(text, options);
  return kinds.length > 0 && !problems.some(({ severity }) => severity === 'error');
}

function nothingHere(text: string): Problem {
  const range = { start: 0, end: Math.min(1, text.length) };
  return { code: UNREADABLE, severity: 'error', message: 'There is nothing in it yet.', range };
}

type Found = { readonly document: ArtifactDocument; readonly kind: ArtifactKind | undefined };

/** Of several documents those that are of the kind; where none is, all of them are held to it. */
function choose(found: readonly Found[], wanted: ArtifactKind): readonly Found[] {
  const own = found.filter(({ kind }) => kind === wanted);
  return (own.length > 0 ? own : found).map(({ document }) => ({ document, kind: wanted }));
}

/** What a demand says of its own parts: the demand itself fails too, and says it in one place. */
const NESTED = /\/(?:anyOf|oneOf)\/\d+\/|\/(?:propertyNames|contains)\/./;

function* findProblems(
  document: ArtifactDocument,
  kind: ArtifactKind,
  rules: NonNullable<Config['rules']>,
): Generator<Problem> {
  spendTime();
  if (kind.validate(document.data)) return;
  const told = new Set<string>();
  for (const { instancePath, schemaPath, keyword, params, message } of kind.validate.errors ?? []) {
    if (keyword === 'if' || NESTED.test(schemaPath)) continue;
    const path = readPointer(instancePath);
    const rule = kind.rules.get(/\/\$defs\/(\w+)\//.exec(schemaPath)?.[1] ?? '');
    const extra = params['additionalProperty'] ?? params['propertyName'];
    const range = typeof extra === 'string' ? document.rangeAt([...path, extra], 'key') : document.rangeAt(path);
    const severity = rule ? (rules[rule.code] ?? rules[rule.name] ?? rule.severity) : 'error';
    if (severity === 'off') continue;
    // What is not even of the right type would fail every rule that looks into it.
    const place = `${keyword === 'type' ? keyword : rule?.code} ${range.start}`;
    if (told.has(place)) continue;
    told.add(place);
    yield rule
      ? { code: rule.code, severity, message: rule.message, range }
      : { code: 'KA002', severity, message: `This ${message ?? 'does not fit'}.`, range };
  }
}
