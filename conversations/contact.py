"""Contact in writing, said on both cards: what counts, how far it is, and what is still missing."""

from conversations.screen import Button, Line, button, plain
from fostering.contact import ContactWay
from fostering.people import Standing
from fostering.requests import Request
from locales import Language, mark, mark_for

WRITE_FIRST = mark(
    "They want to be written to. Contact counts when you have written and they have answered here. "
    "Until then it goes on to the next person."
)
WRITTEN_ONLY = mark(
    "A worker has written. They have not answered yet. "
    "Until they do, it goes on to the next person."
)
THEY_ANSWERED = mark("They answered at {time}. Press “We have written to each other” and it stops.")
WE_WRITE = mark(
    "You asked us to write. We go on telling the next person until we have written and you have "
    "answered."
)
HAVE_YOU_SEEN = mark(
    "Press “Answer: I have seen this”, or write back with “Add something”. "
    "Until then we go on telling the next person."
)
YOU_ANSWERED = mark("You answered at {time}. Now they have to note it.")
NOTED_WRITTEN = mark("They noted that you wrote to each other at {time}.")
SEEN = mark("Answer: I have seen this")

YOUNG_WE_WRITE = mark_for(
    "young_person",
    "You asked for messages. We go on telling someone else until you have answered one.",
)
YOUNG_HAVE_YOU_SEEN = mark_for(
    "young_person",
    "Press “Answer: I have seen this”. Until then we go on telling someone else too.",
)
YOUNG_YOU_ANSWERED = mark_for("young_person", "You answered at {time}. Now they have to note it.")
YOUNG_NOTED_WRITTEN = mark_for("young_person", "They noted that you wrote to each other at {time}.")


def waits_for_writing(request: Request) -> bool:
    """Whether it still climbs for want of contact, if the person asked to be written to."""
    climbs = request.escalation is not None and request.priority.urgent
    return climbs and request.open and request.spoken_at is None


def for_worker(language: Language, request: Request) -> list[Line]:
    """What counts as contact with somebody who wants to be written to."""
    if not waits_for_writing(request):
        return []
    if request.heard_at is not None:
        return [plain(language.say(THEY_ANSWERED, time=language.clock(request.heard_at)))]
    return [plain(language.say(WRITE_FIRST if request.written_at is None else WRITTEN_ONLY))]


def for_author(language: Language, request: Request, standing: Standing) -> list[Line]:
    """The same for the person who asked, under what was written to them."""
    young = standing is Standing.YOUNG_PERSON
    if not waits_for_writing(request):
        return []
    if request.heard_at is not None:
        answered = YOUNG_YOU_ANSWERED if young else YOU_ANSWERED
        return [plain(language.say(answered, time=language.clock(request.heard_at)))]
    if request.written_at is None:
        return [plain(language.say(YOUNG_WE_WRITE if young else WE_WRITE))]
    return [plain(language.say(YOUNG_HAVE_YOU_SEEN if young else HAVE_YOU_SEEN))]


def noted_line(language: Language, request: Request, standing: Standing) -> list[Line]:
    """That a worker has noted that they wrote to each other."""
    if request.spoken_at is None or request.contact_way is not ContactWay.WRITTEN:
        return []
    young = standing is Standing.YOUNG_PERSON
    noted = YOUNG_NOTED_WRITTEN if young else NOTED_WRITTEN
    return [plain(language.say(noted, time=language.clock(request.spoken_at)))]


def seen_rows(language: Language, request: Request) -> list[tuple[Button, ...]]:
    """*Answer: I have seen this*, under a reply that was not answered yet."""
    waits = request.open and request.spoken_at is None and request.heard_at is None
    if request.written_at is None or not waits:
        return []
    return [(button(language.say(SEEN), "seen", request.id.hex),)]
