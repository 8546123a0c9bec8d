import { Disposable, StatusBarAlignment, window, type Memento, type TextDocument, type Uri } from 'vscode';
import { report, requireTrust } from '../../shared/commands.ts';
import type { StartedKata } from '../../library/kataLibrary.ts';
import type { Services } from '../../services.ts';
import { areSuggestionsOff, putBack, readSettings, turnSuggestionsOff, type SettingsBefore } from './suggestionsOff.ts';

const memoryKey = 'katapath.focus';

/** What is remembered of a focus that is on, through reloads and crashes too. */
interface Focus {
  /** The marker's: the kata may be moved meanwhile. */
  readonly instance: string;
  readonly title: string;
  /** The folder's settings before, while suggestions are off in it. */
  readonly before?: SettingsBefore;
  /** The settings file that turns them off; absent when that was cut short. */
  readonly during?: string;
}

/**
 * No inline suggestions in one kata's files. VS Code has no such setting for a part of a folder, so it stands in the
 * folder's settings exactly while an editor of the kata is the active one:
 *
 *     kata.ts ──▶ .vscode/settings.json: "editor.inlineSuggest.enabled": false
 *     other.ts ─▶ .vscode/settings.json as it was, to the byte; no file where there was none
 */
export class FocusMode implements Disposable {
  private readonly item = window.createStatusBarItem('katapath.focus', StatusBarAlignment.Left, 18);
  private readonly subscriptions: Disposable;
  /** One change of the settings file after the other. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly services: Pick<Services, 'katas' | 'log'>,
    private readonly memory: Memento,
  ) {
    this.item.name = 'Katapath Focus';
    this.item.text = '$(eye-closed) Focus';
    this.item.command = 'katapath.practiceMode';
    const follow = () => void this.follow().catch((error: unknown) => report(error, services.log));
    this.subscriptions = Disposable.from(this.item, window.onDidChangeActiveTextEditor(follow));
    this.show();
    if (this.isOn) follow();
  }

  get isOn(): boolean {
    return this.focus !== undefined;
  }

  /** @throws NeedsTrust in Restricted Mode; HumanError when the folder's settings cannot be changed. */
  async turnOn({ kata, marker }: StartedKata): Promise<void> {
    requireTrust('changes settings');
    await this.remember({ instance: marker.instance, title: kata.manifest.title });
    try {
      await this.follow();
    } catch (error) {
      await this.turnOff();
      throw error;
    }
  }

  async turnOff(): Promise<void> {
    await this.inTurn(async () => {
      await this.release();
      await this.remember(undefined);
    });
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private get focus(): Focus | undefined {
    return this.memory.get<Focus>(memoryKey);
  }

  private async remember(focus: Focus | undefined): Promise<void> {
    await this.memory.update(memoryKey, focus);
    this.show();
  }

  private show(): void {
    const { focus } = this;
    if (!focus) return this.item.hide();
    this.item.tooltip = `No inline suggestions in “${focus.title}”. Click to have them again.`;
    this.item.show();
  }

  /** Where no editor is active nothing is suggested, so nothing changes. */
  private follow(): Promise<void> {
    return this.inTurn(async () => {
      const document = window.activeTextEditor?.document;
      if (!this.focus || !document) return;
      const started = await this.services.katas.of(document.uri);
      if (started?.marker.instance !== this.focus.instance) return this.release();
      const { before } = this.focus;
      const folder = started.workspaceFolder.uri;
      // Held already: what stood before is known, and must not be read anew from settings that are just changing.
      if (before?.folder === folder.toString() && areSuggestionsOff(document)) return;
      await this.release();
      await this.hold(folder, document);
    });
  }

  private async hold(folder: Uri, document: TextDocument): Promise<void> {
    const focus = this.focus!;
    const before = await readSettings(folder, document);
    await this.remember({ ...focus, before });
    const during = await turnSuggestionsOff(folder, document);
    await this.remember({ ...focus, before, during });
  }

  private async release(): Promise<void> {
    if (!this.focus?.before) return;
    const { before, during, ...rest } = this.focus;
    await putBack(before, during);
    await this.remember(rest);
  }

  private inTurn(act: () => Promise<void>): Promise<void> {
    const acted = this.turn.then(act);
    this.turn = acted.catch(() => {});
    return acted;
  }
}
