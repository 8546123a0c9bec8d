import type { CorpusEntry } from './entry.ts';
import { folderOf } from './paths.ts';

/** Where a record stands among its kind: a record that is a folder (`0012-x/README.md`) stands in the folder around it. */
export function shelfOf(file: string): string {
  return /(?:^|\/)(?:index|readme)\.md$/i.test(file) ? folderOf(folderOf(file)) : folderOf(file);
}

/** Records that are numbered together: those of a kind, all of them or those of one shelf. Every answer is a look-up. */
export class RecordGroup {
  private readonly byNumber = new Map<number, CorpusEntry[]>();
  private readonly forms = new Map<string, number>();
  size = 0;
  /** How many of them have a number. */
  numberCount = 0;
  /** 0 when none has a number. */
  highest = 0;

  constructor(entries: Iterable<CorpusEntry> = []) {
    for (const entry of entries) this.add(entry);
  }

  add(entry: CorpusEntry): void {
    const { number, statusForm } = entry;
    this.size++;
    if (statusForm) this.forms.set(statusForm, (this.forms.get(statusForm) ?? 0) + 1);
    if (number === undefined) return;
    this.numberCount++;
    this.highest = Math.max(this.highest, number);
    const same = this.byNumber.get(number);
    if (same) same.push(entry);
    else this.byNumber.set(number, [entry]);
  }

  /** Those with a number, in the order of their paths. */
  numbered(number: number): readonly CorpusEntry[] {
    return this.byNumber.get(number) ?? [];
  }

  /** How many state their status in which form. */
  get statusForms(): ReadonlyMap<string, number> {
    return this.forms;
  }
}

const nobody = new RecordGroup();

/** Entries by their kind, and within it by their shelf. */
export class RecordGroups {
  private readonly groups = new Map<string, RecordGroup>();

  constructor(entries: Iterable<CorpusEntry>) {
    for (const entry of entries) {
      this.groupFor(entry.kind).add(entry);
      this.groupFor(toKey(entry.kind, shelfOf(entry.file))).add(entry);
    }
  }

  of(kind: string, shelf?: string): RecordGroup {
    return this.groups.get(shelf === undefined ? kind : toKey(kind, shelf)) ?? nobody;
  }

  private groupFor(key: string): RecordGroup {
    let group = this.groups.get(key);
    if (!group) this.groups.set(key, (group = new RecordGroup()));
    return group;
  }
}

const toKey = (kind: string, shelf: string) => `${kind}\n${shelf}`;
