import random
import unittest

from union_find import Network


class Plain:
    """The groups as lists of sites: slow, and easy to trust."""

    def __init__(self):
        self.lists = []
        self.sites = 0

    def grow(self):
        self.lists.append([self.sites])
        self.sites += 1
        return self.sites - 1

    def list_of(self, site):
        return next(group for group in self.lists if site in group)

    def link(self, a, b):
        left, right = self.list_of(a), self.list_of(b)
        if left is right:
            return False
        self.lists = [group for group in self.lists if group is not left and group is not right]
        self.lists.append(left + right)
        return True

    def largest(self):
        return max((len(group) for group in self.lists), default=0)


class Groups(unittest.TestCase):
    def expect(self, given, expected, call, setting):
        self.assertEqual(given, expected, f"{setting}: {call} should be {expected}")

    def expect_refused(self, call, name, setting):
        try:
            call()
        except Exception:
            return
        self.fail(f"{setting}: {name} should raise an exception")

    def test_a_network_without_sites_has_no_groups(self):
        network = Network(0)
        self.expect(network.groups(), 0, "groups()", "0 sites")
        self.expect(network.largest(), 0, "largest()", "0 sites")

    def test_every_site_is_a_group_of_its_own_at_first(self):
        network = Network(7)
        self.expect(network.groups(), 7, "groups()", "7 sites")
        self.expect(network.largest(), 1, "largest()", "7 sites")
        for site in range(7):
            self.expect(network.size_of(site), 1, f"size_of({site})", "7 sites")

    def test_only_a_cable_that_joins_two_groups_makes_them_fewer(self):
        network = Network(6)
        setting = "6 sites, cables"
        for a, b, groups in [
            (4, 1, 5),
            (1, 4, 5),
            (2, 2, 5),
            (5, 1, 4),
            (4, 5, 4),
            (0, 3, 3),
            (3, 5, 2),
            (0, 4, 2),
            (2, 0, 1),
        ]:
            network.link(a, b)
            setting += f" {a}-{b}"
            self.expect(network.groups(), groups, "groups()", setting)

    def test_every_member_knows_the_size_of_its_group(self):
        network = Network(9)
        for a, b in [(0, 2), (8, 6), (6, 4), (2, 8), (4, 0), (1, 7)]:
            network.link(a, b)
        for site, size in enumerate([5, 2, 5, 1, 5, 1, 5, 2, 5]):
            self.expect(network.size_of(site), size, f"size_of({site})", "9 sites, cables 0-2 8-6 6-4 2-8 4-0 1-7")

    def test_the_largest_group_stays_the_largest_while_smaller_ones_form(self):
        network = Network(8)
        setting = "8 sites, cables"
        for a, b, largest in [
            (7, 3, 2),
            (3, 5, 3),
            (0, 1, 3),
            (5, 7, 3),
            (2, 4, 3),
            (1, 2, 4),
            (7, 0, 7),
        ]:
            network.link(a, b)
            setting += f" {a}-{b}"
            self.expect(network.largest(), largest, "largest()", setting)

    def test_a_new_site_gets_the_next_number_and_is_alone(self):
        network = Network(3)
        network.link(0, 2)
        network.link(2, 1)
        setting = "3 sites, cables 0-2 2-1, then grow() twice"
        self.expect(network.grow(), 3, "the first grow()", setting)
        self.expect(network.grow(), 4, "the second grow()", setting)
        self.expect(network.groups(), 3, "groups()", setting)
        self.expect(network.largest(), 3, "largest()", setting)
        for site in (3, 4):
            self.expect(network.size_of(site), 1, f"size_of({site})", setting)
            for other in range(5):
                self.expect(network.connected(site, other), site == other, f"connected({site}, {other})", setting)

    def test_a_new_site_can_be_linked_like_any_other(self):
        network = Network(0)
        setting = "0 sites, then grow() three times, cables 2-0 1-2"
        for site in range(3):
            self.expect(network.grow(), site, "grow()", setting)
        self.expect(network.largest(), 1, "largest()", "0 sites, then grow() three times")
        self.expect(network.link(2, 0), True, "the first link(2, 0)", setting)
        self.expect(network.link(1, 2), True, "the first link(1, 2)", setting)
        self.expect(network.link(0, 1), False, "link(0, 1)", setting)
        self.expect(network.size_of(1), 3, "size_of(1)", setting)
        self.expect(network.groups(), 1, "groups()", setting)

    def test_a_site_that_does_not_exist_is_refused(self):
        network = Network(4)
        network.link(0, 3)
        for bad in (4, -1, 50):
            self.expect_refused(lambda: network.link(bad, 1), f"link({bad}, 1)", "4 sites")
            self.expect_refused(lambda: network.link(1, bad), f"link(1, {bad})", "4 sites")
            self.expect_refused(lambda: network.link(bad, bad), f"link({bad}, {bad})", "4 sites")
            self.expect_refused(lambda: network.connected(bad, 2), f"connected({bad}, 2)", "4 sites")
            self.expect_refused(lambda: network.connected(2, bad), f"connected(2, {bad})", "4 sites")
            self.expect_refused(lambda: network.connected(bad, bad), f"connected({bad}, {bad})", "4 sites")
            self.expect_refused(lambda: network.size_of(bad), f"size_of({bad})", "4 sites")
        empty = Network(0)
        self.expect_refused(lambda: empty.size_of(0), "size_of(0)", "0 sites")
        self.expect_refused(lambda: empty.link(0, 0), "link(0, 0)", "0 sites")

    def test_what_is_refused_changes_nothing(self):
        network = Network(4)
        network.link(0, 3)
        for bad in (4, -1):
            self.expect_refused(lambda: network.link(bad, 1), f"link({bad}, 1)", "4 sites")
            self.expect_refused(lambda: network.link(3, bad), f"link(3, {bad})", "4 sites")
        setting = "4 sites, cable 0-3, then refused calls with the sites 4 and -1"
        self.expect(network.groups(), 3, "groups()", setting)
        self.expect(network.largest(), 2, "largest()", setting)
        for site, size in enumerate([2, 1, 1, 2]):
            self.expect(network.size_of(site), size, f"size_of({site})", setting)
        self.expect(network.grow(), 4, "grow()", setting)
        self.expect(network.size_of(4), 1, "size_of(4)", f"{setting}, then grow()")
        self.expect(network.connected(4, 1), False, "connected(4, 1)", f"{setting}, then grow()")
        self.expect(network.connected(4, 3), False, "connected(4, 3)", f"{setting}, then grow()")

    def test_a_long_history_agrees_with_plain_lists(self):
        for seed in (11, 402, 7919):
            chance = random.Random(seed)
            network = Network(5)
            plain = Plain()
            for _ in range(5):
                plain.grow()
            history = []
            for _ in range(120):
                a, b = chance.randrange(plain.sites), chance.randrange(plain.sites)
                if chance.random() < 0.4:
                    history.append("grow()")
                    given, expected = network.grow(), plain.grow()
                else:
                    history.append(f"link({a}, {b})")
                    given, expected = network.link(a, b), plain.link(a, b)
                setting = f"5 sites, seed {seed}, {' '.join(history)}"
                self.expect(given, expected, "the last", setting)
                c, d = chance.randrange(plain.sites), chance.randrange(plain.sites)
                same = plain.list_of(c) is plain.list_of(d)
                self.expect(network.connected(c, d), same, f"connected({c}, {d})", setting)
                self.expect(network.size_of(c), len(plain.list_of(c)), f"size_of({c})", setting)
                self.expect(network.groups(), len(plain.lists), "groups()", setting)
                self.expect(network.largest(), plain.largest(), "largest()", setting)


if __name__ == "__main__":
    unittest.main()
