"""Nodes that act and talk at random, and what truly came before what."""
from dataclasses import dataclass
from typing import Any

from .simulation import Simulation


@dataclass
class Happening:
    """One event of a run, its stamp, and the ids of the events that truly came before it: what it could know of.

    ``at`` is true time, which no node sees; ``shown`` is what the node's own clock showed.
    """

    id: int
    node: str
    stamp: Any
    at: int
    shown: int
    past: frozenset


def record_causality(seed, create_clock, nodes=("a", "b", "c"), duration=300, weather=None):
    """Every event of a run in the order of true time, with its true past.

    ``create_clock(context)`` makes what stamps a node's events: ``tick()`` for what it does itself, ``receive(stamp)``
    for a message with its sender's stamp.
    """
    weather = weather or {}
    happenings = []
    faults = []
    if weather.get("skews", 0) > 0:
        faults = [_skew_of(node, index, weather.get("skew", 100)) for index, node in enumerate(nodes)]
    simulation = None

    def create(context):
        return _Talker(context, create_clock(context), simulation, happenings)

    simulation = Simulation(seed, nodes, create, faults=faults, weather=weather)
    simulation.run_until(duration)
    return happenings


def _skew_of(node, index, most):
    """One clock is fast, the next is set back in the middle of the run, the next is right."""
    return {"kind": "skew", "node": node, "at": 100 if index % 3 == 1 else 0, "by": (most, -most, 0)[index % 3]}


class _Talker:
    def __init__(self, context, clock, simulation, happenings):
        self.context = context
        self.clock = clock
        self.simulation = simulation
        self.happenings = happenings
        self.latest = None

    def on_start(self):
        self.context.set_timer("act", self.context.random.between(1, 15))

    def on_timer(self, name):
        random = self.context.random
        happening = self.record(self.clock.tick(), [])
        if random.chance(0.6):
            self.context.send(random.pick(self.context.peers), {"event": happening.id, "stamp": happening.stamp})
        self.context.set_timer("act", random.between(1, 15))

    def on_message(self, sender, message):
        self.record(self.clock.receive(message["stamp"]), [self.happenings[message["event"]]])

    def record(self, stamp, causes):
        past = set()
        for cause in ([self.latest] if self.latest else []) + causes:
            past.add(cause.id)
            past |= cause.past
        at, shown = self.simulation.clock.now(), self.context.now()
        self.latest = Happening(len(self.happenings), self.context.id, stamp, at, shown, frozenset(past))
        self.happenings.append(self.latest)
        return self.latest
