import { Disposable, type LogOutputChannel } from 'vscode';
import { report, type RegisterCommand } from './commands.ts';

type Run = Parameters<RegisterCommand>[1];

/**
 * A feature whose code is read after the activation, so that the editor need not wait for it. Its commands are there at
 * once; one that is called early waits. `load` registers the feature with the registrar it is given. An import reads and
 * compiles before it first waits, so it begins in a turn of its own.
 */
export function registerLate(
  ids: readonly string[],
  { registerCommand, log }: { readonly registerCommand: RegisterCommand; readonly log: LogOutputChannel },
  load: (registerCommand: RegisterCommand) => Promise<Disposable>,
): Disposable {
  const runs = new Map<string, Run>();
  let isDisposed = false;
  const loaded = nextTurn().then(() =>
    load((id, run) => {
      if (!ids.includes(id)) throw new Error(`${id} is not among the commands of its feature`);
      runs.set(id, run);
      return new Disposable(() => runs.delete(id));
    }),
  );
  loaded.then(
    (feature) => {
      if (isDisposed) feature.dispose();
      const missing = ids.filter((id) => !runs.has(id));
      if (missing.length > 0 && !isDisposed) report(new Error(`nobody registers ${missing.join(', ')}`), log);
    },
    (error: unknown) => report(error, log),
  );
  const commands = ids.map((id) =>
    registerCommand(id, async (...args: never[]) => {
      await loaded;
      return runs.get(id)!(...args);
    }),
  );
  return new Disposable(() => {
    isDisposed = true;
    Disposable.from(...commands).dispose();
    void loaded.then((feature) => feature.dispose());
  });
}

const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
