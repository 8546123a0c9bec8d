import json


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

    def _recover(self):
        for line in (self._disk.read("log") or "").split("\n")[:-1]:
            self._apply(json.loads(line))

    def _log(self, change):
        """Written and synced first, believed afterwards."""
        self._disk.append("log", json.dumps(change) + "\n")
        self._disk.sync()
        self._apply(change)

    def _apply(self, change):
        key, value = change
        if value is None:
            self._values.pop(key, None)
        else:
            self._values[key] = value
