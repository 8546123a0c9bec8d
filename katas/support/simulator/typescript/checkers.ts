import type { History, Operation } from './history.ts';
import { print, type Plain } from './plain.ts';

/** Every replica must show the same. Throws with what each shows when they do not. */
export function assertConverged(replicas: Readonly<Record<string, unknown>>, when = 'at the end'): void {
  const shown = Object.entries(replicas).map(([name, value]): [string, string] => [name, print(value)]);
  if (new Set(shown.map(([, text]) => text)).size <= 1) return;
  throw new Error(`The replicas differ ${when}:\n${shown.map(([name, text]) => `  ${name}: ${text}`).join('\n')}`);
}

/** Each wanted effect must have happened once, and no other one. */
export function assertExactlyOnce(wanted: readonly string[], effects: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const effect of effects) counts.set(effect, (counts.get(effect) ?? 0) + 1);
  for (const each of wanted) {
    const count = counts.get(each) ?? 0;
    if (count !== 1) throw new Error(`“${each}” took effect ${count} times and not once.`);
  }
  const stranger = effects.find((effect) => !wanted.includes(effect));
  if (stranger !== undefined) throw new Error(`“${stranger}” took effect, and nobody asked for it.`);
}

/** What one thing does when it is asked one question after the other. */
export interface Model {
  readonly initial: Plain;
  apply(state: Plain, request: Plain): { readonly state: Plain; readonly answer: Plain };
}

/** A register: `{kind: 'read'}`, `{kind: 'write', value}`, `{kind: 'swap', expected, value}` answering true or false. */
export const register: Model = {
  initial: null,
  apply(state, request) {
    const { kind, value = null, expected = null } = request as { kind: string; value?: Plain; expected?: Plain };
    if (kind === 'read') return { state, answer: state };
    if (kind === 'write') return { state: value, answer: 'ok' };
    const fits = print(state) === print(expected);
    return { state: fits ? value : state, answer: fits };
  },
};

/**
 * Whether there is an order of the operations, one after the other, that gives the answers clients got, and in which
 * nothing comes before what was answered before it was asked. An operation without an answer may have happened at any
 * time after it was asked, or never.
 *
 * Tries each operation that could come next, and remembers what was tried: the same operations done and the same state
 * reached once before lead nowhere new.
 */
export function isLinearizable(model: Model, operations: readonly Operation[]): boolean {
  const sorted = [...operations].sort((one, other) => one.called - other.called);
  const answered = sorted.filter(({ returned }) => returned !== undefined).length;
  const tried = new Set<string>();
  const done = sorted.map(() => false);
  const search = (state: Plain, count: number): boolean => {
    if (count === answered) return true;
    const key = `${done.map((each) => (each ? 1 : 0)).join('')} ${print(state)}`;
    if (tried.has(key)) return false;
    tried.add(key);
    let earliest = Infinity;
    for (const [index, { returned }] of sorted.entries())
      if (!done[index] && returned !== undefined) earliest = Math.min(earliest, returned);
    for (const [index, operation] of sorted.entries()) {
      if (operation.called > earliest) break;
      if (done[index]) continue;
      const next = model.apply(state, operation.request);
      const isAnswered = operation.returned !== undefined;
      if (isAnswered && print(next.answer) !== print(operation.answer)) continue;
      done[index] = true;
      if (search(next.state, count + (isAnswered ? 1 : 0))) return true;
      done[index] = false;
    }
    return false;
  };
  return search(model.initial, 0);
}

/**
 * What clients saw of every key must be as if there were one copy and one question at a time. `keyOf` tells operations
 * on different things apart; requests with a `key` are told apart by it.
 */
export function assertLinearizable(
  model: Model,
  history: Pick<History, 'operations'>,
  keyOf: (request: Plain) => string = ownKey,
): void {
  const groups = new Map<string, Operation[]>();
  for (const operation of history.operations) {
    const key = keyOf(operation.request);
    groups.set(key, [...(groups.get(key) ?? []), operation]);
  }
  for (const [key, operations] of groups) {
    if (isLinearizable(model, operations)) continue;
    const shown = shortestProblem(model, operations);
    throw new Error(
      `No order of these operations${key === '' ? '' : ` on “${key}”`} explains the answers:\n${shown.map(describe).join('\n')}`,
    );
  }
}

const ownKey = (request: Plain) => {
  const key = (request as { readonly key?: Plain } | null)?.key;
  return key === undefined ? '' : String(key);
};

/** The operations up to the first answer that cannot be explained, without those that have nothing to do with it. */
function shortestProblem(model: Model, operations: readonly Operation[]): readonly Operation[] {
  const answers = operations.flatMap(({ returned }) => returned ?? []).sort((one, other) => one - other);
  const upTo = answers.find((time) => !isLinearizable(model, cutAt(operations, time))) ?? Infinity;
  return cutAt(operations, upTo).slice(-15);
}

/** The history as it was at a time: what was asked later is gone, what was answered later is open. */
function cutAt(operations: readonly Operation[], time: number): readonly Operation[] {
  return operations
    .filter(({ called }) => called <= time)
    .map((operation) => {
      if (operation.returned === undefined || operation.returned <= time) return operation;
      const { returned: _returned, returnedAt: _returnedAt, answer: _answer, ...open } = operation;
      return open;
    });
}

function describe({ client, request, calledAt, returnedAt, answer }: Operation): string {
  const end = returnedAt === undefined ? 'no answer' : `${returnedAt} ms: ${print(answer)}`;
  return `  ${calledAt} ms ${client} ${print(request)} … ${end}`;
}
