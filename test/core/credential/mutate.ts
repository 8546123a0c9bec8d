/** A source of numbers from 0 to just under 1; the same seed gives the same ones. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The ways a file that somebody issued is changed, by name. */
export const ways: Readonly<Record<string, (text: string, random: Random) => string>> = {
  'a byte changed': (text, random) =>
    splice(text, random, 1, (it) => String.fromCharCode(it.charCodeAt(0) ^ (1 << at(random, 7)))),
  'a few bytes taken out': (text, random) => splice(text, random, 1 + at(random, 5), () => ''),
  'a few bytes doubled': (text, random) => splice(text, random, 1 + at(random, 40), (it) => it + it),
  'a mark put in': (text, random) => splice(text, random, 0, () => pick(random, marks)),
  'cut short': (text, random) => text.slice(0, at(random, text.length)),
  'a mark at an end': (text, random) => (random() < 0.5 ? pick(random, marks) + text : text + pick(random, marks)),
  'laid out anew': (text, random) => onValue(text, (value) => JSON.stringify(value, null, 1 + at(random, 4))),
  'keys in another order': (text, random) => onValue(text, (value) => JSON.stringify(shuffleKeys(value, random))),
  'a key doubled': (text, random) => doubleKey(text, random),
  'a sign escaped': (text, random) =>
    splice(text, random, 1, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'another form of the same letters': (text, random) =>
    pick(random, [text.normalize('NFD'), text.normalize('NFKC'), text.toUpperCase(), swapLetter(text, random)]),
  'another value': (text, random) => onPlace(text, random, (holder, key) => (holder[key] = pick(random, values))),
  'a value taken out': (text, random) =>
    onPlace(text, random, (holder, key) =>
      Array.isArray(holder) ? holder.splice(Number(key), 1) : Reflect.deleteProperty(holder, key),
    ),
  'a value doubled': (text, random) =>
    onPlace(text, random, (holder, key) =>
      Array.isArray(holder) ? holder.push(holder[Number(key)]) : (holder[`${key}2`] = holder[key]),
    ),
  'two values swapped': (text, random) => swapTwo(text, random),
  'a word added': (text, random) =>
    onPlace(text, random, (holder) => (holder[pick(random, words)] = pick(random, values))),
  'proofs swapped, left out or mixed': (text, random) => mixProofs(text, random),
  'another date': (text, random) =>
    replaceOne(
      text,
      random,
      /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/g,
      () => `20${10 + at(random, 80)}-0${1 + at(random, 9)}-1${at(random, 9)}T09:30:00Z`,
    ),
  'another digit of a number or a hash': (text, random) =>
    replaceOne(text, random, /[0-9]/g, () => String(at(random, 10))),
  'another writing of Base64 or Base58': (text, random) =>
    replaceOne(text, random, /[A-Za-z0-9_-]{40,}/g, (it) => rewriteBase64(it, random)),
  'another header': (text, random) => changeHeader(text, random),
  'parts of a JWT mixed': (text, random) => mixParts(text, random),
};

const marks = [
  '\u0000',
  ' ',
  '\n',
  '\r\n',
  '\ufeff',
  '\u00a0',
  '\u2028',
  '\u200b',
  '\u202e',
  '}',
  '{',
  '"',
  ',',
  '.',
  '=',
  '\\',
  '\u0301',
  '🎓',
  '\ud800',
];
const values: unknown[] = [
  '',
  null,
  0,
  true,
  [],
  {},
  'A+',
  ['Evidence'],
  'https://example.org/',
  'did:key:z6Mk',
  -0,
  1e21,
  { '@id': 'urn:x' },
  '\u0000',
];
const words = [
  'grade',
  '@context',
  '@id',
  '@type',
  '__proto__',
  'proof',
  'validUntil',
  'exp',
  'nbf',
  'toJSON',
  'constructor',
  '',
];

type Loose = Record<string, unknown>;

function at(random: Random, length: number): number {
  return Math.floor(random() * length);
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[at(random, list.length)]!;
}

function splice(text: string, random: Random, length: number, change: (it: string) => string): string {
  const start = at(random, Math.max(1, text.length - length));
  return text.slice(0, start) + change(text.slice(start, start + length)) + text.slice(start + length);
}

/** Changes the JSON, or in a JWT the JSON of one of its parts; as it is where it is none. */
function onValue(text: string, change: (value: unknown) => string): string {
  if (text.startsWith('{')) return change(JSON.parse(text));
  const parts = text.split('.');
  parts[1] = toBase64Url(change(JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString())));
  return parts.join('.');
}

function onPlace(text: string, random: Random, change: (holder: Loose, key: string) => unknown): string {
  return onValue(text, (value) => {
    const [holder, key] = pick(random, placesIn(value as Loose));
    change(holder, key);
    return JSON.stringify(value);
  });
}

