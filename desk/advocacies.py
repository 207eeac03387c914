"""Advocacy at the desk: asked for, passed to the provider alone, told on to nobody of the service.

Nothing here goes through the telling of requests: no page, no list and no climb of the staff can
meet it (practice 17).
"""

from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from uuid import UUID, uuid4

from conversations.advocacy import on_my_side_card, ring_them_yourself, stop_question
from conversations.advocacy_letter import SUBJECT, letter_lines
from conversations.advocate_desk import advocate_card, not_yours
from conversations.form import Form
from conversations.refusals import sentence
from conversations.screen import Screen
from desk import drafts
from desk.advocacy_views import asked_of, on_my_side, reached_here
from desk.answers import write_answers
from desk.home import show_home
from desk.letters import Letter, put_letter
from desk.say import MARKS, reply, say, to_person, tongue, tongue_of
from desk.unit import Lane, Unit
from desk.views import name_of
from fostering import advocacy as rules
from fostering import advocacy_letters as letters
from fostering.advocacy import Advocacy
from fostering.drafts import Answer, Draft
from fostering.due import due
from fostering.events import Event, WordsRead
from fostering.people import Person, Standing
from fostering.permission import may_see_advocacy
from fostering.policy import Provider
from fostering.refusals import NoAdvocate, Refusal
from locales import language

Answers = Mapping[str, Answer]
Rule = Callable[[Advocacy, Person], tuple[Event, ...]]


def show_door(unit: Unit) -> None:
    """*Get someone on my side*: where it stands, the questions, or whom to ring themselves."""
    person = unit.scene.person
    if person is None or person.standing is not Standing.YOUNG_PERSON:
        show_home(unit)
        return
    mine = next((a for a in unit.scene.advocacies.values() if a.open), None)
    if mine is not None:
        _show(unit, mine)
    elif not unit.scene.policy.views:
        show_home(unit)
    elif _somebody_there(unit):
        drafts.open_form(unit, "advocacy")
    else:
        reply(unit, ring_them_yourself(tongue(unit), unit.scene.policy.advocacy_provider))


def send(unit: Unit, form: Form, draft: Draft, answers: Answers) -> None:
    """The last answer is given and they said yes to passing it on: to the provider alone."""
    del form, draft
    scene = unit.scene
    person = scene.person
    mine = next((a for a in scene.advocacies.values() if a.open), None)
    if person is None or mine is not None or not scene.policy.views:
        show_door(unit)
        return
    key, words = uuid4(), write_answers(answers)
    provider = letters.provider_to_write(scene.policy, scene.advocates)
    try:
        if provider is not None and scene.token is not None:
            hashed = scene.token.hash
            asked = letters.ask_by_letter(
                key, person, provider, scene.policy, scene.at, words, token_hash=hashed
            )
        else:
            asked = rules.ask(key, person, scene.advocates, scene.policy, scene.at, words)
    except NoAdvocate:
        reply(unit, ring_them_yourself(tongue(unit), scene.policy.advocacy_provider))
        return
    unit.decide(*asked)
    scene.people[person.id] = person
    if provider is not None:
        _write_letter(unit, scene.advocacies[key], provider)
    tell(unit, scene.advocacies[key], newly=set(scene.advocacies[key].told))


def ask_next(unit: Unit, key: str) -> None:
    """*Write to them too*: the next provider, once the first have not answered in time."""
    found, scene = _theirs(unit, key), unit.scene
    further = letters.next_provider(found[0], scene.policy) if found is not None else None
    if found is None or further is None or scene.token is None:
        show_door(unit)
        return
    asked, person = found
    hashed = scene.token.hash
    try:
        unit.decide(*letters.ask_next(asked, person, scene.policy, scene.at, token_hash=hashed))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        return
    _write_letter(unit, scene.advocacies[asked.id], further)
    _show(unit, scene.advocacies[asked.id])


def _write_letter(unit: Unit, asked: Advocacy, provider: Provider) -> None:
    """No name, no place, no story; kept under the young person's key until it is carried."""
    policy, token = unit.scene.policy, unit.scene.token
    if token is None:
        return
    words = language(policy.languages[0])
    mark_of = (words.say(MARKS[policy.mode]),) if policy.mode in MARKS else ()
    lines = (*mark_of, *letter_lines(words, asked, token.address(policy)))
    letter = Letter(subject=words.say(SUBJECT), lines=lines)
    unit.letters.append(put_letter(letter, provider.email, lane=Lane.NOTICE, seals=asked.author))


def show_one(unit: Unit, key: str) -> None:
    """An advocate opens one of theirs."""
    found = _theirs(unit, key)
    if found is None:
        show_home(unit)
    else:
        _show(unit, found[0])


def ask_stop(unit: Unit, key: str) -> None:
    """*I don't need this any more*, asked once more."""
    found = _theirs(unit, key)
    if found is None:
        show_home(unit)
    else:
        reply(unit, stop_question(tongue(unit), found[0]), card=f"advocacy:{key}")


def stop(unit: Unit, key: str) -> None:
    """It ends: by the young person, or by their advocate when they have finished."""
    _act(unit, key, lambda asked, person: rules.end(asked, person, unit.scene.at))


def say_contacted(unit: Unit, key: str) -> None:
    """*I have made contact*."""
    _act(unit, key, lambda asked, person: rules.say_contacted(asked, person, unit.scene.at))


