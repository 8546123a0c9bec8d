import type { ContentCode } from '../../../src/core/katas/authoring/contentProblem.ts';
import type { KataManifest, Mutant } from '../../../src/core/model/kata.ts';

type Texts = Record<string, string>;

/** One way to break the good kata, and the one code that must tell of it. */
export interface Breakage {
  readonly title: string;
  readonly code: ContentCode;
  /** The file the problem must be in. */
  readonly file: string;
  /** The words the problem must be on. */
  readonly on?: string;
  readonly breaks: (texts: Texts) => unknown;
}

const edit =
  (file: string, find: string, replace: string) =>
  (texts: Texts): void => {
    if (!texts[file]!.includes(find)) throw new Error(`${file} has no “${find}”`);
    texts[file] = texts[file]!.replace(find, () => replace);
  };
const remove = (file: string) => (texts: Texts) => Reflect.deleteProperty(texts, file);
const editJson =
  <Value>(file: string, change: (value: Value) => unknown) =>
  (texts: Texts) => {
    const value = JSON.parse(texts[file]!) as Value;
    change(value);
    texts[file] = `${JSON.stringify(value, null, 2)}\n`;
  };
type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;
const manifest = (change: (kata: Mutable<KataManifest>) => unknown) => editJson('kata.json', change);
const mutants = (change: (list: Mutable<Mutant>[]) => unknown) => editJson('typescript/mutants.json', change);
const drop = (owner: object | undefined, key: string) => Reflect.deleteProperty(owner!, key);
const onlyTypeScript = manifest((kata) => drop(kata.tracks, 'python'));
const blind = { language: 'python', version: 1, passed: ['add'], on: '2026-03-31' };
const all =
  (...changes: ((texts: Texts) => unknown)[]) =>
  (texts: Texts) =>
    changes.forEach((change) => change(texts));

