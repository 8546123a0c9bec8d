"""Nodes of the learner with machines, clients that ask them, and what must hold in every run."""
from raft import RaftNode
from simulator import Random, Scenario, assert_linearizable, copy, register, seed_for, show


class Book:
    """What the nodes of one run applied as their first, second ... command: it must be the same everywhere."""

    def __init__(self):
        self.commands = {}
        self.places = {}

    def record(self, node, number, command):
        text = show(command)
        known = self.commands.get(number, text)
        if known != text:
            raise AssertionError(f"{node} applies {text} as command {number}, where {known} was applied before.")
        place = self.places.get(text, number)
        if place != number:
            raise AssertionError(f"{node} applies {text} as command {number}, and it was command {place} too.")
        self.commands[number] = text
        self.places[text] = number


class Registers:
    """A few registers, each read, written and swapped by commands."""

    def __init__(self, node, book):
        self.node = node
        self.book = book
        self.values = {}
        self.count = 0

    def apply(self, command):
        self.count += 1
        self.book.record(self.node, self.count, command)
        key = command["key"]
        self.values[key], answer = register.apply(self.values.get(key), command)
        return answer

    def snapshot(self):
        return {"values": self.values, "count": self.count}

    def restore(self, snapshot):
        own = copy(snapshot)
        self.values, self.count = own["values"], own["count"]

    def show(self):
        return {**self.values, "count": self.count}


class Server:
    """A learner's node with its machine."""

    def __init__(self, context, book):
        self.machine = Registers(context.id, book)
        self.raft = RaftNode(context, self.machine)

    def on_start(self):
        self.raft.on_start()

    def on_timer(self, name):
        self.raft.on_timer(name)

    def on_message(self, sender, message):
        self.raft.on_message(sender, message)


def cluster(duration, nodes=("a", "b", "c"), calm=0, weather=None, faults=(), clients=None, prepare=None, check=None):
    """Runs in which no term ever has two leaders, and no two nodes apply different commands.

    ``clients``: from when to when they ask, and how often.
    """
    state = {}

    def begin(run):
        state.update(book=Book(), leaders={})
        if clients:
            plan_commands(run, *clients)
        if prepare:
            prepare(run)

    def always(run):
        for name, node in run.nodes.items():
            if node.raft.role != "leader":
                continue
            known = state["leaders"].setdefault(node.raft.term, name)
            if known != name:
                raise AssertionError(f"Term {node.raft.term} has two leaders: {known} and {name}.")

    def end(run):
        assert_linearizable(register, run.history)
        if check:
            check(run)

    return Scenario(
        nodes, lambda context: Server(context, state["book"]), duration, calm=calm, weather=weather, faults=faults,
        prepare=begin, always=always, check=end,
    )


def plan_commands(run, start, until, count):
    random = Random(seed_for(run.seed, "clients"))
    for id in range(1, count + 1):
        kind = random.pick(["read", "write", "swap"])
        key = random.pick(["x", "y"])
        command = {"id": id, "kind": kind, "key": key, "value": id, "expected": random.below(id) or None}
        run.at(random.between(start, until), lambda command=command: ask(run, command))


def ask(run, command):
    """Asks one of those that say they lead; what is refused did not happen. Answers the operation, if it was taken."""
    leading = [name for name, node in run.nodes.items() if node.raft.role == "leader"]
    return ask_at(run, leading[command["id"] % len(leading)], command) if leading else None


def ask_at(run, name, command):
    """Asks one node; what it refuses did not happen."""
    client = f"client {command['id']}"
    answer = run.history.call(client, command)
    operation = run.history.operations[-1]
    run.tell(node=name, what="call", text=f"{client}: {show(command)}")

    def done(result):
        run.tell(node=name, what="answer", text=f"{client}: {show(result)}")
        answer(result)

    if run.nodes[name].raft.propose(command, done):
        return operation
    run.history.operations.remove(operation)
    return None


def the_leader(run):
    """The one node that leads, of those that are up, and that all others follow."""
    states = [(name, node.raft.role, node.raft.term) for name, node in run.nodes.items()]
    shown = ", ".join(f"{name} is {role} in term {term}" for name, role, term in states)
    leading = [name for name, role, _ in states if role == "leader"]
    if len(leading) != 1:
        raise AssertionError(f"At {run.clock.now()} ms there is not one leader: {shown}.")
    if len({term for _, _, term in states}) != 1:
        raise AssertionError(f"At {run.clock.now()} ms the terms differ: {shown}.")
    return leading[0]


def must_work(run, at):
    """At this time, when all is well, a command must be taken; it must be answered within 250 ms."""
    command = {"id": 10_000 + at, "kind": "write", "key": "last", "value": at}
    taken = []

    def begin():
        the_leader(run)
        taken.append(ask(run, command))
        if taken[0] is None:
            raise AssertionError(f"At {at} ms the leader does not take a command, and all is well.")

    def end():
        if taken[0].returned is None:
            raise AssertionError(f"What was asked at {at} ms is not answered 250 ms later, and all is well.")

    run.at(at, begin)
    run.at(at + 250, end)


def must_agree(run):
    """All nodes must have applied the same."""
    shown = {name: show(node.machine.show()) for name, node in run.nodes.items()}
    if len(set(shown.values())) > 1:
        lines = "\n".join(f"{name}: {text}" for name, text in shown.items())
        raise AssertionError(f"In the end the nodes differ:\n{lines}")
