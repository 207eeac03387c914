"""Who decides? on the screen: for carers, for the workers who set it, and for young people."""

from collections.abc import Sequence
from datetime import date

from conversations.care_days import REVIEW_AND_MOVE
from conversations.decisions import (
    DECIDERS,
    DECISIONS,
    SAYS,
    SAYS_TO_STAFF,
    THEMES,
    TO_CARERS,
    TO_STAFF,
)
from conversations.help_card import help_button
from conversations.screen import BLANK, Button, Line, Screen, button, plain, quiet, title
from fostering.decisions import BY_THEME, Decider, Decision, Say, Theme, theme_of
from fostering.delegated_authority import Agreed, DelegatedAuthority, is_asked_for
from fostering.people import Standing
from locales import Language, mark, mark_for

WHO_DECIDES = mark("Who decides?")
FOR_CHILD = mark("Who decides? {label}")
AGREED = mark("{decision}: {who}.")
AGREED_SINCE = mark("{decision}: {who}. Set on {day}.")

Rows = tuple[tuple[Button, ...], ...]


def children(language: Language, labels: Sequence[tuple[str, str]], standing: Standing) -> Screen:
    """For which child: (placement's key, label)."""
    lines = [title(language.say(WHO_DECIDES))]
    if labels:
        lines.append(plain(language.say(mark("For which child?"))))
    elif standing is Standing.STAFF:
        lines.append(plain(language.say(mark("There is no child whose list you may set."))))
    else:
        lines.append(plain(language.say(mark("No child is placed with you today."))))
    rows = tuple((button(label, "decides", key),) for key, label in labels)
    return _screen(language, lines, rows, standing)


def themes(
    language: Language,
    key: str,
    label: str,
    authority: DelegatedAuthority | None,
    standing: Standing,
) -> Screen:
    """One child: the themes, and what the list means."""
    lines = [title(language.say(FOR_CHILD, label=label))]
    if authority is None or not authority.agreed:
        nothing = mark("Nobody has written down yet who decides. Until then ask before you decide.")
        if standing is Standing.STAFF:
            nothing = mark("Nothing is written down yet.")
        lines.append(plain(language.say(nothing)))
    elif standing is Standing.CARER:
        lines.append(plain(language.say(mark("Where it says that you decide, you need not ask."))))
    rows = tuple(
        (button(language.say(THEMES[each]), "decides", key, each.value),) for each in Theme
    )
    if standing is Standing.STAFF:
        rows += ((button(language.say(REVIEW_AND_MOVE), "caredays", key),),)
    return _screen(language, lines, rows, standing)


def theme(
    language: Language,
    key: str,
    label: str,
    about: Theme,
    authority: DelegatedAuthority | None,
    standing: Standing,
    today: date,
) -> Screen:
    """One theme: who decides each thing; a carer may ask, a worker may set it."""
    lines = [
        title(language.say(FOR_CHILD, label=label)),
        plain(language.say(THEMES[about])),
        BLANK,
    ]
    rows: list[tuple[Button, ...]] = []
    for decision in BY_THEME[about]:
        agreed = _about(authority, decision)
        lines.append(plain(agreed_line(language, agreed, standing, today)))
        if standing is Standing.STAFF:
            rows.append((button(language.say(DECISIONS[decision]), "setwho", key, decision.value),))
        elif is_asked_for(agreed):
            rows.append((button(language.say(DECISIONS[decision]), "askto", key, decision.value),))
    if rows:
        press = mark("Press one to ask for a decision.")
        if standing is Standing.STAFF:
            press = mark("Press one to set who decides.")
        lines += [BLANK, quiet(language.say(press))]
    rows.append((button(language.say(mark("Back")), "decides", key),))
    return _screen(language, lines, tuple(rows), standing)


