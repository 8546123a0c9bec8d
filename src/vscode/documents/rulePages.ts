import { Uri } from 'vscode';

export const rulePageScheme = 'katapath-rule';

/** Where a rule is explained: a page inside the editor, which needs no network. */
export function rulePage(code: string): Uri {
  return Uri.from({ scheme: rulePageScheme, path: `/${code}.md` });
}
