import type { TextRange } from '../../problem.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import { toAnchors } from './anchors.ts';
import type { Block } from './block.ts';
import { parseBlocks } from './blocks.ts';
import { parseFrontMatter, type FrontMatter } from './frontMatter.ts';
import { findComments, findLinks, toProse, type Comment, type Link } from './inline.ts';
import { readMetadata, type Metadata } from './metadata.ts';
import { toSections, type Section } from './sections.ts';
import { findTitle, readTitle, type Title } from './title.ts';

/**
 * A design document as rules see it. Every range is in UTF-16 code units of `text` as given (byte order mark, CRLF and
 * front matter included), so `document.slice(range)` are the words meant. What not every rule needs is made on first use.
 */
export class DesignDocument {
  readonly frontMatter: FrontMatter | undefined;
  readonly title: Title | undefined;
  readonly metadata: Metadata;
  /** Top-level blocks, headings included. */
  readonly blocks: readonly Block[];
  /** What stands between the title and the first section. */
  readonly preamble: readonly Block[];
  /** The outermost sections; the title is none. */
  readonly sections: readonly Section[];
  /** All sections in reading order. */
  readonly allSections: readonly Section[];

  /** `failure`: why `text` could not be read to its end; the document is then as if it were empty. */
  constructor(
    readonly text: string,
    readonly failure?: unknown,
  ) {
    const words = failure === undefined ? text : '';
    this.frontMatter = parseFrontMatter(words);
    this.blocks = parseBlocks(words, this.frontMatter?.range.end);
    const titleHeading = findTitle(text, this.blocks);
    this.title = titleHeading && readTitle(text, titleHeading);
    const { preamble, sections, all } = toSections(text, this.blocks, titleHeading);
    this.preamble = preamble;
    this.sections = sections;
    this.allSections = all;
    this.metadata = readMetadata({ text, frontMatter: this.frontMatter, title: this.title, preamble, sections: all });
  }

  slice({ start, end }: TextRange): string {
    return this.text.slice(start, end);
  }

  /** The text with all but prose blanked out, same length: match in it, report the offset. See `toProse`. */
  get prose(): string {
    return (this.#prose ??= toProse(this.text, this.blocks));
  }
  #prose: string | undefined;

  /** Links outside code. */
  get links(): readonly Link[] {
    return (this.#links ??= findLinks(this.text, this.blocks));
  }
  #links: readonly Link[] | undefined;

  get comments(): readonly Comment[] {
    return (this.#comments ??= findComments(this.text, this.blocks));
  }
  #comments: readonly Comment[] | undefined;

  /** What `#fragments` may name: headings as GitHub spells them, and `<a id>`. */
  get anchors(): ReadonlySet<string> {
    return (this.#anchors ??= toAnchors(this.text, this.blocks));
  }
  #anchors: ReadonlySet<string> | undefined;

  get lines(): LineIndex {
    return (this.#lines ??= new LineIndex(this.text));
  }
  #lines: LineIndex | undefined;
}

/** Reads any text as a design document; never throws, whatever the text. */
export function parseDocument(text: string): DesignDocument {
  try {
    return new DesignDocument(text);
  } catch (error) {
    return new DesignDocument(text, error);
  }
}
