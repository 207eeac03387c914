"""A robot walks every form by phone, in every language, and suffers what people suffer."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import cycle

import pytest

from conversations.catalogue import FORMS
from fostering.policy import Provider
from storage import requests
from tests.mishaps import MISHAPS, suffer
from tests.phone_robots import PhoneRobot
from tests.phone_screens import datas_of, verbs
from tests.stories.deeds import forge
from tests.town import CAST, Town

PLAIN = {"danger": "no", "group": "people", "kind": "CH01", "happened": "planned"}
SCHOOL = {"danger": "no", "group": "family", "kind": "D13", "everyone_safe": "yes"}
SCHOOL |= {"whereabouts": "home", "can_wait": "yes"}
MOST_STEPS = 40


@pytest.fixture
def choices() -> dict[str, object]:
    """The service is ready for what young people say."""
    provider = Provider(
        name="Young Voices", number="0161 496 0177", email="", checked=date(2026, 11, 1)
    )
    return {"views": True, "advocacy_provider": provider}


async def robot_of(town: Town, name: str) -> PhoneRobot:
    """The robot that holds this person's phone."""
    return PhoneRobot(hand=town.hands[name], person=await town.person(CAST[name]))


async def at_home(robot: PhoneRobot, turns: Iterator[str]) -> None:
    """From the first screen, in the language whose turn it is."""
    await robot.writes("/language")
    await robot.presses_language(next(turns))
    await robot.writes("/home")


