import type { Place } from '../surroundings/place.ts';
import type { Attack } from './attack.ts';

const long = 'a'.repeat(120);

/** A configuration with this glob wherever a glob may stand, and files whose names almost fit. */
function glob(name: string, attempt: string, pattern: string, files: readonly string[] = [`${long}.md`]): Attack {
  return {
    name,
    attempt,
    build: (place) => {
      const config = {
        ignore: [pattern],
        documents: [{ files: pattern, profile: 'adr/seed' }],
        artifacts: [{ files: [pattern], kind: 'kubernetes/deployment' }],
      };
      place.write('.katapath/config.json', JSON.stringify(config));
      for (const file of files) place.write(file, '# Words\n');
      place.write('deploy/service.yaml', 'kind: Deployment\n');
    },
    opens: ['.katapath/config.json', 'deploy/service.yaml', ...files],
  };
}

interface OwnSchema {
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly detect?: readonly Readonly<Record<string, unknown>>[];
}

function writeSchema(place: Place, { schema = {}, detect = [] }: OwnSchema, document: string): void {
  const own = {
    title: 'Parcel',
    description: 'Where parcels go.',
    type: 'object',
    ...schema,
    'x-katapath': {
      kind: 'parcel',
      detect: [{ points: 9, folder: 'parcels' }, ...detect],
      sections: [{ key: 'why', heading: 'Why' }],
    },
  };
  place.write('.katapath/schemas/ours/parcel.schema.json', JSON.stringify(own));
  place.write('.katapath/config.json', '{"documents":[{"files":"parcels/*.md","profile":"ours/parcel"}]}');
  place.write('parcels/0001-parcel.md', document);
}

/** A schema whose pattern meets a title, a heading and a value of front matter that almost fit. */
function pattern(name: string, attempt: string, source: string, word = long): Attack {
  const document = `---\nplace: ${word}!\n---\n\n# ${word}!\n\n## Why ${word}!\n\n${word}!\n`;
  const asked = { type: 'string', pattern: source };
  return {
    name,
    attempt,
    build: (place) =>
      writeSchema(
        place,
        {
          schema: {
            properties: {
              title: asked,
              metadata: { additionalProperties: asked },
              sections: { additionalProperties: asked },
            },
          },
          detect: [
            { points: 1, title: source },
            { points: 1, file: source },
            { points: 1, folder: source },
          ],
        },
        document,
      ),
    opens: ['.katapath/schemas/ours/parcel.schema.json'],
  };
}

/** Each part is two of the part below: 40 of them are asked a million million times. */
function doubling(keyword: 'allOf' | 'anyOf'): Readonly<Record<string, unknown>> {
  const parts = Array.from({ length: 40 }, (_, at) => {
    const below = { $ref: `#/$defs/part${at - 1}` };
    return [`part${at}`, at === 0 ? { not: { type: 'object' } } : { [keyword]: [below, below] }] as const;
  });
  return { $defs: Object.fromEntries(parts), ...{ [keyword]: [{ $ref: '#/$defs/part39' }] } };
}

/** What a stranger's globs, expressions and schemas make a check try. */
export const patterns: readonly Attack[] = [
  glob('glob-stars', 'Asks for one letter many times over, with anything between.', '*a*a*a*a*a*a*a*a*a*a*a*ab'),
  glob('glob-braces', 'Asks for one of several spellings of the same, eighty times.', '{a,aa,aaa}'.repeat(80)),
  glob('glob-folders', 'Asks for any folders before a folder, thirty times.', `${'**/a*/'.repeat(30)}b`, [
    `${'a/'.repeat(60)}x.md`,
  ]),
  glob('glob-long', 'Has a glob of half a million characters.', '{a,b}*?'.repeat(80_000)),
  pattern('pattern-stars', 'Asks for anything, five times in a row.', '.*.*.*.*.*.*.*.*x$', long.repeat(20)),
  pattern(
    'pattern-groups',
    'Repeats what may be empty, one after the other.',
    '^(a*)(a*)(a*)(a*)(a*)(a*)(a*)b$',
    long.repeat(4),
  ),
  pattern('pattern-reference', 'Asks for what stood before once more.', '^(a+)+\\1(a+)\\2b$'),
  pattern('pattern-ahead', 'Looks ahead from every place to the end.', '(?=(a+a+)+b)(?=.*.*.*y)x', long),
  pattern('pattern-counted', 'Counts to a thousand a thousand times.', '^(?:a{1,1000}){1,1000}b$', long.repeat(9)),
  {
    name: 'pattern-keys',
    attempt: 'Has patterns for the names of headings.',
    build: (place) =>
      writeSchema(
        place,
        {
          schema: { properties: { sections: { patternProperties: { '^(?:a?a?a?a?){40}b$': true, '(.*)*x': true } } } },
        },
        `# Parcel\n\n## ${long}\n\nWords.\n`,
      ),
  },
  {
    name: 'schema-all-of',
    attempt: 'Asks the same of a document a million million times, by parts that are two parts each.',
    build: (place) => writeSchema(place, { schema: doubling('allOf') }, '# Parcel\n\n## Why\n\nWords.\n'),
  },
  {
    name: 'schema-references',
    attempt: 'Refers to itself, to the network, to the disk and to parts that are not there.',
    build: (place) =>
      writeSchema(
        place,
        {
          schema: {
            $id: 'https://example.org/a',
            allOf: [
              { $ref: '#' },
              { $ref: 'file:///etc/passwd' },
              { $ref: 'https://example.org/b' },
              { $ref: '#/nowhere' },
            ],
            $dynamicRef: '#here',
          },
        },
        '# Parcel\n',
      ),
  },
  {
    name: 'schema-unique',
    attempt: 'Has every two of twenty thousand values compared.',
    build: (place) =>
      writeSchema(
        place,
        { schema: { properties: { metadata: { additionalProperties: { uniqueItems: true } } } } },
        `---\nplaces:\n${Array.from({ length: 20_000 }, (_, at) => `  - {a: ${at}}\n`).join('')}---\n\n# Parcel\n`,
      ),
  },
];
