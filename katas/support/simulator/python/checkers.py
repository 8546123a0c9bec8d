"""What must hold in a run, checked over what happened."""
from .plain import show


def assert_converged(replicas, when="at the end"):
    """Every replica must show the same. Raises with what each shows when they do not."""
    shown = [(name, show(value)) for name, value in replicas.items()]
    if len({text for _, text in shown}) <= 1:
        return
    lines = "\n".join(f"  {name}: {text}" for name, text in shown)
    raise AssertionError(f"The replicas differ {when}:\n{lines}")


def assert_exactly_once(wanted, effects):
    """Each wanted effect must have happened once, and no other one."""
    for each in wanted:
        count = sum(effect == each for effect in effects)
        if count != 1:
            raise AssertionError(f"“{each}” took effect {count} times and not once.")
    for effect in effects:
        if effect not in wanted:
            raise AssertionError(f"“{effect}” took effect, and nobody asked for it.")


class Register:
    """{"kind": "read"}, {"kind": "write", "value"}, {"kind": "swap", "expected", "value"} answering True or False.

    A model says what one thing does when it is asked one question after the other: ``initial``, and ``apply(state,
    request)``, which answers the next state and the answer.
    """

    initial = None

    @staticmethod
    def apply(state, request):
        kind, value = request["kind"], request.get("value")
        if kind == "read":
            return state, state
        if kind == "write":
            return value, "ok"
        fits = show(state) == show(request.get("expected"))
        return (value if fits else state), fits


register = Register()


def is_linearizable(model, operations):
    """Whether some order of the operations, one after the other, gives the answers clients got.

    In it, nothing comes before what was answered before it was asked. An operation without an answer may have happened
    at any time after it was asked, or never. Tries each operation that could come next, and remembers what was tried:
    the same operations done and the same state reached once before lead nowhere new.
    """
    ordered = sorted(operations, key=lambda operation: operation.called)
    answered = sum(operation.returned is not None for operation in ordered)
    tried = set()
    done = [False] * len(ordered)

    def search(state, count):
        if count == answered:
            return True
        key = (tuple(done), show(state))
        if key in tried:
            return False
        tried.add(key)
        open_ends = [each.returned for each, is_done in zip(ordered, done) if not is_done and each.returned is not None]
        earliest = min(open_ends)
        for index, operation in enumerate(ordered):
            if operation.called > earliest:
                break
            if done[index]:
                continue
            state_after, answer = model.apply(state, operation.request)
            is_answered = operation.returned is not None
            if is_answered and show(answer) != show(operation.answer):
                continue
            done[index] = True
            if search(state_after, count + is_answered):
                return True
            done[index] = False
        return False

    return search(model.initial, 0)


def _own_key(request):
    return str(request["key"]) if isinstance(request, dict) and "key" in request else ""


def assert_linearizable(model, history, key_of=_own_key):
    """What clients saw of every key must be as if there were one copy and one question at a time.

    ``key_of`` tells operations on different things apart; requests with a "key" are told apart by it.
    """
    groups = {}
    for operation in history.operations:
        groups.setdefault(key_of(operation.request), []).append(operation)
    for key, operations in groups.items():
        if is_linearizable(model, operations):
            continue
        on = f" on “{key}”" if key else ""
        shown = "\n".join(_describe(operation) for operation in _shortest_problem(model, operations))
        raise AssertionError(f"No order of these operations{on} explains the answers:\n{shown}")


def _shortest_problem(model, operations):
    """The operations up to the first answer that cannot be explained."""
    for time in sorted(operation.returned for operation in operations if operation.returned is not None):
        cut = [operation.as_of(time) for operation in operations if operation.called <= time]
        if not is_linearizable(model, cut):
            return cut[-15:]
    return operations


def _describe(operation):
    end = "no answer" if operation.returned is None else f"{operation.returned_at} ms: {show(operation.answer)}"
    return f"  {operation.called_at} ms {operation.client} {show(operation.request)} … {end}"
