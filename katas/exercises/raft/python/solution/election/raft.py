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

    def on_start(self):
        self._wait_for_leader()

    def on_timer(self, name):
        if name == "election":
            self._stand()
        else:
            self._send_heartbeats()

    def on_message(self, sender, message):
        if message["term"] > self.term:
            self._follow(message["term"])
        kind = message["kind"]
        if kind == "ask-vote":
            self._answer_vote(sender, message)
        elif kind == "vote":
            self._count_vote(sender, message)
        elif message["term"] == self.term:
            self._follow(self.term)

    def propose(self, command, done):
        """A client's command; from the second stage on."""
        return False

    # Elections

    def _stand(self):
        self.term += 1
        self.role = "candidate"
        self.voted_for = self.context.id
        self.votes = {self.context.id}
        self._send_all({"kind": "ask-vote", "term": self.term})
        self._wait_for_leader()
        self._lead_if_elected()

    def _answer_vote(self, sender, message):
        granted = message["term"] == self.term and self.voted_for in (None, sender)
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
        self._send_heartbeats()

    def _send_heartbeats(self):
        self._send_all({"kind": "heartbeat", "term": self.term})
        self.context.set_timer("heartbeat", HEARTBEAT_MS)

    def _follow(self, term):
        if term > self.term:
            self.voted_for = None
        self.term = term
        self.role = "follower"
        self.context.cancel_timer("heartbeat")
        self._wait_for_leader()

    def _wait_for_leader(self):
        self.context.set_timer("election", self.context.random.between(*ELECTION_MS))

    def _send_all(self, message):
        for peer in self.context.peers:
            self.context.send(peer, message)
