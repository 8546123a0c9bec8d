class TransferService:
    """Moves money between accounts; a transfer happens once, however often it is asked for.

    A transfer is a dict with "key", "from", "to" and "amount" in cents. The client chose the key, and repeats it
    whenever it asks for the same transfer again. The answer is {"status": "done"} or {"status": "refused", "why": ...}.
    """

    def __init__(self, context, opening):
        self.context = context
        self.accounts = dict(opening)
        self.decided = {}

    def balances(self):
        return dict(self.accounts)

    def on_call(self, transfer, answer):
        key = transfer["key"]
        if key in self.decided:
            known = self.decided[key]
            return answer(known["answer"] if known["transfer"] == transfer else refuse("key"))
        result = self._perform(transfer)
        self.decided[key] = {"transfer": transfer, "answer": result}
        self.context.note(f"{key} is {result['status']}")
        answer(result)

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
