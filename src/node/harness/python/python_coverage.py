"""Counts how often each line of the learner's files runs."""
import ast
import os
import sys
import threading


class Counter:
    """Counts from `start` on; call it before the code is loaded."""

    def __init__(self, root, files):
        self.files = {os.path.join(root, *name.split("/")): name for name in files}
        self.counts = {}

    def start(self):
        threading.settrace(self.enter)
        sys.settrace(self.enter)

    def stop(self):
        sys.settrace(None)
        threading.settrace(None)

    def enter(self, frame, event, arg):
        """Only frames of the learner's files are followed line by line."""
        lines = self.counts.setdefault(frame.f_code.co_filename, {}) if frame.f_code.co_filename in self.files else None
        if lines is None:
            return None

        def follow(frame, event, arg):
            if event == "line":
                lines[frame.f_lineno] = lines.get(frame.f_lineno, 0) + 1
            return follow

        return follow

    def report(self):
        """For each file that was loaded: the line of every statement, with its count."""
        for path, name in self.files.items():
            if path not in self.counts:
                continue
            counts = self.counts[path]
            lines = {}
            for first, last in statements(path):
                lines.setdefault(first, max(counts.get(line, 0) for line in range(first, last + 1)))
            yield name, [{"line": line, "count": count} for line, count in sorted(lines.items())]


def statements(path):
    """First and last line of each statement; only the first of one that holds others."""
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not is_silent(node):
            yield node.lineno, node.lineno if hasattr(node, "body") else node.end_lineno


def is_silent(node):
    """A docstring or a mere declaration: nothing happens there."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    return isinstance(node, (ast.Global, ast.Nonlocal)) or (isinstance(node, ast.AnnAssign) and node.value is None)
