import { checkParsed, type CheckOptions, type CheckResult } from '../check.ts';
import { noConfig, type Config } from '../../model/config.ts';
import { settleProfile } from '../config/glob.ts';
import { buildCorpus } from '../corpus/buildCorpus.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusEntry } from '../corpus/entry.ts';
import { PathIndex } from '../corpus/pathIndex.ts';
import { folderOf, resolvePath } from '../corpus/paths.ts';
import { summarise } from '../corpus/summarise.ts';
import { detectProfile } from '../detection/detect.ts';
import { majorities } from '../detection/folderProfiles.ts';
import { toFragment } from '../model/anchors.ts';
import { DesignDocument, parseDocument } from '../model/document.ts';
import { bundledProfiles } from '../profiles/bundled.ts';
import type { Profile } from '../profiles/profile.ts';

export interface LibraryOptions {
  /** The workspace folder's name, which may say what the documents in it are. */
  readonly workspace: string;
  readonly config?: Config;
  readonly profiles?: readonly Profile[];
  /** The day it is, `YYYY-MM-DD`, asked at each check: a library may stay open over midnight. */
  readonly today: () => string;
}

/** What is kept of each Markdown file once it was read: all that other documents' checks ask. */
interface Card {
  /** Undefined for a file that is no design document; its anchors and links still count. */
  readonly entry: CorpusEntry | undefined;
  readonly profile: string | undefined;
  readonly anchors: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  /** The headings of files that it links to: `docs/adr/0007-queues.md#context`. */
  readonly awaits: readonly string[];
  /** Where its title stands; zero-based. */
  readonly titleLine: number;
  /** All of it that can change what another document's check finds, to compare. */
  readonly known: string;
}

/**
 * All Markdown files of one workspace folder, as far as they must know of each other. Editor and command line put in
 * what they read, and check one text at a time against the rest. Paths are relative, with forward slashes.
 */
export class DocumentLibrary {
  /** Why a file could not be summed up. */
  private readonly failures = new Map<string, unknown>();
  private readonly cards = new Map<string, Card>();
  private files: Set<string> | undefined;
  private elsewhere: Corpus['elsewhere'] = [];
  // Three parts that change at different times: files come and go seldom, an entry changes with each letter of its title.
  private paths: PathIndex | undefined;
  private folders: ReadonlyMap<string, string> | undefined;
  private made: Corpus | undefined;

  constructor(private readonly options: LibraryOptions) {}

  /** Every path of the workspace; without it nobody knows which links are broken. */
  setFiles(files: Iterable<string>): void {
    this.files = new Set(files);
    this.paths = undefined;
    this.made = undefined;
  }

  hasFile(file: string): boolean {
    return this.files?.has(file) === true;
  }

  /** Takes note of a file that is no Markdown. True when that may change what a check finds: a link leads there. */
  addFile(file: string): boolean {
    if (!this.files || this.files.has(file)) return false;
    this.files.add(file);
    this.paths?.add(file);
    this.made = undefined;
    return this.isLinked(file);
  }

  /** Documents on other branches. */
  setElsewhere(entries: Corpus['elsewhere']): void {
    this.elsewhere = entries;
    this.made = undefined;
  }

  /** Takes in a text. True when that may change what the check of another document finds. */
  put(file: string, text: string | DesignDocument): boolean {
    const document = typeof text === 'string' ? parseDocument(text) : text;
    const card = this.tryCard(file, document);
    const before = this.cards.get(file);
    this.cards.set(file, card);
    if (!before) this.paths?.add(file);
    if (before?.profile !== card.profile) this.folders = undefined;
    if (before?.known === card.known) return false;
    this.made = undefined;
    return true;
  }

  /** Forgets a file, or a folder with all that is in it. True when that may change what a check finds. */
  remove(path: string): boolean {
    const gone = this.cards.has(path) || this.files?.has(path) ? [path] : this.filesBelow(path);
    if (gone.length === 0) return false;
    const isNews = gone.some((file) => this.cards.has(file) || this.isLinked(file));
    for (const file of gone) {
      this.cards.delete(file);
      this.failures.delete(file);
      this.files?.delete(file);
    }
    this.paths = undefined;
    this.folders = undefined;
    this.made = undefined;
    return isNews;
  }

