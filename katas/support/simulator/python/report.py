"""What a person needs to see a fault again: the seed, the schedule, and what happened."""
from .faults import describe_fault, faults_until
from .trace import print_entry, print_trace, to_sequence_diagram

SHOWN_EVENTS = 12
SHOWN_CALLS = 16


class SimulationFailure(AssertionError):
    """A run in which something did not hold. The message says it in short; ``details`` is a page in Markdown."""

    def __init__(self, message, seed, details):
        super().__init__(message)
        self.seed = seed
        self.details = details


def report_failure(simulation, error, drawn):
    seed, trace = simulation.seed, simulation.trace
    happened = faults_until(simulation.clock.now(), simulation.happened)
    problem = str(error) if isinstance(error, AssertionError) else f"{type(error).__name__}: {error}"
    faults = [f"- {describe_fault(fault)}" for fault in happened]
    schedule = "\n".join(faults) if faults else describe_no_faults(trace)
    shrunk = f" (shrunk from {drawn} faults to {len(happened)})" if drawn > len(happened) else ""
    last = "\n".join(print_entry(entry) for entry in trace[-SHOWN_EVENTS:])
    message = f"{problem}\n\nSeed {seed}. The schedule{shrunk}:\n{schedule}{describe_calls(trace)}\n\nThe last events:\n{last}"
    whole = f"```text\n{problem}\n```\n\n" if "\n" in problem else ""
    details = f"""# {problem.splitlines()[0] if problem else "It failed"}

{whole}Seed {seed}: the same seed gives the same run. Explore it alone with `first` {seed} and `seeds` 1.

## The schedule{shrunk}

{schedule}

## What happened

```mermaid
{to_sequence_diagram(simulation.names, trace)}
```

## The trace

```text
{print_trace(trace[-2000:])}
```
"""
    return SimulationFailure(message, seed, details)


def describe_calls(trace):
    """What clients asked and were answered, in order."""
    calls = [entry for entry in trace if entry["what"] in ("call", "answer")][:SHOWN_CALLS]
    return "" if not calls else "\n\nWhat was asked and answered:\n" + "\n".join(print_entry(entry) for entry in calls)


def describe_no_faults(trace):
    """What was drawn by lot is not needed; what the test breaks by its own hand may well be."""
    made = [entry for entry in trace if entry["what"] in ("network", "crash")]
    if not made:
        return "It needs no fault at all."
    lines = [
        f"- {entry['at']} ms: {entry['text'] if entry['node'] == '' else entry['node'] + ' crashes; ' + entry['text']}"
        for entry in made
    ]
    return "\n".join(["It needs no fault but those that the test makes:", *lines])
