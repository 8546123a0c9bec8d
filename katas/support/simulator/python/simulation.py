"""A few nodes, a network between them and a clock, all virtual."""
import json

from .chance import Random, seed_for
from .clock import VirtualClock
from .disk import Disk
from .faults import DISK_AFTER, draw_message_faults
from .history import History
from .plain import copy, show

MOST_STEPS = 50_000


class Simulation:
    """The same seed and the same faults give the same run, to the byte of the trace.

    A node is an object with any of these methods; all it keeps outside ``context.disk`` is gone after a crash::

        on_start()                   once, after it was created: at the beginning and after each crash
        on_message(sender, message)
        on_timer(name)
        on_call(request, answer)     a client asks; answer(value) may be called at once, later, or never
    """

    def __init__(self, seed, nodes, create, delay=(1, 10), faults=(), weather=None, calm_from=float("inf")):
        self.seed = seed
        self.names = list(nodes)
        self.clock = VirtualClock()
        self.history = History(self.clock.now)
        self.trace = []
        self.happened = []
        """The faults that took effect, drawn or given: enough to have the same run again."""
        self.nodes = {}
        """The nodes that are up."""
        self.disks = {name: Disk() for name in self.names}
        self.sent = 0
        self.steps = 0
        self._create = create
        self._delay = delay
        self._weather = weather
        self._calm_from = calm_from
        self._contexts = {}
        self._starts = {}
        self._skews = {}
        self._links = {}
        self._message_faults = {}
        self._partitions = []
        for fault in faults:
            self._plan(fault)
        for name in self.names:
            self.clock.after(0, lambda name=name: self.start(name))

    def run_until(self, until, after=None):
        """Lets virtual time pass; ``after`` is called whenever something happened."""
        while self.clock.step(until):
            self.steps += 1
            if self.steps > MOST_STEPS:
                now = self.clock.now()
                raise AssertionError(f"More than {MOST_STEPS} things happened by {now} ms: the nodes never come to rest.")
            if after is not None:
                after()
        self.clock.run_until(until)

    def at(self, time, action):
        """Calls ``action`` at this time, counted from the beginning."""
        self.clock.after(time - self.clock.now(), action)

    def call(self, name, request, client="client"):
        """A client asks a node, without a network in between. What is asked of a node that is down is never answered."""
        answer = self.history.call(client, request)
        node = self.nodes.get(name)
        down = " (it is down)" if node is None else ""
        self.tell(node=name, what="call", text=f"{client}: {show(request)}{down}")
        if node is None:
            return
        context = self._contexts[name]

        def answer_once_up(value):
            if context.is_up:
                self.tell(node=name, what="answer", text=f"{client}: {show(value)}")
                answer(value)

        node.on_call(copy(request), answer_once_up)

    def send(self, sender, to, message):
        if to not in self.disks:
            raise ValueError(f"{sender} sends to “{to}”, and there is no such node.")
        self.sent += 1
        link = self._link(sender, to)
        link[1] += 1
        nth = link[1]
        faults = self._faults_of(sender, to, nth)
        self.happened.extend(faults)
        text = show(message)
        if any(fault["kind"] == "drop" for fault in faults) or self._is_cut(sender, to):
            self.tell(node=to, sender=sender, what="lost", text=text)
            return
        delay = Random(seed_for(link[0], nth)).between(*self._delay)
        delay += sum(fault["by"] for fault in faults if fault["kind"] == "delay")
        self.clock.after(delay, lambda: self._arrive(sender, to, text))
        for fault in faults:
            if fault["kind"] == "duplicate":
                self.clock.after(delay + fault["after"], lambda: self._arrive(sender, to, text))

    def time_of(self, name):
        """What a node's own clock shows."""
        return self.clock.now() + self._skews.get(name, 0)

    def tell(self, node, what, text, sender=None):
        entry = {"at": self.clock.now(), "node": node, "what": what, "text": text}
        if sender is not None:
            entry["from"] = sender
        self.trace.append(entry)

    def crash(self, name, disk="kept"):
        self._contexts[name].stop()
        del self.nodes[name]
        self.disks[name].crash(disk, Random(seed_for(self.seed, "crash", name, self._starts[name])))
        self.tell(node=name, what="crash", text=DISK_AFTER[disk])

    def split(self, groups):
        """From now on nodes of different groups cannot reach each other, until what is answered is called."""
        self._partitions.append(groups)
        shown = " | ".join(" ".join(group) for group in groups)
        self.tell(node="", what="network", text=f"split: {shown}")

        def heal():
            self._partitions = [each for each in self._partitions if each is not groups]
            self.tell(node="", what="network", text="healed")

        return heal

    def start(self, name):
        count = self._starts.get(name, 0) + 1
        self._starts[name] = count
        context = Context(self, name, Random(seed_for(self.seed, "node", name, count)))
        self._contexts[name] = context
        self.tell(node=name, what="start", text="")
        node = self._create(context)
        self.nodes[name] = node
        if hasattr(node, "on_start"):
            node.on_start()

    def _plan(self, fault):
        kind = fault["kind"]
        if kind in ("drop", "duplicate", "delay"):
            key = (fault["from"], fault["to"], fault["nth"])
            self._message_faults.setdefault(key, []).append(fault)
            return
        self.happened.append(fault)
        if kind == "partition":
            self.clock.after(fault["at"], lambda: self._split_for(fault))
        elif kind == "crash":
            self.clock.after(fault["at"], lambda: self._crash_for(fault))
        else:
            self.clock.after(fault["at"], lambda: self._skew(fault))

    def _split_for(self, fault):
        heal = self.split(fault["groups"])
        self.clock.after(fault["until"] - fault["at"], heal)

    def _crash_for(self, fault):
        name = fault["node"]
        if name not in self.nodes:
            return
        self.crash(name, fault["disk"])
        self.clock.after(fault["until"] - fault["at"], lambda: self.start(name))

    def _skew(self, fault):
        name, by = fault["node"], fault["by"]
        self._skews[name] = self._skews.get(name, 0) + by
        self.tell(node=name, what="clock", text=f"{'' if by < 0 else '+'}{by} ms")

    def _faults_of(self, sender, to, nth):
        given = self._message_faults.get((sender, to, nth), [])
        if self._weather is None or self.clock.now() >= self._calm_from:
            return given
        spared = self._weather.get("spared", ())
        if sender in spared or to in spared:
            return given
        return given + draw_message_faults(self.seed, self._weather, {"from": sender, "to": to, "nth": nth})

    def _link(self, sender, to):
        key = (sender, to)
        if key not in self._links:
            self._links[key] = [seed_for(self.seed, "link", sender, to), 0]
        return self._links[key]

    def _arrive(self, sender, to, text):
        node = self.nodes.get(to)
        if node is None or self._is_cut(sender, to):
            self.tell(node=to, sender=sender, what="lost", text=text)
            return
        self.tell(node=to, sender=sender, what="arrives", text=text)
        if hasattr(node, "on_message"):
            node.on_message(sender, json.loads(text))

    def _is_cut(self, sender, to):
        for groups in self._partitions:
            one = next((index for index, group in enumerate(groups) if sender in group), None)
            other = next((index for index, group in enumerate(groups) if to in group), None)
            if one is not None and other is not None and one != other:
                return True
        return False