async def walk(robot: PhoneRobot, form: str, wanted: Mapping[str, str], first: int = 0) -> None:
    """Answer every question of a form that has been opened, with mishaps, and send it.

    On SQLite in English each question meets one, elsewhere every fifth.
    """
    if robot.form.key != form or robot.question is None:
        robot.begins(form)
    await robot.look()
    thorough = robot.tag == "en" and robot.hand.town.database.dialect == "sqlite"
    apart = 1 if thorough else 5
    for step in range(first, first + MOST_STEPS):
        if robot.question is None:
            break
        if step % apart == 0:
            await suffer(robot, MISHAPS[step // apart % len(MISHAPS)])
        await robot.answer(wanted)
    if not robot.done:
        assert "send" in verbs(robot.card), robot.card.text
        await robot.presses("back")
        await robot.presses("keep")
        await robot.presses("send")
    assert robot.done, robot.card.text
    assert await robot.draft() is None


@pytest.mark.parametrize(
    ("url", "tags"),
    [("sqlite", ("en",)), ("postgresql", ("ar", "cy"))],
    indirect=["url"],
    ids=["sqlite-en", "postgresql-ar-cy"],
)
async def test_every_form_is_walked_to_its_end_and_back(town: Town, tags: tuple[str, ...]) -> None:
    # Arabic and Welsh take turns; the stranger in the browser walks every form in each.
    turns = cycle(tags)
    rosa = await robot_of(town, "rosa")
    walked: list[str] = []
    for form, wanted in (
        ("household_change", PLAIN),
        ("difficulty", SCHOOL),
        ("support", {"group": "child", "kind": "S06"}),
        ("review_views", {}),
        ("missing_child", {}),
    ):
        await at_home(rosa, turns)
        if form == "review_views":
            await forge(rosa.hand, "open:review_views")
        else:
            await rosa.presses("open", form)
        await walk(rosa, form, wanted, first=len(walked) * 3)
        walked.append(form)
    await at_home(rosa, turns)
    await rosa.presses("decides")
    await rosa.presses("decides")
    await rosa.presses("decides", "other")
    rosa.begins("decision")
    rosa.answers |= {"child": (await placed(rosa)), "decision": "abroad"}
    await rosa.presses("askto", "abroad")
    await walk(rosa, "decision", {})
    walked.append("decision")
    for form in ("information", "child_question", "first_support"):
        await at_home(rosa, turns)
        rosa.begins(form)
        await rosa.forges(f"open:{form}")
        await walk(rosa, form, {}, first=len(walked))
        walked.append(form)
    await at_home(rosa, turns)
    await rosa.presses("help")
    await rosa.presses("tell")
    await walk(rosa, "urgent_help", {"can_ring": "yes"})
    for form, verb in (("add_words", "more"), ("correction", "correct")):
        await rosa.presses(verb)
        await walk(rosa, form, {}, first=len(walked))
        walked.append(form)
    amina = await robot_of(town, "amina")
    await at_home(amina, turns)
    await amina.presses("got")
    await amina.presses("reply")
    await walk(amina, "staff_reply", {"reply": "own"}, first=2)
    await amina.presses("spoke")
    await amina.presses("spokeyes")
    await amina.presses("close")
    await walk(amina, "close_request", {})
    await amina.presses("got", await raised_by(town, "missing_child"))
    await amina.presses("spoke")
    await amina.presses("spokeyes")
    await amina.presses("close")
    await walk(amina, "close_missing_child", {"back": "yes", "outcome": "spoke"})
    walked.append("close_missing_child")
    await at_home(rosa, turns)
    await rosa.presses("talk")
    await walk(rosa, "talk_tonight", {"can_ring": "yes"})
    await at_home(amina, turns)
    await amina.presses("open", "phone_call")
    await walk(amina, "phone_call", {"danger": "no", "group": "h_people", "kind": "CH01"})
    await at_home(amina, turns)
    await amina.presses("lost")
    await walk(amina, "lost_phone", {"person": (await town.person(CAST["jay"])).hex})
    await at_home(amina, turns)
    await amina.presses("family")
    await walk(amina, "find_family", {"carer": rosa.person.hex})
    priya = await robot_of(town, "priya")
    await at_home(priya, turns)
    await priya.presses("sups")
    priya.begins("plan_supervision")
    priya.answers["family"] = rosa.person.hex
    await priya.presses("supof", rosa.person.hex)
    await priya.presses("supplan")
    await walk(priya, "plan_supervision", {})
    for form, verb in (("plan_review", "revplan"), ("review_held", "revon")):
        await at_home(priya, turns)
        await priya.presses("revs")
        priya.begins(form)
        priya.answers["family"] = rosa.person.hex
        await priya.presses("revof", rosa.person.hex)
        await priya.presses(verb)
        await walk(priya, form, {})
        walked.append(form)
    await at_home(priya, turns)
    await priya.presses("decides")
    await priya.presses("decides")
    await priya.presses("caredays")
    priya.begins("care_day")
    child = next(d.split(":")[1] for d in datas_of(priya.card) if d.startswith("careday:"))
    priya.answers |= {"child": child, "which": "move", "said": "first"}
    await priya.presses("careday", "move.first")
    await walk(priya, "care_day", {"which": "move", "said": "first"})
    jay = await robot_of(town, "jay")
    await at_home(jay, turns)
    await jay.presses("help")
    await jay.presses("tell", "message")
    await jay.presses("write")
    await walk(jay, "own_words", {})
    await at_home(jay, turns)
    await jay.presses("help")
    await jay.presses("tell", "call")
    await walk(jay, "safe_number", {})
    walked += ["care_day", "own_words", "safe_number"]
    walked += await walk_to_an_advocate(town, jay, turns)
    walked += await walk_to_an_answer(town, jay, turns)
    walked += await walk_concerns(town, rosa, jay, turns)
    walked += ["urgent_help", "staff_reply", "close_request", "talk_tonight", "phone_call"]
    assert {*walked, "lost_phone", "find_family", "plan_supervision"} == set(FORMS)


async def walk_to_an_answer(town: Town, jay: PhoneRobot, turns: Iterator[str]) -> list[str]:
    """Jay says how things are, and the social worker whom Jay chose answers."""
    hand = await town.join("owen", "S-002")
    owen = PhoneRobot(hand=hand, person=await town.person("S-002"))
    await at_home(owen, turns)
    await at_home(jay, turns)
    await jay.presses("open", "check_in")
    await walk(jay, "check_in", {"readers": owen.person.hex, "topic": "school"})
    await owen.presses("ckread")
    await owen.presses("ckanswer")
    await walk(owen, "answer_check_in", {"said_as": "shorter", "refused": "yes"})
    await jay.writes("/home")
    await jay.presses("open", "ask")
    await walk(jay, "ask", {"readers": owen.person.hex})
    return ["check_in", "answer_check_in", "ask"]


async def walk_to_an_advocate(town: Town, jay: PhoneRobot, turns: Iterator[str]) -> list[str]:
    """A young person asks for somebody on their side, and they write to each other."""
    hand = await town.join("nadia", "A-001")
    nadia = PhoneRobot(hand=hand, person=await town.person("A-001"))
    await at_home(nadia, turns)
    await at_home(jay, turns)
    await jay.presses("side")
    await walk(jay, "advocacy", {"reach": "here"})
    await jay.presses("sidewrite")
    await walk(jay, "to_advocate", {})
    await nadia.presses("sidewrite")
    await walk(nadia, "from_advocate", {})
    return ["advocacy", "to_advocate", "from_advocate"]


async def walk_concerns(
    town: Town, rosa: PhoneRobot, jay: PhoneRobot, turns: Iterator[str]
) -> list[str]:
    """A carer and a young person complain, and the manager takes more time and answers."""
    hand = await town.join("helen", "S-006")
    helen = PhoneRobot(hand=hand, person=await town.person("S-006"))
    await at_home(helen, turns)
    await at_home(jay, turns)
    await jay.presses("unfair")
    await jay.presses("open", "young_concern")
    await walk(jay, "young_concern", {})
    await at_home(rosa, turns)
    await rosa.presses("concern")
    await rosa.presses("open", "concern")
    await walk(rosa, "concern", {})
    await helen.presses("got")
    await helen.presses("longer")
    await walk(helen, "extend_concern", {})
    await helen.presses("close")
    await walk(helen, "answer_concern", {})
    private = await walk_private_home(helen, rosa)
    return ["young_concern", "concern", "extend_concern", "answer_concern", *private]


async def walk_private_home(helen: PhoneRobot, carer: PhoneRobot) -> list[str]:
    """A manager puts the carer's household into private process, says who told them, ends it."""
    await helen.writes("/home")
    await helen.presses("family")
    await walk(helen, "find_family", {"carer": carer.person.hex})
    await helen.presses("privhome")
    forms = {
        "privon": "private_home",
        "privtold": "private_home_told",
        "privoff": "private_home_end",
    }
    for verb, form in forms.items():
        named = next(d for d in datas_of(helen.card) if d.startswith(f"{verb}:"))
        helen.begins(form)
        helen.answers["home"] = named.partition(":")[2]
        await helen.presses(verb)
        await walk(helen, form, {})
    return [*forms.values()]


async def placed(robot: PhoneRobot) -> str:
    """The placement whose list of who decides is open, as buttons name it."""
    named = [d for d in datas_of(robot.card) if d.startswith("askto:")]
    return named[0].split(":")[1]


async def raised_by(town: Town, form: str) -> str:
    """The id, as buttons name it, of the request that this form has raised."""
    async with town.database.reading() as reader:
        found = await requests.waiting(reader)
    return next(request.id.hex for request in found if request.form == form)
