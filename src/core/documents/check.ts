import { spendTime } from '../budget.ts';
import type { Problem, Severity } from '../problem.ts';
import { noConfig, type Config } from '../model/config.ts';
import { settleProfile } from './config/glob.ts';
import { wordsOf } from './config/words.ts';
import type { Corpus } from './corpus/corpus.ts';
import { detectProfile, findUnreadDirectives, readDirective, type Detection } from './detection/detect.ts';
import { parseDocument, type DesignDocument } from './model/document.ts';
import { bundledProfiles } from './profiles/bundled.ts';
import type { Failure, Profile } from './profiles/profile.ts';
import { checkIncomplete } from './rules/checkIncomplete.ts';
import { formatMismatch } from './rules/formatMismatch.ts';
import { rules } from './rules/index.ts';
import { unknownDirective } from './rules/unknownDirective.ts';
import { unknownProfile } from './rules/unknownProfile.ts';
import { unusedSuppression } from './rules/unusedSuppression.ts';
import type { Finding, Rule, RuleContext } from './rules/rule.ts';
import { findSections, toView } from './schema/view.ts';
import { findSuppressions, findUnreadSuppressions, type Suppression } from './suppressions.ts';

export interface CheckOptions {
  /** Path with forward slashes, as far as known: relative to the workspace, or with the workspace folder's name in front. */
  readonly file?: string | undefined;
  readonly config?: Config;
  /** The bundled profiles and the workspace's own; see `config/ownProfiles.ts`. */
  readonly profiles?: readonly Profile[];
  readonly corpus?: Corpus | undefined;
  /** `YYYY-MM-DD`; rules about age are silent without it. */
  readonly today?: string;
  /** The profile most documents beside it have. */
  readonly folderProfile?: string | undefined;
  /** The names of the files beside it. */
  readonly beside?: Iterable<string>;
  /** The workspace folder's name, which may say what the documents in it are. */
  readonly workspace?: string | undefined;
}

export interface CheckResult {
  readonly document: DesignDocument;
  /** Undefined when the file is not a design document; it then has no problems. */
  readonly detection: Detection | undefined;
  /** In the order of their places. */
  readonly problems: readonly Problem[];
}

/**
 * Checks one text: reads it once, finds its profile, asks the profile's schema and every rule, and takes out what the
 * document suppresses. Pure and synchronous; the same for the editor and the command line.
 */
export function checkDocument(text: string, options: CheckOptions = {}): CheckResult {
  const document = parseDocument(text);
  return { document, ...checkParsed(document, options) };
}

/** `checkDocument` for a text that is already read. What goes wrong in it is told of this document: others go on. */
export function checkParsed(document: DesignDocument, options: CheckOptions = {}): Omit<CheckResult, 'document'> {
  const found: Problem[] = [];
  try {
    if (document.failure !== undefined) throw document.failure;
    return checkAll(document, options, found);
  } catch (error) {
    const { file, config = noConfig } = options;
    const isIgnored = file !== undefined && settleProfile(file, config) === 'none';
    const problems = isIgnored ? [] : [checkIncomplete.report(error, document.text), ...found];
    return { detection: undefined, problems };
  }
}

function checkAll(document: DesignDocument, options: CheckOptions, found: Problem[]): Omit<CheckResult, 'document'> {
  const { config = noConfig, profiles = bundledProfiles, file } = options;
  const settled = file === undefined ? undefined : settleProfile(file, config);
  const detection = detectProfile(document, profiles, {
    path: options.workspace && file ? `${options.workspace}/${file}` : file,
    ...(options.beside && { beside: options.beside }),
    settled,
    folderProfile: options.folderProfile,
  });
  const unread = settled === 'none' ? [] : reportUnreadDirectives(document, config);
  if (!detection) return { detection, problems: [...unread, ...reportUnknownProfile(document, profiles)] };
  const { profile } = detection;
  const sections = findSections(document, profile);
  const strict = profile.strict === true || config.preset === 'strict';
  const context: RuleContext = {
    profile,
    section: (key) => sections.get(key),
    file,
    strict,
    today: options.today ?? '',
    corpus: options.corpus,
    own: file === undefined ? undefined : options.corpus?.entry(file),
    isOn: (rule) => severityOf(rule, { profile, strict }, config) !== 'off',
    words: (list) => wordsOf(list, config),
  };
  const claimed = claim(profile.validate(toView(document, sections)));
  found.push(...unread);
  for (const rule of everyRule) {
    const severity = severityOf(rule, context, config);
    if (severity === 'off') continue;
    spendTime();
    for (const failure of claimed.get(rule) ?? []) {
      const finding = rule.schema?.explain(failure, document, context);
      if (finding) found.push(toProblem(rule, severity, finding));
    }
    for (const finding of rule.check?.(document, context) ?? []) {
      spendTime();
      found.push(toProblem(rule, severity, finding));
    }
  }
  const problems = suppress(document, found, context, config);
  return {
    detection,
    problems: problems.sort((a, b) => a.range.start - b.range.start || a.code.localeCompare(b.code)),
  };
}