function placesIn(value: Loose): [Loose, string][] {
  return Object.entries(value).flatMap(([key, each]): [Loose, string][] => [
    [value, key],
    ...(typeof each === 'object' && each !== null ? placesIn(each as Loose) : []),
  ]);
}

function swapTwo(text: string, random: Random): string {
  return onValue(text, (value) => {
    const places = placesIn(value as Loose).filter(([holder, key]) => typeof holder[key] === 'string');
    const [[one, key], [other, otherKey]] = [pick(random, places), pick(random, places)];
    [one[key], other[otherKey]] = [other[otherKey], one[key]];
    return JSON.stringify(value);
  });
}

function shuffleKeys(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => shuffleKeys(each, random));
  const entries = Object.entries(value).map(([key, each]) => ({ key, each, order: random() }));
  return Object.fromEntries(
    entries.sort((a, b) => a.order - b.order).map(({ key, each }) => [key, shuffleKeys(each, random)]),
  );
}

/** Before or after the first one: readers take either. */
function doubleKey(text: string, random: Random): string {
  const double = (json: string) =>
    replaceOne(json, random, /"\w+":(?:"[^"\\]*"|\[\])/g, (it) => {
      const key = it.slice(0, it.indexOf(':'));
      const other = `${random() < 0.3 ? key.replace(/\w/, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`) : key}:"Doctor"`;
      return random() < 0.5 ? `${other},${it}` : `${it},${other}`;
    });
  return onValue(text, (value) => double(JSON.stringify(value)));
}

function swapLetter(text: string, random: Random): string {
  const alike: [string, string][] = [
    ['a', 'а'],
    ['e', 'е'],
    ['o', 'о'],
    ['i', 'і'],
    ['K', 'K'],
    ['fi', 'ﬁ'],
  ];
  const [from, to] = pick(random, alike);
  return replaceOne(text, random, new RegExp(from, 'g'), () => to);
}

function replaceOne(text: string, random: Random, pattern: RegExp, change: (it: string) => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { 0: it, index } = pick(random, found);
  return text.slice(0, index) + change(it) + text.slice(index + it.length);
}

function mixProofs(text: string, random: Random): string {
  return onValue(text, (value) => {
    const document = value as { proof?: Loose[] };
    const [one = {}, two = {}] = document.proof ?? [];
    const mixtures: unknown[] = [
      [two, one],
      [one],
      [two],
      [],
      [one, one],
      [one, two, two],
      one,
      null,
      [{ ...one, proofValue: two['proofValue'] }, two],
      [{ ...one, cryptosuite: two['cryptosuite'] }, two],
      [one, { ...two, '@context': [] }],
      [{ ...one, type: 'Ed25519Signature2020' }, two],
      [{ ...one, id: 'urn:x' }, two],
      [{ ...one, proofPurpose: 'authentication' }, two],
      [one, { ...two, created: undefined }],
      [one, { ...two, previousProof: 'urn:x' }],
    ];
    return JSON.stringify({ ...document, proof: pick(random, mixtures) });
  });
}

function rewriteBase64(it: string, random: Random): string {
  const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return pick(random, [
    `${it}=`,
    `${it}==`,
    it.replaceAll('-', '+').replaceAll('_', '/'),
    it.slice(0, -1) + last[(last.indexOf(it.at(-1)!) + 1) % 64]!,
    it.slice(0, 20) + '\n' + it.slice(20),
    `1${it}`,
    it.replace(/[1-9A-HJ-NP-Za-km-z]/, '0'),
  ]);
}

function changeHeader(text: string, random: Random): string {
  if (text.startsWith('{')) return replaceOne(text, random, /eddsa-(rdfc|jcs)-2022/g, () => 'none');
  const [header = '', ...rest] = text.split('.');
  const said = JSON.parse(Buffer.from(header, 'base64url').toString()) as Loose;
  const others: Loose[] = [
    { alg: 'none' },
    { alg: 'HS256' },
    { alg: 'ES256' },
    { alg: 'Ed25519' },
    { typ: 'JWT' },
    { cty: 'json' },
    { kid: 'did:key:z6Mk#z6Mk' },
    { iss: 'did:key:z6Mk' },
    { crit: ['b64'], b64: false },
    { jwk: {} },
  ];
  const changed = toBase64Url(JSON.stringify({ ...said, ...pick(random, others) }));
  return [changed, ...(random() < 0.3 ? [rest[0], ''] : rest)].join('.');
}

function mixParts(text: string, random: Random): string {
  const parts = text.split('.');
  const [one = '', two = '', three = ''] = parts;
  if (text.startsWith('{')) return text.replace('{', '{}.{');
  return pick(random, [
    [one, two],
    [one, two, ''],
    [two, one, three],
    [one, two, three, three],
    ['', two, three],
    [one, '', three],
    [one, two, two],
  ]).join('.');
}

function toBase64Url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
