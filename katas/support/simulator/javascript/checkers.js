import { print } from './plain.js';

/** Every replica must show the same. Throws with what each shows when they do not. */
export function assertConverged(replicas, when = 'at the end') {
  const shown = Object.entries(replicas).map(([name, value]) => [name, print(value)]);
  if (new Set(shown.map(([, text]) => text)).size <= 1) return;
  throw new Error(`The replicas differ ${when}:\n${shown.map(([name, text]) => `  ${name}: ${text}`).join('\n')}`);
}

/** Each wanted effect must have happened once, and no other one. */
export function assertExactlyOnce(wanted, effects) {
  const counts = new Map();
  for (const effect of effects) counts.set(effect, (counts.get(effect) ?? 0) + 1);
  for (const each of wanted) {
    const count = counts.get(each) ?? 0;
    if (count !== 1) throw new Error(`“${each}” took effect ${count} times and not once.`);
  }
  const stranger = effects.find((effect) => !wanted.includes(effect));
  if (stranger !== undefined) throw new Error(`“${stranger}” took effect, and nobody asked for it.`);
}

/** A register: `{kind: 'read'}`, `{kind: 'write', value}`, `{kind: 'swap', expected, value}` answering true or false. */
export const register = {
  initial: null,
  apply(state, request) {
    const { kind, value = null, expected = null } = request;
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
export function isLinearizable(model, operations) {
  const sorted = [...operations].sort((one, other) => one.called - other.called);
  const answered = sorted.filter(({ returned }) => returned !== undefined).length;
  const tried = new Set();
  const done = sorted.map(() => false);
  const search = (state, count) => {
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
export function assertLinearizable(model, history, keyOf = ownKey) {
  const groups = new Map();
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

const ownKey = (request) => {
  const key = request?.key;
  return key === undefined ? '' : String(key);
};

/** The operations up to the first answer that cannot be explained, without those that have nothing to do with it. */
function shortestProblem(model, operations) {
  const answers = operations.flatMap(({ returned }) => returned ?? []).sort((one, other) => one - other);
  const upTo = answers.find((time) => !isLinearizable(model, cutAt(operations, time))) ?? Infinity;
  return cutAt(operations, upTo).slice(-15);
}

/** The history as it was at a time: what was asked later is gone, what was answered later is open. */
function cutAt(operations, time) {
  return operations
    .filter(({ called }) => called <= time)
    .map((operation) => {
      if (operation.returned === undefined || operation.returned <= time) return operation;
      const { returned: _returned, returnedAt: _returnedAt, answer: _answer, ...open } = operation;
      return open;
    });
}

function describe({ client, request, calledAt, returnedAt, answer }) {
  const end = returnedAt === undefined ? 'no answer' : `${returnedAt} ms: ${print(answer)}`;
  return `  ${calledAt} ms ${client} ${print(request)} … ${end}`;
}
