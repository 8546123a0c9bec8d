import type { Evidence } from '../profiles/profile.ts';
import type { Facts } from './facts.ts';

/** The points some evidence gives a document. */
export function score(evidence: readonly Evidence[], facts: Facts): number {
  return evidence.reduce((sum, piece) => sum + weigh(piece, facts), 0);
}

function weigh(piece: Evidence, facts: Facts): number {
  if (piece.folder !== undefined && !toPattern(piece.folder).test(facts.folder)) return 0;
  if (piece.file !== undefined && !toPattern(piece.file).test(facts.file)) return 0;
  if (piece.title !== undefined && !toPattern(piece.title).test(facts.title)) return 0;
  if (piece.titleKind !== undefined && piece.titleKind !== facts.titleKind) return 0;
  if (piece.labelled !== undefined && piece.labelled !== facts.isLabelled) return 0;
  if (piece.statusForm && !piece.statusForm.includes(facts.statusForm ?? 'none')) return 0;
  if (piece.dateForm && !piece.dateForm.includes(facts.dateForm ?? 'none')) return 0;
  if (piece.sections && !piece.sections.every((name) => facts.sections.has(name))) return 0;
  if (piece.without?.some((name) => facts.sections.has(name))) return 0;
  if (piece.labels && !piece.labels.some((label) => facts.labels.has(label))) return 0;
  if (piece.beside && !piece.beside.some((name) => facts.beside.has(name))) return 0;
  if (piece.frontMatter && !piece.frontMatter.some((demand) => hasFrontMatter(facts, demand))) return 0;
  if (!piece.any) return piece.points;
  const count = piece.any.filter((name) => facts.sections.has(name)).length;
  if (count < (piece.atLeast ?? 1)) return 0;
  return piece.perSection ? piece.points * count : piece.points;
}

function hasFrontMatter({ frontMatter }: Facts, demand: string): boolean {
  const [key, value] = demand.split('=') as [string, string?];
  if (!Object.hasOwn(frontMatter, key)) return false;
  return value === undefined || String(frontMatter[key]).toLowerCase() === value;
}

const patterns = new Map<string, RegExp>();

function toPattern(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, 'i');
  patterns.set(source, known);
  return known;
}
