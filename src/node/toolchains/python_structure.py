"""Measures every function of a learner's Python: nesting, lines of code, branches. `measure` is called by the runner;
the counterpart of `measureJavaScript.ts`. A lambda or comprehension belongs to the function it is written in; a `def`
inside another is measured apart.
"""

import ast
import io
import os
import tokenize

LOOPS = (ast.For, ast.While, ast.AsyncFor)
TRIES = tuple(kind for kind in (ast.Try, getattr(ast, "TryStar", None)) if kind)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
NESTS = (ast.If, ast.Match, ast.Lambda, *LOOPS, *TRIES)
SILENT = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}


def code_lines(source):
    """Line numbers that hold more than a comment."""
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in SILENT:
            lines.update(range(token.start[0], token.end[0] + 1))
    return lines


def docstring_lines(function):
    if ast.get_docstring(function, clean=False) is None:
        return set()
    return set(range(function.body[0].lineno, function.body[0].end_lineno + 1))


def branches_of(node):
    if isinstance(node, (ast.If, ast.IfExp, ast.ExceptHandler, *LOOPS)):
        return 1
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    if isinstance(node, ast.match_case):
        is_default = isinstance(node.pattern, ast.MatchAs) and node.pattern.pattern is None and node.guard is None
        return 0 if is_default else 1
    return 0


def walk(function):
    """Deepest nesting and number of branches of one function, without the functions inside it."""
    deepest, count = 0, 1

    def visit(node, depth, parent):
        nonlocal deepest, count
        if node is not function and isinstance(node, FUNCTIONS):
            return
        # `elif` is the only statement of an `else` and starts in the column of its `if`.
        is_elif = (
            isinstance(node, ast.If)
            and isinstance(parent, ast.If)
            and parent.orelse == [node]
            and node.col_offset == parent.col_offset
        )
        inner = depth + 1 if isinstance(node, NESTS) and not is_elif else depth
        deepest = max(deepest, inner)
        count += branches_of(node)
        for child in ast.iter_child_nodes(node):
            visit(child, inner, node)

    visit(function, 0, None)
    return deepest, count


def measure_source(source, file):
    lines = code_lines(source)
    measures = []

    def find(node, owner):
        for child in ast.iter_child_nodes(node):
            name = f"{owner}.{child.name}" if owner and isinstance(child, FUNCTIONS) else getattr(child, "name", owner)
            if isinstance(child, FUNCTIONS):
                nesting, count = walk(child)
                inside = [inner for inner in ast.walk(child) if isinstance(inner, FUNCTIONS) and inner is not child]
                apart = {line for inner in inside for line in range(inner.lineno, inner.end_lineno + 1)}
                own = {line for line in lines if child.lineno <= line <= child.end_lineno}
                count_lines = len(own - apart - docstring_lines(child))
                measures.append(
                    dict(file=file, name=name, line=child.lineno, nesting=nesting, lines=count_lines, branches=count)
                )
            is_scope = isinstance(child, (*FUNCTIONS, ast.ClassDef))
            find(child, name if is_scope else owner)

    find(ast.parse(source, file), "")
    return measures


def measure(job):
    root = job.get("root") or os.getcwd()
    measures = []
    for name in job["names"]:
        with open(os.path.join(root, *name.split("/")), encoding="utf-8") as file:
            measures += measure_source(file.read(), name)
    return measures
