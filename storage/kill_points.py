"""Kill points: named places at which a test lets the process stand still and kills it.

They stand in this row because every row with something to lose leans on it.
"""

import os
import sys
import time
from functools import cache
from pathlib import Path

VARIABLE = "HEARTHLINE_KILL_POINT"
"""The path of a file that names one point, or none yet; unset in every real service."""

STARTED = "started_before_work"
RECEIVED = "received_before_commit"
RECEIVING = "receiving_in_commit"
STORED = "stored_before_confirm"
DECIDED = "decided_before_record"
RECORDING = "recording_in_commit"
RECORDED = "recorded_before_delivery"
DUE = "due_before_record"
CLIMBED = "due_recorded_before_delivery"
CLAIMING = "claiming_in_commit"
CLAIMED = "claimed_before_send"
SENT = "sent_before_result"
WRITING = "result_in_commit"
WRITTEN = "result_after_commit"
STOPPING = "stopping_before_drained"
DRAINED = "drained_before_lease_given_up"
MIGRATING = "migrating_in_commit"
WRAPPING = "wrapping_in_commit"
POINTS = (
    STARTED,
    RECEIVED,
    RECEIVING,
    STORED,
    DECIDED,
    RECORDING,
    RECORDED,
    DUE,
    CLIMBED,
    CLAIMING,
    CLAIMED,
    SENT,
    WRITING,
    WRITTEN,
    STOPPING,
    DRAINED,
)
"""Those that a running service passes, in the order of a thing's way through it."""
ANNOUNCED = "kill point: "
"""What stands before the point's name in the line that says it is reached."""

STILL_SECONDS = 0.02


@cache
def _wanted() -> str:
    return os.environ.get(VARIABLE, "")


def pass_point(name: str) -> None:
    """Go on, unless this is the point where the process is to be killed from outside.

    Everything in it stands still; where the point is taken away instead, it goes on.
    """
    wanted = _wanted()
    if not wanted or Path(wanted).read_text(encoding="ascii") != name:
        return
    sys.stdout.write(f"{ANNOUNCED}{name}\n")
    sys.stdout.flush()
    while Path(wanted).read_text(encoding="ascii") == name:
        time.sleep(STILL_SECONDS)
