import type { Command } from './command.ts';

/** Every command, in the order the help shows them. One file each. */
export const commands: readonly Command[] = [];
