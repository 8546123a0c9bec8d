class RaftNode:
    """Sends everything it has with every heartbeat, and keeps everything that must survive in one value on disk."""

    def __init__(self, context, machine):
        self.context, self.machine = context, machine
        self.role = "follower"
        self.kept = context.disk.read("all") or {"term": 0, "vote": None, "base": [0, 0, None], "tail": []}
        if self.kept["base"][0]:
            machine.restore(self.kept["base"][2])
        self.applied = self.kept["base"][0]
        self.supporters, self.have, self.owed = set(), {}, {}

    @property
    def term(self):
        return self.kept["term"]

    def on_start(self):
        self._rest()

    def on_timer(self, name):
        if self.role == "leader":
            return self._preach()
        self._enter(self.term + 1, vote=self.context.id)
        self.role = "candidate"
        self.supporters = {self.context.id}
        self._tell({"k": "elect", "last": self._last()})
        self._rest()
        self._maybe_lead()

    def on_message(self, sender, message):
        if message["term"] > self.term:
            self._enter(message["term"])
        if message["term"] < self.term:
            return self.context.send(sender, {"k": "late", "term": self.term})
        getattr(self, f"_on_{message['k']}")(sender, message)

    def propose(self, command, done):
        if self.role != "leader":
            return False
        self.kept["tail"].append([self.term, command])
        self._keep()
        self.owed[self._last()[1]] = done
        self._preach()
        return True

    def _on_late(self, sender, message):
        pass

    def _on_elect(self, sender, message):
        if self.kept["vote"] not in (None, sender) or tuple(message["last"]) < self._last():
            return
        self.kept["vote"] = sender
        self._keep()
        self._rest()
        self.context.send(sender, {"k": "elected", "term": self.term})

    def _on_elected(self, sender, message):
        if self.role == "candidate":
            self.supporters.add(sender)
            self._maybe_lead()

    def _on_all(self, sender, message):
        self.role = "follower"
        self._rest()
        (first, first_term, state), tail = message["base"], message["tail"]
        if first > self.applied:
            self.machine.restore(state)
            self.kept["base"], self.kept["tail"] = message["base"], tail
            self.applied = first
        else:
            self._merge(first, tail)
        self._keep()
        self._apply(min(message["done"], first + len(tail)))
        self.context.send(sender, {"k": "have", "term": self.term, "upto": first + len(tail)})

    def _on_have(self, sender, message):
        if self.role == "leader":
            self.have[sender] = max(self.have.get(sender, 0), message["upto"])
            self._count()

    def _merge(self, first, tail):
        base, own = self.kept["base"][0], self.kept["tail"]
        for number, entry in enumerate(tail, first + 1):
            place = number - base - 1
            if place < 0 or (place < len(own) and own[place][0] == entry[0]):
                continue
            own[place:] = [entry]

    def _maybe_lead(self):
        if 2 * len(self.supporters) > len(self.context.peers) + 1:
            self.role, self.have, self.owed = "leader", {}, {}
            self._preach()

    def _preach(self):
        self._tell({"k": "all", "base": self.kept["base"], "tail": self.kept["tail"], "done": self.applied})
        self.context.set_timer("tick", 50)
        self._count()

    def _count(self):
        everyone = sorted([self._last()[1], *(self.have.get(peer, 0) for peer in self.context.peers)])
        upto = everyone[(len(everyone) - 1) // 2]
        if upto > self.applied and self.kept["tail"][upto - self.kept["base"][0] - 1][0] == self.term:
            self._apply(upto)

    def _apply(self, upto):
        while self.applied < upto:
            term, command = self.kept["tail"][self.applied - self.kept["base"][0]]
            self.applied += 1
            result = self.machine.apply(command)
            if self.role == "leader" and self.applied in self.owed:
                self.owed.pop(self.applied)(result)
        if len(self.kept["tail"]) > 15:
            cut = self.applied - self.kept["base"][0]
            if cut:
                term = self.kept["tail"][cut - 1][0]
                self.kept["base"] = [self.applied, term, self.machine.snapshot()]
                self.kept["tail"] = self.kept["tail"][cut:]
                self._keep()

    def _enter(self, term, vote=None):
        self.kept["term"], self.kept["vote"] = term, vote
        self.role = "follower"
        self._keep()
        self._rest()

    def _last(self):
        base, tail = self.kept["base"], self.kept["tail"]
        return (tail[-1][0] if tail else base[1], base[0] + len(tail))

    def _tell(self, message):
        for peer in self.context.peers:
            self.context.send(peer, {**message, "term": self.term})

    def _rest(self):
        self.context.set_timer("tick", self.context.random.between(160, 320))

    def _keep(self):
        self.context.disk.write("all", self.kept)
        self.context.disk.sync()
