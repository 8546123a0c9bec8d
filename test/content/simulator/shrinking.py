"""The twin of shrinking.ts: prints the messages as JSON."""
import json
import sys

sys.path.insert(0, sys.argv[1])
from simulator import Scenario, SimulationFailure, explore  # noqa: E402


class Desk:
    def __init__(self, _context):
        self.taken = False

    def on_call(self, request, answer):
        answer(f"not {request['key']}" if self.taken else "done")
        self.taken = True


def written(_random):
    return [{"at": 10 * number, "node": "desk", "request": {"key": f"k{number}"}} for number in (1, 2)]


def drawn(random):
    return [{"at": 10 * key + random.below(5), "node": "desk", "request": {"key": f"k{key}"}} for key in range(1, 6)]


def answers_of(run):
    return [operation.answer for operation in run.history.answered()]


def check_written(run):
    answers = answers_of(run)
    if answers != ["done", "done"]:
        raise AssertionError(f"The answers are [{', '.join(answers)}], and should be [done, done].")


def check_drawn(run):
    answers = answers_of(run)
    if not answers:
        raise AssertionError("Nobody was answered.")
    wrong = next((place for place, answer in enumerate(answers) if answer != "done"), -1)
    if wrong >= 0:
        raise AssertionError(f"Call {wrong} was refused.")


def message_of(calls, check):
    try:
        explore(Scenario(["desk", "other"], Desk, 500, weather={"loss": 0.2, "crashes": 2}, calls=calls, check=check), seeds=20)
    except SimulationFailure as failure:
        return str(failure)
    return ""


print(json.dumps([message_of(written, check_written), message_of(drawn, check_drawn)]))