/** Faults that the texts alone show. */
export const textBreakages: readonly Breakage[] = [
  {
    title: 'a comma too many',
    code: 'KC101',
    file: 'kata.json',
    on: '}',
    breaks: edit('kata.json', '"minutes": 10,', '"minutes": 10,}'),
  },
  {
    title: 'a support library that does not exist',
    code: 'KC127',
    file: 'kata.json',
    on: '"simulater"',
    breaks: manifest((kata) => (kata.uses = ['simulater'])),
  },
  {
    title: 'a mutant that the other language has not',
    code: 'KC128',
    file: 'typescript/mutants.json',
    on: '"counts-double"',
    breaks: mutants((list) => list.push({ ...list[0]!, id: 'counts-double' })),
  },
  {
    title: 'a blind solution of a language that it has not',
    code: 'KC129',
    file: 'kata.json',
    on: '"cobol"',
    breaks: manifest((kata) => (kata.solvedBlind = [{ ...blind, language: 'cobol' }])),
  },
  {
    title: 'a blind solution of a version to come',
    code: 'KC129',
    file: 'kata.json',
    on: '7',
    breaks: manifest((kata) => (kata.solvedBlind = [{ ...blind, version: 7 }])),
  },
  {
    title: 'a blind solution of a stage that it has not',
    code: 'KC129',
    file: 'kata.json',
    on: '"subtract"',
    breaks: manifest((kata) => (kata.solvedBlind = [{ ...blind, passed: ['subtract'] }])),
  },
  { title: 'no manifest', code: 'KC101', file: 'kata.json', breaks: remove('kata.json') },
  {
    title: 'a key that stands twice',
    code: 'KC101',
    file: 'kata.json',
    breaks: edit('kata.json', '"minutes": 10,', '"minutes": 10, "minutes": 20,'),
  },
  {
    title: 'no title',
    code: 'KC102',
    file: 'kata.json',
    breaks: manifest((kata) => drop(kata, 'title')),
  },
  {
    title: 'a misspelt key',
    code: 'KC102',
    file: 'kata.json',
    on: '"minuts"',
    breaks: edit('kata.json', '"minutes"', '"minuts"'),
  },
  {
    title: 'an unknown kind of stage',
    code: 'KC102',
    file: 'kata.json',
    on: '"implemet"',
    breaks: edit('kata.json', '"kind": "implement"', '"kind": "implemet"'),
  },
  {
    title: 'a growth stage without a bound',
    code: 'KC102',
    file: 'kata.json',
    breaks: manifest((kata) => drop(kata.stages[1], 'growth')),
  },
  {
    title: 'a file name that leaves the kata',
    code: 'KC102',
    file: 'kata.json',
    on: '"../total.ts"',
    breaks: edit('kata.json', '"total.ts"', '"../total.ts"'),
  },
  {
    title: 'an id that is not the folder’s name',
    code: 'KC103',
    file: 'kata.json',
    on: '"totals"',
    breaks: edit('kata.json', '"id": "total"', '"id": "totals"'),
  },
  {
    title: 'two stages with one id',
    code: 'KC104',
    file: 'kata.json',
    on: '"add"',
    breaks: manifest((kata) => kata.stages.push({ ...kata.stages[0]!, title: 'Add up' })),
  },
  {
    title: 'a stage that a track does not know',
    code: 'KC105',
    file: 'kata.json',
    breaks: manifest((kata) => drop(kata.tracks['python']!.stages, 'sweep')),
  },
  {
    title: 'a track’s stage that the kata does not have',
    code: 'KC105',
    file: 'kata.json',
    on: '"swep"',
    breaks: manifest((kata) => (kata.tracks['python']!.stages['swep'] = {})),
  },
  {
    title: 'an implement stage without tests',
    code: 'KC106',
    file: 'kata.json',
    on: '"add"',
    breaks: all(
      onlyTypeScript,
      manifest((kata) => drop(kata.tracks['typescript']!.stages['add'], 'tests')),
      mutants((list) => drop(list[0], 'test')),
    ),
  },
  {
    title: 'a growth stage without a driver',
    code: 'KC106',
    file: 'kata.json',
    on: '"sweep"',
    breaks: manifest((kata) => drop(kata.tracks['python']!.stages['sweep'], 'driver')),
  },
  {
    title: 'learner tests that are no file of the track',
    code: 'KC106',
    file: 'kata.json',
    on: '"other.test.ts"',
    breaks: edit('kata.json', '"learnerTests": "total.test.ts"', '"learnerTests": "other.test.ts"'),
  },
  {
    title: 'a starter file that is missing',
    code: 'KC107',
    file: 'kata.json',
    on: '"total.test.ts"',
    breaks: remove('typescript/start/total.test.ts'),
  },
  {
    title: 'a test file that is missing',
    code: 'KC107',
    file: 'kata.json',
    on: '"add.test.ts"',
    breaks: remove('typescript/tests/add.test.ts'),
  },
  { title: 'no brief', code: 'KC108', file: 'README.md', breaks: remove('README.md') },
  {
    title: 'a brief without a section for a stage',
    code: 'KC109',
    file: 'README.md',
    breaks: edit('README.md', '## Stage: One sweep', '## One sweep'),
  },
  { title: 'no hints', code: 'KC110', file: 'hints.md', breaks: remove('hints.md') },
  {
    title: 'no hints for a stage',
    code: 'KC110',
    file: 'hints.md',
    breaks: (texts) => void (texts['hints.md'] = texts['hints.md']!.slice(0, texts['hints.md']!.indexOf('## prove'))),
  },
  {
    title: 'a ladder of two rungs',
    code: 'KC111',
    file: 'hints.md',
    on: 'add',
    breaks: edit('hints.md', '### Outline\n\nA sentence.\n', ''),
  },
  { title: 'an empty rung', code: 'KC111', file: 'hints.md', breaks: edit('hints.md', 'A sentence.\n', '') },
  {
    title: 'hints for no stage',
    code: 'KC112',
    file: 'hints.md',
    on: 'bonus',
    breaks: (texts) => void (texts['hints.md'] += '\n## bonus\n'),
  },
  {
    title: 'a section of the brief for no stage',
    code: 'KC112',
    file: 'README.md',
    on: 'Stage: Bonus',
    breaks: (texts) => void (texts['README.md'] += '\n## Stage: Bonus\n\nMore.\n'),
  },
  {
    title: 'no debrief',
    code: 'KC113',
    file: 'debrief.md',
    breaks: all(remove('debrief.md'), edit('README.md', '(debrief.md)', '(hints.md)')),
  },
  {
    title: 'a link to a file that is not there',
    code: 'KC114',
    file: 'README.md',
    on: 'depbrief.md',
    breaks: edit('README.md', '(debrief.md)', '(depbrief.md)'),
  },
  {
    title: 'a link out of the kata',
    code: 'KC114',
    file: 'README.md',
    on: '../other/README.md',
    breaks: edit('README.md', '(debrief.md)', '(../other/README.md)'),
  },
  {
    title: 'a link to a heading that is not there',
    code: 'KC114',
    file: 'README.md',
    on: 'debrief.md#why',
    breaks: edit('README.md', '(debrief.md)', '(debrief.md#why)'),
  },
  {
    title: 'a kata that is required and does not exist',
    code: 'KC115',
    file: 'kata.json',
    on: '"subtract"',
    breaks: manifest((kata) => (kata.requires = ['subtract'])),
  },
  {
    title: 'a stage that replaces a later one',
    code: 'KC116',
    file: 'kata.json',
    on: '"prove"',
    breaks: manifest((kata) => (kata.stages[0]!.replaces = ['prove'])),
  },
  {
    title: 'a file with a name nobody can type',
    code: 'KC117',
    file: 'typescript/start/a:b.ts',
    breaks: (texts) => void (texts['typescript/start/a:b.ts'] = ''),
  },
  {
    title: 'a track without a solution',
    code: 'KC118',
    file: 'python/solution',
    breaks: (texts) => {
      for (const name of Object.keys(texts)) if (name.startsWith('python/solution/')) remove(name)(texts);
    },
  },
  {
    title: 'cases that are not JSON',
    code: 'KC119',
    file: 'cases.json',
    on: "'",
    breaks: (texts) => void (texts['cases.json'] = "[1, 'two']"),
  },
  {
    title: 'mutants that are not a list',
    code: 'KC120',
    file: 'typescript/mutants.json',
    breaks: (texts) => void (texts['typescript/mutants.json'] = '{}'),
  },
  {
    title: 'a mutant without a reason',
    code: 'KC120',
    file: 'typescript/mutants.json',
    breaks: mutants((list) => drop(list[0], 'why')),
  },
  {
    title: 'a mutant of a stage that does not exist',
    code: 'KC121',
    file: 'typescript/mutants.json',
    on: '"ad"',
    breaks: all(
      onlyTypeScript,
      mutants((list) => list.push({ ...list[3]!, id: 'stray', stage: 'ad' })),
    ),
  },
  {
    title: 'a mutant of a file that does not exist',
    code: 'KC121',
    file: 'typescript/mutants.json',
    on: '"sum.ts"',
    breaks: edit('typescript/mutants.json', '"total.ts"', '"sum.ts"'),
  },
  {
    title: 'a mutant whose text is gone',
    code: 'KC122',
    file: 'typescript/mutants.json',
    on: '"return null"',
    breaks: edit('typescript/mutants.json', 'return 0', 'return null'),
  },
  {
    title: 'a mutant whose text stands twice',
    code: 'KC122',
    file: 'typescript/mutants.json',
    on: '"numbers"',
    breaks: edit('typescript/mutants.json', '"return 0"', '"numbers"'),
  },
  {
    title: 'two mutants with one id',
    code: 'KC123',
    file: 'typescript/mutants.json',
    on: '"starts-at-one"',
    breaks: all(onlyTypeScript, edit('typescript/mutants.json', 'sums-again-and-again', 'starts-at-one')),
  },
  {
    title: 'a mutant that names a test nobody expects',
    code: 'KC124',
    file: 'typescript/mutants.json',
    on: '"total > is zero"',
    breaks: edit('typescript/mutants.json', 'total > is 0 for nothing', 'total > is zero'),
  },
  {
    title: 'a stage without a mutant',
    code: 'KC125',
    file: 'typescript/mutants.json',
    breaks: all(
      onlyTypeScript,
      mutants((list) => list.splice(0, 1)),
    ),
  },
];

