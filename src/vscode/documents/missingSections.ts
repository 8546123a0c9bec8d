import {
  CodeAction,
  CodeActionKind,
  WorkspaceEdit,
  window,
  workspace,
  type CodeActionContext,
  type CodeActionProvider,
  type Range,
  type TextDocument,
} from 'vscode';
import { insertMissingSections, missesSections } from '../../core/documents/features/sections.ts';
import { HumanError } from '../../core/errors.ts';
import type { DocumentChecker } from './checker.ts';
import { toRange } from './convert.ts';

/** "Insert missing sections": a source action, and the command behind it. */
export class MissingSections implements CodeActionProvider {
  static readonly kind = CodeActionKind.Source.append('insertSections.katapath');

  constructor(private readonly checker: DocumentChecker) {}

  provideCodeActions(text: TextDocument, _range: Range, { only }: CodeActionContext): CodeAction[] {
    if (only && !only.intersects(MissingSections.kind)) return [];
    const edit = this.editFor(text);
    if (!edit) return [];
    const action = new CodeAction('Insert missing sections', MissingSections.kind);
    action.edit = edit;
    return [action];
  }

  /** For the document in the active editor. */
  async run(): Promise<void> {
    const text = window.activeTextEditor?.document;
    const checked = text && this.checker.resultOf(text);
    if (!text || !checked?.detection) {
      throw new HumanError('The active editor holds no design document.', {
        next: 'Open a decision record or another design document, and try again.',
      });
    }
    const edit = this.editFor(text);
    if (edit) await workspace.applyEdit(edit);
    else if (missesSections(checked)) {
      throw new HumanError('What is missing has no place: a code block or a comment is open up to the end.', {
        next: 'Close it, and try again.',
      });
    } else
      void window.showInformationMessage(`Every section that ${checked.detection.profile.title} asks for is here.`);
  }

  private editFor(text: TextDocument): WorkspaceEdit | undefined {
    const checked = this.checker.resultOf(text);
    const edits = checked ? insertMissingSections(checked) : [];
    if (!checked || edits.length === 0) return undefined;
    const edit = new WorkspaceEdit();
    for (const { range, text: words } of edits) edit.insert(text.uri, toRange(checked.document, range).start, words);
    return edit;
  }
}
