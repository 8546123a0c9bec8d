import { Disk, type DiskFault, Random } from '../simulator/index.ts';

/** A disk that loses its power before the change with this number, and keeps note of what was written where. */
export class FragileDisk {
  readonly disk = new Disk();
  readonly names = new Set<string>();
  changes = 0;
  private left = Infinity;

  read(name: string): unknown {
    return this.disk.read(name);
  }

  write(name: string, text: string): void {
    this.use();
    this.names.add(name);
    this.disk.write(name, text);
  }

  append(name: string, text: string): void {
    this.use();
    this.names.add(name);
    this.disk.append(name, text);
  }

  sync(): void {
    this.use();
    this.disk.sync();
  }

  /** From now on so many changes (writes, appends, syncs) go well, and then none. */
  failAfter(changes: number): void {
    this.left = changes;
  }

  /** Power is back; what had not been synced is gone, or torn. */
  restart(fault: DiskFault, seed = 0): void {
    this.left = Infinity;
    this.disk.crash(fault, new Random(seed));
  }

  /** How many letters stand on it. */
  get size(): number {
    return [...this.names].reduce((sum, name) => sum + String(this.disk.read(name) ?? '').length, 0);
  }

  private use(): void {
    if (this.left <= 0) throw new Error('the power is out');
    this.left -= 1;
    this.changes += 1;
  }
}

export type Change = readonly [key: string, value: string | null];

interface Changeable {
  get(key: string): string | undefined;
  keys(): string[];
  put(key: string, value: string): void;
  remove(key: string): void;
}

export function change(store: Changeable, [key, value]: Change): void {
  if (value === null) store.remove(key);
  else store.put(key, value);
}

/** What a store holds, as one text. */
export function show(store: Changeable): string {
  return JSON.stringify(store.keys().map((key) => [key, store.get(key)]));
}

/** What a store should hold after these changes, as one text. */
export function expected(changes: readonly Change[]): string {
  const values = new Map<string, string>();
  for (const [key, value] of changes)
    if (value === null) values.delete(key);
    else values.set(key, value);
  return JSON.stringify([...values].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** A life with new keys, changed ones and removed ones. */
export const life: readonly Change[] = [
  ['apple', 'red'],
  ['pear', 'green'],
  ['apple', 'golden'],
  ['plum', ''],
  ['pear', null],
  ['fig', 'purple, and rather soft'],
  ['apple', null],
  ['pear', 'yellow'],
];