  /** The zero-based line of a file's title, 0 for one without: where to send a reader who wants the whole document. */
  titleLineOf(file: string): number {
    return this.cards.get(file)?.titleLine ?? 0;
  }

  /** Another object after every change that a check can notice. */
  get corpus(): Corpus {
    return (this.made ??= buildCorpus(
      [...this.cards.values()].flatMap(({ entry }) => entry ?? []),
      {
        ...(this.files && { files: this.knownPaths(this.files) }),
        anchorsOf: (file) => this.cards.get(file)?.anchors,
        linksOf: (file) => this.cards.get(file)?.links,
        listAwaited: () => [...this.cards.values()].flatMap(({ awaits }) => awaits),
        elsewhere: this.elsewhere,
      },
    ));
  }

  /** Checks one text as it stands, with everything known of the others. */
  check(file: string, text: string | DesignDocument): CheckResult {
    const read = typeof text === 'string' ? parseDocument(text) : text;
    const failure = this.failures.get(file);
    const document = failure === undefined ? read : new DesignDocument(read.text, failure);
    const { workspace, config = noConfig, profiles, today } = this.options;
    const options: CheckOptions = {
      file,
      workspace,
      config,
      today: today(),
      corpus: this.corpus,
      folderProfile: this.folderProfile(file),
      ...(profiles && { profiles }),
    };
    return { document, ...checkParsed(document, options) };
  }

  private filesBelow(folder: string): string[] {
    return [...this.cards.keys(), ...(this.files ?? [])].filter((file) => file.startsWith(`${folder}/`));
  }

  /** Whether a link leads to a path, or to a folder on the way to it. */
  private isLinked(path: string): boolean {
    const way = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
    return [...this.cards.values()].some(({ links }) => way.some((part) => links.has(part)));
  }

  private knownPaths(files: Iterable<string>): PathIndex {
    if (!this.paths) {
      this.paths = new PathIndex(files);
      for (const file of this.cards.keys()) this.paths.add(file);
    }
    return this.paths;
  }

  private folderProfile(file: string): string | undefined {
    this.folders ??= majorities(
      [...this.cards].flatMap(([name, { profile }]) => (profile === undefined ? [] : [{ file: name, profile }])),
    );
    return this.folders.get(folderOf(file));
  }

  /** A text that cannot be summed up is as if it were empty to the others, and its own check says so. */
  private tryCard(file: string, document: DesignDocument): Card {
    this.failures.delete(file);
    try {
      return this.toCard(file, document);
    } catch (error) {
      this.failures.set(file, error);
      return this.toCard(file, parseDocument(''));
    }
  }

  private toCard(file: string, document: DesignDocument): Card {
    const { workspace, config = noConfig, profiles = bundledProfiles } = this.options;
    const settled = settleProfile(file, config);
    const detection = detectProfile(document, profiles, { path: `${workspace}/${file}`, settled });
    const links = new Set<string>();
    const awaits: string[] = [];
    for (const { target } of document.links) {
      if (/^(?:[a-z][a-z\d+.-]*:|#)/i.test(target)) continue;
      const [path] = target.split(/[#?]/, 1) as [string];
      const place = resolvePath(file, path);
      if (place === undefined) continue;
      links.add(place);
      const fragment = toFragment(target, path);
      if (fragment) awaits.push(`${place}#${fragment}`);
    }
    const card = {
      entry: detection && summarise(document, file, detection.profile),
      profile: detection?.profile.id,
      anchors: document.anchors,
      links,
      awaits,
    };
    return {
      ...card,
      titleLine: countLines(document.text, document.title?.headingRange.start ?? 0),
      known: toKnown(card),
    };
  }
}

function toKnown({
  entry,
  profile,
  anchors,
  links,
  awaits,
}: Pick<Card, 'entry' | 'profile' | 'anchors' | 'links' | 'awaits'>): string {
  // Ranges move with every letter and mean nothing to others.
  const known = entry && {
    ...entry,
    relations: entry.relations.map(({ kind, number, file }) => ({ kind, number, file })),
  };
  return JSON.stringify({ known, profile, anchors: [...anchors], links: [...links], awaits });
}

function countLines(text: string, end: number): number {
  return text.slice(0, end).split('\n').length - 1;
}
