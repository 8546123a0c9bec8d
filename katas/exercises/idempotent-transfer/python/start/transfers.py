class TransferService:
    """Moves money between accounts; a transfer happens once, however often it is asked for.

    A transfer is a dict with "key", "from", "to" and "amount" in cents. The client chose the key, and repeats it
    whenever it asks for the same transfer again. The answer is {"status": "done"} or {"status": "refused", "why": ...}.
    """

    def __init__(self, context, opening):
        self.context = context
        self.opening = opening

    def balances(self):
        return dict(self.opening)

    def on_call(self, transfer, answer):
        """A client asks for a transfer."""
        answer({"status": "refused", "why": "key"})

    def on_message(self, sender, message):
        """From the second stage on: the checker has decided. The message is {"key": ..., "approved": True or False}."""

    def on_timer(self, name):
        pass
