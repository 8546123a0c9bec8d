import unittest

from simulator import explore
from tests.bank import asked, bank, expect_answers, expect_balances, expect_what_was_answered, stubborn_clients


def play(calls, answers, ann, bob, cem, seeds=8, **scenario):
    def check(got, balances, run):
        expect_answers(got, answers)
        expect_balances(balances, ann, bob, cem)

    explore(bank(lambda random: calls, check, **scenario), seeds=seeds)


class ConcurrentTest(unittest.TestCase):
    def test_does_what_the_checker_says(self):
        play([asked(10, "k1", 13), asked(100, "k2", 12)], ["check", "done"], ann=88, bob=62, cem=0)

    def test_does_nothing_before_the_checker_has_answered(self):
        faults = [{"kind": "crash", "node": "checker", "at": 5, "until": 1900, "disk": "kept"}]
        play([asked(10, "k1", 30)], ["no answer"], ann=100, bob=50, cem=0, seeds=2, faults=faults, duration=1500)

    def test_asks_the_checker_again_when_there_is_no_answer(self):
        faults = [
            {"kind": "drop", "from": "bank", "to": "checker", "nth": 1},
            {"kind": "drop", "from": "checker", "to": "bank", "nth": 1},
        ]
        play([asked(10, "k1", 30)], ["done"], ann=70, bob=80, cem=0, seeds=2, faults=faults)

    def test_moves_money_once_though_it_is_asked_twice_before_the_first_is_decided(self):
        calls = [asked(10, "k1", 30), asked(10, "k1", 30), asked(11, "k1", 30)]
        play(calls, ["done"] * 3, ann=70, bob=80, cem=0)

    def test_refuses_a_key_that_stands_for_something_else_already_though_that_is_not_decided(self):
        play([asked(10, "k1", 30), asked(10, "k1", 31)], ["done", "key"], ann=70, bob=80, cem=0)

    def test_does_not_spend_the_same_money_twice(self):
        calls = [asked(10, "k1", 80), asked(10, "k2", 80, "ann", "cem")]

        def check(answers, balances, run):
            done = answers.count({"status": "done"})
            if done != 1 or balances["ann"] != 20:
                raise AssertionError(
                    f"Of 100, two times 80 were asked for: {done} were done, and {balances['ann']} are left."
                )

        explore(bank(lambda random: calls, check), seeds=8)

    def test_ignores_a_second_answer_of_the_checker(self):
        faults = [{"kind": "duplicate", "from": "checker", "to": "bank", "nth": 1, "after": 60}]
        play([asked(10, "k1", 30)], ["done"], ann=70, bob=80, cem=0, seeds=2, faults=faults)

    def test_agrees_with_its_answers_whatever_the_network_does(self):
        def check(answers, balances, run):
            if None in answers:
                raise AssertionError("In the end everything must be answered.")
            expect_what_was_answered(balances, run)

        weather = {"loss": 0.2, "duplication": 0.3, "lateness": 0.3}
        explore(bank(lambda random: stubborn_clients(random, 7), check, duration=2500, weather=weather), seeds=25)
