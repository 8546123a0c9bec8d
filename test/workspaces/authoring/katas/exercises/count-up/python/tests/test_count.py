import unittest

from count_up import count_up


class CountUpTest(unittest.TestCase):
    def test_three(self):
        self.assertEqual(count_up(3), [1, 2, 3])
