ASK_AGAIN_MS = 50


class TransferService:
    """Moves money between accounts; a transfer happens once, however often it is asked for.

    A transfer is a dict with "key", "from", "to" and "amount" in cents. The client chose the key, and repeats it
    whenever it asks for the same transfer again. The answer is {"status": "done"} or {"status": "refused", "why": ...}.
    """

    def __init__(self, context, opening):
        self.context = context
        self.accounts = dict(opening)
        self.decided = {}
        self.pending = {}

    def balances(self):
        return dict(self.accounts)

    def on_call(self, transfer, answer):
        key = transfer["key"]
        known = self.decided.get(key) or self.pending.get(key)
        if known and known["transfer"] != transfer:
            return answer(refuse("key"))
        if known and "answer" in known:
            return answer(known["answer"])
        if known:
            known["waiting"].append(answer)
            return
        self.pending[key] = {"transfer": transfer, "waiting": [answer]}
        self._ask_for_check(key)

    def on_timer(self, key):
        self._ask_for_check(key)

    def on_message(self, sender, message):
        key = message["key"]
        if key not in self.pending:
            return
        pending = self.pending.pop(key)
        result = self._perform(pending["transfer"]) if message["approved"] else refuse("check")
        self.context.cancel_timer(key)
        self.decided[key] = {"transfer": pending["transfer"], "answer": result}
        for tell in pending["waiting"]:
            tell(result)

    def _ask_for_check(self, key):
        if key in self.pending:
            self.context.send("checker", self.pending[key]["transfer"])
            self.context.set_timer(key, ASK_AGAIN_MS)

    def _perform(self, transfer):
        source, target, amount = transfer["from"], transfer["to"], transfer["amount"]
        if not isinstance(amount, int) or amount <= 0:
            return refuse("amount")
        if source not in self.accounts or target not in self.accounts:
            return refuse("account")
        if self.accounts[source] < amount:
            return refuse("funds")
        self.accounts[source] -= amount
        self.accounts[target] += amount
        return {"status": "done"}


def refuse(why):
    return {"status": "refused", "why": why}
