"""Counts the steps of a learner's Python, whose source is rewritten when it is imported: no clock is involved, and the
same code always gets the same counts. `count_steps` is called by the runner; the counterpart of `stepCounter.ts`.
"""

import builtins
import importlib.machinery
import importlib.util
import json
import os
import random
import sys

# The two modules beside this one; the place is taken back, so that a learner's modules are found in theirs.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from python_rewrite import COUNTER, instrument  # noqa: E402
from python_steps import Steps, StepsUsedUp  # noqa: E402

sys.path.pop(0)


class CountedLoader(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname):
        path = self.get_filename(fullname)
        with open(path, "rb") as file:
            return instrument(file.read(), path)


class CountedFinder:
    """Loads the learner's modules rewritten, all others as ever."""

    def __init__(self, root, counted):
        self.root = root
        self.counted = set(counted)

    def find_spec(self, fullname, path=None, target=None):
        name = fullname.replace(".", "/") + ".py"
        if name not in self.counted:
            return None
        file = os.path.join(self.root, *name.split("/"))
        return importlib.util.spec_from_file_location(fullname, file, loader=CountedLoader(fullname, file))


def load_driver(root, name):
    file = os.path.join(root, *name.split("/"))
    spec = importlib.util.spec_from_file_location("katapath_driver", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def count_once(steps, driver, given, limit):
    steps.n = 0
    steps.limit = limit
    try:
        answer = driver.run(given)
    except StepsUsedUp:
        return {"steps": limit, "over": True}
    finally:
        steps.limit = float("inf")
    # What is made of the answer costs nothing.
    return {"steps": steps.n, "over": False, "answer": as_text(answer)}


def as_text(answer):
    try:
        return json.dumps(answer)
    except (TypeError, ValueError):
        return repr(answer)


# Beyond so many steps at one size, only the order that cost most goes on: the others would tell nothing new.
COSTLY = 30_000


def count_steps(job):
    """Counts for every size and order; a size at which the steps ran out is the last."""
    root = job.get("root") or os.getcwd()
    if root not in sys.path:
        sys.path.insert(0, root)
    steps = Steps()
    setattr(builtins, COUNTER, steps)
    sys.meta_path.insert(0, CountedFinder(root, job["counted"]))
    sys.setrecursionlimit(max(sys.getrecursionlimit(), 20_000))
    driver = load_driver(root, job["driver"])
    counts = []
    orders = job["orders"]
    for n in job["sizes"]:
        present = []
        for order in orders:
            given = driver.prepare(n, order, random.Random(job["seed"] + n).random)
            present.append({"n": n, "order": order, **count_once(steps, driver, given, job["limit"])})
        counts += present
        worst = max(present, key=lambda count: count["steps"])
        if worst["over"]:
            break
        if worst["steps"] > COSTLY:
            orders = [worst["order"]]
    return counts
