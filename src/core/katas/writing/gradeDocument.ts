import { checkParsed } from '../../documents/check.ts';
import { detectProfile } from '../../documents/detection/detect.ts';
import { parseDocument, type DesignDocument } from '../../documents/model/document.ts';
import { bundledProfiles } from '../../documents/profiles/bundled.ts';
import type { Profile } from '../../documents/profiles/profile.ts';
import { rules } from '../../documents/rules/index.ts';
import type { Rule } from '../../documents/rules/rule.ts';
import { findSuppressions } from '../../documents/suppressions.ts';
import type { Problem, TextRange } from '../../problem.ts';
import type { TestResult } from '../../runs/event.ts';
import { checkContent, type Lack } from './checkContent.ts';
import { readSheet, type DocumentSheet } from './sheet.ts';

/** Reads a sheet to grade by; a string says what is wrong with it, to whoever writes the kata. */
export function openSheet(text: string): DocumentSheet | string {
  const sheet = readSheet(text);
  return typeof sheet === 'string' ? sheet : (findTrouble(sheet) ?? sheet);
}

/** What a schema cannot say. */
function findTrouble({ profile: id, rules: named, checks }: DocumentSheet): string | undefined {
  const profile = findProfile(id);
  if (!profile) return `There is no profile “${id}”.`;
  const unknown = named.find((name) => !rules.some(({ code }) => nameOf(code) === name));
  if (unknown !== undefined) return `There is no rule “${unknown}”.`;
  const keys = new Set(profile.sections?.map(({ key }) => key));
  const section = checks.flatMap((check) => check.in ?? []).find((key) => !keys.has(key));
  return section === undefined ? undefined : `${id} has no section “${section}”.`;
}

/**
 * Grades a document by a sheet: whether it is recognised and hides nothing, each rule the sheet names, then each check
 * of its content. Every further problem is a failed test of its own, so that a list of tests is a list of things to mend.
 *
 * The sheet is one that `openSheet` gave. Pure: the day comes from the sheet.
 */
export function* gradeDocument(sheet: DocumentSheet, text: string, stage: string): Generator<TestResult> {
  const report = new Report(sheet, parseDocument(text), stage);
  yield* report.recognised();
  yield* report.linted();
  for (const check of sheet.checks) {
    const lack = checkContent(check, report.document, report.profile);
    yield report.test(check.name, lack && { ...lack, words: `${check.ask}\n${lack.words}` });
  }
}

class Report {
  readonly profile: Profile;

  constructor(
    private readonly sheet: DocumentSheet,
    readonly document: DesignDocument,
    private readonly stage: string,
  ) {
    this.profile = findProfile(sheet.profile)!;
  }

  *recognised(): Generator<TestResult> {
    const { file, profile } = this.sheet;
    const detected = detectProfile(this.document, bundledProfiles, { path: file })?.profile;
    const isRight = detected?.id === profile;
    yield this.test(
      `is recognised as ${profile}`,
      isRight
        ? undefined
        : {
            range: this.start,
            words: `This reads as ${detected ? `${detected.title} (${detected.id})` : 'no design document'}. Bring the headings of “${this.profile.title}” back; “Insert Missing Sections” writes them.`,
          },
    );
    const [hidden] = findSuppressions(this.document);
    yield this.test(
      'hides no problem behind a comment',
      hidden && { range: hidden.range, words: 'Remove this comment, and mend what it hides.' },
    );
  }

  *linted(): Generator<TestResult> {
    const { rules: named } = this.sheet;
    const problems = this.problems();
    const told = new Map<string, number>(named.map((name) => [name, 0]));
    for (const problem of problems) {
      const name = nameOf(problem.code);
      const { severity } = problem;
      if (!told.has(name) && severity !== 'error' && severity !== 'warning') continue;
      const count = (told.get(name) ?? 0) + 1;
      told.set(name, count);
      yield this.test(count === 1 ? name : `${name} (${count})`, { range: problem.range, words: this.word(problem) });
    }
    for (const name of named) if (told.get(name) === 0) yield this.test(name);
  }

  test(name: string, lack?: Lack): TestResult {
    const common = { name, stage: this.stage };
    if (!lack) return { ...common, outcome: 'passed' };
    const { line, column } = this.document.lines.toPosition(lack.range.start);
    const place = { file: this.sheet.file, line: line + 1, column: column + 1 };
    return { ...common, outcome: 'failed', failure: { message: lack.words, stack: [place] } };
  }

  /** Under the sheet's profile, whatever the document looks like by now. */
  private problems(): readonly Problem[] {
    const { file, profile, today } = this.sheet;
    return checkParsed(this.document, {
      file,
      profiles: [this.profile],
      config: { documents: [{ files: file, profile }] },
      ...(today !== undefined && { today }),
    }).problems;
  }

  private word({ code, severity, message, fix, range }: Problem): string {
    const { line } = this.document.lines.toPosition(range.start);
    const next = fix
      ? `A quick fix on these words: ${fix.title}.`
      : `${ruleOf.get(code)?.summary ?? ''} The hover over ${code} has an example.`;
    return `Line ${line + 1}, ${code}, ${severity}: ${message}\n${next}`;
  }

  private get start(): TextRange {
    return this.document.title?.range ?? { start: 0, end: 0 };
  }
}

const findProfile = (id: string) => bundledProfiles.find((profile) => profile.id === id);

const ruleOf: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

const nameOf = (code: string) => `${code} ${ruleOf.get(code)?.name ?? ''}`.trim();
