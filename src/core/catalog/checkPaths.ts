import { schemas } from 'katapath:schemas';
import { mistakesIn, parseJsonText, toPointerStep, type JsonText } from '../text/json.ts';
import type { Problem } from '../problem.ts';
import { closest } from '../text/spelling.ts';
import { entriesOf, isItem } from '../model/joinPaths.ts';
import type { Item, PathFile, Span } from '../model/path.ts';

/** Every problem that `content check` can find in paths: its code, and what it is about. Codes are stable. */
export const pathCodes = {
  KC301: 'a path is not JSON',
  KC302: 'a path does not follow its schema',
  KC303: 'a path’s id is not its file’s name',
  KC304: 'an item is written out twice',
  KC305: 'an item is listed that is written out nowhere',
  KC306: 'a step names a step or phase that does not exist, or that comes later',
  KC307: 'an item names a profile or artifact that does not exist, or almost the name of a kata',
  KC308: 'a kata is marked as planned, which follows from whether there is one',
  KC309: 'an earlier name of an item is in use',
  KC310: 'a span ends before it begins',
  KC311: 'two steps or phases of a path have the same id',
} as const;

export interface PathProblem extends Problem {
  readonly code: keyof typeof pathCodes;
  /** The path's file, as it was named. */
  readonly file: string;
}

/** What items may name. */
export interface KnownNames {
  readonly katas: ReadonlySet<string>;
  readonly profiles: ReadonlySet<string>;
  readonly artifacts: ReadonlySet<string>;
}

interface ReadPath {
  readonly file: string;
  readonly json: JsonText;
  readonly path: PathFile;
}

type Found = Omit<PathProblem, 'file' | 'severity'> & { readonly severity?: PathProblem['severity'] };

/** Checks the texts of path files, by their names, each alone and all together: an item may stand in several. */
export function checkPaths(
  texts: Readonly<Record<string, string>>,
  known: KnownNames,
): { readonly paths: readonly PathFile[]; readonly problems: readonly PathProblem[] } {
  const problems: PathProblem[] = [];
  const paths: ReadPath[] = [];
  const report = (file: string, found: Found) => problems.push({ severity: 'error', ...found, file });
  for (const [file, text] of Object.entries(texts)) {
    const json = parseJsonText(text);
    const mistakes = mistakesIn(json);
    for (const { message, range } of mistakes) report(file, { code: 'KC301', message, range });
    if (mistakes.length > 0) continue;
    const failures = [...findSchemaFailures(json)];
    for (const found of failures) report(file, found);
    if (failures.length === 0) paths.push({ file, json, path: json.data as PathFile });
  }
  const homes = new Map<string, string>();
  for (const { file, json, path } of paths)
    for (const { item, pointer } of itemsIn(path)) {
      const home = homes.get(item.id);
      if (home !== undefined)
        report(file, {
          code: 'KC304',
          message: `“${item.id}” is written out in ${home} already. List it here by its id alone.`,
          range: json.rangeAt(`${pointer}/id`),
        });
      else homes.set(item.id, file);
    }
  for (const { file, json, path } of paths) {
    for (const found of findProblemsIn(path, json, homes, known)) report(file, found);
    if (`${path.id}.json` !== file.split('/').at(-1))
      report(file, {
        code: 'KC303',
        message: `The id is “${path.id}”, so the file should be ${path.id}.json.`,
        range: json.rangeAt('/id'),
      });
  }
  return { paths: paths.map(({ path }) => path), problems };
}

function* findSchemaFailures(json: JsonText): Generator<Found> {
  const { validate } = schemas['path']!;
  if (validate(json.data)) return;
  for (const { instancePath, keyword, params, message } of validate.errors ?? []) {
    if (keyword === 'if') continue;
    const extra = params['additionalProperty'];
    const range =
      typeof extra === 'string' ? json.rangeAt(instancePath + toPointerStep(extra), 'key') : json.rangeAt(instancePath);
    const name = typeof extra === 'string' ? `“${extra}”: it ` : '';
    yield {
      code: 'KC302',
      message: `${name}${message ?? 'is not right'}.`,
      range: { ...range, end: Math.min(range.end, range.start + 80) },
    };
  }
}

