import type { Files } from '../../runs/runner.ts';
import { parseSections } from '../guidance/sections.ts';
import { parentOf } from '../names.ts';
import { atFile } from './atFile.ts';
import type { ContentProblem } from './contentProblem.ts';

/** Links of Markdown that point to a file of the kata; those to the web are not followed. */
export function* findBrokenLinks(name: string, files: Files): Generator<ContentProblem> {
  const text = files[name]!;
  const withoutCode = text.replaceAll(/^(`{3,}|~{3,})[^]*?^\1|`[^`\n]*`/gm, (code) => ' '.repeat(code.length));
  for (const match of withoutCode.matchAll(/\]\(\s*<?([^)\s>]+)/g)) {
    const target = match[1]!;
    if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) continue;
    const start = match.index + match[0].length - target.length;
    const range = { start, end: start + target.length };
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? name : resolveName(parentOf(name), safeDecode(path));
    const found = file === undefined ? undefined : files[file];
    const isFolder = Object.keys(files).some((each) => each.startsWith(`${file?.replace(/\/$/, '')}/`));
    if (found === undefined && !isFolder)
      yield atFile(
        name,
        'KC114',
        `There is no “${path}” in this kata. Link to a file of the kata, or to the web.`,
        range,
      );
    else if (found !== undefined && anchor && !anchorsOf(found).has(anchor))
      yield atFile(name, 'KC114', `${file} has no heading for “#${anchor}”.`, range);
  }
}

function anchorsOf(markdown: string): ReadonlySet<string> {
  return new Set(
    parseSections(markdown).map(({ title }) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(/\s/g, '-'),
    ),
  );
}

/** `a/b` and `../c` → `a/c`; undefined when it leaves the kata. */
function resolveName(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
