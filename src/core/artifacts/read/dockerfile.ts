import type { TextRange } from '../../problem.ts';
import type { ArtifactText } from '../artifactText.ts';

/** One instruction, its continued lines joined. */
interface Instruction {
  readonly keyword: string;
  readonly words: string;
  readonly range: TextRange;
  /** Of what follows the keyword. */
  readonly wordsRange: TextRange;
}

/**
 * Reads a Dockerfile into what rules ask about: stages with their base, who runs the result, what is copied before
 * dependencies are installed, settings and commands.
 *
 * A parser of its own, because the rules need offsets and a few facts, and the known packages bring the types of a
 * language server along.
 */
export function readDockerfile(text: string): ArtifactText {
  const places = new Map<string, TextRange>();
  const instructions = [...readInstructions(text)];
  const first = instructions[0]?.range ?? { start: 0, end: Math.min(text.length, 1) };
  const data = toFacts(instructions, places);
  return {
    documents: [
      {
        data,
        rangeAt(path) {
          for (let length = path.length; length > 0; length--) {
            const place = places.get(path.slice(0, length).join('/'));
            if (place) return place;
          }
          return first;
        },
      },
    ],
    errors: instructions
      .filter(({ keyword }) => !KEYWORDS.has(keyword))
      .map(({ keyword, range }) => ({
        message: `“${keyword}” is no instruction of a Dockerfile.`,
        range: { start: range.start, end: range.start + keyword.length },
      })),
  };
}

const KEYWORDS = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

function* readInstructions(text: string): Generator<Instruction> {
  const escape = /^#\s*escape\s*=\s*`\s*$/m.test(text.slice(0, 200)) ? '`' : '\\';
  const lines = [...text.matchAll(/[^\n]*(?:\n|$)/g)].filter(([line]) => line !== '');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const content = line[0].replace(/\r?\n$/, '');
    if (/^\s*(#|$)/.test(content)) continue;
    const start = line.index + (/\S/.exec(content)?.index ?? 0);
    let end = line.index + content.trimEnd().length;
    const parts = [content.trim()];
    while (parts.at(-1)!.endsWith(escape) && index + 1 < lines.length) {
      const next = lines[++index]!;
      const more = next[0].replace(/\r?\n$/, '');
      // Comments and empty lines inside of a continued instruction are not part of it, and do not end it.
      if (/^\s*(#|$)/.test(more)) continue;
      parts.push(parts.pop()!.slice(0, -1).trimEnd(), more.trim());
      end = next.index + more.trimEnd().length;
    }
    let words = parts.join(' ').trim();
    const closing = /<<-?(["']?)(\w+)\1/.exec(words)?.[2];
    while (closing && index + 1 < lines.length && lines[++index]![0].trim() !== closing)
      words += `\n${lines[index]![0]}`;
    const keyword = /^\S+/.exec(words)?.[0];
    // Nothing but marks that it goes on.
    if (keyword === undefined) continue;
    const rest = words.slice(keyword.length).trim();
    const restStart = start + keyword.length + (/\S/.exec(text.slice(start + keyword.length, end))?.index ?? 0);
    yield {
      keyword: keyword.toUpperCase(),
      words: rest,
      range: { start, end },
      wordsRange: rest ? { start: restStart, end } : { start, end },
    };
  }
}

const INSTALLS =
  /\b(?:npm (?:ci|i|install)|yarn(?: install)?\b|pnpm (?:i|install)|pip3? install|poetry install|uv (?:sync|pip install)|bundle install|go mod download|mvn \S*dependency|gradle \S*dependencies|composer install|cargo fetch)\b/;

function toFacts(instructions: readonly Instruction[], places: Map<string, TextRange>) {
  const stages: Base[] = [];
  const names = new Set<string>();
  const settings: { name: string; value: string }[] = [];
  const runs: string[] = [];
  const copies: string[] = [];
  const adds: string[] = [];
  const lateInstalls: string[] = [];
  let copiedAll = false;
  let final: Record<string, unknown> = {};
  const list = (into: unknown[], name: string, value: unknown, range: TextRange) => {
    places.set(`${name}/${into.length}`, range);
    into.push(value);
  };
  for (const { keyword, words, range, wordsRange } of instructions) {
    switch (keyword) {
      case 'FROM': {
        const from = readBase(words, names);
        const at = `stages/${stages.length}`;
        places.set(at, wordsRange);
        stages.push(from);
        if (from.name) names.add(from.name);
        copiedAll = false;
        final = { base: from.image, ...(from.tag && { tag: from.tag }) };
        places.set('final', wordsRange);
        break;
      }
      case 'USER':
        final.user = words;
        places.set('final/user', wordsRange);
        break;
      case 'CMD':
      case 'ENTRYPOINT':
        final.command = { form: words.startsWith('[') ? 'exec' : 'shell', words };
        places.set('final/command', wordsRange);
        break;
      case 'ENV':
      case 'ARG':
        for (const setting of readSettings(words, keyword)) list(settings, 'settings', setting, wordsRange);
        break;
      case 'COPY':
        list(copies, 'copies', words, wordsRange);
        if (/^(?:--\S+\s+)*\.\/?\s+\S+$/.test(words) && !words.includes('--from')) copiedAll = true;
        break;
      case 'ADD':
        list(adds, 'adds', words, range);
        if (/^(?:--\S+\s+)*\.\/?\s+\S+$/.test(words)) copiedAll = true;
        break;
      case 'RUN':
        list(runs, 'runs', words, wordsRange);
        if (copiedAll && INSTALLS.test(words)) list(lateInstalls, 'lateInstalls', words, wordsRange);
        break;
    }
  }
  return { stages, final, settings, runs, copies, adds, lateInstalls };
}

interface Base {
  readonly image: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly name?: string;
  /** An earlier stage, `scratch`, or a name that a build argument gives: nothing to pin here. */
  readonly isOwn?: true;
}

function readBase(words: string, stages: ReadonlySet<string>): Base {
  const [image = '', as, name] = words.replace(/^(?:--\S+\s+)*/, '').split(/\s+/);
  const found = /^(?<path>[^@]*?)(?::(?<tag>[^/@:]+))?(?:@(?<digest>\S+))?$/.exec(image)?.groups ?? {};
  return {
    image: found.path ?? image,
    ...(found.tag && { tag: found.tag }),
    ...(found.digest && { digest: found.digest }),
    ...(as?.toUpperCase() === 'AS' && name && { name }),
    ...((stages.has(image) || image === 'scratch' || image.includes('$')) && { isOwn: true as const }),
  };
}

function readSettings(words: string, keyword: string): { name: string; value: string }[] {
  const pairs = [...words.matchAll(/([\w.-]+)=("(?:[^"\\]|\\.)*"|'[^']*'|\S*)/g)].map(([, name, value]) => ({
    name: name!,
    value: value!.replace(/^(["'])(.*)\1$/, '$2'),
  }));
  if (pairs.length > 0) return pairs;
  const [name = '', ...rest] = words.split(/\s+/);
  return keyword === 'ENV' ? [{ name, value: rest.join(' ') }] : [{ name, value: '' }];
}
