/** A number as it stands in a text, with its unit in a common measure where it has one. */
export interface Figure {
  readonly value: number;
  /** `ms`, `B` or `%`; undefined for a bare number, which counts whatever the words around it name. */
  readonly measure?: string;
}

/** What one of each is, in the measure of its kind. Decimal and binary bytes are one: nobody means the difference. */
const units: readonly (readonly [measure: string, size: number, spellings: string])[] = [
  ['ms', 1, 'ms msec millisecond milliseconds'],
  ['ms', 1000, 's sec secs second seconds'],
  ['ms', 60_000, 'min mins minute minutes'],
  ['ms', 3_600_000, 'h hr hrs hour hours'],
  ['ms', 86_400_000, 'd day days'],
  ['ms', 604_800_000, 'week weeks'],
  ['B', 1, 'b byte bytes'],
  ['B', 1e3, 'kb kib kilobyte kilobytes'],
  ['B', 1e6, 'mb mib megabyte megabytes'],
  ['B', 1e9, 'gb gib gigabyte gigabytes'],
  ['%', 1, '% percent'],
];

const unitOf = new Map(
  units.flatMap(([measure, size, spellings]) =>
    spellings.split(' ').map((spelling): [string, { measure: string; size: number }] => [spelling, { measure, size }]),
  ),
);

const numberWords = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen twenty'
).split(' ');

const multiples: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, million: 1e6 };

/** `12,400`, `12 400`, `3.5`, `three`; a range (`20–40 ms`) gives its unit to both ends. */
const FIGURE = new RegExp(
  [
    String.raw`(?<![\p{L}\d.,])(?<number>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:\.\d+)?|(?:${numberWords.join('|')})\b)`,
    String.raw`(?:\s*(?<times>k|thousand|million)(?![\p{L}]))?`,
    String.raw`(?<range>\s*(?:–|-|to)\s*(?=\d))?`,
    // Looked at only: the next word may be a number itself.
    String.raw`(?:(?=[\s-]?(?<unit>%|per cent|\p{L}+))|)`,
  ].join(''),
  'giu',
);

/** Every figure of a text, in reading order. */
export function readFigures(text: string): readonly Figure[] {
  const found: { value: number; measure?: string; size: number; isOpen: boolean }[] = [];
  for (const { groups } of text.matchAll(FIGURE)) {
    const { number, times, range, unit } = groups as Record<string, string | undefined>;
    const known = unitOf.get((unit ?? '').toLowerCase().replace('per cent', 'percent'));
    const value = toNumber(number!) * (multiples[(times ?? '').toLowerCase()] ?? 1);
    const before = found.at(-1);
    if (before?.isOpen && known) Object.assign(before, { measure: known.measure, value: before.value * known.size });
    if (before) before.isOpen = false;
    found.push({
      value: value * (known?.size ?? 1),
      ...(known && { measure: known.measure }),
      size: 1,
      isOpen: range !== undefined,
    });
  }
  return found.map(({ value, measure }) => (measure === undefined ? { value } : { value, measure }));
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Whether a figure stands in a text: `250 ms` in any unit of time, `12,400 orders|parcels` as that number with one of
 * the words somewhere near it, `2026-03-14` in figures or with the month's name.
 */
export function hasFigure(text: string, wanted: string, hasWord: (words: string) => boolean): boolean {
  const day = DAY.exec(wanted);
  if (day) return daySpellings(day).some((spelling) => text.toLowerCase().includes(spelling));
  const [figure] = readFigures(wanted);
  if (!figure) return false;
  const { value, measure } = figure;
  const figures = readFigures(text);
  if (figures.some((each) => each.measure === measure && isSame(each.value, value)))
    return measure !== undefined || hasWord(wanted.replace(/^[\d.,]+\s*/, ''));
  // “From 1,840 to 310 ms”, “11 days where 6 were planned”: the unit is said once.
  const bare = toNumber(/^[\d.,]+/.exec(wanted)![0]);
  const isSaid = figures.some((each) => each.measure === measure);
  return measure !== undefined && isSaid && figures.some((each) => !each.measure && isSame(each.value, bare));
}

const isSame = (a: number, b: number) => Math.abs(a - b) <= Math.abs(b) * 1e-9;

function toNumber(text: string): number {
  const word = numberWords.indexOf(text.toLowerCase());
  return word >= 0 ? word : Number(text.replace(/[,\u00a0\u202f ]/g, ''));
}

const months = 'january february march april may june july august september october november december'.split(' ');

function daySpellings([day, year, month, date]: RegExpExecArray): readonly string[] {
  const name = months[Number(month) - 1]!;
  const plain = Number(date);
  return [day, `${plain} ${name} ${year}`, `${name} ${plain}, ${year}`];
}
