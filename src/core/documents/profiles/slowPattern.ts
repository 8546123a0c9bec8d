/**
 * Whether a regular expression repeats what repeats itself, as `(a+)+` does: on a text that almost fits, trying all the
 * ways to part it takes longer than anyone waits. Stricter than it must be: `(a+b)+` is fine and refused too.
 */
export function isSlowPattern(source: string): boolean {
  // Of each group that is open: whether something in it repeats without bound.
  const groups = [false];
  let closed: boolean | undefined;
  for (let place = 0; place < source.length; place++) {
    const rest = source.slice(place);
    const [repeat] = /^(?:[*+]|\{\d+,\})/.exec(rest) ?? [];
    if (repeat !== undefined) {
      if (closed) return true;
      groups[groups.length - 1] = true;
      place += repeat.length - 1;
    }
    closed = undefined;
    if (rest[0] === '(') groups.push(false);
    if (rest[0] === ')' && groups.length > 1) {
      closed = groups.pop()!;
      groups[groups.length - 1] ||= closed;
    }
    const [whole] = /^(?:\\.|\[(?:\\.|[^\]\\])*\])/s.exec(rest) ?? [];
    if (whole !== undefined) place += whole.length - 1;
  }
  return false;
}
