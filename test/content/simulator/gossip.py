"""The twin of gossip.ts: prints what the same seeds leave behind here. Run with the folder of the simulator."""
import json
import sys

sys.path.insert(0, sys.argv[1])
from simulator import Scenario, SimulationFailure, explore, simulate  # noqa: E402


class Gossip:
    def __init__(self, context, forgets=False):
        self.context = context
        self.forgets = forgets
        self.known = [] if forgets else context.disk.read("known") or []

    def on_start(self):
        self.context.set_timer("tell", 20 + self.context.random.below(10))
        self.context.note(f"knows {len(self.known)} at {self.context.now()}")

    def on_timer(self, name):
        for peer in self.context.peers:
            self.context.send(peer, {"known": self.known, "by;#": self.context.id})
        self.context.set_timer("tell", 20 + self.context.random.below(10))

    def on_message(self, sender, message):
        for each in message["known"]:
            self.learn(each)

    def on_call(self, request, answer):
        self.learn(request["value"])
        answer("ok")

    def learn(self, value):
        if value in self.known:
            return
        self.known = sorted([*self.known, value])
        if self.forgets:
            return
        self.context.disk.write("known", self.known)
        self.context.disk.append("journal", f"{value};")
        if self.context.random.chance(0.9):
            self.context.disk.sync()


NODES = ["a", "b", "c"]


def calls(random):
    return [
        {"at": random.below(500), "node": random.pick(NODES), "request": {"value": value}, "client": f"c{value}"}
        for value in random.shuffle([1, 2, 3, 4, 5])
    ]


STORM = {
    "loss": 0.1, "duplication": 0.1, "lateness": 0.1, "partitions": 2, "crashes": 3, "skews": 2,
    "disks": ["kept", "torn", "lost"],
}


def account(seed):
    run = simulate(Scenario(NODES, Gossip, 800, calm=200, weather=STORM, calls=calls), seed)
    trace = [[each["at"], each["node"], each.get("from"), each["what"], each["text"]] for each in run.trace]
    left = [[name, disk.read("known"), disk.read("journal")] for name, disk in run.disks.items()]
    whole = [trace, left, len(run.history.operations), len(run.happened), run.sent, run.steps]
    return json.dumps(whole, separators=(",", ":"), ensure_ascii=False)


def failure_of(faulty):
    def check(run):
        for operation in run.history.answered():
            value = operation.request["value"]
            if not all(value in node.known for node in run.nodes.values()):
                raise AssertionError(f"{value} was promised, and is not known everywhere.")

    weather = {"loss": 0.2, "crashes": 3, "partitions": 1}
    try:
        explore(Scenario(NODES, lambda context: Gossip(context, faulty), 800, calm=200, weather=weather, calls=calls, check=check), seeds=30)
    except SimulationFailure as failure:
        return {"message": str(failure), "details": failure.details, "seed": failure.seed}


accounts = [account(seed) for seed in range(1, int(sys.argv[2]) + 1)]
print(json.dumps({"accounts": accounts, "failure": failure_of(True), "sound": failure_of(False)}))
