/**
 * Finds two numbers of an ascending list that add up to `target`.
 * Answers their places `[left, right]` with `left < right`, or `null` when there are none.
 */
export function pairSum(numbers: readonly number[], target: number): [number, number] | null {
  const placeOf = new Map<number, number>();
  for (const [place, number] of numbers.entries()) {
    const partner = placeOf.get(target - number);
    if (partner !== undefined) return [partner, place];
    placeOf.set(number, place);
  }
  return null;
}
