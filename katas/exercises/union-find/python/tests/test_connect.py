import json
import unittest
from pathlib import Path

from union_find import Network

CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))["connect"]


def laid(size, cables):
    network = Network(size)
    for a, b in cables:
        network.link(a, b)
    return network


class Connect(unittest.TestCase):
    def expect_connected(self, network, a, b, expected, setting):
        self.assertEqual(
            network.connected(a, b), expected, f"{setting}: connected({a}, {b}) should be {expected}"
        )

    def expect_link(self, network, a, b, expected, setting):
        self.assertEqual(network.link(a, b), expected, f"{setting}: link({a}, {b}) should return {expected}")

    def test_every_site_is_alone_at_first(self):
        network = Network(9)
        for a in range(9):
            for b in range(9):
                self.expect_connected(network, a, b, a == b, "9 sites, no cables")

    def test_a_way_may_lead_over_several_cables(self):
        for case in CASES:
            network = laid(case["size"], case["cables"])
            setting = f"{case['size']} sites, cables {case['cables']}"
            for a, b in case["together"]:
                self.expect_connected(network, a, b, True, setting)
            for a, b in case["apart"]:
                self.expect_connected(network, a, b, False, setting)

    def test_two_groups_become_one_first_and_last_site_included(self):
        cables = [(0, 8), (3, 9), (5, 6), (8, 3)]
        network = laid(10, cables)
        setting = f"10 sites, cables {cables}"
        for a in (0, 3, 8, 9):
            for b in (0, 3, 8, 9):
                self.expect_connected(network, a, b, True, setting)
            for b in (1, 2, 4, 5, 6, 7):
                self.expect_connected(network, a, b, False, setting)
                self.expect_connected(network, b, a, False, setting)

    def test_a_cable_tells_whether_it_connected_anything(self):
        network = Network(6)
        setting = "6 sites, cables"
        for a, b, expected in [
            (3, 5, True),
            (5, 1, True),
            (1, 3, False),
            (5, 3, False),
            (4, 0, True),
            (0, 1, True),
            (3, 4, False),
        ]:
            self.expect_link(network, a, b, expected, setting)
            setting += f" {a}-{b}"

    def test_a_needless_cable_changes_nothing(self):
        network = laid(5, [(2, 4), (4, 1)])
        self.expect_link(network, 1, 2, False, "5 sites, cables 2-4 4-1")
        self.expect_link(network, 3, 3, False, "5 sites, cables 2-4 4-1 1-2")
        setting = "5 sites, cables 2-4 4-1 1-2 3-3"
        self.expect_connected(network, 1, 4, True, setting)
        self.expect_connected(network, 2, 1, True, setting)
        self.expect_connected(network, 3, 3, True, setting)
        self.expect_connected(network, 0, 3, False, setting)
        self.expect_connected(network, 3, 2, False, setting)

    def test_questions_may_come_between_the_cables(self):
        network = Network(6)
        network.link(0, 4)
        self.expect_connected(network, 0, 4, True, "6 sites, cable 0-4")
        self.expect_connected(network, 4, 2, False, "6 sites, cable 0-4")
        network.link(5, 2)
        self.expect_connected(network, 4, 2, False, "6 sites, cables 0-4 5-2")
        network.link(2, 0)
        self.expect_connected(network, 4, 5, True, "6 sites, cables 0-4 5-2 2-0")
        self.expect_connected(network, 1, 5, False, "6 sites, cables 0-4 5-2 2-0")

    def test_two_networks_know_nothing_of_each_other(self):
        one = Network(4)
        other = Network(4)
        one.link(1, 3)
        third = Network(4)
        self.expect_connected(one, 1, 3, True, "4 sites, cable 1-3")
        self.expect_connected(other, 1, 3, False, "4 sites without cables, beside a network with the cable 1-3")
        self.expect_connected(third, 1, 3, False, "4 sites without cables, made after the cable 1-3 in another network")


if __name__ == "__main__":
    unittest.main()
