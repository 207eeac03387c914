"""Requests at the desk, from the side of the person who asked: show, add, correct, copy."""

from collections.abc import Callable
from uuid import UUID

from conversations.card import shown_answers
from conversations.catalogue import FORMS
from conversations.refusals import sentence
from conversations.request_views import copy_of_request, requests_list
from desk.answers import answers_of
from desk.discretion import is_discreet, is_frozen, own_requests
from desk.facts import facts_for
from desk.home import show_home
from desk.say import reply, tongue
from desk.sight import may_look, named
from desk.telling import author_screen, show_page
from desk.unit import Unit
from desk.views import TO_RING, household_of, title_for_author
from fostering import contact_denied as rules_of_contact
from fostering import requests as rules
from fostering.events import Event
from fostering.people import Person, Standing
from fostering.refusals import Refusal
from fostering.requests import Request
from locales import mark


def show_request(unit: Unit, key: UUID) -> None:
    """The card of a request: for its author, or as a page for a worker who may see it."""
    person = unit.scene.person
    request = unit.scene.requests.get(key)
    if person is None or request is None or not may_look(unit, person, request):
        unit.toast = tongue(unit).say(
            mark("That button does not work any more. Here is the start.")
        )
        show_home(unit)
        return
    if person.standing is Standing.STAFF:
        show_page(unit, person, key)
        return
    reply(unit, author_screen(unit, request, person), card=f"request:{key.hex}")


def show_request_named(unit: Unit, key: str) -> None:
    """A button that names a request."""
    request = named(unit, key)
    if request is None:
        show_home(unit)
        return
    show_request(unit, request.id)


def show_mine(unit: Unit, page: str = "") -> None:
    """*My requests*: the person's own, the newest first."""
    person = unit.scene.person
    if person is None or person.standing is not Standing.CARER:
        show_home(unit)
        return
    words = tongue(unit)
    mine = own_requests(unit, person)
    titled = [(r, title_for_author(unit, r, words)) for r in mine]
    frozen = [r.id for r in mine if is_frozen(unit, r)]
    reply(unit, requests_list(words, titled, page=page, frozen=frozen))


def show_copy(unit: Unit, key: str) -> None:
    """*Send me what I reported*: questions and answers as they stand, and what came later."""
    person, request = unit.scene.person, named(unit, key)
    if person is None or request is None or request.author != person.id or request.private:
        show_home(unit)
        return
    words = tongue(unit)
    form = FORMS.get(request.form) or FORMS.get("urgent_help")
    told: list[tuple[str, str]] = []
    answers = answers_of(unit, request)
    if form is not None and answers:
        facts = facts_for(unit, words, household_of(unit, request))
        only = TO_RING if is_discreet(unit, request) else ()
        told += shown_answers(form, answers, facts, only=only)
    for line in unit.scene.written.get(request.id, ()):
        if line.event == "WordsAdded":
            told.append((words.moment(line.at), line.words["words"]))
    reply(unit, copy_of_request(words, request, title_for_author(unit, request, words), told))


def say_mistake(unit: Unit, key: str) -> None:
    """*I pressed this by mistake*: told to a human, who confirms."""
    _by_author(unit, key, lambda r, p: rules.say_mistake(r, p, unit.scene.at))


def say_seen(unit: Unit, key: str) -> None:
    """*Answer: I have seen this*: it answers what a worker wrote, so contact may be recorded."""
    _by_author(unit, key, lambda r, p: rules.say_seen(r, p, unit.scene.at))


def say_back_safe(unit: Unit, key: str) -> None:
    """*Back safe*: closes nothing; a worker speaks to the carer (practice 11)."""
    _by_author(unit, key, lambda r, p: rules.say_back_safe(r, p, unit.scene.at))


def undo_back_safe(unit: Unit, key: str) -> None:
    """*Not back after all*."""
    _by_author(unit, key, lambda r, p: rules.say_back_safe(r, p, unit.scene.at, undone=True))


def deny_contact(unit: Unit, key: str) -> None:
    """*Nobody has spoken with me*, after a worker noted a call: what is urgent climbs at once."""
    scene = unit.scene
    _by_author(
        unit,
        key,
        lambda r, p: rules_of_contact.deny_contact(
            r, p, scene.roster, household_of(unit, r), scene.policy, scene.at
        ),
    )


def say_helped(unit: Unit, key: str, answer: str) -> None:
    """*Did this help?*, after it was closed; whoever had it is told."""
    if answer not in rules.HELPED:
        show_home(unit)
        return
    _by_author(unit, key, lambda r, p: rules.judge(r, p, answer, unit.scene.at))


def _by_author(unit: Unit, key: str, rule: Callable[[Request, Person], tuple[Event, ...]]) -> None:
    person, request = unit.scene.person, named(unit, key)
    if person is None or request is None:
        show_home(unit)
        return
    try:
        unit.decide(*rule(request, person))
    except Refusal as refusal:
        refuse(unit, refusal)
        return
    show_request(unit, request.id)


def refuse(unit: Unit, refusal: Refusal) -> None:
    """A rule said no: one line says why, and the present first screen is drawn."""
    unit.toast = sentence(refusal, tongue(unit))
    show_home(unit)
