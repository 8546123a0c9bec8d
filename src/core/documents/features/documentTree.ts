import type { CorpusEntry } from '../corpus/entry.ts';
import { readStatus, type StatusMeaning } from '../model/vocabulary.ts';
import { lookUp } from '../../lookUp.ts';
import { referenceName } from './references.ts';
import { toOneLine } from '../../text/visible.ts';

export interface ProblemCount {
  readonly errors: number;
  readonly warnings: number;
}

export interface KindNode {
  readonly kind: 'kind';
  readonly key: string;
  /** `Decision records` */
  readonly title: string;
  readonly count: number;
  readonly groups: readonly StatusNode[];
}

export interface StatusNode {
  readonly kind: 'status';
  readonly key: string;
  readonly title: string;
  readonly meaning: StatusMeaning | undefined;
  readonly documents: readonly DocumentNode[];
}

export interface DocumentNode {
  readonly kind: 'document';
  readonly key: string;
  readonly entry: CorpusEntry;
  /** `ADR-017: Use PostgreSQL` */
  readonly title: string;
  readonly meaning: StatusMeaning | undefined;
  /** Undefined while nobody counted. */
  readonly problems: ProblemCount | undefined;
}

export type DocumentTreeNode = KindNode | StatusNode | DocumentNode;

const titles: Readonly<Record<string, string>> = {
  adr: 'Decision records',
  rfc: 'Requests for comments',
  design: 'Design documents',
  postmortem: 'Postmortems',
  runbook: 'Runbooks',
  'threat-model': 'Threat models',
};

/** In the order of a record's life: what waits for someone comes first. */
const order: readonly StatusMeaning[] = [
  'draft',
  'proposed',
  'in review',
  'accepted',
  'implemented',
  'resolved',
  'deferred',
  'rejected',
  'deprecated',
  'superseded',
];

/** The documents of a folder by kind and status. `problemsOf` tells what is wrong with each, where that is known. */
export function documentTree(
  entries: readonly CorpusEntry[],
  { key, problemsOf }: { key: string; problemsOf: (file: string) => ProblemCount | undefined },
): KindNode[] {
  const known = Object.keys(titles);
  // A workspace's own kinds come after those that everyone knows.
  const rank = (kind: string) => (Object.hasOwn(titles, kind) ? known.indexOf(kind) : known.length);
  return [...groupBy(entries, ({ kind }) => kind)]
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
    .map(([kind, ofKind]) => ({
      kind: 'kind',
      key: `${key}/${kind}`,
      title: lookUp(titles, kind) ?? toOneLine(kind),
      count: ofKind.length,
      groups: toGroups(ofKind, `${key}/${kind}`, problemsOf),
    }));
}

/** What a row says after its title. */
export function toProblemWords({ errors, warnings }: ProblemCount): string {
  const words = [plural(errors, 'error'), plural(warnings, 'warning')].filter(Boolean);
  return words.join(', ') || 'no problems';
}

const plural = (count: number, word: string) => (count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`);

function toGroups(
  entries: readonly CorpusEntry[],
  key: string,
  problemsOf: (file: string) => ProblemCount | undefined,
): StatusNode[] {
  const meaningOf = ({ status }: CorpusEntry) => readStatus(status?.split(' ') ?? [])?.meaning;
  return [...groupBy(entries, (entry) => meaningOf(entry) ?? entry.status ?? '')]
    .sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b))
    .map(([status, own]) => {
      const meaning = meaningOf(own[0]!);
      return {
        kind: 'status',
        key: `${key}/${status}`,
        title: status === '' ? 'No status' : toOneLine(status[0]!.toUpperCase() + status.slice(1)),
        meaning,
        documents: [...own]
          .sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || a.title.localeCompare(b.title))
          .map((entry) => ({
            kind: 'document',
            key: `${key}/${status}/${entry.file}`,
            entry,
            title: toOneLine([referenceName(entry), entry.title].filter(Boolean).join(': ')),
            meaning,
            problems: problemsOf(entry.file),
          })),
      };
    });
}

/** Words nobody knows come after the known ones, and no status at the end. */
function place(status: string): number {
  const index = (order as readonly string[]).indexOf(status);
  if (index >= 0) return index;
  return order.length + (status === '' ? 1 : 0);
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
