/** All that there is of a disk. What is written can be read at once; it survives a crash for certain after `sync`. */
export interface Disk {
  /** What stands under a name; undefined when nothing does. */
  read(name: string): unknown;
  /** Puts a whole text under a name: after a crash the old one is there or the new one. */
  write(name: string, text: string): void;
  /** Adds to the end of a text: after a crash any part of its beginning may be there. */
  append(name: string, text: string): void;
  sync(): void;
}

/** Eight letters that are nearly always different when the text is. */
export function checksum(text: string): string {
  let hash = 2166136261;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 16777619);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** A key and its new value; null when it is removed. */
type Change = [key: string, value: string | null];

/** The last piece behind the last line break never is: it is empty, or torn. */
function isGood(line: string): boolean {
  return line.length > 9 && line[8] === ' ' && line.slice(0, 8) === checksum(line.slice(9));
}

/** Keeps texts under keys. Once `put` or `remove` has returned, no crash takes it back. */
export class Store {
  private readonly disk: Disk;
  private readonly values = new Map<string, string>();

  /** Finds what the last store on this disk has left. */
  constructor(disk: Disk) {
    this.disk = disk;
    this.recover();
  }

  get(key: string): string | undefined {
    return this.values.get(key);
  }

  /** All keys, sorted. */
  keys(): string[] {
    return [...this.values.keys()].sort();
  }

  put(key: string, value: string): void {
    this.log([key, value]);
  }

  remove(key: string): void {
    this.log([key, null]);
  }

  /** Makes the log short. The new beginning is safe before the old log goes. */
  checkpoint(): void {
    const lines = [...this.values].map((change) => JSON.stringify(change)).map((text) => `${checksum(text)} ${text}\n`);
    this.disk.write('log', lines.join(''));
    this.disk.sync();
  }

  /** The good lines from the front. A damaged line is a torn tail only if nothing good comes after it. */
  private recover(): void {
    const lines = String(this.disk.read('log') ?? '').split('\n');
    lines[lines.length - 1] = '';
    const firstBad = lines.findIndex((line) => !isGood(line));
    if (lines.slice(firstBad).some(isGood)) throw new Error('the log is damaged before its end');
    const good = lines.slice(0, firstBad);
    for (const line of good) this.apply(JSON.parse(line.slice(9)) as Change);
    this.disk.write('log', good.map((line) => `${line}\n`).join(''));
    this.disk.sync();
  }

  /** Written and synced first, believed afterwards. */
  private log(change: Change): void {
    const text = JSON.stringify(change);
    this.disk.append('log', `${checksum(text)} ${text}\n`);
    this.disk.sync();
    this.apply(change);
  }

  private apply([key, value]: Change): void {
    if (value === null) this.values.delete(key);
    else this.values.set(key, value);
  }
}
