import { Hover, MarkdownString, type HoverProvider, type Position, type TextDocument } from 'vscode';
import { allRules } from '../../core/documents/index.ts';
import type { DocumentChecker } from './checker.ts';
import { toRange } from './convert.ts';
import { ruleLink } from './rulePages.ts';

const ruleOf = new Map<string, (typeof allRules)[number]>(allRules.map((rule) => [rule.code, rule]));

/** Says, on a problem's words, why the rule is there. */
export class ProblemHover implements HoverProvider {
  constructor(private readonly checker: DocumentChecker) {}

  provideHover(document: TextDocument, position: Position): Hover | undefined {
    const checked = this.checker.resultOf(document);
    const here =
      checked?.problems.filter((problem) => toRange(checked.document, problem.range).contains(position)) ?? [];
    if (!checked || here.length === 0) return undefined;
    const texts = here.map(({ code }) => {
      const rule = ruleOf.get(code);
      const text = new MarkdownString();
      text.isTrusted = { enabledCommands: ['katapath.openRule'] };
      text.appendMarkdown(`**${code}** ${rule?.name ?? ''}\n\n`).appendText(rule?.summary ?? '');
      return text.appendMarkdown(`\n\n[Why, and how](${ruleLink(code).toString()})`);
    });
    return new Hover(texts, toRange(checked.document, here[0]!.range));
  }
}
