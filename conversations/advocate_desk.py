"""What an advocate sees: who asked, how it is safe to reach them, and nothing of the service."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from conversations.forms.advocacy import VISITOR
from conversations.help_card import help_button
from conversations.screen import (
    BLANK,
    Button,
    Line,
    Push,
    Screen,
    button,
    plain,
    quiet,
    quote,
    title,
)
from fostering.advocacy import Advocacy
from fostering.people import Standing
from locales import Language, mark, mark_many

ONLY_THEM = mark(
    "Reach them only in this way and at these times. Do not tell their carers, their social "
    "worker or the service that they asked: nobody there sees this."
)
COUNT = mark_many("{count} young person has asked.", "{count} young people have asked.")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What an advocate's card needs besides the advocacy.

    `author` is the young person's name, `asks` are (question, answer) in the advocate's language,
    `spoken` the name of the language they use in this chat. `holder` is who made contact; `mine`:
    that is this advocate. `writes`: they want to be reached in this chat. `written` are words with
    their time and who wrote them.
    """

    author: str
    wants: str
    spoken: str
    asks: Sequence[tuple[str, str]]
    holder: str = ""
    mine: bool = False
    writes: bool = False
    written: Sequence[tuple[datetime, str, str]] = ()


def advocate_home(
    language: Language, asked: Sequence[tuple[Advocacy, str]], *, others: bool = False
) -> Screen:
    """An advocate's first screen: those whom it has reached, by name, the latest first.

    `others`: there is somebody else of the provider, whose phone could be lost.
    """
    words = language.say_many(*COUNT, len(asked)) if asked else language.say(mark("Nobody waits."))
    rows: list[tuple[Button, ...]] = [
        (button(name, "sideof", advocacy.id.hex),) for advocacy, name in asked
    ]
    if others:
        rows.append((button(language.say(mark("A phone is lost: unlink it")), "sidelost"),))
    rows.append((button(language.say(mark("Language")), "lang"),))
    rows.append((help_button(language, Standing.ADVOCATE),))
    return Screen(
        language=language.tag,
        lines=(title(language.say(mark("Your desk"))), plain(words)),
        rows=tuple(rows),
        push=Push.NONE,
    )


def advocate_card(language: Language, advocacy: Advocacy, asked: Asked) -> Screen:
    """One young person's wish, and what the advocate can press."""
    lines: list[Line] = [title(language.say(head_of(asked), name=asked.author))]
    lines += _standing(language, advocacy, asked)
    if advocacy.open:
        lines.append(plain(language.say(ONLY_THEM)))
        lines.append(BLANK)
        for question, answer in asked.asks:
            lines += [quiet(question), quote(answer)]
        spoken = mark("Language of their chat: {name}")
        lines.append(quiet(language.say(spoken, name=asked.spoken)))
        for at, name, words in asked.written:
            by = mark("{name}, {moment}")
            lines.append(quiet(language.say(by, name=name, moment=language.moment(at))))
            lines.append(quote(words))
    return Screen(language=language.tag, lines=tuple(lines), rows=_rows(language, advocacy, asked))


def head_of(asked: Asked) -> str:
    """Marked: who asks, and for whom."""
    if asked.wants == VISITOR:
        return mark("{name} asks for an independent visitor")
    return mark("{name} asks for an advocate")


def _standing(language: Language, advocacy: Advocacy, asked: Asked) -> list[Line]:
    """Who has it, and by when what is promised to the young person."""
    if not advocacy.open:
        return [plain(language.say(mark("They do not need this any more.")))]
    lines: list[Line] = []
    if advocacy.appointed_at is not None:
        theirs = mark("{name} is theirs since {moment}.")
        moment = language.moment(advocacy.appointed_at)
        return [plain(language.say(theirs, name=asked.holder, moment=moment))]
    if advocacy.contacted_at is not None:
        made = mark("{name} made contact on {moment}.")
        moment = language.moment(advocacy.contacted_at)
        lines.append(plain(language.say(made, name=asked.holder, moment=moment)))
    else:
        contact = mark("They were told that somebody gets in touch by {moment}.")
        lines.append(plain(language.say(contact, moment=language.moment(advocacy.contact_by))))
    appoint = mark("Somebody should be theirs by {moment}.")
    lines.append(plain(language.say(appoint, moment=language.moment(advocacy.appoint_by))))
    if advocacy.late_until is not None:
        late = mark("This is late. Everybody of you has it now, and the young person was told.")
        lines.append(plain(language.say(late)))
    return lines


def _rows(language: Language, advocacy: Advocacy, asked: Asked) -> tuple[tuple[Button, ...], ...]:
    key = advocacy.id.hex
    rows: list[tuple[Button, ...]] = []
    if advocacy.open:
        if advocacy.contacted_at is None:
            made = language.say(mark("I have made contact"))
            rows.append((button(made, "sidemet", key),))
        if advocacy.appointed_at is None:
            mine = language.say(mark("I am their advocate now"))
            if asked.wants == VISITOR:
                mine = language.say(mark("They have a visitor now"))
            rows.append((button(mine, "sidemine", key),))
        if asked.writes:
            rows.append((button(language.say(mark("Write to them")), "sidewrite", key),))
        if advocacy.appointed_at is not None and asked.mine:
            rows.append((button(language.say(mark("We have finished")), "sidestopyes", key),))
        rows.append((button(language.say(mark("I can't take this")), "sidepass", key),))
    rows.append((button(language.say(mark("Back to your desk")), "home"),))
    rows.append((help_button(language, Standing.ADVOCATE),))
    return tuple(rows)


def not_yours(language: Language) -> Screen:
    """What stands where the card stood, once an advocate said that they can't take it."""
    return Screen(
        language=language.tag,
        lines=(plain(language.say(mark("There is nothing here for you any more."))),),
        rows=(
            (button(language.say(mark("Back to your desk")), "home"),),
            (help_button(language, Standing.ADVOCATE),),
        ),
        push=Push.NONE,
    )
