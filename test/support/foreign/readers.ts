import { readdirSync, readFileSync, statSync } from 'node:fs';
import { checkArtifact } from '../../../src/core/artifacts/index.ts';
import { ownPathsFolder, withOwnPaths } from '../../../src/core/catalog/ownPaths.ts';
import { knownPaths } from '../../../src/core/credential/knownPaths.ts';
import { verifyCredential } from '../../../src/core/credential/verify.ts';
import { readPageMessage } from '../../../src/core/dashboard/message.ts';
import { withPictures } from '../../../src/core/diagrams/withPictures.ts';
import { compileGlob } from '../../../src/core/documents/config/glob.ts';
import { bundledProfiles, checkDocument, compileOwnProfiles, readConfig } from '../../../src/core/documents/index.ts';
import { HumanError } from '../../../src/core/errors.ts';
import { findMutantProblems } from '../../../src/core/katas/authoring/checkMutants.ts';
import { checkKataManifest } from '../../../src/core/katas/authoring/checkManifest.ts';
import { parseMarker } from '../../../src/core/katas/folder/marker.ts';
import { parseHints } from '../../../src/core/katas/guidance/hints.ts';
import { readFigures } from '../../../src/core/katas/writing/figures.ts';
import { readSheet } from '../../../src/core/katas/writing/sheet.ts';
import { bundledCatalog } from '../../../src/core/model/catalog.ts';
import type { KataManifest } from '../../../src/core/model/kata.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { isUnchangedBundle } from '../../../src/core/progress/bundle.ts';
import { decodeCheckpoint } from '../../../src/core/progress/checkpoint.ts';
import { fold } from '../../../src/core/progress/fold.ts';
import { parseLog } from '../../../src/core/progress/log.ts';
import { parseAllowedSigners } from '../../../src/core/proof/allowedSigners.ts';
import { importGitHubReviews } from '../../../src/core/proof/github.ts';
import { readRemark } from '../../../src/core/proof/remarks.ts';
import { parseRequest, parseReview } from '../../../src/core/proof/reviewFiles.ts';
import { checkSshSignature } from '../../../src/core/proof/sshSignature.ts';
import { countTests } from '../../../src/core/proof/testReport.ts';
import type { ProgressStore } from '../../../src/core/progress/store.ts';
import { readChannelLine } from '../../../src/core/runs/channel.ts';
import { countStatements, type CountedRange } from '../../../src/core/runs/coverage.ts';
import { LibtestReport } from '../../../src/core/runs/libtestReport.ts';
import { compilePattern, PatternError } from '../../../src/core/text/pattern/pattern.ts';
import { isSigned } from '../../../src/node/progress/ed25519.ts';
import { memoryFolder } from '../memoryFolder.ts';
import * as samples from './samples.ts';

/** Whatever takes a text that others may have written. */
export interface Reader {
  readonly name: string;
  /** Texts as they are meant to be; each is at most a few kilobytes. */
  readonly seeds: readonly string[];
  /** Throws when the reader fails; that it refuses a text in words is no failure. */
  read(text: string): void | Promise<void>;
}

const UNION_FIND = 'katas/exercises/union-find';
const PATHS = ['katas/paths/beyond-senior.json'];
const CREDENTIALS = 'test/core/credential/issued-by-0.1.0';
const LOG = readFileSync('test/core/progress/versions/v1.jsonl', 'utf8');
const SECRET = 'secret';
const TODAY = '2026-06-01';

const NAME = 'docs/adr/0001-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-ünïcode-😀.md';
const heavy = ['[ab]*a[ab]{130}c'].map((source) => compilePattern(source, 'u'));

const ARTIFACT_FILES: Readonly<Record<string, string>> = {
  dockerfile: 'Dockerfile',
  'github/workflow': '.github/workflows/a.yml',
  'error-envelope': 'a.json',
  'terraform/plan': 'plan.json',
  'mermaid/sequence': 'a.mmd',
};

/** A store of a learner who has asked for a review; what is recorded is not kept, so that each text meets the same. */
const storeWithRequest = {
  state: { outcomes: new Map([['design', { request: { request: 'a'.repeat(64) }, reviews: [] }]]) },
  append: async () => [],
} as unknown as ProgressStore;

