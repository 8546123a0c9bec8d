import unittest

from simulator import explore
from tests.cluster import cluster, the_leader

THREE = ("a", "b", "c")
FIVE = ("a", "b", "c", "d", "e")


class ElectionTest(unittest.TestCase):
    def test_has_one_leader_within_a_second(self):
        for nodes in (THREE, FIVE):
            explore(cluster(1000, nodes=nodes, check=the_leader), seeds=10)

    def test_keeps_the_leader_as_long_as_all_is_well(self):
        terms = []

        def prepare(run):
            terms.clear()
            run.at(1000, lambda: terms.append(run.nodes["a"].raft.term))

        def check(run):
            the_leader(run)
            now = run.nodes["a"].raft.term
            if now != terms[0]:
                raise AssertionError(
                    f"In term {terms[0]} there was a leader and nothing went wrong, but now it is term {now}."
                )

        explore(cluster(3000, prepare=prepare, check=check), seeds=10)

    def test_leads_alone_when_there_is_only_one_node(self):
        explore(cluster(1000, nodes=("a",), check=the_leader), seeds=3)

    def test_has_no_leader_without_a_majority(self):
        def check(run):
            for name, node in run.nodes.items():
                if node.raft.role == "leader":
                    raise AssertionError(f"{name} leads, and three of five nodes were never up to vote for it.")

        def prepare(run):
            run.at(1, lambda: [run.crash(name) for name in THREE])

        explore(cluster(1500, nodes=FIVE, prepare=prepare, check=check), seeds=5)

    def test_has_another_leader_when_the_leader_is_gone(self):
        def prepare(run):
            run.at(1000, lambda: run.crash(the_leader(run)))

        explore(cluster(2000, prepare=prepare, check=the_leader), seeds=10)

    def test_follows_the_new_leader_when_the_old_one_is_back(self):
        def cut_off(run):
            leader = the_leader(run)
            run.at(2000, run.split([[leader], [name for name in run.names if name != leader]]))

        explore(cluster(3000, prepare=lambda run: run.at(1000, lambda: cut_off(run)), check=the_leader), seeds=10)

    def test_never_has_two_leaders_in_one_term_whatever_the_network_does(self):
        weather = {"loss": 0.25, "duplication": 0.25, "lateness": 0.25, "late": 400, "partitions": 2}
        for nodes in (THREE, FIVE):
            explore(cluster(2500, nodes=nodes, calm=1000, weather=weather, check=the_leader), seeds=8)
