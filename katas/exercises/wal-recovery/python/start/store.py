def checksum(text):
    """Eight letters that are nearly always different when the text is."""
    hash = 2166136261
    for letter in text:
        hash = (hash ^ ord(letter)) * 16777619 & 0xFFFFFFFF
    return f"{hash:08x}"


class Store:
    """Keeps texts under keys. Once put or remove has returned, no crash takes it back.

    The disk: what is written can be read at once; it survives a crash for certain after sync.
        disk.read(name)          what stands under a name; None when nothing does
        disk.write(name, text)   puts a whole text under a name: after a crash the old one is there or the new one
        disk.append(name, text)  adds to the end of a text: after a crash any part of its beginning may be there
        disk.sync()
    """

    def __init__(self, disk):
        """Finds what the last store on this disk has left."""

    def get(self, key):
        raise NotImplementedError("get is not written yet")

    def keys(self):
        """A list of all keys, sorted."""
        raise NotImplementedError("keys is not written yet")

    def put(self, key, value):
        raise NotImplementedError("put is not written yet")

    def remove(self, key):
        raise NotImplementedError("remove is not written yet")

    def checkpoint(self):
        """The last stage: makes the log short."""
        raise NotImplementedError("checkpoint is not written yet")