/** All readers of foreign text, by name. What has no text of its own in the project stands in `samples.ts`. */
export const readers: readonly Reader[] = [
  reader('documents', textsBelow('test/core/documents/cases', /\.md$/), (text) =>
    refuseIncomplete(checkDocument(text, { file: 'docs/adr/0001-x.md', today: TODAY }).problems),
  ),
  ...artifactReaders(),
  reader('config.json', [samples.config], (text) => readConfig(text, bundledProfiles)),
  reader('profile', [samples.profile], async (text) => {
    const { profiles } = await compileOwnProfiles(new Map([['note/team.schema.json', text]]));
    const all = [...bundledProfiles, ...profiles];
    refuseIncomplete(checkDocument('# Note 1\n\n## Why\n\nYes.\n', { file: 'docs/a.md', profiles: all }).problems);
  }),
  reader('path of a workspace', PATHS.map(readText), async (text) => {
    await withOwnPaths([memoryFolder({ [`${ownPathsFolder}/ours.json`]: text })]);
  }),
  reader('kata.json', [readText(`${UNION_FIND}/kata.json`)], (text) => checkKataManifest(text, { folderName: 'a' })),
  reader('mutants.json', [readText(`${UNION_FIND}/python/mutants.json`)], (text) => {
    const manifest = JSON.parse(readText(`${UNION_FIND}/kata.json`)) as KataManifest;
    return [...findMutantProblems(manifest, 'python', { 'python/mutants.json': text })];
  }),
  reader('hints', [samples.hints, readText(`${UNION_FIND}/README.md`)], parseHints),
  reader('kata marker', [samples.marker], parseMarker),
  reader('sheet of a document kata', [samples.sheet], readSheet),
  reader('figures', [samples.figures], readFigures),
  reader('event log', [LOG.slice(0, 4000), LOG.slice(-4000)], (text) => {
    for (const verify of [true, false]) {
      const { events, signatures } = parseLog(text, { verify });
      fold(events, bundledCatalog);
      signatures.slice(0, 20).forEach(isSigned);
    }
  }),
  reader('bundle', [LOG.slice(0, 2000)], (text) => isUnchangedBundle(`2026-01-01-${'a'.repeat(16)}.jsonl`, text)),
  reader('checkpoint', [`${'a'.repeat(64)}\n{}`], (text) => decodeCheckpoint(text, bundledCatalog)),
  reader('allowed signers', [samples.signers], parseAllowedSigners),
  reader('SSH signature', [samples.sshSignature], (text) => checkSshSignature('a', text, 'katapath-review')),
  reader('remark', samples.remarks, readRemark),
  reader('review request', [samples.request], parseRequest),
  reader('review', [samples.review], parseReview),
  reader('reviews of GitHub', [samples.pullRequest], async (text) => {
    await importGitHubReviews({ store: storeWithRequest, outcome: 'design', text });
  }),
  reader('test report', samples.reports, countTests),
  reader('output of libtest', [samples.libtest], (text) => {
    const report = new LibtestReport('stage');
    for (let at = 0; at < text.length; at += 4096) report.read(text.slice(at, at + 4096));
  }),
  reader('line of a run', samples.channelLines, (text) => readChannelLine(`${SECRET} ${text}`, SECRET, 512)),
  reader(
    'coverage',
    ['[{"startOffset":0,"endOffset":90,"count":1},{"startOffset":9,"endOffset":20,"count":0}]'],
    (text) => {
      const heard = readChannelLine(`${SECRET} {"kind":"measured","file":"a.ts","counts":${text}}`, SECRET, 512);
      if (heard?.kind !== 'measured' || !Array.isArray(heard.counts)) return;
      countStatements('a;\n'.repeat(30), [{ offset: 0, line: 1 }], heard.counts as CountedRange[]);
    },
  ),
  reader('credential', textsBelow(CREDENTIALS, /\.json$/), (text) =>
    verifyCredential(text, { paths: knownPaths(bundledCatalog), acceptReformatted: true }),
  ),
  reader('JWT', textsBelow(CREDENTIALS, /\.jwt$/), (text) =>
    verifyCredential(text, { paths: knownPaths(bundledCatalog) }),
  ),
  reader('sequence diagram', [samples.diagram], withPictures),
  reader('message of the page', samples.messages, (text) => {
    for (const value of parsed(text)) readPageMessage(value);
  }),
  reader('glob', samples.globs, (text) => orRefused(() => compileGlob(text).test(NAME))),
  reader('pattern', samples.patterns, (text) => orRefused(() => compilePattern(text.slice(0, 2000), 'u').test(NAME))),
  reader('text for a pattern', ['1234-56', 'abcab word', 'ab'.repeat(50)], (text) => {
    for (const pattern of heavy) pattern.test(text);
  }),
];

function reader(name: string, seeds: readonly string[], read: (text: string) => unknown): Reader {
  return {
    name,
    seeds,
    read(text): void | Promise<void> {
      const waits = orRefused(() => read(text));
      if (waits instanceof Promise) return waits.then(() => undefined, refuse);
    },
  };
}

function artifactReaders(): Reader[] {
  const root = 'test/core/artifacts/cases';
  return readdirSync(root).map((folder) => {
    const kind = folder.replace('--', '/');
    const file = ARTIFACT_FILES[kind] ?? 'a.yaml';
    return reader(`artifact ${kind}`, textsBelow(`${root}/${folder}`, /./), (text) => {
      refuseIncomplete(checkArtifact(text, { file, kind }).problems);
      refuseIncomplete(checkArtifact(text, { file }).problems);
    });
  });
}

/** An exception in a rule is told of the file it was thrown at; here it must not have been thrown at all. */
function refuseIncomplete(problems: readonly Problem[]): void {
  const fault = problems.find(({ code }) => code === 'KP993' || code === 'KA004');
  if (fault) throw new Error(fault.message);
}

function orRefused(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return refuse(error);
  }
}

function refuse(error: unknown): void {
  if (!(error instanceof HumanError) && !(error instanceof PatternError)) throw error;
}

function parsed(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

function readText(file: string): string {
  return readFileSync(file, 'utf8');
}

function textsBelow(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((file) => `${folder}/${file}`)
    .filter((file) => name.test(file) && statSync(file).isFile())
    .map(readText)
    .filter((text) => text.length > 0 && text.length < 20_000);
}
