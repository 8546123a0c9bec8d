import {
  commands,
  FileSystemError,
  window,
  workspace,
  type Disposable,
  type Extension,
  type LogOutputChannel,
} from 'vscode';
import { HumanError, toSentence } from '../../core/errors.ts';

interface Manifest {
  readonly contributes: {
    readonly menus: Readonly<Record<'view/title' | 'view/item/context', readonly { readonly command: string }[]>>;
  };
}

/** The commands that only a row offers; where a view's title does too, no row is nothing unusual. */
export function rowCommands({ packageJSON }: Extension<unknown>): ReadonlySet<string> {
  const { menus } = (packageJSON as Manifest).contributes;
  const inTitle = new Set(menus['view/title'].map(({ command }) => command));
  return new Set(menus['view/item/context'].map(({ command }) => command).filter((id) => !inTitle.has(id)));
}

/** Registers a command whose trouble reaches the person as a sentence, once, in one way. */
export type RegisterCommand = (id: string, run: (...args: never[]) => unknown) => Disposable;

export function commandRegistrar(log: LogOutputChannel, rows: ReadonlySet<string>): RegisterCommand {
  return (id, run) =>
    commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        if (rows.has(id)) requireRow(args);
        return await run(...(args as never[]));
      } catch (error) {
        report(error, log);
        return undefined;
      }
    });
}

/**
 * While a tree is drawn anew, VS Code hands over nothing where it should hand over the row. Without a row a command means
 * what is open or asks: it would do to one kata what was chosen for another.
 */
function requireRow(args: readonly unknown[]): void {
  const isFromMenu = args.length > 1 && args.every((arg) => arg === undefined || arg === null);
  if (isFromMenu)
    throw new HumanError('The row was being drawn anew when you chose, and nothing was done.', {
      next: 'Choose again.',
    });
}

/** Expected trouble is its two sentences; anything else is our mistake and offers the log. */
export function report(error: unknown, log: LogOutputChannel): void {
  const expected = error instanceof FileSystemError ? fileTrouble(error) : error;
  if (expected instanceof NeedsTrust) {
    log.warn(toSentence(expected));
    void offer(window.showWarningMessage(toSentence(expected), 'Manage Workspace Trust'), () =>
      commands.executeCommand('workbench.trust.manage'),
    );
  } else if (expected instanceof HumanError) {
    log.warn(toSentence(expected));
    void window.showErrorMessage(toSentence(expected));
  } else {
    log.error(error instanceof Error ? error : String(error));
    void offer(window.showErrorMessage(`Katapath ran into an error of its own: ${toSentence(error)}`, 'Show Log'), () =>
      log.show(),
    );
  }
}

/** Restricted Mode: the message carries the way out. */
export class NeedsTrust extends HumanError {}

/** @throws NeedsTrust in Restricted Mode. `action` completes "Katapath … only in a folder you trust". */
export function requireTrust(action: string): void {
  if (workspace.isTrusted) return;
  throw new NeedsTrust(`Katapath ${action} only in a folder you trust.`, {
    next: 'Reading, progress and document checks work meanwhile. Trust this folder to go on.',
  });
}

async function offer(choice: Thenable<string | undefined>, act: () => unknown): Promise<void> {
  if (await choice) await act();
}

function fileTrouble(error: FileSystemError): HumanError {
  const next =
    error.code === 'NoPermissions'
      ? 'Nothing was changed. Open a folder you may write to, or change its permissions, and try again.'
      : 'Nothing else was changed. Check that the file and its disk are there, and try again.';
  return new HumanError(`A file could not be read or written: ${error.message}.`, { next, cause: error });
}
