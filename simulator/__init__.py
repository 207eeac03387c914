"""A pretended Telegram: a Bot API server in memory, and phones that talk to it."""

from simulator.faults import Fault
from simulator.phones import CannotWrite, NoSuchButton, Phone
from simulator.world import World

__all__ = ["CannotWrite", "Fault", "NoSuchButton", "Phone", "World"]
