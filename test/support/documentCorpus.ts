import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A published document: `repository` is `owner__name`, `path` its path inside it. */
export interface CorpusDocument {
  readonly repository: string;
  readonly path: string;
  readonly text: string;
}

const root = '../shared/corpus';

/** The published documents that may stand beside the project; empty where they do not. */
export function readCorpus(): readonly CorpusDocument[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.includes('/') && name.endsWith('.md'))
    .sort()
    .map((name) => {
      const [repository, ...path] = name.split('/') as [string, ...string[]];
      return { repository, path: path.join('/'), text: readFileSync(`${root}/${name}`, 'utf8') };
    });
}
