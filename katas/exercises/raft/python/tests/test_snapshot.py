import unittest

from simulator import explore
from tests.cluster import ask, cluster, must_agree, must_work, the_leader

MOST = 6000


def assert_small(run):
    for name, disk in run.disks.items():
        if disk.size() > MOST:
            now = run.clock.now()
            raise AssertionError(f"At {now} ms the disk of {name} holds {disk.size()} characters, and {MOST} must do.")


def agree_and_small(run):
    must_agree(run)
    assert_small(run)


def ask_120(run, start):
    """Many commands, ten milliseconds apart."""
    for id in range(1, 121):
        command = {"id": id, "kind": "write", "key": "x" if id % 2 else "y", "value": id}
        run.at(start + 10 * id, lambda command=command: ask(run, command))


def cut_off_one(run, until):
    """Cuts a follower off, and answers who it is."""
    away = next(name for name in run.names if name != the_leader(run))
    run.at(until, run.split([[away], [name for name in run.names if name != away]]))
    return away


class SnapshotTest(unittest.TestCase):
    def test_keeps_the_log_short(self):
        def prepare(run):
            ask_120(run, 800)
            must_work(run, 2300)

        explore(cluster(2600, prepare=prepare, check=agree_and_small), seeds=2)

    def test_comes_back_from_a_snapshot_and_the_rest_of_the_log(self):
        def prepare(run):
            ask_120(run, 800)
            run.at(2100, lambda: [run.crash(name) for name in run.names])
            run.at(2200, lambda: [run.start(name) for name in run.names])
            run.at(3000, lambda: ask(run, {"id": 900, "kind": "read", "key": "x"}))
            must_work(run, 3200)

        explore(cluster(3600, prepare=prepare, check=must_agree), seeds=3)

    def test_sends_its_snapshot_to_a_node_that_missed_too_much(self):
        def prepare(run):
            run.at(790, lambda: cut_off_one(run, until=2200))
            ask_120(run, 800)
            must_work(run, 3200)

        explore(cluster(3600, prepare=prepare, check=agree_and_small), seeds=3)

    def test_keeps_a_snapshot_it_was_sent_through_a_crash(self):
        def cut_off_and_crash(run):
            away = cut_off_one(run, until=2200)
            run.at(3000, lambda: run.crash(away))
            run.at(3100, lambda: run.start(away))

        def prepare(run):
            run.at(790, lambda: cut_off_and_crash(run))
            ask_120(run, 800)
            must_work(run, 4200)

        explore(cluster(4600, prepare=prepare, check=must_agree), seeds=3)

    def test_is_one_register_to_its_clients_whatever_breaks(self):
        weather = {"loss": 0.1, "duplication": 0.15, "lateness": 0.2, "late": 200, "partitions": 2, "crashes": 3}
        explore(
            cluster(
                3600, calm=1200, weather=weather, clients=(300, 2400, 90),
                prepare=lambda run: must_work(run, 3200), check=agree_and_small,
            ),
            seeds=8,
        )