def agreed_line(language: Language, agreed: Agreed, standing: Standing, today: date) -> str:
    """Who decides one thing, and since when that stands."""
    words = TO_STAFF if standing is Standing.STAFF else TO_CARERS
    decision, who = language.say(DECISIONS[agreed.decision]), language.say(words[agreed.decider])
    if agreed.decider is None or agreed.since is None:
        return language.say(AGREED, decision=decision, who=who)
    day = language.day(agreed.since, today)
    return language.say(AGREED_SINCE, decision=decision, who=who, day=day)


def choose_decider(language: Language, key: str, label: str, agreed: Agreed, today: date) -> Screen:
    """A worker sets who decides one thing, and what the young person has to say in it."""
    decision = agreed.decision
    lines = [
        title(language.say(FOR_CHILD, label=label)),
        plain(agreed_line(language, agreed, Standing.STAFF, today)),
    ]
    if agreed.own is not None:
        said = mark("The young person's own list says: {say}.")
        lines.append(plain(language.say(said, say=language.say(SAYS_TO_STAFF[agreed.own]))))
    rows: list[tuple[Button, ...]] = [
        (button(language.say(DECIDERS[each]), "whoset", key, f"{decision.value}.{each.value}"),)
        for each in Decider
    ]
    lines += [BLANK, quiet(language.say(mark("Below: what the young person reads in their list.")))]
    rows += [
        (
            button(
                language.say(SAYS_TO_STAFF[each]), "sayset", key, f"{decision.value}.{each.value}"
            ),
        )
        for each in Say
    ]
    back = theme_of(decision).value
    rows.append((button(language.say(mark("Back")), "decides", key, back),))
    return _screen(language, lines, tuple(rows), Standing.STAFF)


def changed_notice(language: Language, key: str, label: str, agreed: Agreed, day: date) -> Screen:
    """Staff have set who decides one thing: the carer reads it in a message of its own."""
    about = theme_of(agreed.decision).value
    return Screen(
        language=language.tag,
        lines=(
            title(language.say(FOR_CHILD, label=label)),
            plain(language.say(mark("This was set anew. It holds from now on."))),
            plain(agreed_line(language, agreed, Standing.CARER, day)),
        ),
        rows=(
            (button(language.say(WHO_DECIDES), "decides", key, about),),
            (button(language.say(mark("Back to the start")), "home"),),
        ),
    )


def own_list(language: Language, authority: DelegatedAuthority | None) -> Screen:
    """*What can I decide?*: only what is set, by whose say it is; nothing of who asked what."""
    lines: list[Line] = [title(language.say(WHAT_CAN_I_DECIDE))]
    told = authority.agreed if authority is not None else ()
    for say in Say:
        decisions = [each.decision for each in told if each.own is say]
        if decisions:
            lines += [BLANK, plain(language.say(SAYS[say]))]
            lines += [quiet(language.say(DECISIONS[each])) for each in decisions]
    if len(lines) == 1:
        lines.append(plain(language.say(NOTHING_YET)))
    lines += [BLANK, plain(language.say(NOT_RIGHT))]
    return Screen(
        language=language.tag,
        lines=tuple(lines),
        rows=(
            (button(language.say(mark("Back to the start")), "home"),),
            (help_button(language, Standing.YOUNG_PERSON),),
            (button(language.say(mark("Hide this")), "hide"),),
        ),
    )


WHAT_CAN_I_DECIDE = mark_for("young_person", "What can I decide?")
NOTHING_YET = mark_for(
    "young_person", "Nothing is written down yet. Ask your social worker to do it with you."
)
NOT_RIGHT = mark_for(
    "young_person", "Something is missing or not right? Tell your social worker. You may ask why."
)


def _about(authority: DelegatedAuthority | None, decision: Decision) -> Agreed:
    return authority.about(decision) if authority is not None else Agreed(decision=decision)


def _screen(language: Language, lines: Sequence[Line], rows: Rows, standing: Standing) -> Screen:
    home = mark("Back to your desk") if standing is Standing.STAFF else mark("Back to the start")
    return Screen(
        language=language.tag,
        lines=tuple(lines),
        rows=(*rows, (button(language.say(home), "home"),), (help_button(language, standing),)),
    )
