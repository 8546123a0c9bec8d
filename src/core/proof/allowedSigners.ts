/** One line of an `allowed_signers` file (ssh-keygen(1)), for Ed25519 keys. */
export interface AllowedSigner {
  /** Who it is: the first of the line's principals. */
  readonly name: string;
  /** `ssh-ed25519 AAAA…`. */
  readonly key: string;
  readonly namespaces?: readonly string[];
  /** Milliseconds since 1970; the key counts from then on, and before then. */
  readonly after?: number;
  readonly before?: number;
}

const OPTION = '(?:namespaces|valid-after|valid-before)="[^"]*"';
const LINE = new RegExp(`^(\\S+)\\s+(?:(${OPTION}(?:,${OPTION})*)\\s+)?(ssh-ed25519)\\s+([A-Za-z0-9+/=]+)(?:\\s|$)`);

/** Lines it cannot read name nobody: a reviewer too few is safer than one too many. */
export function parseAllowedSigners(text: string): AllowedSigner[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, principals, options = '', type, key] = LINE.exec(line.trim()) ?? [];
    if (!principals || !type || !key) return [];
    const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(options)?.[1];
    const [namespaces, after, before] = [of('namespaces'), of('valid-after'), of('valid-before')];
    const times = {
      after: after === undefined ? undefined : toTime(after),
      before: before === undefined ? undefined : toTime(before),
    };
    if ((after !== undefined && times.after === undefined) || (before !== undefined && times.before === undefined))
      return [];
    return [
      {
        name: principals.split(',')[0]!,
        key: `${type} ${key}`,
        ...(namespaces !== undefined && { namespaces: namespaces.split(',') }),
        ...(times.after !== undefined && { after: times.after }),
        ...(times.before !== undefined && { before: times.before }),
      },
    ];
  });
}

/** Who a key belongs to, if it may sign for this purpose at that time. */
export function findSigner(
  signers: readonly AllowedSigner[],
  { key, namespace, at }: { key: string; namespace: string; at: number },
): AllowedSigner | undefined {
  return signers.find(
    (signer) =>
      signer.key === key &&
      (signer.namespaces?.includes(namespace) ?? true) &&
      at >= (signer.after ?? -Infinity) &&
      at < (signer.before ?? Infinity),
  );
}

/** `YYYYMMDD` or `YYYYMMDDHHMM[SS]`, taken as UTC. */
function toTime(text: string): number | undefined {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?Z?$/.exec(text) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}
