"""Kill points: named places at which a test lets the process stand still and kills it."""

import os
import sys
import time
from pathlib import Path

VARIABLE = "HEARTHLINE_KILL_POINT"
"""The path of a file that names one point, or none yet; unset in every real service."""

RECEIVED = "received_before_commit"
STORED = "stored_before_confirm"
DECIDED = "decided_before_record"
RECORDED = "recorded_before_delivery"
CLAIMED = "claimed_before_send"
SENT = "sent_before_result"
POINTS = (RECEIVED, STORED, DECIDED, RECORDED, CLAIMED, SENT)
ANNOUNCED = "kill point: "
"""What stands before the point's name in the line that says it is reached."""

STILL_SECONDS = 0.02

_wanted = os.environ.get(VARIABLE, "")


def pass_point(name: str) -> None:
    """Go on, unless this is the point where the process is to be killed from outside.

    Everything in it stands still; where the point is taken away instead, it goes on.
    """
    if not _wanted or Path(_wanted).read_text(encoding="ascii") != name:
        return
    sys.stdout.write(f"{ANNOUNCED}{name}\n")
    sys.stdout.flush()
    while Path(_wanted).read_text(encoding="ascii") == name:
        time.sleep(STILL_SECONDS)
