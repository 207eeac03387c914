"""*Text for the file*: what was asked and what happened, to be laid into the case file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from conversations.own_copy import HAPPENED
from conversations.page_warnings import DO_NOT_CONTACT
from conversations.screen import Button, button
from conversations.sheet import Fact, Part, Sheet
from fostering.filing import may_be_filed
from fostering.requests import Request
from locales import Language, mark

TEXT_FOR_THE_FILE = mark("Text for the file")
OF_STAFF: Mapping[str, str] = {
    "ReplySent": mark("A worker wrote to them."),
    "ContactRecorded": mark("A worker noted that they had spoken or written."),
    "ContactDenied": mark("It was said that nobody had spoken with them."),
    "SocialWorkerTold": mark("The child's social worker was told."),
}
"""Where the words for staff differ from those of a person's own copy."""
LEFT_OUT = frozenset({"RequestFiled", "WordsRead", "DetailsRead"})
"""Entries about the record itself."""
TOLD = {name: words for name, words in {**HAPPENED, **OF_STAFF}.items() if name not in LEFT_OUT}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One entry of the chronology: when (aware UTC), what, who ("" for the clock), their words."""

    at: datetime
    event: str
    who: str
    words: str = ""


def text_rows(language: Language, request: Request) -> list[tuple[Button, ...]]:
    """The way in, beside *It is in the case file*."""
    if not may_be_filed(request):
        return []
    return [(button(language.say(TEXT_FOR_THE_FILE), "filetext", request.id.hex),)]


def file_sheet(
    language: Language,
    reference: str,
    reader: str,
    at: datetime,
    *,
    asked: Sequence[tuple[str, str]],
    steps: Sequence[Step],
    young: bool,
    hidden: bool,
    marks: tuple[str, ...] = (),
) -> Sheet:
    """The text as the worker named `reader` opens it at `at`.

    `asked` are (question, answer); `young`: a young person asked; `hidden`: words stand there that
    are for a manager alone. `marks` come first: that it is a demo or a drill.
    """
    say = language.say
    own = mark("This is for the young person's own file, never for the household's.")
    opened = mark("{reference} · opened by {name}, {moment}")
    managers = mark("What was written is for a manager alone and is left out.")
    return Sheet(
        language=language.tag,
        title=say(TEXT_FOR_THE_FILE),
        warnings=(say(DO_NOT_CONTACT), say(own)) if young else (),
        notes=(
            *marks,
            say(opened, reference=reference, name=reader, moment=language.moment(at)),
            *((say(managers),) if hidden else ()),
        ),
        parts=(
            Part(
                heading=say(mark("What was asked or told")),
                facts=tuple(Fact(label=question, text=answer) for question, answer in asked),
            ),
            Part(
                heading=say(mark("What happened")),
                facts=tuple(_step(language, step) for step in steps if step.event in TOLD),
            ),
        ),
        ends=(
            say(mark("Read it through before you put it into the file: it may name others.")),
            say(mark("This is shown once. That you read it is recorded.")),
            say(mark("Close it when you are done. Write nothing of it into the chat.")),
        ),
    )


def _step(language: Language, step: Step) -> Fact:
    text = language.say(TOLD[step.event])
    if step.who:
        text = language.say(mark("{what} By {who}."), what=text, who=step.who)
    if step.words:
        text = language.say(mark("{what} “{words}”"), what=text, words=step.words)
    return Fact(label=language.moment(step.at), text=text)
