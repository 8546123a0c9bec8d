import { join } from 'node:path';
import { openWindow, type OpenOptions, type Window } from './window.ts';

/** The kata that the tests of a person's work go through: the first of the path, and a small one. */
export const warmUp = {
  title: 'Warm-up: a pair with a given sum',
  folder: join('katas', 'two-pointers-pair-sum'),
  signature: 'export function pairSum(numbers: readonly number[], target: number): [number, number] | null {',
} as const;

/** An answer in TypeScript that passes both stages. */
export const rightAnswer = `${warmUp.signature}
  let left = 0;
  let right = numbers.length - 1;
  while (left < right) {
    const sum = numbers[left]! + numbers[right]!;
    if (sum === target) return [left, right];
    if (sum < target) left++;
    else right--;
  }
  return null;
}
`;

/** A window in which the kata was just started: its file is open, and the brief beside it. */
export async function openWarmUp(
  language: 'TypeScript' | 'Python',
  settings: OpenOptions['settings'] = {},
): Promise<Window> {
  // What is typed here is typed whole, closing brackets and all.
  const typing = { 'editor.autoClosingBrackets': 'never', 'editor.autoIndent': 'none' };
  const window = await openWindow('practice', { settings: { ...typing, ...settings } });
  const paths = await window.openView('Katapath', 'Learning paths');
  await paths.row(warmUp.title).press('Start Kata…');
  await window.quickInput.waitForRow(language);
  await window.quickInput.pick(language);
  await window.editor.waitForTab(language === 'Python' ? 'pair_sum.py' : 'pair-sum.ts');
  await window.webview(/sorted/i);
  return window;
}
