"""Which failures are the same one."""
import re


def shape_of(error, nodes):
    """What a failure is about, without what differs from run to run.

    That is the kind of error and its first paragraph, in which numbers, texts, lists and nodes are only said to be
    there. Two failures with the same shape teach the same thing.

        The answers are [done, key], and should be [done]   ->   The answers are a list, and should be a list
        The answers are [], and should be [done]            ->   The answers are [], and should be a list
    """
    shape = str(error).split("\n\n", 1)[0]
    shape = re.sub(r"\"[^\"]*\"|'[^']*'|“[^”]*”", "a text", shape)
    before = None
    while before != shape:
        before = shape
        shape = re.sub(r"\[[^\[\]{}]+\]", "a list", shape)
        shape = re.sub(r"\{[^\[\]{}]+\}", "a record", shape)
    for node in nodes:
        shape = re.sub(rf"\b{re.escape(node)}\b", "<node>", shape)
    return f"{type(error).__name__}: " + re.sub(r"-?\d+(\.\d+)?", "#", shape)
