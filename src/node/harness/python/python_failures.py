"""Puts what was raised into words, printed values and places in the learner's files."""
import os
import pprint
import traceback

LONGEST_MESSAGE = 4000
LONGEST_VALUE = 50_000
LONGEST_DETAILS = 200_000

# How unittest's comparing assertions call what they compare: what came out first, what was wanted second.
COMPARED = (("first", "second"), ("list1", "list2"), ("tuple1", "tuple2"), ("seq1", "seq2"), ("set1", "set2"), ("d1", "d2"), ("expr1", "expr2"))


def places(tb, root):
    """The lines below the root that led here, innermost first."""
    frames = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(tb)]
    return [{"file": relative(name, root), "line": line} for name, line in reversed(frames) if is_below(name, root)]


def is_below(name, root):
    return name.startswith(root + os.sep)


def relative(name, root):
    return os.path.relpath(name, root).replace(os.sep, "/")


def describe(error, root, context=""):
    """What failed a test. `context` names the case inside the test, if there is one."""
    tb = error.__traceback__
    failure = {"message": cut(context + message_of(error), LONGEST_MESSAGE), "stack": places(tb, root)}
    details = getattr(error, "details", None)
    if isinstance(details, str):
        # A longer account of what happened, such as the trace of a simulated run.
        failure["details"] = cut(details, LONGEST_DETAILS)
    compared = compared_values(tb) if isinstance(error, AssertionError) else None
    if compared:
        actual, expected, own = compared
        failure.update(actual=show(actual), expected=show(expected))
        short = f"Expected {failure['expected']}, got {failure['actual']}."
        if own is not None:
            failure["message"] = cut(f"{context}{own}", LONGEST_MESSAGE)
        elif len(short) <= 160 and "\n" not in short:
            failure["message"] = context + short
    return failure


def message_of(error):
    try:
        words = str(error)
    except BaseException:
        words = "an error that cannot be printed"
    if isinstance(error, AssertionError):
        return words or "The assertion does not hold."
    if isinstance(error, SystemExit):
        return f"The code called exit({words})."
    name = type(error).__name__
    return f"{name}: {words}" if words else name


def compared_values(tb):
    """What the outermost assertion of unittest compared, and the message given to it; None if it compared nothing."""
    for frame, _ in traceback.walk_tb(tb):
        if not frame.f_code.co_name.startswith("assert") or "unittest" not in frame.f_code.co_filename:
            continue
        for actual, expected in COMPARED:
            if actual in frame.f_locals and expected in frame.f_locals:
                return frame.f_locals[actual], frame.f_locals[expected], frame.f_locals.get("msg")
    return None


def show(value):
    try:
        text = value if isinstance(value, str) else pprint.pformat(value, width=80, depth=6, sort_dicts=False)
    except BaseException:
        text = "a value that cannot be printed"
    return cut(text, LONGEST_VALUE)


def cut(text, longest):
    return text if len(text) <= longest else text[:longest] + "…"


def load_trouble(error, root):
    """The message for code that cannot be loaded."""
    below = places(error.__traceback__, root)
    trouble = {"kind": "trouble", "trouble": "load", "text": cut(message_of(error), LONGEST_MESSAGE)}
    if below:
        trouble["place"] = below[0]
    if isinstance(error, SyntaxError) and error.filename and is_below(error.filename, root):
        trouble["place"] = {"file": relative(error.filename, root), "line": error.lineno or 1, "column": error.offset or 1}
        trouble["text"] = error.msg
    if isinstance(error, (SyntaxError, ImportError)):
        trouble["trouble"] = "compile"
    return trouble
