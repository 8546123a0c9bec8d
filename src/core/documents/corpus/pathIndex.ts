/** The paths of a workspace: which there are, folders on the way to them included, and which differ in case only. */
export class PathIndex {
  /** The root is the empty path. */
  private readonly known = new Set<string>(['']);
  private byLowerCase: Map<string, string[]> | undefined;

  constructor(files: Iterable<string>) {
    for (const file of files) this.add(file);
  }

  add(file: string): void {
    for (let path = file; !this.known.has(path); path = path.slice(0, Math.max(path.lastIndexOf('/'), 0))) {
      this.known.add(path);
      this.byLowerCase = undefined;
    }
  }

  has(path: string): boolean {
    return this.known.has(path.replace(/\/$/, ''));
  }

  /** Asked for where a link is broken only, so it is made then. */
  inOtherCase(path: string): readonly string[] {
    this.byLowerCase ??= groupByLowerCase(this.known);
    return (this.byLowerCase.get(path.toLowerCase()) ?? []).filter((other) => other !== path);
  }
}

function groupByLowerCase(paths: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const key = path.toLowerCase();
    const group = groups.get(key);
    if (group) group.push(path);
    else groups.set(key, [path]);
  }
  return groups;
}
