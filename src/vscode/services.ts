import type { LogOutputChannel, Uri } from 'vscode';
import type { Catalog } from '../core/model/catalog.ts';
import type { Person } from '../core/documents/features/completions.ts';
import type { Corpus, DocumentLibrary } from '../core/documents/index.ts';
import type { AttemptStore } from '../core/katas/attempts/store.ts';
import type { KataShelf } from '../core/katas/shelf.ts';
import type { Language, Limits } from '../core/model/kata.ts';
import type { AllowedSigner } from '../core/proof/allowedSigners.ts';
import type { Evidence } from '../core/model/event.ts';
import type { ProgressStore } from '../core/progress/store.ts';
import type { DebugJob, DebugLaunch } from '../core/runs/debug.ts';
import type { TestRunner } from '../core/runs/runner.ts';
import type { PlaceReport } from '../core/runs/machine.ts';
import type { ToolchainReport } from '../core/runs/toolchain.ts';
import type { RegisterCommand } from './shared/commands.ts';
import type { KataGrading } from './library/kataGrading.ts';
import type { KataLibrary } from './library/kataLibrary.ts';
import type { Pages } from './shared/pages.ts';

/** What runs katas, where something can: the web host has none. */
export interface Runners {
  readonly tests: TestRunner;
  /** Keeps a process ready while a kata in this language is worked on. */
  keepWarm(language: Language, limits?: Partial<Limits>): Promise<void>;
  /** Lets the ready processes go. */
  cool(): void;
  /** Forgets which programs were found, after a setting changed. */
  lookAgain(): void;
  inspectToolchains(): Promise<readonly ToolchainReport[]>;
  /** Whether what katas write can be written. */
  inspectPlaces(): Promise<readonly PlaceReport[]>;
  prepareDebug(job: DebugJob): Promise<DebugLaunch>;
}

/** What a repository knows beyond the files at hand, where git can be asked: the web host has none. */
export interface Branches {
  /** The documents of other branches, by name only. Never asked in a folder that is not trusted. */
  readElsewhere(root: Uri, library: DocumentLibrary): Promise<Corpus['elsewhere']>;
  /** Who committed, the busiest first. Never asked in a folder that is not trusted. */
  readPeople(root: Uri): Promise<readonly Person[]>;
  /** Who writes here. Never asked in a folder that is not trusted. */
  readAuthor(root: Uri): Promise<Person | undefined>;
}

/** What evidence and reviews ask of git and of files on this disk; the web host has none of it. Trusted folders only. */
export interface ProofTools {
  findCommit(folder: string, revision: string): Promise<{ readonly commit: string; readonly tree: string }>;
  commitEvidence(folder: string, revision: string): Promise<Evidence>;
  /** `file` is relative to `folder`; refused while its check finds what a reviewer would ask about. */
  documentEvidence(folder: string, file: string): Promise<Evidence>;
  pullRequestEvidence(request: { url: string; clone?: string; merge?: string; stars?: number }): Promise<Evidence>;
  /** Whose signed reviews count. */
  signers(): Promise<readonly AllowedSigner[]>;
  allow(signer: { name: string; key: string }): Promise<void>;
}

/** Everything a feature may use. A root makes one; features take what they need and never import each other. */
export interface Services {
  readonly catalog: Catalog;
  /** The extension's own folder. */
  readonly extensionUri: Uri;
  /** The katas themselves, each read when it is opened. */
  readonly shelf: KataShelf;
  readonly progress: ProgressStore;
  readonly attempts: AttemptStore;
  readonly katas: KataLibrary;
  readonly grading: KataGrading;
  readonly runners: Runners | undefined;
  readonly branches: Branches | undefined;
  readonly proof: ProofTools | undefined;
  readonly pages: Pages;
  readonly registerCommand: RegisterCommand;
  readonly log: LogOutputChannel;
  /** A fresh uuid. */
  newId(): string;
}
