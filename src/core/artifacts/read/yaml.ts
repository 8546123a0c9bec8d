import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Document, type Node, type Pair } from 'yaml';
import type { TextRange } from '../../problem.ts';
import { isNestedDeeper } from '../../text/yamlDepth.ts';
import type { ArtifactDocument, ArtifactText } from '../artifactText.ts';

const DEEPEST = 200;

/** Reads YAML of one document or several. JSON is YAML, so it reads both; aliases are followed, bombs of them refused. */
export function readYaml(text: string): ArtifactText {
  if (isNestedDeeper(text, DEEPEST)) {
    const range = { start: 0, end: Math.min(text.length, 1) };
    return { documents: [], errors: [{ message: `This is nested more than ${DEEPEST} levels deep.`, range }] };
  }
  const parsed = parseAllDocuments(text, { merge: true, logLevel: 'silent', prettyErrors: false, uniqueKeys: true });
  const all = Array.isArray(parsed) ? (parsed as Document[]) : [];
  const errors = all.flatMap((document) =>
    document.errors.map(({ message, pos: [start, end] }) => ({
      message: message.split('\n')[0]!,
      range: { start, end: Math.max(end, start + 1) },
    })),
  );
  if (errors.length > 0) return { documents: [], errors };
  const documents: ArtifactDocument[] = [];
  for (const document of all) {
    if (document.contents === null) continue;
    try {
      documents.push({ data: document.toJS({ maxAliasCount: 100 }), rangeAt: placesIn(document.contents as Node) });
    } catch (error) {
      errors.push({ message: (error as Error).message, range: wordsOf(document.contents as Node) });
    }
  }
  return { documents, errors };
}

function placesIn(contents: Node): ArtifactDocument['rangeAt'] {
  return (path, part = 'value') => {
    let node: unknown = contents;
    let nearest = firstWords(contents);
    for (const [index, step] of path.entries()) {
      // What stands behind an alias or came in by a merge stands somewhere else: the alias is the place here.
      if (isAlias(node)) return nearest;
      if (isMap(node)) {
        const pair = (node.items as Pair<Node, Node>[]).find(({ key }) => isScalar(key) && String(key.value) === step);
        if (!pair) return nearest;
        const isLast = index === path.length - 1;
        nearest =
          (isLast && part === 'key') || isMap(pair.value) || isSeq(pair.value) || !pair.value
            ? wordsOf(pair.key)
            : wordsOf(pair.value);
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        nearest = firstWords(node as Node);
      } else return nearest;
    }
    return nearest;
  };
}

function wordsOf(node: Node): TextRange {
  const [start, end] = node.range!;
  return { start, end: Math.max(end, start + 1) };
}

/** A whole mapping is too much to underline: its first key says where. */
function firstWords(node: Node): TextRange {
  if (isMap(node) && node.items[0]) return wordsOf(node.items[0].key as Node);
  if (isSeq(node) && node.items[0]) return firstWords(node.items[0] as Node);
  return wordsOf(node);
}
