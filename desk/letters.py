"""Letters: how one is written into the outbox and read back; no name, no place and no story."""

import json
from dataclasses import dataclass
from uuid import UUID

from desk.unit import Lane, Place
from storage.outgoing import Put

DOOR = "mail"


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter in one language, in plain text: whoever carries it can read it."""

    subject: str
    lines: tuple[str, ...]


def put_letter(
    letter: Letter, address: str, *, lane: Lane, occurrence: str = "", seals: UUID | None = None
) -> Put:
    """The row of the outbox that carries it to this address; `seals` as with a screen."""
    body = json.dumps({"subject": letter.subject, "lines": letter.lines}, ensure_ascii=False)
    return Put(
        place=Place.MAIL.value,
        key=address,
        body=body.encode(),
        lane=lane,
        occurrence=occurrence,
        seals=seals,
        door=DOOR,
    )


def read_letter(content: bytes) -> Letter:
    """What was written; raises ValueError where it is none of ours."""
    raw = json.loads(content)
    if "subject" not in raw:
        raise ValueError("no letter")
    return Letter(subject=raw["subject"], lines=tuple(raw["lines"]))
