import { EVIDENCE_STEPS, type Evidence } from '../profiles/profile.ts';
import { compilePattern, type Pattern } from '../../text/pattern/pattern.ts';
import type { Facts } from './facts.ts';

/** No title is longer; what is behind this has no say in what a document is. */
const LONGEST = 1000;

/** The points some evidence gives a document. */
export function score(evidence: readonly Evidence[], facts: Facts): number {
  let sum = 0;
  for (const weigh of compile(evidence)) sum += weigh(facts);
  return sum;
}

type Weigh = (facts: Facts) => number;
type Condition = (facts: Facts) => boolean;

/** Evidence is data that never changes, and every document is held against all of it: it is compiled once. */
const compiled = new WeakMap<readonly Evidence[], readonly Weigh[]>();

function compile(evidence: readonly Evidence[]): readonly Weigh[] {
  const known = compiled.get(evidence) ?? evidence.map(toWeigh);
  compiled.set(evidence, known);
  return known;
}

function toWeigh(piece: Evidence): Weigh {
  const conditions = [...toConditions(piece)];
  const holds: Condition = (facts) => conditions.every((condition) => condition(facts));
  const { points, any, atLeast = 1, perSection = false } = piece;
  if (!any) return (facts) => (holds(facts) ? points : 0);
  return (facts) => {
    let count = 0;
    for (const name of any) if (facts.sections.has(name)) count++;
    if (count < atLeast || !holds(facts)) return 0;
    return perSection ? points * count : points;
  };
}

function* toConditions(piece: Evidence): Iterable<Condition> {
  const {
    folder,
    file,
    title,
    titleKind,
    labelled,
    statusForm,
    dateForm,
    sections,
    without,
    labels,
    beside,
    frontMatter,
  } = piece;
  if (titleKind !== undefined) yield (facts) => facts.titleKind === titleKind;
  if (labelled !== undefined) yield (facts) => facts.isLabelled === labelled;
  if (statusForm) yield (facts) => statusForm.includes(facts.statusForm ?? 'none');
  if (dateForm) yield (facts) => dateForm.includes(facts.dateForm ?? 'none');
  if (sections) yield (facts) => sections.every((name) => facts.sections.has(name));
  if (without) yield (facts) => !without.some((name) => facts.sections.has(name));
  if (labels) yield (facts) => labels.some((label) => facts.labels.has(label));
  if (beside) yield (facts) => beside.some((name) => facts.beside.has(name));
  if (frontMatter) yield (facts) => facts.hasFrontMatter && frontMatter.some((demand) => hasFrontMatter(facts, demand));
  if (folder !== undefined) yield matches(compilePattern(folder, '', EVIDENCE_STEPS), (facts) => facts.folder);
  if (file !== undefined) yield matches(compilePattern(file, '', EVIDENCE_STEPS), (facts) => facts.file);
  if (title !== undefined)
    yield matches(compilePattern(title, 'i', EVIDENCE_STEPS), (facts) => facts.title.slice(0, LONGEST));
}

/** Documents come folder by folder, so the last answer is often the next one. */
function matches(pattern: Pattern, wordsOf: (facts: Facts) => string): Condition {
  let last = '';
  let answer = pattern.test(last);
  return (facts) => {
    const words = wordsOf(facts);
    if (words !== last) [last, answer] = [words, pattern.test(words)];
    return answer;
  };
}

function hasFrontMatter({ frontMatter }: Facts, demand: string): boolean {
  const [key, value] = demand.split('=') as [string, string?];
  if (!Object.hasOwn(frontMatter, key)) return false;
  return value === undefined || String(frontMatter[key]).toLowerCase() === value;
}
