"""Python's collector of circles of dead objects, for a program whose objects live as long as it."""

import gc

YOUNG, MIDDLE, OLD = 50_000, 20, 100
"""How many new objects, young rounds and middle rounds pass before Python looks for circles."""


def calm_the_collector() -> None:
    """Look for circles of dead objects less often: nearly everything lives as long as the program.

    It costs a tenth of the processor time of an update otherwise, and of reading the program in
    (docs/decisions/0021). Called before the program is read in and again afterwards: what is there
    by then is never looked at again.
    """
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