class Context:
    """What a node may touch. There is no other way out of it: no clock, no chance, no network of its own.

    ``id``, ``peers`` (every other node), ``disk`` (outlives a crash, as far as a disk does), ``random``.
    """

    def __init__(self, simulation, id, random):
        self.id = id
        self.peers = [name for name in simulation.names if name != id]
        self.disk = simulation.disks[id]
        self.random = random
        self.is_up = True
        self._simulation = simulation
        self._timers = {}

    def now(self):
        """What this node's clock shows, in milliseconds. It may be wrong."""
        return self._simulation.time_of(self.id)

    def send(self, to, message):
        """Sends plain data. It may arrive late, twice, out of order or never."""
        if self.is_up:
            self._simulation.send(self.id, to, message)

    def set_timer(self, name, delay):
        """Calls ``on_timer(name)`` in so many milliseconds; a timer of the same name that still runs is replaced."""
        self.cancel_timer(name)
        if self.is_up:
            self._timers[name] = self._simulation.clock.after(delay, lambda: self._fire(name))

    def cancel_timer(self, name):
        cancel = self._timers.pop(name, None)
        if cancel is not None:
            cancel()

    def note(self, text):
        """Writes a line into the trace."""
        if self.is_up:
            self._simulation.tell(node=self.id, what="note", text=text)

    def stop(self):
        """After a crash nothing of the old node reaches the world any more."""
        self.is_up = False
        for cancel in self._timers.values():
            cancel()
        self._timers.clear()

    def _fire(self, name):
        del self._timers[name]
        self._simulation.tell(node=self.id, what="timer", text=name)
        node = self._simulation.nodes.get(self.id)
        if node is not None and hasattr(node, "on_timer"):
            node.on_timer(name)
