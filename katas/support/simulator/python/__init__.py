"""A simulator for distributed systems: seeded, in virtual time, with everything that goes wrong."""
from .chance import Random, seed_for
from .causality import record_causality
from .checkers import assert_converged, assert_exactly_once, assert_linearizable, is_linearizable, register
from .clock import VirtualClock
from .disk import Disk
from .explore import Scenario, explore, simulate
from .faults import describe_fault
from .history import History, Operation
from .plain import copy, show
from .replicas import REPLICA_NAMES, explore_replicas
from .report import SimulationFailure
from .simulation import Context, Simulation
from .trace import print_trace, to_sequence_diagram

__all__ = [
    "REPLICA_NAMES", "Context", "Disk", "History", "Operation", "Random", "Scenario", "Simulation", "SimulationFailure", "VirtualClock",
    "assert_converged", "assert_exactly_once", "assert_linearizable", "copy", "describe_fault", "explore", "explore_replicas",
    "is_linearizable", "print_trace", "record_causality", "register", "seed_for", "show", "simulate", "to_sequence_diagram",
]
