"""A bank of the learner's, a checker, and what must hold in every run."""
from simulator import Scenario, show
from transfers import TransferService

OPENING = {"ann": 100, "bob": 50, "cem": 0}


class Checker:
    """Approves every transfer but those of 13 cents, after a while."""

    def __init__(self, context):
        self.context = context

    def on_message(self, sender, message):
        self.context.send(sender, {"key": message["key"], "approved": message["amount"] != 13})


def asked(at, key, amount, source="ann", target="bob"):
    return {"at": at, "node": "bank", "request": {"key": key, "from": source, "to": target, "amount": amount}}


def bank(calls, check, duration=2000, weather=None, faults=()):
    """Runs of one bank.

    Whatever they show, no money is made or lost, and the same transfer is never answered in two ways. ``check`` is
    given the answers in the order in which they were asked for, the balances in the end, and the run.
    """

    def numbered(random):
        return [{**call, "client": f"c{number}"} for number, call in enumerate(calls(random), 1)]

    def create(context):
        return TransferService(context, OPENING) if context.id == "bank" else Checker(context)

    def end(run):
        operations = sorted(run.history.operations, key=lambda operation: int(operation.client[1:]))
        balances = run.nodes["bank"].balances()
        total = sum(balances.values())
        if total != 150:
            raise AssertionError(f"150 cents were in the bank, and now there are {total}: {show(balances)}.")
        known = {}
        for operation in operations:
            if operation.answer is None:
                continue
            before = known.setdefault(show(operation.request), show(operation.answer))
            if before != show(operation.answer):
                request = show(operation.request)
                raise AssertionError(f"{request} was answered {before}, and then {show(operation.answer)}.")
        check([operation.answer for operation in operations], balances, run)

    calm = 500 if weather else 0
    return Scenario(
        ["bank", "checker"], create, duration, calm=calm, weather=weather, faults=faults, calls=numbered, check=end
    )


def expect_answers(answers, expected):
    got = ["no answer" if each is None else each.get("why", "done") for each in answers]
    if got != expected:
        raise AssertionError(f"The answers are {show(got)}, and should be {show(expected)}.")


def expect_balances(balances, ann, bob, cem):
    expected = {"ann": ann, "bob": bob, "cem": cem}
    if balances != expected:
        raise AssertionError(f"The balances are {show(balances)}, and should be {show(expected)}.")


def expect_what_was_answered(balances, run):
    """The balances must be what the answered transfers come to, each counted once."""
    expected, counted = dict(OPENING), set()
    for operation in run.history.operations:
        request = operation.request
        if operation.answer != {"status": "done"} or request["key"] in counted:
            continue
        counted.add(request["key"])
        expected[request["from"]] -= request["amount"]
        expected[request["to"]] += request["amount"]
    expect_balances(balances, **expected)


def stubborn_clients(random, times):
    """Clients that ask again, with the same key, until long after everything is well."""
    calls = []
    for number in range(1, 7):
        source = random.pick(["ann", "bob"])
        target = random.pick(["bob", "cem"]) if source == "ann" else "ann"
        amount = random.pick([10, 13, 40, 70])
        first = random.below(600)
        calls.extend(asked(first + 250 * time, f"k{number}", amount, source, target) for time in range(times))
    return calls
