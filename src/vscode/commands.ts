import { commands, FileSystemError, window, workspace, type Disposable, type LogOutputChannel } from 'vscode';
import { HumanError, toSentence } from '../core/errors.ts';

/** Registers a command whose trouble reaches the person as a sentence, once, in one way. */
export type RegisterCommand = (id: string, run: (...args: never[]) => unknown) => Disposable;

export function commandRegistrar(log: LogOutputChannel): RegisterCommand {
  return (id, run) =>
    commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        return await run(...(args as never[]));
      } catch (error) {
        report(error, log);
        return undefined;
      }
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
