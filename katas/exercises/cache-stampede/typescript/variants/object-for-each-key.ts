interface Options<V> {
  load: (key: string) => Promise<V>;
  clock: () => number;
  ttlMs: number;
  jitter: number;
  refreshMs?: number;
  random: () => number;
}

/** One entry for each key: what is there, and what is coming. A forgotten entry lives on with those who hold it. */
class Entry<V> {
  private there: { value: V; until: number } | undefined;
  private coming: Promise<V> | undefined;
  private readonly key: string;
  private readonly options: Options<V>;

  constructor(key: string, options: Options<V>) {
    this.key = key;
    this.options = options;
  }

  get(): Promise<V> {
    const { there, options } = this;
    const now = options.clock();
    if (!there || now >= there.until) return this.fetch();
    if (now >= there.until - (options.refreshMs ?? 0)) this.fetch().catch(() => {});
    return Promise.resolve(there.value);
  }

  private fetch(): Promise<V> {
    return (this.coming ??= this.load().finally(() => (this.coming = undefined)));
  }

  private async load(): Promise<V> {
    const { load, clock, ttlMs, jitter, random } = this.options;
    const value = await load(this.key);
    this.there = { value, until: clock() + ttlMs - ttlMs * jitter * random() };
    return value;
  }
}

export class Cache<V> {
  private readonly entries: Record<string, Entry<V>> = Object.create(null);
  private readonly options: Options<V>;

  constructor(options: Options<V>) {
    this.options = options;
  }

  get(key: string): Promise<V> {
    return (this.entries[key] ??= new Entry(key, this.options)).get();
  }

  forget(key: string): void {
    delete this.entries[key];
  }
}
