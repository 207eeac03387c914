"""The information card in the out-of-hours group: reference, wait and priority, nothing else."""

from collections.abc import Sequence
from datetime import datetime

from conversations.screen import Screen, plain, quiet, title
from conversations.waits import raised, when
from fostering.requests import Request, RequestState
from locales import Language, mark


def room_card(language: Language, request: Request, holder: str, at: datetime) -> Screen:
    """The card in the group: reference, wait and priority, and nothing else (practice 19)."""
    match request.state:
        case RequestState.RAISED:
            state = raised(language, request.raised_at, at)
        case RequestState.CLOSED:
            state = language.say(mark("Closed."))
        case _:
            state = language.say(mark("Taken by {name}."), name=holder)
    return Screen(
        language=language.tag,
        lines=(
            title(
                language.say(
                    mark("{reference} · {priority}"),
                    reference=request.reference,
                    priority=request.priority.value,
                )
            ),
            plain(state),
            quiet(language.say(mark("For information. Pages go to private chats."))),
        ),
    )


def room_bundle(language: Language, waiting: Sequence[Request], at: datetime) -> Screen:
    """Above five waiting, one card holds them all, because a group takes few messages a minute."""
    lines = [
        plain(
            language.say(
                mark("{reference} · {priority} · raised {time}"),
                reference=request.reference,
                priority=request.priority.value,
                time=when(language, request.raised_at, at),
            )
        )
        for request in waiting
    ]
    return Screen(
        language=language.tag,
        lines=(title(language.say(mark("Waiting now"))), *lines),
    )
