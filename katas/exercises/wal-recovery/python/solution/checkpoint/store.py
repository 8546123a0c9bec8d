import json


def checksum(text):
    """Eight letters that are nearly always different when the text is."""
    hash = 2166136261
    for letter in text:
        hash = (hash ^ ord(letter)) * 16777619 & 0xFFFFFFFF
    return f"{hash:08x}"


def is_good(line):
    return len(line) > 9 and line[8] == " " and line[:8] == checksum(line[9:])


class Store:
    """Keeps texts under keys. Once put or remove has returned, no crash takes it back."""

    def __init__(self, disk):
        """Finds what the last store on this disk has left."""
        self._disk = disk
        self._values = {}
        self._recover()

    def get(self, key):
        return self._values.get(key)

    def keys(self):
        """A list of all keys, sorted."""
        return sorted(self._values)

    def put(self, key, value):
        self._log([key, value])

    def remove(self, key):
        self._log([key, None])

    def checkpoint(self):
        """Makes the log short. The new beginning is safe before the old log goes."""
        self._disk.write("checkpoint", json.dumps(list(self._values.items())))
        self._disk.sync()
        self._disk.write("log", "")
        self._disk.sync()

    def _recover(self):
        """The good lines from the front. A damaged line is a torn tail only if nothing good comes after it."""
        for change in json.loads(self._disk.read("checkpoint") or "[]"):
            self._apply(change)
        lines = (self._disk.read("log") or "").split("\n")[:-1]
        count = 0
        while count < len(lines) and is_good(lines[count]):
            count += 1
        if any(is_good(line) for line in lines[count:]):
            raise ValueError("the log is damaged before its end")
        for line in lines[:count]:
            self._apply(json.loads(line[9:]))
        self._disk.write("log", "".join(line + "\n" for line in lines[:count]))
        self._disk.sync()

    def _log(self, change):
        """Written and synced first, believed afterwards."""
        text = json.dumps(change)
        self._disk.append("log", f"{checksum(text)} {text}\n")
        self._disk.sync()
        self._apply(change)

    def _apply(self, change):
        key, value = change
        if value is None:
            self._values.pop(key, None)
        else:
            self._values[key] = value
