import { commands, Uri } from 'vscode';
import { artifactKinds, artifactPage } from '../../core/artifacts/index.ts';

export const artifactPageScheme = 'katapath-artifact';

/** What a click on a rule's code does: a `command:` address, so that the page opens rendered. */
export function artifactRuleLink(code: string): Uri {
  return Uri.parse(`command:katapath.openArtifactRule?${encodeURIComponent(JSON.stringify([code]))}`);
}

/** Opens the page of one rule beside the file, inside of the editor. */
export async function openArtifactRule(code: unknown): Promise<void> {
  if (typeof code !== 'string' || !/^KA\d{3}$/.test(code)) return;
  await commands.executeCommand(
    'markdown.showLockedPreviewToSide',
    Uri.from({ scheme: artifactPageScheme, path: `/${code}.md` }),
  );
}

/** "/KA201.md" is what the schema of its kind says of that rule. */
export function renderArtifactPage({ path }: Uri): string {
  const code = /^\/(KA\d{3})\.md$/.exec(path)?.[1] ?? '';
  const kind = artifactKinds.find(({ rules }) => rules.has(code));
  const rule = kind?.rules.get(code);
  if (!kind || !rule) return 'The file cannot be read as what it should be: mend what the message says.\n';
  return artifactPage({ ...kind, rules: new Map([[code, rule]]) });
}
