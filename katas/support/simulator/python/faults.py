"""What goes wrong in a run.

A fault is a dict. The list of them is the schedule: it can be written by hand, drawn by lot, and shrunk::

    {"kind": "partition", "at": 100, "until": 300, "groups": [["a"], ["b", "c"]]}
    {"kind": "crash", "at": 100, "until": 300, "node": "a", "disk": "kept"}    or "torn", or "lost"
    {"kind": "skew", "at": 100, "node": "a", "by": -50}
    {"kind": "drop", "from": "a", "to": "b", "nth": 3}                        the third message from a to b
    {"kind": "duplicate", "from": "a", "to": "b", "nth": 3, "after": 20}
    {"kind": "delay", "from": "a", "to": "b", "nth": 3, "by": 20}

Weather is a dict that says how often things go wrong when faults are drawn by lot; what is absent never does::

    loss, duplication, lateness     probability that a message is lost, arrives twice, or is held up for long
    partitions, crashes, skews      how many of each in a run, at most
    disks                           what crashes may do to a disk; ["kept"] when absent
    skew, late                      most that a clock is set wrong (100 ms) or a message held up (200 ms)
    spared                          nodes that nothing happens to: clients, for example
"""
from .chance import Random, seed_for


def draw_faults(seed, weather, nodes, until):
    """The timed faults of a seed: partitions, crashes and skews, all of them over by ``until``."""
    random = Random(seed_for(seed, "faults"))
    able = [node for node in nodes if node not in weather.get("spared", ())]
    faults = []
    if not able:
        return faults

    def interval():
        at = random.below(max(1, until - 20))
        return {"at": at, "until": min(until, at + random.between(20, max(20, until // 3)))}

    for _ in range(random.below(weather.get("partitions", 0) + 1)):
        mixed = random.shuffle(able)
        cut = 1 if len(mixed) < 2 else random.between(1, len(mixed) - 1)
        faults.append({"kind": "partition", **interval(), "groups": [sorted(mixed[:cut]), sorted(mixed[cut:])]})
    for _ in range(random.below(weather.get("crashes", 0) + 1)):
        fault = {"kind": "crash", **interval()}
        fault["node"] = random.pick(able)
        fault["disk"] = random.pick(weather.get("disks", ["kept"]))
        faults.append(fault)
    for _ in range(random.below(weather.get("skews", 0) + 1)):
        most = weather.get("skew", 100)
        fault = {"kind": "skew", "at": random.below(until)}
        fault["node"] = random.pick(able)
        fault["by"] = random.between(-most, most)
        faults.append(fault)
    return faults


def draw_message_faults(seed, weather, message):
    """What happens to one message, drawn from its own place alone: taking other faults away does not change it."""
    loss, duplication, lateness = (weather.get(name, 0) for name in ("loss", "duplication", "lateness"))
    if not (loss or duplication or lateness):
        return []
    late = weather.get("late", 200)
    random = Random(seed_for(seed, "message", message["from"], message["to"], message["nth"]))
    if random.chance(loss):
        return [{"kind": "drop", **message}]
    faults = []
    if random.chance(duplication):
        faults.append({"kind": "duplicate", **message, "after": random.between(1, late)})
    if random.chance(lateness):
        faults.append({"kind": "delay", **message, "by": random.between(1, late)})
    return faults


def describe_fault(fault):
    """A fault in words, as it stands in a report."""
    kind = fault["kind"]
    if kind == "partition":
        groups = " | ".join(" ".join(group) for group in fault["groups"])
        return f"{fault['at']}–{fault['until']} ms: {groups} cannot reach each other"
    if kind == "crash":
        return f"{fault['at']}–{fault['until']} ms: {fault['node']} is down; {DISK_AFTER[fault['disk']]}"
    if kind == "skew":
        way = "back" if fault["by"] < 0 else "forward"
        return f"{fault['at']} ms: the clock of {fault['node']} is set {way} by {abs(fault['by'])} ms"
    message = f"message {fault['nth']} from {fault['from']} to {fault['to']}"
    if kind == "drop":
        return f"{message} is lost"
    if kind == "duplicate":
        return f"{message} arrives again {fault['after']} ms later"
    return f"{message} is {fault['by']} ms late"


# What a crash leaves of a disk, in words.
DISK_AFTER = {
    "kept": "what it synced is kept",
    "torn": "what it synced is kept, and of the rest a torn beginning",
    "lost": "its disk is lost",
}


def faults_until(time, faults):
    """Those that had begun by then."""
    return [fault for fault in faults if fault.get("at", 0) <= time]
