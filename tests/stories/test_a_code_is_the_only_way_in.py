"""Invitations: made by the service, good once and for a short time, for one person only."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import go_home
from tests.town import Town

NOT_GOOD = "That code did not work. Codes work once and only for a short time."
OTHER_PART = "This account belongs to someone with another part in the service."


async def test_wrong_used_and_old_codes_all_get_the_same_helpful_answer(town: Town) -> None:
    helen = await town.person("S-006")
    used, used_aloud = await town.invite(helen)
    link, aloud = await town.invite(helen)
    await town.stranger("first").writes(f"/start {used}")
    town.first.sees("Your desk")
    tried = {
        "wrong link": "/start 00000000000000000000000000000000",
        "wrong words": "0123456789",
        "used link": f"/start {used}",
        "used aloud": used_aloud,
    }
    answers = {}
    for number, (name, words) in enumerate(tried.items()):
        await town.stranger(f"phone{number}").writes(words)
        answers[name] = town.hands[f"phone{number}"].screen
    await town.jump(minutes=10)
    await town.stranger("late").writes(aloud)
    answers["old aloud"] = town.late.screen
    await town.jump(hours=23, minutes=50)
    await town.stranger("later").writes(f"/start {link}")
    answers["old link"] = town.later.screen
    assert len(set(answers.values())) == 1, answers
    assert NOT_GOOD in answers["old link"]
    assert "Ask your worker for a new one." in answers["old link"]
    assert "Childline" in answers["old link"]


@ON_SQLITE
async def test_a_code_joins_only_the_person_it_was_made_for(town: Town) -> None:
    daniel = town.stranger("daniel")
    _, aloud = await town.invite(await town.person("C-002"))
    await daniel.writes(f"{aloud[:5].lower()} - {aloud[5:]}")
    daniel.sees("The office is closed.")
    await daniel.presses("I need help now", "Tell the on-call team")
    town.amina.sees("From: Daniel Okafor")
    town.rosa.does_not_see("R-")
    await town.rosa.writes("/home")
    assert "My requests (0 open)" in town.rosa.buttons
    # A new phone takes the place of the old one, which is a stranger's from then on.
    again = await town.join("newphone", "C-002")
    assert "My requests (1 open)" in again.buttons
    await daniel.writes("/home")
    assert "To use it you need a code." in daniel.screen
    assert daniel.buttons[-2:] == ["I need help now", "Language"]


@ON_SQLITE
async def test_tries_are_limited_by_the_account_and_only_for_an_hour(town: Town) -> None:
    link, _ = await town.invite(await town.person("S-006"))
    guesser = town.stranger("guesser")
    for guess in range(5):
        await guesser.writes(f"/start {guess:032x}")
    await guesser.writes(f"/start {link}")
    assert NOT_GOOD in guesser.screen
    await town.jump(minutes=61)
    await guesser.writes(f"/start {link}")
    guesser.sees("Your desk")


@ON_SQLITE
async def test_carer_young_person_and_staff_exclude_one_another(town: Town) -> None:
    await go_home(town.rosa, town.jay, town.amina)
    for name, reference in (("rosa", "S-006"), ("jay", "C-002"), ("amina", "C-002")):
        hand = town.hands[name]
        link, _ = await town.invite(await town.person(reference))
        await hand.writes(f"/start {link}")
        assert OTHER_PART in hand.screen
        await hand.writes("/home")
        right = town.stranger(f"{name}_in_private")
        await right.writes(f"/start {link}")
        assert "To use it you need a code." not in right.screen
    assert "Something has happened" in town.rosa.buttons
    assert "Hide this" in town.jay.buttons


@ON_SQLITE
async def test_a_worker_with_several_roles_has_one_chat_for_all_of_them(town: Town) -> None:
    await go_home(town.amina, town.priya)
    assert {"Waiting (0)", "Add a phone call", "A phone is lost: unlink it"} <= {
        *town.amina.buttons
    }
    assert "Supervisions" not in town.amina.buttons
    assert "Supervisions" in town.priya.buttons
    assert "Add a phone call" not in town.priya.buttons
