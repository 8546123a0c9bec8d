import type { Attack } from '../attacks/attack.ts';
import type { Run } from './runCommand.ts';

/**
 * Whether something was written because somebody asked for it: the document that `new` says it has made, which is
 * never a hidden file, the folders it lies in, and what the attack's own commands are for.
 */
export function isAsked(difference: string, runs: readonly Run[], { writes = [] }: Attack): boolean {
  const [, what = '', name = ''] = /^(\w+): (.*)$/s.exec(difference) ?? [];
  if (writes.some((place) => `${name}/`.startsWith(place) || name.startsWith(place))) return true;
  // Toolchains that `doctor` asks for their version keep notes in the home.
  if (name.startsWith('home/.') && runs.some(({ command }) => command === 'doctor')) return true;
  const made = runs.filter(({ command, code }) => command.startsWith('new ') && code === 0);
  return made.some(({ output }) => {
    const file = `repository/${output.trim().split('\n').at(-1)}`;
    const isHidden = file.split('/').some((part) => part.startsWith('.'));
    return what === 'written' && !isHidden && (file === name || file.startsWith(`${name}/`));
  });
}
