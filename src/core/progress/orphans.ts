import type { Catalog } from '../model/catalog.ts';
import { closingProof } from './itemProgress.ts';
import type { Ledger } from './ledger.ts';
import type { Orphan } from './state.ts';

/** Progress the catalog has no place for: an item that was removed, a kata of another build. */
export function findOrphans(ledger: Ledger, catalog: Catalog): Orphan[] {
  const katas = new Set(catalog.katas.map(({ manifest }) => manifest.id));
  const paths = new Set(catalog.paths.map(({ id }) => id));
  const steps = catalog.paths.flatMap((path) => path.steps);
  const items = [...steps.flatMap((step) => step.items), ...catalog.paths.flatMap((path) => path.resources)];
  const outcomes = new Set([...steps, ...items].map(({ id }) => id));
  const touched = new Set([...ledger.marks.keys(), ...ledger.outcomes.keys(), ...ledger.practice.keys()]);
  return [
    ...[...touched]
      .filter((id) => !outcomes.has(id))
      .map((id): Orphan => ({ kind: 'item', id, words: itemWords(id, ledger) })),
    ...[...ledger.katas.values()]
      .filter(({ kata }) => !katas.has(kata))
      .map(({ kata, attempts }): Orphan => ({
        kind: 'kata',
        id: kata,
        words: attempts === 1 ? '1 attempt' : `${attempts} attempts`,
      })),
    ...[...ledger.plans.keys()]
      .filter((id) => !paths.has(id))
      .map((id): Orphan => ({ kind: 'path', id, words: 'planned by you' })),
  ].sort((a, b) => (a.kind + a.id < b.kind + b.id ? -1 : 1));
}

function itemWords(id: string, ledger: Ledger): string {
  const mark = ledger.marks.get(id);
  if (closingProof(ledger.outcomes.get(id))) return 'closed';
  if (mark?.word) return mark.word;
  const times = ledger.practice.get(id)?.size ?? 0;
  return times > 0 ? `done ${times} times` : 'begun';
}