/** Faults that only running shows; Python is left out where it would say the same again. */
export const runBreakages: readonly Breakage[] = [
  {
    title: 'a starter that passes',
    code: 'KC201',
    file: 'kata.json',
    on: '"add"',
    breaks: all(
      onlyTypeScript,
      edit(
        'typescript/start/total.ts',
        'throw new Error(`not yet: ${numbers.length}`)',
        'return eval(numbers.join("+") || "0") as number',
      ),
    ),
  },
  {
    title: 'a starter whose tests are good enough',
    code: 'KC201',
    file: 'kata.json',
    on: '"prove"',
    breaks: all(onlyTypeScript, edit('typescript/start/total.test.ts', 'total([1, 0]) >= 0, true', 'total([1, 0]), 1')),
  },
  {
    title: 'a solution that is wrong',
    code: 'KC202',
    file: 'kata.json',
    on: '"add"',
    breaks: all(onlyTypeScript, edit('typescript/solution/add/total.ts', 'numbers[0]! +', 'numbers[0]! -')),
  },
  {
    title: 'a solution that grows too fast',
    code: 'KC202',
    file: 'kata.json',
    on: '"sweep"',
    breaks: all(
      onlyTypeScript,
      mutants((list) => list.splice(1, 2, { ...list[1]!, find: 'let sum = 0', replace: 'let sum = 1' })),
      edit('typescript/solution/sweep/total.ts', 'sum += number;', 'sum += number + numbers.slice().length * 0;'),
    ),
  },
  {
    title: 'a solution that is built too deep',
    code: 'KC202',
    file: 'kata.json',
    on: '"add"',
    breaks: all(
      onlyTypeScript,
      manifest((kata) =>
        Object.assign(kata.stages[0]!, { kind: 'refactor', structure: { nesting: 1, lines: 2, branches: 9 } }),
      ),
    ),
  },
  {
    title: 'a solution that cannot be loaded',
    code: 'KC202',
    file: 'kata.json',
    on: '"add"',
    breaks: all(onlyTypeScript, edit('typescript/solution/add/total.ts', 'return numbers[0]!', 'return ) numbers[0]!')),
  },
  {
    title: 'a stage that asks for nothing new',
    code: 'KC203',
    file: 'kata.json',
    on: '"sweep"',
    breaks: all(
      onlyTypeScript,
      edit('kata.json', '"slope": 1.5', '"slope": 4'),
      mutants((list) => list.splice(1, 1, { ...list[1]!, replace: 'sum += number + 1;' })),
    ),
  },
  {
    title: 'a mutant that survives',
    code: 'KC204',
    file: 'typescript/mutants.json',
    on: '"starts-at-one"',
    breaks: all(
      onlyTypeScript,
      mutants((list) => void Object.assign(list[0]!, { find: 'numbers.length === 0', replace: 'numbers.length < 1' })),
    ),
  },
  {
    title: 'a slow mutant that is not slow',
    code: 'KC204',
    file: 'typescript/mutants.json',
    on: '"sums-again-and-again"',
    breaks: all(
      onlyTypeScript,
      mutants((list) => void Object.assign(list[1]!, { replace: 'sum += number + 0;' })),
    ),
  },
  {
    title: 'a mutant that the solution’s tests let live',
    code: 'KC204',
    file: 'kata.json',
    on: '"prove"',
    breaks: all(
      onlyTypeScript,
      edit('typescript/solution/prove/total.test.ts', 'total([4, 2, 1]), 7', 'total([0, 2, 1]), 3'),
    ),
  },
  {
    title: 'a mutant that another test catches',
    code: 'KC205',
    file: 'typescript/mutants.json',
    on: '"starts-at-one"',
    breaks: all(
      onlyTypeScript,
      mutants(
        (list) =>
          void Object.assign(list[0]!, { find: 'numbers[0]!', replace: '(numbers.length > 2 ? 0 : numbers[0]!)' }),
      ),
    ),
  },
  {
    title: 'an expected test that does not exist',
    code: 'KC206',
    file: 'kata.json',
    on: '"add"',
    breaks: all(onlyTypeScript, edit('expected.json', 'total > adds up three numbers', 'total > adds three numbers')),
  },
  {
    title: 'a test that is not expected',
    code: 'KC206',
    file: 'kata.json',
    on: '"add"',
    breaks: all(
      onlyTypeScript,
      editJson<Record<string, { add: string[] }>>('expected.json', ({ typescript }) => typescript!.add.shift()),
    ),
  },
  {
    title: 'a test that is skipped',
    code: 'KC206',
    file: 'kata.json',
    on: '"add"',
    breaks: all(onlyTypeScript, edit('typescript/tests/add.test.ts', "test('adds up", "test.skip('adds up")),
  },
  {
    title: 'tests that need their order',
    code: 'KC207',
    file: 'kata.json',
    breaks: all(
      onlyTypeScript,
      edit(
        'typescript/tests/add.test.ts',
        "describe('total', () => {",
        "let isFirst = true;\n\ndescribe('total', () => {",
      ),
      edit(
        'typescript/tests/add.test.ts',
        "() => assert.equal(total([1, 2, 3]), 6, 'total([1, 2, 3]) should be 6')",
        "() => {\n    assert.ok(isFirst, 'must be first');\n    assert.equal(total([1, 2, 3]), 6);\n  }",
      ),
      edit(
        'typescript/tests/add.test.ts',
        "() => assert.equal(total([]), 0, 'total([]) should be 0')",
        '() => {\n    isFirst = false;\n    assert.equal(total([]), 0);\n  }',
      ),
    ),
  },
  {
    title: 'a correct version that the bound rejects',
    code: 'KC208',
    file: 'typescript/mutants.json',
    on: '"counts-backwards"',
    breaks: all(
      onlyTypeScript,
      mutants((list) => void Object.assign(list[2]!, { replace: 'for (const number of numbers) sum += number + 1;' })),
    ),
  },
  {
    title: 'tests of the solution that reject a correct version',
    code: 'KC208',
    file: 'kata.json',
    on: '"prove"',
    breaks: all(
      onlyTypeScript,
      mutants((list) => list.push({ ...list[3]!, id: 'right', correct: true })),
    ),
  },
  {
    title: 'a later solution that breaks an earlier stage',
    code: 'KC209',
    file: 'kata.json',
    on: '"sweep"',
    breaks: all(
      onlyTypeScript,
      edit('typescript/solution/sweep/total.ts', 'let sum = 0', 'let sum = numbers.length === 0 ? 1 : 0'),
    ),
  },
  {
    title: 'a starter that cannot be loaded',
    code: 'KC210',
    file: 'kata.json',
    on: '"add"',
    breaks: all(onlyTypeScript, edit('typescript/start/total.ts', 'throw new', 'throw throw new')),
  },
  {
    title: 'a language that this machine cannot run',
    code: 'KC290',
    file: 'kata.json',
    breaks: all(
      manifest(
        (kata) =>
          (kata.tracks = {
            cobol: {
              files: ['total.cob'],
              stages: {
                add: { tests: { file: 'add.cob' } as never },
                sweep: { driver: 'sweep.cob' },
                prove: { learnerTests: 'total.cob' },
              },
            },
          }),
      ),
      (texts) => {
        for (const name of ['start/total.cob', 'solution/total.cob', 'tests/add.cob', 'tests/sweep.cob'])
          texts[`cobol/${name}`] = 'x';
        const mutant = { file: 'total.cob', find: 'x', replace: 'y', why: 'It is wrong.' };
        const list = ['add', 'sweep', 'prove'].map((stage) => ({ id: stage, stage, ...mutant }));
        texts['cobol/mutants.json'] = JSON.stringify(list);
        texts['expected.json'] = JSON.stringify({ cobol: { add: ['adds'] } });
      },
    ),
  },
];
