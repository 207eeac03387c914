"""What the person's own card and copy say, and what they cover."""

import json
from dataclasses import replace
from datetime import date
from uuid import UUID

from conversations.duty_replies import reply_words
from conversations.kinds import KINDS
from desk.own_copies import _told
from desk.reach import Wish
from desk.views import standpoint
from fostering.people import Absence, Person
from fostering.priority import Priority
from fostering.requests import Request, acknowledge
from locales import language
from tests.desk.a_full_desk import ARI, EVENING, PLACED, ROUTINE
from tests.desk.at_the_desk import draft_of, line, unit_of
from tests.rules.cast import CARER, DEE, HOME, MONDAY_NOON, ROSTER, SAM, YOUNG
from tests.rules.requests_told import follow, raised

WORDS = language("en")
ASKED = raised(
    form="difficulty", priority=Priority.P2, kind=KINDS[ROUTINE], code=ROUTINE, at=EVENING
)
HELP = raised()
DAY = date(2026, 11, 2)
AWAY = replace(SAM, absences=(Absence(first=DAY, last=date(2026, 11, 5), cover=DEE.id),))


def away(request: Request, *workers: Person) -> object:
    known = {worker.id: worker for worker in workers}
    roster = tuple(known.get(worker.id, worker) for worker in ROSTER)
    unit = unit_of(CARER, request, roster=roster, at=MONDAY_NOON)
    return standpoint(unit, request, WORDS).away


def test_a_card_says_who_is_away_only_where_somebody_else_answers_for_them() -> None:
    by_dee = replace(ASKED, owner=DEE.id)
    assert away(by_dee, AWAY) == ("Sam", date(2026, 11, 5))
    assert away(by_dee) is None
    assert away(ASKED, AWAY) is None
    assert away(replace(by_dee, owner=None), AWAY) is None
    assert away(replace(by_dee, kind=""), AWAY) is None
    assert away(replace(by_dee, household=None), AWAY) is None
    unknown = {HOME.id: replace(HOME, supervising_social_worker=UUID(int=5))}
    unit = unit_of(CARER, by_dee, households=unknown, at=MONDAY_NOON)
    assert standpoint(unit, by_dee, WORDS).away is None


def test_a_young_person_reads_a_fixed_reply_in_words_of_their_own() -> None:
    said = replace(line("ReplySent"), words={"code": "hospital"}, actor=DEE.id)
    read = {}
    for person in (CARER, YOUNG):
        request = replace(HELP, author=person.id)
        unit = unit_of(person, request, written={request.id: (said,)})
        [(_, who, words)] = standpoint(unit, request, language("cy")).replies
        read[person.name] = (who, words)
    assert read["Rosa"][0] == read["Ari"][0] == "Dee"
    assert [read[name][1] for name in ("Rosa", "Ari")] == [
        reply_words(language("cy"), {"code": "hospital"}, young=young) for young in (False, True)
    ]
    assert read["Rosa"][1] != read["Ari"][1]


def test_a_card_says_how_many_were_told_who_has_it_and_since_when_something_was_added() -> None:
    taken = follow(HELP, acknowledge(HELP, DEE, MONDAY_NOON))
    added = line("WordsAdded", at=MONDAY_NOON)
    unit = unit_of(CARER, HELP, written={HELP.id: (added,)})
    view = standpoint(unit, HELP, WORDS)
    assert (view.holder, view.climbed, view.added_at) == ("", 0, MONDAY_NOON)
    assert standpoint(unit, taken, WORDS).holder == "Dee"
    assert standpoint(unit_of(CARER, HELP), HELP, WORDS).added_at is None
    assert standpoint(unit_of(CARER, ASKED), ASKED, WORDS).climbed == 0
    assert HELP.escalation is not None
    paged = (*HELP.escalation.paged, DEE.id)
    climbed = replace(HELP, escalation=replace(HELP.escalation, paged=paged))
    assert standpoint(unit_of(CARER, climbed), climbed, WORDS).climbed == 1


def test_in_a_copy_the_names_of_others_are_covered_and_nobody_is_not() -> None:
    asked = replace(ASKED, form="child_question", kind="")
    shown = {}
    for covered, left_out in ((True, SAM.id.hex), (False, SAM.id.hex), (True, "nobody")):
        answers = {"child": PLACED.id.hex, "question": "Why?", "must_not_see": [left_out]}
        written = {ASKED.id: (line("RequestRaised", json.dumps(answers)),)}
        unit = unit_of(None, asked, written=written, household=HOME)
        told = _told(unit, asked, CARER, WORDS, covered=covered).answers
        shown[covered, left_out == "nobody"] = [text for _, text in told]
    child, question, worker = shown[True, False]
    assert child == worker == shown[True, True][0]
    assert question == shown[True, True][1] == "Why?"
    assert shown[True, True][2] != worker
    assert ("A. Otter" in shown[False, False][0], "Sam" in shown[False, False][2]) == (True, True)


def test_what_a_draft_is_about_is_within_reach() -> None:
    of = draft_of(ARI, "safe_number", HELP.id)
    without = replace(draft_of(ARI, "safe_number"), id=UUID(int=8))
    scene = unit_of(ARI, drafts={of.id: of, without.id: without}).scene
    assert Wish(scene=scene, person=ARI).ids == {HELP.id}
    assert Wish(scene=scene, person=ARI, named=(ASKED.id,)).ids == {HELP.id, ASKED.id}


def test_a_card_says_who_lowered_it_and_without_that_line_who_has_it() -> None:
    taken = follow(HELP, acknowledge(HELP, DEE, MONDAY_NOON))
    lowered = replace(taken, priority=Priority.P2)
    by_sam = replace(line("PriorityLowered"), actor=SAM.id)
    for request, lines, by in (
        (taken, (by_sam,), ""),
        (lowered, (by_sam,), "Sam"),
        (lowered, (), "Dee"),
        (replace(lowered, escalation=None), (by_sam,), ""),
    ):
        unit = unit_of(CARER, request, written={request.id: lines})
        assert standpoint(unit, request, WORDS).lowered_by == by
