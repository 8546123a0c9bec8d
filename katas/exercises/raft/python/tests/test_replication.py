import unittest

from simulator import explore
from tests.cluster import ask, cluster, must_agree, must_work, the_leader


class ReplicationTest(unittest.TestCase):
    def test_answers_a_command_and_every_node_applies_it(self):
        def prepare(run):
            must_work(run, 1000)
            must_work(run, 1001)

        explore(cluster(1500, prepare=prepare, check=must_agree), seeds=5)

    def test_takes_commands_only_where_it_leads(self):
        def check(run):
            leader = the_leader(run)
            command = {"id": 1, "kind": "write", "key": "x", "value": 1}
            for name, node in run.nodes.items():
                if name != leader and node.raft.propose(command, lambda result: None):
                    raise AssertionError(f"{name} takes a command, and {leader} leads.")

        explore(cluster(1000, check=check), seeds=3)

    def test_answers_nothing_that_a_majority_does_not_have(self):
        def leave_alone(run):
            leader = the_leader(run)
            for name in run.names:
                if name != leader:
                    run.crash(name)
            ask(run, {"id": 1, "kind": "write", "key": "x", "value": 1})

        def check(run):
            if run.history.answered():
                raise AssertionError("A write was answered that only the leader had.")

        explore(cluster(2000, prepare=lambda run: run.at(1000, lambda: leave_alone(run)), check=check), seeds=5)

    def test_brings_a_node_up_to_date_that_missed_many_commands(self):
        def cut_off(run):
            away = next(name for name in run.names if name != the_leader(run))
            run.at(2000, run.split([[away], [name for name in run.names if name != away]]))

        def prepare(run):
            run.at(1000, lambda: cut_off(run))
            must_work(run, 3000)

        explore(cluster(3500, clients=(1050, 1900, 15), prepare=prepare, check=must_agree), seeds=8)

    def test_gives_every_node_the_same_commands_in_the_same_order_whatever_the_network_does(self):
        weather = {"loss": 0.15, "duplication": 0.2, "lateness": 0.2, "late": 150}
        explore(
            cluster(
                3200, calm=1200, weather=weather, clients=(300, 2000, 25),
                prepare=lambda run: must_work(run, 2700), check=must_agree,
            ),
            seeds=8,
        )
