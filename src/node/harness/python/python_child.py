"""One run of Python: waits for a job on standard input, runs it, reports on a private copy of standard output.

What the learner prints goes to standard error, so that three ordinary pipes are enough (Windows has no others) and
nothing printed can be taken for a result. Everything that costs time to import is imported before the job comes.
"""
import builtins
import importlib
import importlib.util
import json
import os
import sys
import threading
import time

# Not needed here, but by most katas.
import bisect, collections, dataclasses, functools, heapq, itertools, math, random, re, typing  # noqa: E401,F401

# Under a debugger the pipes are the debugger's: then the job is in this file, and what happens goes beside it.
job_file = os.environ.pop("KATAPATH_JOB", None)
if job_file:
    channel = os.open(f"{job_file}.told", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
else:
    channel = os.dup(1)
    os.dup2(2, 1)
here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
import python_coverage as coverage  # noqa: E402
import python_failures as failures  # noqa: E402
import python_limits as limits  # noqa: E402
import python_tests as tests  # noqa: E402

sys.path.remove(here)

GRACE_SECONDS = 0.1

# How a fork of ours ends; the code under test may end it with 0 before its tests are over.
FINISHED = 97


def open_channel(secret):
    """A function that sends one message. It holds all it needs: what the learner patches later does not matter."""
    encode, write = json.JSONEncoder().encode, os.write
    lock = threading.Lock()

    def send(message):
        data = f"{secret} {encode(message)}\n".encode()
        with lock:
            while data:
                data = data[write(channel, data):]

    return send


def read_job():
    if not job_file:
        return sys.stdin.buffer.readline()
    with open(job_file, "rb") as file:
        return file.read()


def main():
    line = read_job()
    if not line:
        return
    job = json.loads(line)
    root = job["root"]
    send = open_channel(job["secret"])
    report = lambda: send({"kind": "memory"})
    out_of_memory = report if "isDebugged" in job else limits.limit_memory(job["memoryMb"], report)
    os.chdir(root)
    sys.path.insert(0, root)
    # In a terminal `site` puts these there; the flags we start with leave it out.
    builtins.exit = builtins.quit = sys.exit
    sys.argv = [root]
    sys.stdout.reconfigure(line_buffering=True)
    send("started")
    counter = coverage.Counter(root, job["coverage"]) if "coverage" in job else None
    if counter:
        counter.start()
    try:
        if "call" in job:
            answer_call(job["call"], root, send)
        elif "variants" in job:
            run_variants(job, root, send)
        else:
            run_files(job, root, send)
        wait_for_threads()
    except MemoryError:
        out_of_memory()
    if counter:
        counter.stop()
        for name, counts in counter.report():
            send({"kind": "measured", "file": name, "counts": counts})
    sys.stdout.flush()
    sys.stderr.flush()
    send({"kind": "done"})


def run_files(job, root, send):
    """Loads and runs the test files in order; stops where one cannot be loaded."""
    for part in job["tests"]:
        module = load(module_name(part["file"]), root, send)
        if module is None or not tests.run_module(module, part["stage"], root, send, job):
            return


def module_name(file):
    return os.path.splitext(file)[0].replace("/", ".")


def load(name, root, send):
    """Imports a module of the overlay; None when that fails, and the reason is sent."""
    try:
        module = importlib.import_module(name)
    except MemoryError:
        raise
    except BaseException as error:
        send(failures.load_trouble(error, root))
        return None
    changed = tests.guard.restore()
    if changed:
        send({"kind": "trouble", "trouble": "load", "text": f"unittest was changed while the code was loaded ({changed})"})
        return None
    return module


def answer_call(call, root, send):
    path = call["module"]
    try:
        if os.path.isabs(path):
            spec = importlib.util.spec_from_file_location(module_name(os.path.basename(path)), path)
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
        else:
            module = importlib.import_module(module_name(path))
        send({"kind": "returned", "value": getattr(module, call["name"])(call["argument"])})
    except MemoryError:
        raise
    except BaseException as error:
        send(failures.load_trouble(error, root))


def run_variants(job, root, send):
    """Runs the tests against one version after the other, each in a fork, so that none sees what another left."""
    variants = job["variants"]
    changed = {name for change in variants["changes"] for name in change}
    original = {name: read(os.path.join(root, name)) for name in changed}
    for offset, change in enumerate(variants["changes"]):
        index = variants["from"] + offset
        for name, text in {**original, **change}.items():
            write(os.path.join(root, name), text)
        send({"kind": "variant-started", "index": index})
        own = {**job, "only": variants["only"][offset]}
        if hasattr(os, "fork"):
            run_forked(own, root, send)
        else:
            forget_modules(root)
            run_files(own, root, send)
        send({"kind": "variant-finished", "index": index})


def run_forked(job, root, send):
    process = os.fork()
    if process == 0:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        try:
            run_files(job, root, send)
        except BaseException:
            os._exit(1)
        os._exit(FINISHED)
    _, status = os.waitpid(process, 0)
    if not (os.WIFEXITED(status) and os.WEXITSTATUS(status) == FINISHED):
        send({"kind": "trouble", "trouble": "load", "text": "The process ended before the tests did"})


def forget_modules(root):
    importlib.invalidate_caches()
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(root):
            del sys.modules[name]


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def wait_for_threads():
    """Gives what a test left behind a moment, in case it fails."""
    end = time.monotonic() + GRACE_SECONDS
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join(max(0, end - time.monotonic()))


if __name__ == "__main__":
    main()
    os._exit(0)
