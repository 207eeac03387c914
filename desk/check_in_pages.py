"""The check-in on a reader's page: opened, which is written down, and answered."""

from conversations.check_in_page import open_page
from conversations.forms.answer_check_in import KEY
from conversations.refusals import sentence
from desk import drafts
from desk.check_in_views import view_of
from desk.facts import facts_for
from desk.pages import refuse
from desk.say import reply, tongue
from desk.sight import may_act, named
from desk.telling import show_page
from desk.unit import Unit
from desk.views import household_of
from fostering import check_in as rules
from fostering.events import WordsRead
from fostering.people import Person
from fostering.refusals import Refusal
from fostering.requests import Request


def open_to_read(unit: Unit, key: str) -> None:
    """*Open and read it*: the first who opens it has it; every reading is written down."""
    found = _for_reader(unit, key)
    if found is None:
        refuse(unit)
        return
    worker, request = found
    scene = unit.scene
    try:
        unit.decide(*rules.open_to_read(request, worker, scene.at))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        show_page(unit, worker, request.id)
        return
    now = scene.requests[request.id]
    facts = facts_for(unit, tongue(unit), household_of(unit, now))
    page = open_page(tongue(unit), now, view_of(unit, now, facts))
    reply(unit, page, card=f"page:{key}")
    unit.decide(WordsRead(at=scene.at, subject=now.author, actor=worker.id, request=now.id))


def ask_answer(unit: Unit, key: str) -> None:
    """*Answer*: the three parts, asked one after another."""
    found = _for_reader(unit, key)
    if found is None:
        refuse(unit)
        return
    worker, request = found
    try:
        rules.check_answers(request)
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        show_page(unit, worker, request.id)
        return
    drafts.ask_words(unit, key, form=KEY)


def _for_reader(unit: Unit, key: str) -> tuple[Person, Request] | None:
    """The presser and the check-in, if they may read it; else nothing at all."""
    worker, request = unit.scene.person, named(unit, key)
    if worker is None or request is None or not request.is_said:
        return None
    return (worker, request) if may_act(unit, worker, request) else None
