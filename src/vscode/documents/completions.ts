import {
  CompletionItem,
  CompletionItemKind,
  CompletionTriggerKind,
  type CancellationToken,
  type CompletionContext,
  type CompletionItemProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import {
  asksForPeople,
  completionsAt,
  mayComplete,
  type Completion,
} from '../../core/documents/features/completions.ts';
import type { DocumentChecker } from './checker.ts';
import { toRange } from './convert.ts';
import type { People } from './people.ts';
import { offsetOf, readOpen } from './place.ts';

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  status: CompletionItemKind.EnumMember,
  section: CompletionItemKind.Module,
  reference: CompletionItemKind.Reference,
  person: CompletionItemKind.User,
  rule: CompletionItemKind.Constant,
};

/** Statuses, missing sections, references to other records and rule codes, where each belongs. */
export class DocumentCompletions implements CompletionItemProvider {
  /** Markdown has no suggestions while typing, so what is wanted is asked for by these. */
  static readonly triggers = ['#', ':', ' ', '-'];

  constructor(
    private readonly checker: DocumentChecker,
    private readonly people: People,
  ) {}

  async provideCompletionItems(
    text: TextDocument,
    position: Position,
    _token: CancellationToken,
    { triggerKind }: CompletionContext,
  ): Promise<CompletionItem[]> {
    const isUnasked = triggerKind === CompletionTriggerKind.TriggerCharacter;
    if (isUnasked && !mayComplete(text.lineAt(position).text.slice(0, position.character))) return [];
    const open = readOpen(this.checker, text);
    if (!open) return [];
    const { document, profile, corpus, file, folder } = open;
    const offset = offsetOf(document, position);
    const people = asksForPeople(document, offset) ? await this.people.of(folder) : [];
    return completionsAt(document, { offset, file, profile, corpus, people }).map((completion, order) => {
      const item = new CompletionItem(completion.label, kinds[completion.kind]);
      item.detail = completion.detail;
      item.insertText = completion.text;
      item.range = toRange(document, completion.range);
      item.sortText = String(order).padStart(5, '0');
      if (completion.filter) item.filterText = completion.filter;
      return item;
    });
  }
}
