"""What we do not keep: photos, voice notes and the rest; each answered with what to do instead."""

from enum import StrEnum

from conversations.help_card import help_button
from conversations.screen import Line, Screen, button, plain
from fostering.people import Standing
from locales import Language, mark, mark_for


class Unkept(StrEnum):
    """What came; the kind is noted, the content never is."""

    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    STICKER = "sticker"
    DOCUMENT = "document"
    LOCATION = "location"
    CONTACT = "contact"
    POLL = "poll"
    EDIT = "edit"
    FORWARD = "forward"
    REACTION = "reaction"
    LONG_TEXT = "long_text"
    COMMAND = "command"
    WORDS = "words"
    UNKNOWN = "unknown"


SENTENCES: dict[Unkept, str] = {
    Unkept.PHOTO: mark(
        "We did not keep the photo. Don't photograph marks or injuries: ring, a doctor does that. "
        "If it is a sexual image of a child, do not copy or forward it, not even to us: "
        "put the phone aside and ring the police."
    ),
    Unkept.VIDEO: mark(
        "We did not keep the video. Tell us in words what happened, or ring. "
        "If it shows a child being hurt or a sexual image, do not forward it: ring the police."
    ),
    Unkept.VOICE: mark(
        "Nobody can listen to voice messages here, and we did not keep it. Type it, or ring."
    ),
    Unkept.STICKER: mark("We can't tell what the picture means. Use the buttons or type words."),
    Unkept.DOCUMENT: mark("We did not keep the file. Give it to your worker another way."),
    Unkept.LOCATION: mark(
        "We never ask where anyone is and did not keep the place. "
        "If someone is missing or in danger, ring 999."
    ),
    Unkept.CONTACT: mark("We did not keep the number. Type a number only where we ask for one."),
    Unkept.POLL: mark("We can't read polls. Use the buttons or type words."),
    Unkept.EDIT: mark(
        "We saw that you changed an older message. We keep what you sent first. "
        "Use the buttons below to change an answer."
    ),
    Unkept.FORWARD: mark(
        "We did not keep the message you passed on. Tell us in your own words instead."
    ),
    Unkept.REACTION: mark("We can't read reactions. Use the buttons."),
    Unkept.LONG_TEXT: mark("That is too long for us. Send a shorter version, or ring."),
    Unkept.COMMAND: mark("We don't know that command. Here is the start."),
    Unkept.WORDS: mark(
        "Nobody reads what you write here unless you send it with the buttons. "
        "Choose what it is about, then write it there."
    ),
    Unkept.UNKNOWN: mark("We could not read that. Say it another way, or ring."),
}

DANGER_OFFER = mark(
    "It sounds as if someone may be in danger. Ring 999. "
    "Or press the button below and then “Tell the on-call team”."
)
STAFF_DANGER = mark("If someone may be in danger, ring 999.")
STAFF_WORDS = mark(
    "Nobody reads what you write here. To answer somebody, open their request and press “Reply”."
)
"""What a worker reads instead: they have no on-call team to tell, they are it."""

DANGER_OPEN = mark("It sounds as if someone may be in danger. Ring 999 now. Then ring us.")
YOUNG_DANGER_OPEN = mark_for(
    "young_person", "It sounds as if someone may be in danger. Ring 999 now. Can't speak? Press 55."
)


def unkept_line(language: Language, what: Unkept) -> Line:
    """The one line that says what happened and what to do instead."""
    return plain(language.say(SENTENCES[what]))


def unkept_screen(
    language: Language, what: Unkept, standing: Standing | None, *, danger: bool = False
) -> Screen:
    """The answer when there is no form open to repeat."""
    staff = standing in (Standing.STAFF, Standing.ADVOCATE)
    lines = [unkept_line(language, what)]
    if standing is Standing.STAFF and what is Unkept.WORDS:
        lines = [plain(language.say(STAFF_WORDS))]
    if danger:
        lines.insert(0, plain(language.say(STAFF_DANGER if staff else DANGER_OFFER)))
    rows = [
        (button(language.say(mark("Back to the start")), "home"),),
        (help_button(language, standing),),
    ]
    if standing is Standing.YOUNG_PERSON:
        rows.append((button(language.say(mark("Hide this")), "hide"),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows))
