import { resolve } from 'node:path';
import { commitOf } from '../../core/credential/identifiers.ts';
import { knownPaths } from '../../core/credential/knownPaths.ts';
import { headlineOf, titleOf } from '../../core/credential/say.ts';
import { verifyCredential, type CredentialReport, type EndorsementReport } from '../../core/credential/verify.ts';
import { bundledCatalog } from '../../core/model/catalog.ts';
import { hasCommit } from '../../node/proof/commits.ts';
import { formatOption, stringOption, type Command, type ExitCode } from '../command.ts';
import { lines, printJson, readFormat } from '../print.ts';
import { readText, requireFirst } from './files.ts';

interface CommitCheck {
  readonly commit: string;
  readonly found: boolean;
}

export const verify: Command = {
  options: { ...formatOption, repo: { type: 'string' }, reformatted: { type: 'boolean' } },
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const file = requireFirst(args.positionals, 'file', 'Name one that "katapath credential issue" wrote.');
    const text = await readText(context, file);
    const endorsements = await Promise.all(args.positionals.slice(1).map((each) => readText(context, each)));
    const acceptReformatted = args.options['reformatted'] === true;
    const paths = knownPaths(bundledCatalog);
    const report = verifyCredential(text, { paths, endorsements, acceptReformatted });
    const repository = stringOption(args, 'repo');
    const commits =
      repository === undefined ? [] : await findCommits(report, resolve(context.cwd, repository), context.signal);
    if (format === 'json') context.out(printJson({ ...report, commits }));
    else context.out(report.credential ? printSigned(report, commits) : printRefused(file, report));
    return exitCode(report, commits);
  },
};

/** 0 only when everything that was asked for holds; that something could not be checked is not that it holds. */
function exitCode({ verdict, endorsements }: CredentialReport, commits: readonly CommitCheck[]): ExitCode {
  const verdicts = [verdict, ...endorsements.map((each) => each.verdict)];
  if (verdicts.includes('invalid') || commits.some(({ found }) => !found)) return 1;
  return verdicts.includes('could-not-check') ? 2 : 0;
}

async function findCommits(
  { credential }: CredentialReport,
  repository: string,
  signal: AbortSignal,
): Promise<CommitCheck[]> {
  const named = (credential?.evidence ?? []).flatMap(({ id }) => commitOf(id) ?? []);
  const checks: CommitCheck[] = [];
  // One after the other: a stranger's file decides how many there are.
  for (const commit of new Set(named)) checks.push({ commit, found: await hasCommit(repository, commit, signal) });
  return checks;
}

function printSigned(report: CredentialReport, commits: readonly CommitCheck[]): string {
  const { credential, path, endorsements, digest } = report;
  const { issuer, credentialSubject, validFrom, evidence } = credential!;
  return lines([
    headlineOf(report).toUpperCase(),
    `  “${credentialSubject.achievement.name}”. ${path!.words}`,
    `  issued ${validFrom.slice(0, 10)} by ${issuer.name}`,
    `  key ${issuer.id}`,
    `  digest ${digest!}`,
    '',
    'Evidence:',
    ...evidence.flatMap((each) => [`  ${titleOf(each)}`, `    ${each.narrative ?? ''}`, `    ${each.id}`]),
    ...commits.map(
      ({ commit, found }) => `  commit ${commit} ${found ? 'is in the repository' : 'is NOT in the repository'}`,
    ),
    '',
    ...endorsements.map(printEndorsement),
    'It proves:',
    ...report.proves.map((line) => `  ${line}`),
    'It does not prove:',
    ...report.doesNotProve.map((line) => `  ${line}`),
  ]);
}

function printEndorsement({ verdict, by, did, comment, reasons }: EndorsementReport): string {
  if (verdict === 'valid') return `Endorsed by ${by!} (${did!}): ${comment!}`;
  return `An endorsement does not count: ${reasons.join('; ')}.`;
}

function printRefused(file: string, report: CredentialReport): string {
  return lines([
    `${file}: ${headlineOf(report).toUpperCase()}`,
    ...report.reasons.map((reason) => `  ${reason}`),
    'Nothing in it can be relied on.',
  ]);
}
