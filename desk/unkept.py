"""What came that the policy does not keep: a clear answer, its kind noted, its content never."""

from conversations.unkept import Unkept, unkept_line, unkept_screen
from desk import drafts, reports
from desk.home import show_home
from desk.say import reply, tongue
from desk.sight import may_look
from desk.unit import Unit
from desk.young_words import offer_to_send
from fostering.danger import danger_words
from fostering.events import UnkeptSent
from fostering.references import read_reference


def unkept(unit: Unit, what: Unkept) -> None:
    """Answer with what to do instead; an open form is shown again with all its answers."""
    scene = unit.scene
    if scene.sender is not None and scene.sender.where != "private":
        return
    if scene.person is not None:
        unit.decide(
            UnkeptSent(at=scene.at, subject=scene.person.id, actor=scene.person.id, what=what.value)
        )
    line = unkept_line(tongue(unit), what)
    if not drafts.redraw_open_draft(unit, hint=line.text):
        standing = scene.person.standing if scene.person is not None else None
        if scene.person is None:
            show_home(unit)
        else:
            reply(unit, unkept_screen(tongue(unit), what, standing))


def loose_words(unit: Unit, text: str) -> None:
    """Words outside any form: nobody reads them; danger words only add the offer of help.

    A reference, as somebody reads it out on the telephone, opens its request for who may see it.
    """
    scene = unit.scene
    if scene.person is None:
        show_home(unit)
        return
    told = read_reference(text)
    found = (r for r in scene.requests.values() if r.reference == told)
    request = next((r for r in found if scene.person and may_look(unit, scene.person, r)), None)
    if request is not None:
        reports.show_request(unit, request.id)
        return
    if offer_to_send(unit, text):
        return
    reply(
        unit,
        unkept_screen(
            tongue(unit),
            Unkept.WORDS,
            scene.person.standing,
            danger=danger_words(text),
        ),
    )


def old_button(unit: Unit) -> None:
    """An old or forged button: it answers, and the present card is drawn again."""
    if not drafts.redraw_open_draft(unit):
        show_home(unit)
