"""Replicas that are brought up to date by merging each other's states."""
from dataclasses import dataclass
from typing import Any

from .checkers import assert_converged
from .explore import Scenario, explore
from .plain import show

REPLICA_NAMES = ["a", "b", "c"]
WEATHER = {"loss": 0.2, "duplication": 0.2, "lateness": 0.2, "partitions": 2}


@dataclass
class Performed:
    """One change that was made somewhere, and the ids of the changes that its replica had seen when it was made."""

    id: int
    node: str
    at: int
    request: Any
    seen: frozenset


def explore_replicas(create, calls, perform, view, expected, seeds=30):
    """Three replicas tell each other their states over a bad network, which gets better in the end: then all must agree.

    create(node)                        a replica, with state() and merge(state)
    calls(random)                       what clients ask
    perform(replica, request, at)       how a replica does it
    view(replica)                       what a user sees of it
    expected(performed)                 what every user must see once all replicas have heard of all changes
    """
    performed = []

    def check(run):
        views = {name: view(node.replica) for name, node in run.nodes.items()}
        assert_converged(views)
        shown, wanted = show(views["a"]), show(expected(performed))
        if shown != wanted:
            raise AssertionError(f"Every replica shows {shown}, and should show {wanted}.")

    def start(context):
        return _Teller(context, create(context.id), perform, performed)

    def prepare(run):
        performed.clear()

    scenario = Scenario(
        REPLICA_NAMES, start, 600, calm=200, weather=WEATHER, calls=calls, prepare=prepare, check=check
    )
    explore(scenario, seeds=seeds)


class _Teller:
    def __init__(self, context, replica, perform, performed):
        self.context = context
        self.replica = replica
        self.perform = perform
        self.performed = performed
        self.seen = []

    def on_start(self):
        self.context.set_timer("tell", self.context.random.between(10, 40))

    def on_timer(self, name):
        for peer in self.context.peers:
            self.context.send(peer, {"state": self.replica.state(), "seen": self.seen})
        self.on_start()

    def on_message(self, sender, message):
        self.replica.merge(message["state"])
        self.seen.extend(id for id in message["seen"] if id not in self.seen)

    def on_call(self, request, answer):
        change = Performed(len(self.performed), self.context.id, self.context.now(), request, frozenset(self.seen))
        self.performed.append(change)
        self.seen.append(change.id)
        self.perform(self.replica, request, change.at)
        answer("ok")