def say_appointed(unit: Unit, key: str) -> None:
    """*I am their advocate now*."""
    _act(
        unit,
        key,
        lambda asked, person: rules.say_appointed(
            asked, person, unit.scene.at, holder=name_of(unit, asked.advocate)
        ),
    )


def pass_on(unit: Unit, key: str) -> None:
    """*I can't take this*: the next of the provider's people hears of it."""
    scene = unit.scene
    _act(
        unit,
        key,
        lambda asked, person: rules.pass_on(asked, person, scene.advocates, scene.policy, scene.at),
    )


def write_to_them(unit: Unit, key: str) -> None:
    """*Write to them*, by either side, where they want to be reached in this chat."""
    found = _theirs(unit, key)
    if found is None or not found[0].open or not reached_here(unit, found[0]):
        show_home(unit)
        return
    young = found[1].standing is Standing.YOUNG_PERSON
    drafts.open_form(unit, "to_advocate" if young else "from_advocate", request=found[0].id)


def send_words(unit: Unit, form: Form, draft: Draft, answers: Answers) -> None:
    """Words to each other."""
    del form
    key = draft.request.hex if draft.request is not None else ""
    words = str(answers.get("words", ""))
    scene = unit.scene

    def send_it(asked: Advocacy, person: Person) -> tuple[Event, ...]:
        return rules.write(asked, person, words, scene.advocates, scene.policy, scene.at)

    _act(unit, key, send_it)


def tell_late(unit: Unit, key: UUID) -> None:
    """What was promised was not noted: the young person and all of the provider hear of it."""
    scene = unit.scene
    asked = scene.advocacies.get(key)
    if asked is None:
        return
    for matter in due(asked, scene.policy, scene.at):
        unit.told.append((matter.rule.value, key.hex, matter.occurrence))
        unit.decide(*rules.say_late(asked, matter, scene.advocates, scene.at))
        stands = scene.advocacies[key]
        tell(unit, stands, newly=set(stands.told))


def _somebody_there(unit: Unit) -> bool:
    there = any(person.linked for person in unit.scene.advocates)
    if there:
        return unit.scene.policy.advocacy_provider is not None
    return letters.provider_to_write(unit.scene.policy, unit.scene.advocates) is not None


def _theirs(unit: Unit, key: str) -> tuple[Advocacy, Person] | None:
    """The one that a button names, and who pressed it, if it is theirs to see at all."""
    person = unit.scene.person
    found = next((a for a in unit.scene.advocacies.values() if a.id.hex == key), None)
    if person is None or found is None or not may_see_advocacy(person, found):
        return None
    return found, person


def _act(unit: Unit, key: str, rule: Rule) -> None:
    """Let the rule decide; a forged or old press changes nothing."""
    found = _theirs(unit, key)
    if found is None:
        show_home(unit)
        return
    asked, person = found
    try:
        unit.decide(*rule(asked, person))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        _show(unit, asked)
        return
    stands = unit.scene.advocacies[asked.id]
    others = set(stands.told) if person.id == stands.author else set(stands.told - asked.told)
    tell(unit, stands, newly=others)


def _show(unit: Unit, asked: Advocacy) -> None:
    """The card as it stands, for whoever is at the desk."""
    person = unit.scene.person
    words = tongue(unit)
    if person is None:
        return
    if person.standing is Standing.YOUNG_PERSON:
        card = on_my_side_card(words, asked, on_my_side(unit, asked))
        reply(unit, card, card=f"advocacy:{asked.id.hex}")
    elif may_see_advocacy(person, asked):
        card = advocate_card(words, asked, asked_of(unit, asked, person, words))
        reply(unit, card, card=f"side:{asked.id.hex}")
        _note_read(unit, asked, person)
    else:
        reply(unit, not_yours(words), card=f"side:{asked.id.hex}")


def tell(unit: Unit, asked: Advocacy, *, newly: Set[UUID] = frozenset()) -> None:
    """Everybody whom it concerns sees it as it stands: the young person and the provider."""
    scene = unit.scene
    at_desk = scene.person.id if scene.person is not None else None
    _show(unit, asked)
    author = scene.people.get(asked.author)
    if author is not None and author.linked and author.id != at_desk:
        words = tongue_of(unit, author)
        screen = on_my_side_card(words, asked, on_my_side(unit, asked))
        card = f"advocacy:{asked.id.hex}"
        silent = not reached_here(unit, asked)
        say(unit, _fresh(screen, not silent), to=to_person(author), card=card, edit_only=silent)
    for advocate in scene.advocates:
        if advocate.id == at_desk or not may_see_advocacy(advocate, asked) or not advocate.linked:
            continue
        words = tongue_of(unit, advocate)
        screen = advocate_card(words, asked, asked_of(unit, asked, advocate, words))
        loud = advocate.id in newly
        say(
            unit,
            _fresh(screen, loud),
            to=to_person(advocate),
            card=f"side:{asked.id.hex}",
            lane=Lane.NOTICE,
            edit_only=not loud,
        )
        if loud:
            _note_read(unit, asked, advocate)


def _fresh(screen: Screen, loud: bool) -> Screen:
    return replace(screen, fresh=loud)


def _note_read(unit: Unit, asked: Advocacy, advocate: Person) -> None:
    """Every read of what a young person sent is written down."""
    unit.decide(
        WordsRead(at=unit.scene.at, subject=asked.author, actor=advocate.id, request=asked.id)
    )
