import unittest

from simulator import explore
from tests.cluster import ask, ask_at, cluster, must_agree, must_work, the_leader

THREE = ("a", "b", "c")
FIVE = ("a", "b", "c", "d", "e")


def crash_all(run):
    for name in run.names:
        run.crash(name)


def start_all(run):
    for name in run.names:
        run.start(name)


class PartitionsAndCrashesTest(unittest.TestCase):
    def test_keeps_what_was_answered_when_all_nodes_crash_at_once(self):
        def prepare(run):
            run.at(1300, lambda: crash_all(run))
            run.at(1400, lambda: start_all(run))
            run.at(2400, lambda: ask(run, {"id": 900, "kind": "read", "key": "x"}))
            run.at(2400, lambda: ask(run, {"id": 901, "kind": "read", "key": "y"}))
            must_work(run, 2700)

        explore(cluster(3200, clients=(800, 1200, 8), prepare=prepare, check=must_agree), seeds=4)

    def test_never_goes_back_to_an_earlier_term_after_a_crash(self):
        before = {}

        def crash(run):
            before["term"] = run.nodes[the_leader(run)].raft.term
            crash_all(run)

        def prepare(run):
            run.at(900, lambda: crash(run))
            run.at(950, lambda: start_all(run))

        def check(run):
            for name, node in run.nodes.items():
                now, then = node.raft.term, before["term"]
                if now < then:
                    raise AssertionError(f"{name} was in term {then} before it crashed, and is in term {now} now.")

        explore(cluster(1000, prepare=prepare, check=check), seeds=5)

    def test_votes_once_in_a_term_also_when_it_crashes_in_between(self):
        def restart(run):
            run.crash("c")
            run.start("c")

        def prepare(run):
            # Both ask c in the first term, and c has forgotten everything but its disk each time.
            run.at(1, lambda: run.split([["a"], ["b"]]))
            for time in range(20, 600, 20):
                run.at(time, lambda: restart(run))

        explore(cluster(600, prepare=prepare), seeds=6)

    def test_does_not_let_the_longer_log_of_a_lost_leader_win(self):
        def cut_off(run, name):
            return run.split([[name], [other for other in run.names if other != name]])

        def lose_leader(run):
            lost = the_leader(run)
            heal = cut_off(run, lost)
            for id in range(1, 7):
                command = {"id": id, "kind": "write", "key": "x", "value": id}
                run.at(900 + 20 * id, lambda command=command: ask_at(run, lost, command))
            run.at(1800, lambda: ask_next(run, lost, heal))

        def ask_next(run, lost, heal):
            leading = [name for name, node in run.nodes.items() if name != lost and node.raft.role == "leader"]
            if not leading:
                raise AssertionError(f"{lost} is cut off since 900 ms, and at 1800 ms nobody else leads.")
            ask_at(run, leading[0], {"id": 20, "kind": "write", "key": "x", "value": 20})
            run.at(2200, lambda: swap(run, heal, leading[0]))

        def swap(run, heal, present):
            heal()
            run.at(3200, cut_off(run, present))

        def prepare(run):
            run.at(900, lambda: lose_leader(run))
            must_work(run, 4000)

        explore(cluster(4400, prepare=prepare, check=must_agree), seeds=5)

    def test_takes_nothing_of_an_earlier_term_for_committed_because_most_nodes_have_it(self):
        def write(run, name, id):
            return ask_at(run, name, {"id": id, "kind": "write", "key": "x", "value": id})

        def leading(run, names):
            return next((name for name in names if run.nodes[name].raft.role == "leader"), None)

        def first_split(run):
            # The first leader and one other have the first write, and nobody else hears of it.
            first = the_leader(run)
            friend, *others = [name for name in run.names if name != first]
            heal = run.split([[first, friend], others])
            run.at(920, lambda: write(run, first, 1))
            run.at(1900, lambda: second_split(run, heal, [first, friend], others))

        def second_split(run, heal, pair, others):
            # The second leader has the second write. Of those who hear nothing of it, most get the first one now.
            second = leading(run, others)
            if second is None:
                return
            third, last = [name for name in others if name != second]
            heal()
            heal_second = run.split([[second, third], [*pair, last]])
            write(run, second, 2)
            run.at(2900, lambda: third_split(run, heal_second, pair, [second, third, last]))

        def third_split(run, heal, pair, others):
            # Whoever leads here has the second write, which is of a later term: the first one is gone.
            heal()
            heal_third = run.split([pair, others])
            run.at(3900, lambda: ask_third(run, leading(run, others)))
            run.at(4300, heal_third)

        def ask_third(run, present):
            if present is not None:
                write(run, present, 3)

        def prepare(run):
            run.at(900, lambda: first_split(run))
            must_work(run, 5100)

        explore(cluster(5400, nodes=FIVE, prepare=prepare, check=must_agree), seeds=5)

    def test_lets_nobody_see_what_a_lost_leader_was_told(self):
        def cut_off(run):
            leader = the_leader(run)
            heal = run.split([[leader], [name for name in run.names if name != leader]])
            for id in range(1, 7):
                command = {"id": id, "kind": "write" if id % 2 else "read", "key": "x", "value": id}
                run.at(900 + 180 * id, lambda command=command: ask(run, command))
            run.at(2300, heal)

        def prepare(run):
            run.at(900, lambda: cut_off(run))
            must_work(run, 3200)

        explore(cluster(3600, prepare=prepare, check=must_agree), seeds=5)

    def test_is_one_register_to_its_clients_whatever_breaks(self):
        weather = {
            "loss": 0.1, "duplication": 0.1, "lateness": 0.2, "late": 150, "partitions": 2, "crashes": 4,
            "disks": ["kept", "torn"],
        }
        for nodes, seeds in ((THREE, 10), (FIVE, 3)):
            explore(
                cluster(
                    3400, nodes=nodes, calm=1200, weather=weather, clients=(300, 2200, 25),
                    prepare=lambda run: must_work(run, 3000), check=must_agree,
                ),
                seeds=seeds,
            )
