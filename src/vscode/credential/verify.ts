import { workspace } from 'vscode';
import { headlineOf, titleOf } from '../../core/credential/say.ts';
import type { CredentialReport } from '../../core/credential/verify.ts';
import { bundledCatalog } from '../../core/model/catalog.ts';
import type { Pages } from '../shared/pages.ts';
import type { Services } from '../services.ts';
import { openCredentials } from './files.ts';

/** "Verify Credential…": the answer as a page. Endorsements are chosen together with the credential. */
export async function verify({ pages }: Services): Promise<void> {
  const files = await openCredentials('Verify Credential', { many: true });
  if (files.length === 0) return;
  const isEndorsement = (text: string) => text.includes('"EndorsementCredential"');
  const credential = files.find(({ text }) => !isEndorsement(text)) ?? files[0]!;
  const endorsements = files.filter((file) => file !== credential).map(({ text }) => text);
  await showReport(pages, workspace.asRelativePath(credential.uri), credential.text, endorsements);
}

/** What a credential says, whether that holds, and what it proves. */
export async function showReport(
  pages: Pages,
  file: string,
  credential: string,
  endorsements: readonly string[] = [],
): Promise<void> {
  const [{ verifyCredential }, { knownPaths }] = await Promise.all([
    import('../../core/credential/verify.ts'),
    import('../../core/credential/knownPaths.ts'),
  ]);
  const report = verifyCredential(credential, { paths: knownPaths(bundledCatalog), endorsements });
  await pages.showMarkdown('/Credential.md', toPage(file, report));
}

function toPage(file: string, report: CredentialReport): string {
  const { reasons, credential, path, endorsements, proves, doesNotProve } = report;
  const lines = [`# ${headlineOf(report)}`, '', text(file), ''];
  if (credential) {
    lines.push(
      `**${text(credential.credentialSubject.achievement.name)}**, issued ${credential.validFrom.slice(0, 10)} by ${text(credential.issuer.name)}`,
      '',
      text(path!.words),
      '',
      '## Evidence',
      '',
      ...credential.evidence.map(
        (each) => `- ${text(titleOf(each))}${each.narrative ? `: ${text(each.narrative)}` : ''}`,
      ),
      '',
    );
  }
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Why', reasons],
    [
      'Endorsements',
      endorsements.map((each) =>
        each.verdict === 'valid' ? `${each.by}: ${each.comment}` : `Does not count: ${each.reasons.join('; ')}`,
      ),
    ],
    ['It proves', proves],
    ['It does not prove', doesNotProve],
  ];
  for (const [head, found] of sections)
    if (found.length > 0) lines.push(`## ${head}`, '', ...found.map((line) => `- ${text(line)}`), '');
  return lines.join('\n');
}

/** Words out of a stranger's file are words on the page, whatever they look like. */
function text(words: string): string {
  return words.replaceAll(/[\\`*_{}[\]()#+!|<>~&]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll(/\s+/g, ' ');
}
