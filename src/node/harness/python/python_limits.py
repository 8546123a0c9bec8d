"""Keeps the process from taking more memory than it may."""
import os
import sys
import threading
import time

try:
    import resource
except ImportError:  # Windows: the time limit has to be enough.
    resource = None

# For what Python itself and the threads of a kata reserve.
SPARE_BYTES = 64 << 20


def limit_memory(megabytes, report):
    """Sets the limit. Answers what to call when memory has run out: it reports that and ends the process."""

    def out_of_memory():
        report()
        os._exit(1)

    limit = megabytes << 20
    if sys.platform.startswith("linux"):
        with open("/proc/self/statm", encoding="ascii") as file:
            used = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + SPARE_BYTES + limit,) * 2)
    elif resource is not None:
        # macOS accepts the limit and ignores it; it counts the peak in bytes.
        threading.Thread(target=watch, args=(limit + SPARE_BYTES, out_of_memory), daemon=True).start()
    return out_of_memory


def watch(limit, out_of_memory):
    while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < limit:
        time.sleep(0.05)
    out_of_memory()
