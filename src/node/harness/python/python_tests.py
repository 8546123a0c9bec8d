"""Runs the tests of one module and sends what happens, test by test."""
import inspect
import random
import threading
import time
import unittest

import python_failures as failures


class Guard:
    """Notices when code under test has put something of its own into `unittest.TestCase`, and puts it right."""

    def __init__(self, guarded):
        self.guarded = guarded
        self.original = dict(vars(guarded))

    def restore(self):
        """The names that were changed, joined by commas; empty when none was."""
        now = dict(vars(self.guarded))
        # Unittest itself keeps cleanups of classes there.
        changed = [name for name in {**self.original, **now} if name != "_class_cleanups" and now.get(name) is not self.original.get(name)]
        for name in changed:
            if name in self.original:
                setattr(self.guarded, name, self.original[name])
            else:
                delattr(self.guarded, name)
        return ", ".join(sorted(changed))


guard = Guard(unittest.TestCase)


class InOrder(unittest.TestLoader):
    """Finds tests in the order in which they are written."""

    def getTestCaseNames(self, case):
        names = super().getTestCaseNames(case)
        return sorted(names, key=lambda name: getattr(code_of(case, name), "co_firstlineno", 0))


class Report(unittest.TestResult):
    """Sends each test's outcome when the test is over. Only an explicit success is a pass."""

    def __init__(self, stage, root, send):
        super().__init__()
        self.stage, self.root, self.send = stage, root, send
        self.test = None

    def startTest(self, test):
        self.test, self.outcome, self.failure = test, None, None
        self.send({"kind": "test-started", "stage": self.stage, "name": full_name(test)})
        self.began = time.perf_counter()

    def stopTest(self, test):
        duration = (time.perf_counter() - self.began) * 1000
        changed = guard.restore()
        if changed:
            self.fail({"message": f"The code changed unittest while the test ran ({changed}).", "stack": []})
        outcome = "failed" if self.failure else self.outcome or "failed"
        message = {"kind": "test-finished", "stage": self.stage, "name": full_name(test), "outcome": outcome, "durationMs": duration}
        if self.failure:
            message["failure"] = self.failure
        place = place_of(test, self.root)
        if place:
            message["place"] = place
        self.test = None
        self.send(message)
        if self.failfast and outcome == "failed":
            self.stop()

    def fail(self, failure):
        self.failure = self.failure or failure

    def addSuccess(self, test):
        self.outcome = self.outcome or "passed"

    def addFailure(self, test, err):
        self.addError(test, err)

    def addError(self, test, err):
        error = err[1]
        if isinstance(error, MemoryError):
            raise error
        if self.test is None:
            # Not of a test: a class or a module could not be set up.
            self.send(failures.load_trouble(error, self.root))
        else:
            self.fail(failures.describe(error, self.root))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.fail(failures.describe(err[1], self.root, f"{subtest._subDescription()}: "))

    def addSkip(self, test, reason):
        self.outcome = "skipped"

    def addExpectedFailure(self, test, err):
        self.outcome = "skipped"

    def addUnexpectedSuccess(self, test):
        self.fail({"message": "The test is marked as an expected failure and passes.", "stack": []})

    def addDuration(self, test, elapsed):
        pass


def run_module(module, stage, root, send, job):
    """Runs a module's own test cases. False when it stopped at a failure."""
    report = Report(stage, root, send)
    report.failfast = job.get("bail", False)
    threading.excepthook = lambda args: blame(args.exc_value, report)
    for case in cases_of(module, job.get("shuffle"), job.get("only")):
        if report.shouldStop:
            break
        case.run(report)
    return not report.shouldStop


def cases_of(module, seed, only):
    loader = InOrder()
    classes = [item for item in vars(module).values() if is_test_case(item, module)]
    for item in classes:
        tests = [test for test in loader.loadTestsFromTestCase(item) if only is None or full_name(test) in only]
        if seed is not None:
            random.Random(seed).shuffle(tests)
        yield unittest.TestSuite(tests)


def is_test_case(item, module):
    return isinstance(item, type) and issubclass(item, unittest.TestCase) and item.__module__ == module.__name__


def blame(error, report):
    """An error in a thread: the running test's, or nobody's."""
    if report.test is not None:
        report.fail(failures.describe(error, report.root))
        return
    stray = failures.load_trouble(error, report.root)
    report.send({**stray, "trouble": "stray"})


def full_name(test):
    return f"{type(test).__name__} > {getattr(test, '_testMethodName', str(test))}"


def place_of(test, root):
    code = code_of(type(test), getattr(test, "_testMethodName", ""))
    if code is None or not failures.is_below(code.co_filename, root):
        return None
    return {"file": failures.relative(code.co_filename, root), "line": code.co_firstlineno}


def code_of(case, name):
    """The code of a test method as it is written, below whatever decorates it; None if there is none."""
    method = getattr(case, name, None)
    return getattr(inspect.unwrap(method), "__code__", None) if callable(method) else None