function* findProblemsIn(
  path: PathFile,
  json: JsonText,
  homes: ReadonlyMap<string, string>,
  known: KnownNames,
): Generator<Found> {
  const phases = new Set<string>();
  for (const [index, { id, months }] of (path.phases ?? []).entries()) {
    if (phases.has(id)) yield twice(id, json, `/phases/${index}/id`);
    phases.add(id);
    yield* findBackward(months, json, `/phases/${index}/months`);
  }
  const steps = new Set<string>();
  for (const [index, step] of path.steps.entries()) {
    const at = `/steps/${index}`;
    if (steps.has(step.id)) yield twice(step.id, json, `${at}/id`);
    if (step.phase !== undefined && !phases.has(step.phase))
      yield {
        code: 'KC306',
        message: `There is no phase “${step.phase}”. Correct the name, or add it to “phases”.`,
        range: json.rangeAt(`${at}/phase`),
      };
    for (const [place, id] of (step.after ?? []).entries())
      if (!steps.has(id))
        yield {
          code: 'KC306',
          message: `No step before this one is called “${id}”. Correct the name, or move this step behind that one.`,
          range: json.rangeAt(`${at}/after/${place}`),
        };
    yield* findBackward(step.weeks, json, `${at}/weeks`);
    steps.add(step.id);
  }
  for (const { entry, pointer } of entriesIn(path)) {
    if (!isItem(entry)) {
      if (!homes.has(entry))
        yield {
          code: 'KC305',
          message: `No path writes out “${entry}”. Correct the id, or write the item out here.`,
          range: json.rangeAt(pointer),
        };
      continue;
    }
    yield* findUnknown(entry, known, json, pointer);
    for (const [place, alias] of (entry.aliases ?? []).entries())
      if (homes.has(alias))
        yield {
          code: 'KC309',
          message: `“${alias}” is the id of another item, and stays its own. Take it out of “aliases”.`,
          range: json.rangeAt(`${pointer}/aliases/${place}`),
        };
  }
}

/** A kata that nobody has written yet is planned; one that is nearly there is misspelt. */
function* findUnknown(item: Item, known: KnownNames, json: JsonText, pointer: string): Generator<Found> {
  for (const key of ['profile', 'artifact'] as const) {
    const name = item[key];
    if (name !== undefined && !item.planned && !known[`${key}s`].has(name))
      yield {
        code: 'KC307',
        message: `There is no ${key} “${name}”. Correct the name, or say "planned": true until there is.`,
        range: json.rangeAt(`${pointer}/${key}`),
      };
  }
  if (item.kata === undefined) return;
  const near = known.katas.has(item.kata) ? undefined : closest(item.kata, [...known.katas], 2);
  if (near !== undefined)
    yield {
      code: 'KC307',
      severity: 'warning',
      message: `There is no kata “${item.kata}”. Is “${near}” meant?`,
      range: json.rangeAt(`${pointer}/kata`),
    };
  if (item.planned)
    yield {
      code: 'KC308',
      severity: 'warning',
      message: '“planned” can go: a kata is planned as long as it has no folder.',
      range: json.rangeAt(`${pointer}/planned`, 'key'),
    };
}

function twice(id: string, json: JsonText, pointer: string): Found {
  return {
    code: 'KC311',
    message: `“${id}” is there already. Give this one an id of its own.`,
    range: json.rangeAt(pointer),
  };
}

function* findBackward(span: Span | undefined, json: JsonText, pointer: string): Generator<Found> {
  if (span && span.last < span.first)
    yield {
      code: 'KC310',
      message: `It ends before it begins. Let “last” be ${span.first} or more.`,
      range: json.rangeAt(`${pointer}/last`),
    };
}

/** Everything a path lists, with its JSON pointer. */
function entriesIn(path: PathFile) {
  return [
    ...path.steps.flatMap(({ items }, step) =>
      items.map((entry, index) => ({ entry, pointer: `/steps/${step}/items/${index}` })),
    ),
    ...path.resources.map((entry, index) => ({ entry, pointer: `/resources/${index}` })),
  ];
}

function itemsIn(path: PathFile) {
  return entriesIn(path).flatMap(({ entry, pointer }) => (isItem(entry) ? [{ item: entry, pointer }] : []));
}

/** How many items there are of each kind, each counted once, and how many of those are only planned. */
export function countItems(
  paths: readonly PathFile[],
  katas: ReadonlySet<string>,
): {
  readonly items: number;
  readonly planned: number;
  readonly kinds: Readonly<Record<string, { readonly items: number; readonly planned: number }>>;
} {
  const isPlanned = ({ planned, kata }: Item) => planned === true || (kata !== undefined && !katas.has(kata));
  const kinds: Record<string, { items: number; planned: number }> = {};
  const items = paths.flatMap(entriesOf).filter(isItem);
  for (const item of items) {
    const count = (kinds[item.kind] ??= { items: 0, planned: 0 });
    count.items += 1;
    if (isPlanned(item)) count.planned += 1;
  }
  return { items: items.length, planned: items.filter(isPlanned).length, kinds };
}
