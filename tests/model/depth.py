"""How deep the models look: a few fixed examples in every run, thousands where they are asked for.

`make model` sets MODEL_TIMES, so many times the examples, from a seed that it prints.
"""

import os

from hypothesis import HealthCheck, Phase, settings

TIMES = int(os.environ.get("MODEL_TIMES", "0"))
"""How many times the few; 0: only the few, the same in every run."""
NEVER_MIND = (HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large)


def look(few: int, steps: int = 50, *, shrinks: bool = True) -> settings:
    """So many examples of so many steps, or many times as many.

    `shrinks`: what fails is made shorter before it is shown; of a whole town that takes minutes.
    """
    if not TIMES:
        return settings(
            max_examples=few,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            database=None,
            phases=(Phase.generate, Phase.shrink) if shrinks else (Phase.generate,),
            suppress_health_check=NEVER_MIND,
        )
    return settings(
        max_examples=few * TIMES,
        stateful_step_count=steps,
        deadline=None,
        print_blob=True,
        suppress_health_check=NEVER_MIND,
    )
