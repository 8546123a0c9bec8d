class RaftNode:
    """One of several nodes that agree on a sequence of commands.

    ``role`` is "follower", "candidate" or "leader". ``machine`` is what is replicated: apply(command) answers what came
    of it, snapshot() all that the commands so far have done, restore(snapshot) brings that back. What nodes send each
    other is yours to choose, as long as it is plain data.
    """

    def __init__(self, context, machine):
        self.context = context
        self.machine = machine
        self.role = "follower"
        self.term = 0

    def on_start(self):
        """Called once, when the node comes up: at the beginning, and after each crash."""
        self.context.set_timer("election", self.context.random.between(150, 300))

    def on_timer(self, name):
        self.context.note(f"the timer “{name}” is due")

    def on_message(self, sender, message):
        pass

    def propose(self, command, done):
        """A client's command.

        False when this node does not lead; else ``done`` is called with the machine's answer once the command is
        committed and applied here, and never if it is lost. From the second stage on.
        """
        return False
