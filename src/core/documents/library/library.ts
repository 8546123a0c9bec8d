import { checkParsed, type CheckOptions, type CheckResult } from '../check.ts';
import { noConfig, type Config } from '../config/config.ts';
import { settleProfile } from '../config/glob.ts';
import { buildCorpus } from '../corpus/buildCorpus.ts';
import type { Corpus, CorpusEntry } from '../corpus/corpus.ts';
import { folderOf, resolvePath } from '../corpus/paths.ts';
import { summarise } from '../corpus/summarise.ts';
import { detectProfile } from '../detection/detect.ts';
import { majorities } from '../detection/folderProfiles.ts';
import { parseDocument, type DesignDocument } from '../model/document.ts';
import { bundledProfiles } from '../profiles/bundled.ts';
import type { Profile } from '../profiles/profile.ts';

export interface LibraryOptions {
  /** The workspace folder's name, which may say what the documents in it are. */
  readonly workspace: string;
  readonly config?: Config;
  readonly profiles?: readonly Profile[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** What is kept of each Markdown file once it was read: all that other documents' checks ask. */
interface Card {
  /** Undefined for a file that is no design document; its anchors and links still count. */
  readonly entry: CorpusEntry | undefined;
  readonly profile: string | undefined;
  readonly anchors: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  /** Where its title stands; zero-based. */
  readonly titleLine: number;
}

/**
 * All Markdown files of one workspace folder, as far as they must know of each other. Editor and command line put in
 * what they read, and check one text at a time against the rest. Paths are relative, with forward slashes.
 */
export class DocumentLibrary {
  private readonly cards = new Map<string, Card>();
  private files: ReadonlySet<string> | undefined;
  private elsewhere: Corpus['elsewhere'] = [];
  private made: { corpus: Corpus; folders: ReadonlyMap<string, string> } | undefined;

  constructor(private readonly options: LibraryOptions) {}

  /** Every path of the workspace; without it nobody knows which links are broken. */
  setFiles(files: Iterable<string>): void {
    this.files = new Set(files);
    this.made = undefined;
  }

  /** Documents on other branches. */
  setElsewhere(entries: Corpus['elsewhere']): void {
    this.elsewhere = entries;
    this.made = undefined;
  }

  /** Takes in a text. True when that may change what the check of another document finds. */
  put(file: string, text: string | DesignDocument): boolean {
    const document = typeof text === 'string' ? parseDocument(text) : text;
    const card = this.toCard(file, document);
    const before = this.cards.get(file);
    this.cards.set(file, card);
    const isSame = before !== undefined && JSON.stringify(toPlain(before)) === JSON.stringify(toPlain(card));
    if (!isSame) this.made = undefined;
    return !isSame;
  }

  remove(file: string): void {
    if (this.cards.delete(file)) this.made = undefined;
  }

  /** The zero-based line of a file's title, 0 for one without: where to send a reader who wants the whole document. */
  titleLineOf(file: string): number {
    return this.cards.get(file)?.titleLine ?? 0;
  }

  get corpus(): Corpus {
    return this.make().corpus;
  }

  /** Checks one text as it stands, with everything known of the others. */
  check(file: string, text: string): CheckResult {
    const document = parseDocument(text);
    const { corpus, folders } = this.make();
    const { workspace, config = noConfig, profiles, today } = this.options;
    const options: CheckOptions = {
      file,
      workspace,
      config,
      today,
      corpus,
      folderProfile: folders.get(folderOf(file)),
      ...(profiles && { profiles }),
    };
    return { document, ...checkParsed(document, options) };
  }

  private toCard(file: string, document: DesignDocument): Card {
    const { workspace, config = noConfig, profiles = bundledProfiles } = this.options;
    const settled = settleProfile(file, config);
    const detection = detectProfile(document, profiles, { path: `${workspace}/${file}`, settled });
    const links = document.links.flatMap(({ target }) =>
      /^(?:[a-z][a-z\d+.-]*:|#)/i.test(target) ? [] : [resolvePath(file, target.replace(/[#?].*$/, '')) ?? []].flat(),
    );
    return {
      entry: detection && summarise(document, file, detection.profile),
      profile: detection?.profile.id,
      anchors: document.anchors,
      links: new Set(links),
      titleLine: countLines(document.text, document.title?.headingRange.start ?? 0),
    };
  }

  private make(): { corpus: Corpus; folders: ReadonlyMap<string, string> } {
    this.made ??= {
      corpus: buildCorpus(
        [...this.cards.values()].flatMap(({ entry }) => entry ?? []),
        {
          ...(this.files && { files: new Set([...this.files, ...this.cards.keys()]) }),
          anchorsOf: (file) => this.cards.get(file)?.anchors,
          linksOf: (file) => this.cards.get(file)?.links,
          elsewhere: this.elsewhere,
        },
      ),
      folders: majorities(
        [...this.cards].flatMap(([file, { profile }]) => (profile === undefined ? [] : [{ file, profile }])),
      ),
    };
    return this.made;
  }
}

function toPlain({ entry, profile, anchors, links }: Card) {
  // Ranges move with every letter and mean nothing to others.
  const known = entry && {
    ...entry,
    relations: entry.relations.map(({ kind, number, file }) => ({ kind, number, file })),
  };
  return { known, profile, anchors: [...anchors], links: [...links] };
}

function countLines(text: string, end: number): number {
  return text.slice(0, end).split('\n').length - 1;
}
