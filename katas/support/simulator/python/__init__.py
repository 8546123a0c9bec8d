"""A simulator for distributed systems: seeded, in virtual time, with everything that goes wrong."""
from .chance import Random, seed_for
from .checkers import assert_converged, assert_exactly_once, assert_linearizable, is_linearizable, register
from .clock import VirtualClock
from .disk import Disk
from .explore import Scenario, explore, simulate
from .faults import describe_fault
from .history import History, Operation
from .plain import copy, show
from .report import SimulationFailure
from .simulation import Context, Simulation
from .trace import print_trace, to_sequence_diagram

__all__ = [
    "Context", "Disk", "History", "Operation", "Random", "Scenario", "Simulation", "SimulationFailure", "VirtualClock",
    "assert_converged", "assert_exactly_once", "assert_linearizable", "copy", "describe_fault", "explore",
    "is_linearizable", "print_trace", "register", "seed_for", "show", "simulate", "to_sequence_diagram",
]
