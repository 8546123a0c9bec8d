"""Runs a scenario under many seeds, and shrinks the first that fails."""
from dataclasses import dataclass
from typing import Any, Callable, Optional, Sequence

from .chance import Random, seed_for
from .faults import draw_faults, faults_until
from .report import report_failure
from .same_failure import shape_of
from .shrink import shrink
from .simulation import Simulation


@dataclass
class Scenario:
    """A kind of run: who takes part, what may go wrong, what clients ask, and what must hold.

    duration  virtual milliseconds; the last ``calm`` of them pass without faults, so that what was started can end
    faults    those that every run has; weather: how others are drawn (see ``faults``)
    calls     calls(random) answers what clients ask: dicts with "at", "node", "request" and perhaps "client"
    prepare   prepare(simulation), before time begins: for what ``calls`` cannot say
    always    always(simulation) must hold whenever something happened; raises when it does not
    check     check(simulation) must hold at the end; raises when it does not
    """

    nodes: Sequence[str]
    create: Callable[[Any], Any]
    duration: int
    calm: int = 0
    delay: Sequence[int] = (1, 10)
    weather: Optional[dict] = None
    faults: Sequence[dict] = ()
    calls: Optional[Callable[[Random], Sequence[dict]]] = None
    prepare: Optional[Callable[[Simulation], None]] = None
    always: Optional[Callable[[Simulation], None]] = None
    check: Optional[Callable[[Simulation], None]] = None


def simulate(scenario, seed):
    """One run of a scenario, to its end. Raises what ``always``, ``check`` or a node raises."""
    simulation = _prepare(scenario, seed, None)
    _play(scenario, simulation)
    return simulation


def explore(scenario, seeds=50, first=1):
    """Runs a scenario under many seeds.

    The first that fails is shrunk to a short schedule that fails in the same way, and raised as a SimulationFailure that
    names the seed, the schedule and what happened. Calls that are the same under every seed were written out by
    somebody: they all stay.
    """
    for seed in range(first, first + seeds):
        simulation = _prepare(scenario, seed, None)
        error = _failure_of(scenario, simulation)
        if error is not None:
            # Shrinking may take as long as the whole exploration would have; a run that fails early says little about that.
            raise _shorten(scenario, simulation, error, budget=max(_LEAST_STEPS, seeds * simulation.steps)) from None


# Events that shrinking may take in any case.
_LEAST_STEPS = 8000


def _shorten(scenario, failed, error, budget):
    # What was still to come when the run failed has no part in it.
    over = failed.clock.now()
    calls = [call for call in _calls_of(scenario, failed.seed) if call["at"] <= over]
    all_calls = _calls_of(scenario, failed.seed)
    are_drawn = all_calls != _calls_of(scenario, failed.seed + 1)
    script = [("fault", fault) for fault in faults_until(over, failed.happened)]
    script += [("call", call) for call in calls if are_drawn]
    shape = shape_of(error, scenario.nodes)
    left = budget
    shortest, shortest_error = failed, error

    def still_fails(candidate):
        nonlocal left, shortest, shortest_error
        if left <= 0:
            return False
        faults = [item for kind, item in candidate if kind == "fault"]
        calls = [item for kind, item in candidate if kind == "call"] if are_drawn else all_calls
        simulation = _prepare(scenario, failed.seed, (faults, calls))
        found = _failure_of(scenario, simulation)
        left -= max(50, simulation.steps)
        is_same = found is not None and shape_of(found, scenario.nodes) == shape
        if is_same:
            shortest, shortest_error = simulation, found
        return is_same

    shrink(script, still_fails)
    return report_failure(shortest, shortest_error, drawn=len(failed.happened))


def _prepare(scenario, seed, script):
    calm_from = scenario.duration - scenario.calm
    if script is None:
        drawn = draw_faults(seed, scenario.weather or {}, scenario.nodes, calm_from)
        faults, calls, weather = [*scenario.faults, *drawn], _calls_of(scenario, seed), scenario.weather
    else:
        (faults, calls), weather = script, None
    simulation = Simulation(seed, scenario.nodes, scenario.create, scenario.delay, faults, weather, calm_from)
    for call in calls:
        simulation.at(call["at"], lambda call=call: _make_call(simulation, call))
    if scenario.prepare is not None:
        scenario.prepare(simulation)
    return simulation


def _make_call(simulation, call):
    simulation.call(call["node"], call["request"], call.get("client", "client"))


def _calls_of(scenario, seed):
    return scenario.calls(Random(seed_for(seed, "calls"))) if scenario.calls is not None else []


def _play(scenario, simulation):
    always = scenario.always
    simulation.run_until(scenario.duration, None if always is None else lambda: always(simulation))
    if scenario.check is not None:
        scenario.check(simulation)


def _failure_of(scenario, simulation):
    try:
        _play(scenario, simulation)
    except Exception as error:
        return error
    return None
