import type { PracticeDue } from '../../core/agenda/practices.ts';

/** A practice that is due, as every command prints it. */
export function dueToJson({ item, path, period, words }: PracticeDue) {
  return { id: item.id, title: item.title, path: path.id, period, words };
}
