"""Notices: screens nobody asked for, because the clock or a fault made them."""

from conversations.help_card import help_button
from conversations.page_warnings import DO_NOT_CONTACT
from conversations.screen import Button, Push, Screen, button, plain, quiet
from fostering.matters import Rule
from fostering.people import Standing
from fostering.requests import Request
from locales import Language, mark


def nudge(language: Language, title: str, tag: str) -> Screen:
    """One gentle reminder of answers not sent; carers only."""
    return Screen(
        language=language.tag,
        lines=(
            plain(language.say(mark("You began this and have not sent it: {title}."), title=title)),
            plain(language.say(mark("Nobody has read it. Carry on if you still want to."))),
        ),
        rows=(
            (button(language.say(mark("Carry on")), "resume", tag),),
            (button(language.say(mark("Throw it away")), "cancel", tag),),
            (button(language.say(mark("Back to the start")), "home"),),
            (help_button(language, Standing.CARER),),
        ),
    )


def thrown_away(language: Language) -> Screen:
    """What stands in the place of a reminder once the answers were kept long enough."""
    return Screen(
        language=language.tag,
        lines=(plain(language.say(mark("Thrown away. Nothing was sent."))),),
        rows=(
            (button(language.say(mark("Back to the start")), "home"),),
            (help_button(language, Standing.CARER),),
        ),
    )


def ring_passed(language: Language, request: Request) -> Screen:
    """The worker said when they would ring, and that time has passed without a call noted."""
    key = request.id.hex
    words = mark("{reference}: the time you gave for ringing has passed. Ring now.")
    return _to_staff(
        language,
        language.say(words, reference=request.reference),
        button(language.say(mark("Spoke by phone")), "spoke", key),
        button(language.say(mark("When will I ring?")), "when", key),
        button(language.say(mark("I can't, next person")), "pass", key),
    )


def taken_over(language: Language, request: Request, name: str) -> Screen:
    """A colleague has taken over what this worker had."""
    words = mark("{name} has taken over {reference} from you.")
    return _to_staff(
        language,
        language.say(words, name=name, reference=request.reference),
        button(language.say(mark("Open it")), "req", request.id.hex),
        _back(language),
        push=Push.MESSAGE,
    )


CHASES = {
    Rule.TAKE_OVERDUE: mark("{reference} waits for {name}. Nobody has said that they have it."),
    Rule.ANSWER_DUE: mark("{reference}: the answer was promised by {moment}. That is today."),
    Rule.ANSWER_OVERDUE: mark("{reference}: the answer was promised by {moment} and is late."),
    Rule.ANSWER_OVERDUE_AGAIN: mark(
        "{reference}: the answer was promised by {moment}. It is still missing."
    ),
}
NO_OWNER = mark("{reference} has no owner. Nobody has said that they have it.")
WITH = mark("It is with {name}. You hear of it because it is late.")


def chased(
    language: Language, request: Request, *, rule: str, owner: str, to_manager: bool
) -> Screen:
    """A promise about a routine request is near or past; a manager reads whom it is with."""
    words = CHASES[Rule(rule)] if owner or rule != Rule.TAKE_OVERDUE else NO_OWNER
    lines = [
        plain(
            language.say(
                words,
                reference=request.reference,
                name=owner,
                moment=language.moment(request.answer_by) if request.answer_by else "",
            )
        )
    ]
    if to_manager and owner and rule != Rule.TAKE_OVERDUE:
        lines.append(quiet(language.say(WITH, name=owner)))
    return Screen(
        language=language.tag,
        lines=tuple(lines),
        rows=(
            (button(language.say(mark("Open it")), "req", request.id.hex),),
            (_back(language),),
        ),
        push=Push.MESSAGE,
    )


def unread(language: Language) -> Screen:
    """Something could not be read; it may have been a call for help."""
    words = mark(
        "A message to this chat could not be read. It may be a call for help. "
        "Look at who wrote last and ring them."
    )
    return _to_staff(language, language.say(words), _back(language))


def unread_from(language: Language, name: str) -> Screen:
    """Something from a known person could not be read."""
    words = mark("A message from {name} could not be read. It may be a call for help. Ring them.")
    return _to_staff(language, language.say(words, name=name), _back(language))


def nobody_to_page(language: Language, request: Request) -> Screen:
    """No step of the policy has anybody: the group and the managers are told loudly."""
    words = mark(
        "{reference} waits and there is nobody on duty to page. "
        "Whoever reads this: take it, or ring the manager."
    )
    take = button(language.say(mark("I've got it")), "got", request.id.hex)
    return _to_staff(language, language.say(words, reference=request.reference), take)


def withdrawn(language: Language) -> Screen:
    """What stands where a page stood that this worker must not see any more (practice 15)."""
    words = language.say(mark("There is nothing here for you any more."))
    return _to_staff(language, words, _back(language), push=Push.NONE)


def stranger_in_group(language: Language) -> Screen:
    """Somebody who is not linked came into the out-of-hours group."""
    words = mark(
        "Somebody we don't know came into the out-of-hours group. "
        "Look who it is, and take them out if they don't belong there."
    )
    return _to_staff(language, language.say(words), _back(language))


def group_unreached(language: Language) -> Screen:
    """The out-of-hours group is shut to us; it is information only, so no page is lost."""
    words = mark(
        "The out-of-hours group gets nothing from us any more: we were taken out, or may not "
        "write there. Pages still go to each worker. Add the bot to the group again."
    )
    return _to_staff(language, language.say(words), _back(language))


def unreached(language: Language, name: str) -> Screen:
    """Who cannot be reached, and what to do."""
    words = mark(
        "Messages to {name} do not arrive any more: they may have blocked the "
        "chat or lost the phone. Ring them."
    )
    return _to_staff(language, language.say(words, name=name), _back(language))


def young_unreached(language: Language, name: str, way: str) -> Screen:
    """A young person's chat is gone: the household must not be rung for it (practice 12).

    `way` (translated) is how they may be reached safely; "" where nothing of theirs is open.
    """
    gone = mark("Messages to {name}, a young person, do not arrive any more.")
    lines = [plain(language.say(gone, name=name)), plain(language.say(DO_NOT_CONTACT))]
    if way:
        lines.append(plain(language.say(mark("Safe way to reach them: {way}"), way=way)))
    lines.append(quiet(language.say(mark("Plan with their social worker how to reach them."))))
    return Screen(
        language=language.tag,
        lines=tuple(lines),
        rows=((_back(language),),),
        push=Push.PAGE,
    )


def _to_staff(language: Language, words: str, *buttons: Button, push: Push = Push.PAGE) -> Screen:
    """One sentence to a worker, with its buttons one below the other."""
    return Screen(
        language=language.tag,
        lines=(plain(words),),
        rows=tuple((each,) for each in buttons),
        push=push,
    )


def _back(language: Language) -> Button:
    return button(language.say(mark("Back to your desk")), "home")
