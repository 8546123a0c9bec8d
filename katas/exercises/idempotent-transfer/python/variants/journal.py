import json


class TransferService:
    """Keeps no balances: a journal of what was decided, one line for each, from which they are added up."""

    def __init__(self, context, opening):
        self._context = context
        self._opening = opening
        self._open = {}
        # The last line may be torn; a whole one ends with a line break.
        lines = (context.disk.read("journal") or "").split("\n")[:-1]
        self._journal = [json.loads(line) for line in lines]
        context.disk.write("journal", "".join(f"{line}\n" for line in lines))

    def balances(self):
        sums = dict(self._opening)
        for transfer, outcome in self._journal:
            if outcome["status"] == "done":
                sums[transfer["from"]] -= transfer["amount"]
                sums[transfer["to"]] += transfer["amount"]
        return sums

    def on_call(self, transfer, answer):
        key = transfer["key"]
        for before, outcome in self._journal:
            if before["key"] == key:
                return answer(outcome if before == transfer else {"status": "refused", "why": "key"})
        before, asked = self._open.setdefault(key, (transfer, []))
        if before != transfer:
            return answer({"status": "refused", "why": "key"})
        asked.append(answer)
        self.on_timer(key)

    def on_timer(self, key):
        if key in self._open:
            self._context.send("checker", self._open[key][0])
            self._context.set_timer(key, 50)

    def on_message(self, sender, message):
        if message["key"] not in self._open:
            return
        transfer, asked = self._open.pop(message["key"])
        why = self._objection(transfer) if message["approved"] else "check"
        outcome = {"status": "refused", "why": why} if why else {"status": "done"}
        self._journal.append([transfer, outcome])
        self._context.disk.append("journal", json.dumps([transfer, outcome]) + "\n")
        self._context.disk.sync()
        for answer in asked:
            answer(outcome)

    def _objection(self, transfer):
        balances, amount = self.balances(), transfer["amount"]
        if amount != int(amount) or amount < 1:
            return "amount"
        if not {transfer["from"], transfer["to"]} <= set(balances):
            return "account"
        return "funds" if amount > balances[transfer["from"]] else None