const everyRule: readonly Rule[] = [...rules, formatMismatch];
const rulesWithSchema = everyRule.filter(({ schema }) => schema);

/** Which rule speaks for which failed demands: the first one that handles them. */
function claim(failures: readonly Failure[]): ReadonlyMap<Rule, readonly Failure[]> {
  const claimed = new Map<Rule, Failure[]>();
  for (const failure of failures) {
    const rule = rulesWithSchema.find(({ schema }) => schema!.handles(failure));
    if (!rule) continue;
    const known = claimed.get(rule);
    if (known) known.push(failure);
    else claimed.set(rule, [failure]);
  }
  return claimed;
}

/** The workspace's word counts most, then the profile's, then the rule's own. */
function severityOf(
  rule: Rule,
  { profile, strict }: Pick<RuleContext, 'profile' | 'strict'>,
  config: Config,
): Severity | 'off' {
  const settled = config.rules?.[rule.code] ?? config.rules?.[rule.name] ?? profile.rules?.[rule.code];
  return settled ?? rule.severity[strict ? 'strict' : 'automatic'];
}

function toProblem(rule: Rule, severity: Severity, finding: Finding): Problem {
  return { code: rule.code, severity, ...finding };
}

/** Takes out what suppressions cover; one that covers nothing, or is not understood, is itself reported. */
function suppress(document: DesignDocument, found: Problem[], context: RuleContext, config: Config): Problem[] {
  const suppressions = findSuppressions(document);
  const unread = findUnreadSuppressions(document);
  if (suppressions.length === 0 && unread.length === 0) return found;
  const used = new Set<Suppression | Suppression['rules'][number]>();
  const kept = found.filter((problem) => {
    const hiding = suppressions.flatMap((suppression) => findHiding(suppression, problem));
    for (const part of hiding) used.add(part);
    return hiding.length === 0;
  });
  const severity = severityOf(unusedSuppression, context, config);
  if (severity === 'off') return kept;
  const findings = [
    ...suppressions.flatMap((suppression) => reportUnused(document, suppression, used)),
    ...unread.map((range) => unusedSuppression.reportUnread(document, range)),
  ];
  return [...kept, ...findings.map((finding) => toProblem(unusedSuppression, severity, finding))];
}

/** What of a suppression hides a problem: the names that mean its rule, or all of it when it names none. */
function findHiding(
  suppression: Suppression,
  { code, range }: Problem,
): readonly (Suppression | Suppression['rules'][number])[] {
  const { rules: names, covers } = suppression;
  if (range.start < covers.start || range.start > covers.end) return [];
  return names.length === 0 ? [suppression] : names.filter(({ name }) => name === code || nameOf.get(name) === code);
}

/** The whole comment, or those of its names that hide nothing beside others that do. */
function reportUnused(document: DesignDocument, suppression: Suppression, used: ReadonlySet<unknown>): Finding[] {
  const { rules: names } = suppression;
  if (used.has(suppression)) return [];
  if (!names.some((name) => used.has(name))) return [unusedSuppression.report(document, suppression)];
  return names.flatMap((name, place) => (used.has(name) ? [] : [unusedSuppression.reportName(suppression, place)]));
}

const nameOf = new Map(rules.map(({ name, code }) => [name, code as string]));

/** A document that names a profile nobody has must not pass in silence. */
function reportUnknownProfile(document: DesignDocument, profiles: readonly Profile[]): Problem[] {
  const named = readDirective(document);
  if (named === undefined || named === 'none' || profiles.some(({ id }) => id === named)) return [];
  return [toProblem(unknownProfile, 'error', unknownProfile.report(document, named, profiles))];
}

/** Whatever the document is found to be: its author meant to settle that. */
function reportUnreadDirectives(document: DesignDocument, { rules: settled = {} }: Config): Problem[] {
  const severity = settled[unknownDirective.code] ?? settled[unknownDirective.name] ?? 'error';
  if (severity === 'off') return [];
  return findUnreadDirectives(document).map((range) =>
    toProblem(unknownDirective, severity, unknownDirective.report(document, range)),
  );
}
