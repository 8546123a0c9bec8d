"""What can be sent and stored: plain data, as JSON has it."""
import json


def copy(value):
    """A deep copy, so that two nodes never share an object. Raises when something is not plain data."""
    return json.loads(json.dumps(value))


def show(value):
    """Plain data in one line, with sorted keys: the same text in every language."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
