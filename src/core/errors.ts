import { toOneLine } from './text/visible.ts';

/** Trouble the person can mend. `message` says what happened, `next` what to do about it; never shown with a stack. */
export class HumanError extends Error {
  readonly next: string;

  constructor(message: string, { next, cause }: { next: string; cause?: unknown }) {
    super(message, { cause });
    this.name = 'HumanError';
    this.next = next;
  }
}

/** Both sentences of an error, whatever was thrown: on one line, with nothing hidden in the names they hold. */
export function toSentence(error: unknown): string {
  if (error instanceof HumanError) return toOneLine(`${error.message} ${error.next}`);
  return toOneLine(error instanceof Error ? error.message : String(error));
}
