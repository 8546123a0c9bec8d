HEARTBEAT_MS = 50
ELECTION_MS = (150, 300)


class RaftNode:
    """One of several nodes that agree on a sequence of commands.

    ``role`` is "follower", "candidate" or "leader". ``machine`` is what is replicated: apply(command) answers what came
    of it, snapshot() all that the commands so far have done, restore(snapshot) brings that back.
    """

    def __init__(self, context, machine):
        self.context = context
        self.machine = machine
        self.role = "follower"
        self.term = 0
        self.voted_for = None
        self.votes = set()
        self.log = []
        self.committed = 0
        self.applied = 0
        self.next = {}
        self.matched = {}
        self.waiting = {}

    def on_start(self):
        self._wait_for_leader()

    def on_timer(self, name):
        if name == "election":
            self._stand()
        else:
            self._replicate()

    def on_message(self, sender, message):
        if message["term"] > self.term:
            self._follow(message["term"])
        kind = message["kind"]
        if kind == "ask-vote":
            self._answer_vote(sender, message)
        elif kind == "vote":
            self._count_vote(sender, message)
        elif kind == "append":
            self._accept(sender, message)
        else:
            self._hear_peer(sender, message)

    def propose(self, command, done):
        """A client's command.

        False when this node does not lead; else ``done`` is called with the machine's answer once the command is
        committed and applied here, and never if it is lost.
        """
        if self.role != "leader":
            return False
        self.log.append({"term": self.term, "command": command})
        self.waiting[self._last_index()] = done
        self._replicate()
        return True

    # Elections

    def _stand(self):
        self.term += 1
        self.role = "candidate"
        self.voted_for = self.context.id
        self.votes = {self.context.id}
        last = self._last_index()
        self._send_all({"kind": "ask-vote", "term": self.term, "last_index": last, "last_term": self._term_at(last)})
        self._wait_for_leader()
        self._lead_if_elected()

    def _answer_vote(self, sender, message):
        last = self._last_index()
        is_up_to_date = (message["last_term"], message["last_index"]) >= (self._term_at(last), last)
        granted = message["term"] == self.term and is_up_to_date and self.voted_for in (None, sender)
        if granted:
            self.voted_for = sender
            self._wait_for_leader()
        self.context.send(sender, {"kind": "vote", "term": self.term, "granted": granted})

    def _count_vote(self, sender, message):
        if self.role == "candidate" and message["term"] == self.term and message["granted"]:
            self.votes.add(sender)
            self._lead_if_elected()

    def _lead_if_elected(self):
        if len(self.votes) * 2 <= len(self.context.peers) + 1:
            return
        self.role = "leader"
        self.context.cancel_timer("election")
        self.next = {peer: self._last_index() + 1 for peer in self.context.peers}
        self.matched = {peer: 0 for peer in self.context.peers}
        self._replicate()

    def _follow(self, term):
        if term > self.term:
            self.voted_for = None
        self.term = term
        self.role = "follower"
        self.waiting.clear()
        self.context.cancel_timer("heartbeat")
        self._wait_for_leader()

    def _wait_for_leader(self):
        self.context.set_timer("election", self.context.random.between(*ELECTION_MS))

    def _send_all(self, message):
        for peer in self.context.peers:
            self.context.send(peer, message)

    # The log

    def _replicate(self):
        for peer in self.context.peers:
            self._replicate_to(peer)
        self.context.set_timer("heartbeat", HEARTBEAT_MS)
        self._commit_what_most_have()

    def _replicate_to(self, peer):
        previous = self.next[peer] - 1
        message = {"kind": "append", "term": self.term, "previous": previous, "committed": self.committed}
        message["previous_term"] = self._term_at(previous)
        message["entries"] = self.log[previous:]
        self.context.send(peer, message)

    def _accept(self, sender, message):
        if message["term"] < self.term:
            return self._reply(sender, False, 0)
        self._follow(message["term"])
        previous, entries = message["previous"], message["entries"]
        is_known = self._term_at(previous) == message["previous_term"]
        if previous > self._last_index() or not is_known:
            return self._reply(sender, False, min(previous - 1, self._last_index()))
        for index, entry in enumerate(entries, previous + 1):
            self._put(index, entry)
        self._commit(min(message["committed"], previous + len(entries)))
        self._reply(sender, True, previous + len(entries))

    def _put(self, index, entry):
        """An entry that is there already stays, with all that follows; one of another term goes, with all that follows."""
        if index <= self._last_index() and self._term_at(index) == entry["term"]:
            return
        del self.log[index - 1:]
        self.log.append(entry)

    def _hear_peer(self, sender, message):
        if self.role != "leader" or message["term"] != self.term:
            return
        if message["ok"]:
            self.matched[sender] = max(self.matched[sender], message["match"])
            self.next[sender] = self.matched[sender] + 1
            self._commit_what_most_have()
        else:
            self.next[sender] = max(self.matched[sender], message["match"]) + 1
            self._replicate_to(sender)

    def _commit_what_most_have(self):
        """Only an entry of this term proves that no other leader can undo it; those before are committed with it."""
        lasts = sorted([self._last_index(), *self.matched.values()], reverse=True)
        index = lasts[len(lasts) // 2]
        if index > self.committed and self._term_at(index) == self.term:
            self._commit(index)

    def _commit(self, index):
        self.committed = max(self.committed, index)
        while self.applied < self.committed:
            self.applied += 1
            result = self.machine.apply(self.log[self.applied - 1]["command"])
            done = self.waiting.pop(self.applied, None)
            if done:
                done(result)

    def _reply(self, to, ok, match):
        self.context.send(to, {"kind": "appended", "term": self.term, "ok": ok, "match": match})

    def _last_index(self):
        return len(self.log)

    def _term_at(self, index):
        """The term of an entry; 0 before the first one."""
        return self.log[index - 1]["term"] if 0 < index <= len(self.log) else 0
