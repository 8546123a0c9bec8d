import unittest

from simulator import explore
from tests.bank import asked, bank, expect_answers, expect_balances


def play(requests, answers, ann, bob, cem):
    """One request every 100 ms; what is asked, what is answered, what is left."""
    calls = [asked(100 * number, *request) for number, request in enumerate(requests, 1)]

    def check(got, balances, run):
        expect_answers(got, answers)
        expect_balances(balances, ann, bob, cem)

    explore(bank(lambda random: calls, check), seeds=2)


class RetrySafeTest(unittest.TestCase):
    def test_moves_money(self):
        play([("k1", 30), ("k2", 70, "ann", "cem")], ["done", "done"], ann=0, bob=80, cem=70)

    def test_moves_it_once_for_one_key(self):
        play([("k1", 30)] * 3, ["done"] * 3, ann=70, bob=80, cem=0)

    def test_moves_it_again_for_another_key(self):
        play([("k1", 30), ("k2", 30)], ["done", "done"], ann=40, bob=110, cem=0)

    def test_refuses_a_key_that_stands_for_something_else(self):
        requests = [("k1", 30), ("k1", 31), ("k1", 30, "ann", "cem"), ("k1", 30)]
        play(requests, ["done", "key", "key", "done"], ann=70, bob=80, cem=0)

    def test_refuses_what_the_account_does_not_have_and_not_a_cent_less(self):
        play([("k1", 101), ("k2", 100)], ["funds", "done"], ann=0, bob=150, cem=0)

    def test_gives_the_same_answer_again_though_things_have_changed(self):
        requests = [("k1", 20, "cem"), ("k2", 50, "ann", "cem"), ("k1", 20, "cem")]
        play(requests, ["funds", "done", "funds"], ann=50, bob=50, cem=50)

    def test_refuses_amounts_that_are_none_and_accounts_that_nobody_has(self):
        requests = [("k1", 0), ("k2", -5), ("k3", 1.5), ("k4", 5, "ann", "zoe"), ("k5", 5, "zoe", "bob")]
        play(requests, ["amount", "amount", "amount", "account", "account"], ann=100, bob=50, cem=0)

    def test_makes_no_money_of_a_transfer_to_the_same_account(self):
        play([("k1", 30, "ann", "ann")], ["done"], ann=100, bob=50, cem=0)
