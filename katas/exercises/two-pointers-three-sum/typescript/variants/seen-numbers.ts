/**
 * Finds every combination of three numbers of the list that adds up to `target`.
 * Each combination of values comes once; the list is in no particular order and stays as it was.
 */
export function threeSum(numbers: readonly number[], target: number): [number, number, number][] {
  const found = new Map<string, [number, number, number]>();
  for (let i = 0; i < numbers.length; i++) {
    const seen = new Set<number>();
    for (let j = i + 1; j < numbers.length; j++) {
      const wanted = target - numbers[i] - numbers[j];
      if (seen.has(wanted)) {
        const triple: [number, number, number] = [numbers[i], numbers[j], wanted];
        triple.sort((a, b) => a - b);
        found.set(triple.join(), triple);
      }
      seen.add(numbers[j]);
    }
  }
  return Array.from(found.values());
}
