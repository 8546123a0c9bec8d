import type { TextRange } from '../problem.ts';
import type { ArtifactDocument, ArtifactLanguage } from './artifactText.ts';
import { artifactKinds, findArtifactKind, type ArtifactKind } from './kind.ts';

/** `# katapath: artifact=kubernetes/deployment` in the first lines, or `none`. */
export function readArtifactDirective(text: string): string | undefined {
  return /^(?:#|\/\/|%%|<!--)?\s*katapath:\s*artifact=([\w/-]+)/m.exec(text.slice(0, 500))?.[1];
}

/** Where the first lines speak to us in a comment and name no kind there is; a Markdown file's are a document's. */
export function findUnreadDirective(text: string): TextRange | undefined {
  const named = readArtifactDirective(text);
  if (named === 'none' || kindNamed(named)) return undefined;
  const found = /^(?:#|\/\/|%%)\s*(katapath:.*?)\s*$/m.exec(text.slice(0, 500));
  if (!found) return undefined;
  const start = text.indexOf(found[1]!, found.index);
  return { start, end: start + found[1]!.length };
}

/** How a file of this name is written; undefined where no kind has such files. */
export function languageOf(file: string): ArtifactLanguage | undefined {
  const name = file.split('/').at(-1)!.toLowerCase();
  if (/^(?:dockerfile|containerfile)(?:\.|$)|\.dockerfile$/.test(name)) return 'dockerfile';
  if (/\.ya?ml$/.test(name)) return 'yaml';
  if (/\.json$/.test(name)) return 'json';
  if (/\.(?:mmd|mermaid)$/.test(name)) return 'mermaid';
  return undefined;
}

/** The kind of a document by its name and by what it says of itself; strict, so that other people's files stay theirs. */
export function detectArtifact(file: string, { data }: ArtifactDocument): ArtifactKind | undefined {
  const language = languageOf(file);
  const fits = artifactKinds.filter(
    (kind) => isWrittenAs(kind.language, language) && fitsFile(kind, file) && fitsValues(kind, data),
  );
  // The more it asks, the surer it is.
  return fits.sort((a, b) => weight(b) - weight(a))[0];
}

export function kindNamed(id: string | undefined): ArtifactKind | undefined {
  return id === undefined || id === 'none' ? undefined : findArtifactKind(id);
}

/** JSON is YAML too: a Deployment may be written either way. */
const isWrittenAs = (wanted: ArtifactLanguage, language: ArtifactLanguage | undefined) =>
  wanted === language || (wanted === 'yaml' && language === 'json');

const fitsFile = ({ detect: { file } }: ArtifactKind, name: string) =>
  file === undefined || new RegExp(file, 'i').test(name);

function fitsValues({ detect: { values = {} } }: ArtifactKind, data: unknown): boolean {
  const asked = Object.entries(values);
  if (asked.length === 0) return true;
  if (typeof data !== 'object' || data === null) return false;
  return asked.every(([key, pattern]) => {
    const value = (data as Record<string, unknown>)[key];
    return value !== undefined && (pattern === '' || new RegExp(pattern).test(String(value)));
  });
}

const weight = ({ detect: { file, values } }: ArtifactKind) => (file ? 1 : 0) + Object.keys(values ?? {}).length;
