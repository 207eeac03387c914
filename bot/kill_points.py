"""Kill points: named places at which a test lets the process stand still and kills it."""

import os
import sys
import time

VARIABLE = "HEARTHLINE_KILL_POINT"
"""Names one point; unset in every real service."""

RECEIVED = "received_before_commit"
STORED = "stored_before_confirm"
DECIDED = "decided_before_record"
RECORDED = "recorded_before_delivery"
CLAIMED = "claimed_before_send"
SENT = "sent_before_result"
POINTS = (RECEIVED, STORED, DECIDED, RECORDED, CLAIMED, SENT)

_wanted = os.environ.get(VARIABLE, "")


def pass_point(name: str) -> None:
    """Go on, unless this is the point where the process is to be killed from outside."""
    if name == _wanted:
        sys.stdout.write(f"kill point: {name}\n")
        sys.stdout.flush()
        while True:
            time.sleep(3600)
