import { within } from '../../src/core/budget.ts';
import {
  allRules,
  bundledProfiles,
  compileOwnProfiles,
  DocumentLibrary,
  fileNumber,
  readConfig,
  type CheckResult,
  type Config,
} from '../../src/core/documents/index.ts';
import type { Problem } from '../../src/core/problem.ts';

/** The day on which every example is read, so that none of them grows old. */
export const today = '2026-06-01';

export interface ExampleFile {
  readonly file: string;
  readonly text: string;
}

/** A small workspace as a page or a case describes it. */
export interface Example {
  readonly files: readonly ExampleFile[];
  /** Profiles of its own, by id (`note/team`). */
  readonly schemas?: ReadonlyMap<string, string>;
  /** Documents on other branches, by name only. */
  readonly elsewhere?: readonly { readonly branch: string; readonly file: string }[];
}

/** Every rule speaks, the ones that are off by themselves too: examples are about what a rule finds, not how loud it is. */
function everythingOn(code: string): Config {
  const rule = allRules.find((candidate) => candidate.code === code);
  const isOff = rule?.severity.strict === 'off';
  return { preset: 'strict', ...(isOff && { rules: { [code]: 'warning' } }) };
}

/** Checks every file of an example with what is known of the others, as editor and command line do. */
export async function checkExample(
  { files, schemas, elsewhere = [] }: Example,
  code: string,
): Promise<ReadonlyMap<string, CheckResult>> {
  const texts = new Map([...(schemas ?? [])].map(([id, text]) => [`${id}.schema.json`, text]));
  const { profiles } = await compileOwnProfiles(texts);
  const library = new DocumentLibrary({
    workspace: 'parcels',
    config: everythingOn(code),
    profiles: [...bundledProfiles, ...profiles],
    today: () => today,
  });
  library.setFiles(files.map(({ file }) => file));
  for (const { file, text } of files) library.put(file, text);
  library.setElsewhere(
    elsewhere.map(({ branch, file }) => ({
      branch,
      file,
      kind: 'adr',
      profile: 'adr/loose',
      title: file,
      number: fileNumber(file),
      status: undefined,
      statusForm: undefined,
      date: undefined,
      relations: [],
    })),
  );
  if (code !== 'KP993') return new Map(files.map(({ file, text }) => [file, library.check(file, text)]));
  // A clock that goes on at each look: what is longer takes longer, on every machine.
  let looks = 0;
  const budget = { milliseconds: 9, now: () => looks++ };
  return new Map(files.map(({ file, text }) => [file, within(budget, () => library.check(file, text))]));
}

/** The problems of a configuration or of a workspace's own schema. */
export async function checkSettings(text: string, code: string): Promise<readonly Problem[]> {
  if (code === 'KP980') return readConfig(text, bundledProfiles).problems;
  const { problems } = await compileOwnProfiles(new Map([['note/team.schema.json', text]]));
  return problems.get('note/team.schema.json') ?? [];
}
