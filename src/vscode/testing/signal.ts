import type { CancellationToken } from 'vscode';

/** VS Code's way to say "stop", as the web's. */
export function toSignal(token: CancellationToken): AbortSignal {
  const cancel = new AbortController();
  if (token.isCancellationRequested) cancel.abort();
  token.onCancellationRequested(() => cancel.abort());
  return cancel.signal;
}
