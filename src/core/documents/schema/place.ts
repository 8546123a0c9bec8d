import type { TextRange } from '../../problem.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Section } from '../model/sections.ts';
import type { Failure } from '../profiles/profile.ts';

/**
 * The words a failed demand is about. What is missing has no words: then the words of what should hold it.
 *
 *     /title/heading                  the title
 *     /metadata/date                  the date as written
 *     /frontMatter/authors/0          that item of the list
 *     /sections/rationale/contents    what stands below that heading, or the heading when nothing does
 */
export function placeOf(
  { path, keyword, params }: Failure,
  document: DesignDocument,
  section: (key: string) => Section | undefined,
): TextRange {
  const [part, name, detail] = path;
  switch (part) {
    case 'title':
      return document.title ? titlePart(document.title, name) : firstWords(document);
    case 'metadata':
    case 'forms':
      return name === undefined ? firstWords(document) : (statedAt(document, name, part) ?? firstWords(document));
    case 'frontMatter':
      return placeInFrontMatter(document, path.slice(1), keyword, params);
    case 'sections': {
      const found = name === undefined ? undefined : section(name);
      if (!found) return firstWords(document);
      return detail === 'contents' && found.blocks[0] ? found.blocks[0].range : found.words;
    }
    default:
      return firstWords(document);
  }
}

/** The title, or the first heading, or the first line: where a reader looks first. */
export function firstWords({ title, allSections, text, frontMatter }: DesignDocument): TextRange {
  const heading = title?.range ?? allSections[0]?.words;
  if (heading && heading.end > heading.start) return heading;
  const from = frontMatter?.range.end ?? 0;
  const start = from + (/\S/.exec(text.slice(from))?.index ?? 0);
  const stop = /[\r\n]/.exec(text.slice(start));
  return { start, end: stop ? start + stop.index : text.length };
}

function titlePart(title: NonNullable<DesignDocument['title']>, name: string | undefined): TextRange {
  if (name === 'number') return title.numberRange ?? title.range;
  if (name === 'kind') return title.kindRange ?? title.range;
  return name === 'text' ? title.textRange : title.range;
}

function statedAt({ metadata }: DesignDocument, field: string, part: 'metadata' | 'forms'): TextRange | undefined {
  if (part === 'metadata' && field === 'status') return metadata.status?.wordRange;
  if (part === 'metadata' && field === 'date') return metadata.date?.dateRange;
  const statement = metadata.statements.find((candidate) => candidate.field === field);
  return statement && (part === 'forms' ? statement.labelRange : statement.valueRange);
}

function placeInFrontMatter(
  document: DesignDocument,
  path: readonly string[],
  keyword: string,
  params: Failure['params'],
): TextRange {
  const { frontMatter } = document;
  if (!frontMatter) return firstWords(document);
  const extra = params.additionalProperty ?? params.unevaluatedProperty;
  if (typeof extra === 'string') return frontMatter.rangeAt([...path, extra], 'key');
  if (keyword === 'required' && path.length === 0)
    return { start: frontMatter.range.start, end: frontMatter.range.start + 3 };
  return frontMatter.rangeAt(path);
}
