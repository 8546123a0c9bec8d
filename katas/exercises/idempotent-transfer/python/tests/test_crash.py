import unittest

from simulator import explore
from tests.bank import asked, bank, expect_answers, expect_balances, expect_what_was_answered, stubborn_clients


def play(disk, calls, answers, ann, bob, cem):
    """The bank crashes at 300 ms and is back at 400."""

    def check(got, balances, run):
        expect_answers(got, answers)
        expect_balances(balances, ann, bob, cem)

    faults = [{"kind": "crash", "node": "bank", "at": 300, "until": 400, "disk": disk}]
    explore(bank(lambda random: calls, check, faults=faults), seeds=6)


class CrashTest(unittest.TestCase):
    def test_keeps_the_money_where_it_was_moved(self):
        play("kept", [asked(10, "k1", 30)], ["done"], ann=70, bob=80, cem=0)

    def test_remembers_what_it_did(self):
        play("kept", [asked(10, "k1", 30), asked(500, "k1", 30)], ["done", "done"], ann=70, bob=80, cem=0)

    def test_remembers_what_it_refused(self):
        calls = [asked(10, "k1", 20, "cem"), asked(100, "k2", 50, "ann", "cem"), asked(500, "k1", 20, "cem")]
        play("kept", calls, ["funds", "done", "funds"], ann=50, bob=50, cem=50)

    def test_still_knows_what_a_key_stands_for(self):
        play("torn", [asked(10, "k1", 30), asked(500, "k1", 31)], ["done", "key"], ann=70, bob=80, cem=0)

    def test_begins_anew_what_it_had_not_decided(self):
        play("kept", [asked(299, "k1", 30), asked(500, "k1", 30)], ["no answer", "done"], ann=70, bob=80, cem=0)

    def test_agrees_with_its_answers_whatever_breaks(self):
        def check(answers, balances, run):
            late = [each for each in run.history.operations if 2720 < each.called_at < 2900]
            if any(operation.returned is None for operation in late):
                raise AssertionError("Nothing breaks after 2700 ms, and what was asked then is not answered.")
            expect_what_was_answered(balances, run)

        weather = {"loss": 0.1, "duplication": 0.2, "lateness": 0.3, "crashes": 5, "disks": ["kept", "torn"]}
        explore(bank(lambda random: stubborn_clients(random, 12), check, duration=3200, weather=weather), seeds=40)
