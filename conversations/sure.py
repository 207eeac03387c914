"""Are you sure: one Yes / No screen before a press that ends an alarm or takes it from somebody."""

from conversations.screen import Button, Push, Screen, button, plain, title
from fostering.priority import lowered
from fostering.requests import Request
from locales import Language, mark


def spoke_question(language: Language, request: Request, *, name: str, rings: bool) -> Screen:
    """*Spoke by phone*, or *I have reached them* where the person must not be rung."""
    asked = (
        mark("{reference}: have you spoken with {name}?")
        if rings
        else mark("{reference}: have you reached {name}?")
    )
    yes = mark("Yes, we have spoken") if rings else mark("Yes, I have reached them")
    ends = mark("After that nobody else is paged. {name} reads that you noted it.")
    return _question(
        language,
        request,
        language.say(asked, reference=request.reference, name=name),
        language.say(ends, name=name),
        button(language.say(yes), "spokeyes", request.id.hex)
        if rings
        else button(language.say(yes), "reachedyes", request.id.hex),
    )


def lower_question(language: Language, request: Request, *, name: str) -> Screen:
    """*Less urgent than this*: where it is not urgent any more, the person is told who said so."""
    less = lowered(request.priority)
    waits = mark("It stops climbing. {name} reads that you say that it can wait.")
    climbs = mark("It is {priority} then, and goes on climbing.")
    told = (
        language.say(climbs, priority=less.value) if less.urgent else language.say(waits, name=name)
    )
    asked = mark("{reference}: is it less urgent than {priority}?")
    return _question(
        language,
        request,
        language.say(asked, reference=request.reference, priority=request.priority.value),
        told,
        button(language.say(mark("Yes, less urgent")), "loweryes", request.id.hex),
    )


def take_question(language: Language, request: Request, *, holder: str) -> Screen:
    """*Take it over*: who has it and the person who asked are told."""
    asked = mark("{reference}: take it over from {name}?")
    told = mark("{name} and the person who asked are told.")
    return _question(
        language,
        request,
        language.say(asked, reference=request.reference, name=holder),
        language.say(told, name=holder),
        button(language.say(mark("Yes, I take it over")), "takeyes", request.id.hex),
    )


def _question(
    language: Language, request: Request, asked: str, follows: str, yes: Button
) -> Screen:
    no = button(language.say(mark("No, go back")), "req", request.id.hex)
    return Screen(
        language=language.tag,
        lines=(title(asked), plain(follows)),
        rows=((yes,), (no,), (button(language.say(mark("Back to your desk")), "home"),)),
        push=Push.PAGE,
    )
