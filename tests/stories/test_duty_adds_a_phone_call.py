"""After a phone call a worker adds the request for the carer in half a minute."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import forge, go_home, named_on, own_request, reference_on
from tests.town import Town


async def test_an_urgent_call_pages_and_the_carer_has_it_under_my_requests(town: Town) -> None:
    await go_home(town.tom)
    await town.tom.presses("Add a phone call", "Rosa Okafor", "No", "Hurt, ill or in hospital")
    await town.tom.presses("Badly hurt, ill or in hospital")
    await town.tom.writes("B fell, ambulance is there")
    await town.tom.presses("The number we hold for them", "Yes", "No, nobody", "Send")
    town.tom.sees("P1 · Badly hurt, ill or in hospital")
    town.amina.sees("Added by a worker after a phone call.")
    town.amina.sees("From: Rosa Okafor")
    town.amina.sees("B fell, ambulance is there")
    town.rosa.sees("Badly hurt, ill or in hospital · R-")
    await town.amina.presses("I've got it")
    town.rosa.sees("Amina Yusuf has it.")
    await go_home(town.rosa)
    assert "My requests (1 open)" in town.rosa.buttons
    town.jay.does_not_see("hurt")


@ON_SQLITE
async def test_only_duty_can_and_only_for_a_carer(town: Town) -> None:
    await go_home(town.priya, town.rosa)
    assert "Add a phone call" not in town.priya.buttons
    await forge(town.rosa, "open:phone_call")
    town.rosa.does_not_see("Which family rang?")


@ON_SQLITE
async def test_a_carer_without_a_chat_is_rung_and_nothing_is_written_to_them(town: Town) -> None:
    await go_home(town.tom)
    await town.tom.presses("Add a phone call", "Daniel Okafor", "No", "Hurt, ill or in hospital")
    await town.tom.presses("Badly hurt, ill or in hospital", "Skip")
    await town.tom.presses("The number we hold for them", "No", "No, nobody", "Send", "I've got it")
    town.tom.sees("They have no chat with us: what you write here does not reach them. Ring.")
    assert "Reply" not in town.tom.buttons
    await town.tom.presses("When will I ring?")
    town.tom.does_not_see("they will be told this time")


@ON_SQLITE
async def test_the_worker_is_pointed_at_what_the_carer_told_already(town: Town) -> None:
    await town.rosa.presses("I need help now", "Tell the on-call team")
    await go_home(town.tom)
    await town.tom.presses("Add a phone call", "Rosa Okafor", "No", "Hurt, ill or in hospital")
    await town.tom.presses("Badly hurt, ill or in hospital", "Skip")
    await town.tom.presses("The number we hold for them", "No", "No, nobody", "Send")
    assert any("open as well. Is it about the same?" in toast for toast in town.tom.toasts)


@ON_SQLITE
async def test_the_same_matter_is_joined_and_goes_on_climbing_as_one(town: Town) -> None:
    await town.rosa.presses("I need help now", "Tell the on-call team")
    told = reference_on(town.amina, "Urgent help")
    await go_home(town.tom)
    await town.tom.presses("Add a phone call", "Rosa Okafor", "No", "Hurt, ill or in hospital")
    await town.tom.presses("Badly hurt, ill or in hospital")
    await town.tom.writes("B fell, ambulance is there")
    await town.tom.presses("The number we hold for them", "Yes", "No, nobody", "Send")
    call = named_on(town.tom, f"The same as {told}")
    await forge(town.rosa, f"same:{call}")
    assert f"The same as {told}" in town.tom.buttons
    await town.tom.presses(f"The same as {told}")
    for worker in (town.tom, town.amina):
        worker.sees("B fell, ambulance is there")
    town.amina.sees("Closed.")
    assert "Urgent help" in town.tom.screen
    town.rosa.sees(f"It is about the same as {told}. We go on there.")
    await go_home(town.rosa)
    assert "My requests (1 open)" in town.rosa.buttons
    await town.forward(minutes=6)
    town.tom.sees("Page 2. It may repeat an earlier one.")


@ON_SQLITE
async def test_without_a_yes_nothing_is_sent_to_the_carers_phone(town: Town) -> None:
    before = len(town.rosa.messages)
    await go_home(town.tom)
    await town.tom.presses("Add a phone call", "Rosa Okafor", "No", "Hurt, ill or in hospital")
    await town.tom.presses("Badly hurt, ill or in hospital", "Skip")
    await town.tom.presses("The number we hold for them", "No", "No, nobody", "Send", "I've got it")
    town.tom.sees("Nothing is sent to their chat: they did not ask for it.")
    assert "Reply" not in town.tom.buttons
    await town.tom.presses("When will I ring?")
    town.tom.does_not_see("they will be told this time")
    assert len(town.rosa.messages) == before
    await go_home(town.rosa)
    await town.rosa.presses("My requests (1 open)")
    town.rosa.sees("A call with us")
    await town.rosa.presses(own_request(town.rosa))
    town.rosa.sees("A call with us · R-")
    for words in ("hurt", "hospital", "Ring 999 if they do not wake"):
        town.rosa.does_not_see(words)


@ON_SQLITE
async def test_a_call_about_a_frightening_adult_leaves_no_trace_on_the_phone(town: Town) -> None:
    before = len(town.rosa.messages)
    await go_home(town.tom)
    await town.tom.presses("Add a phone call", "Rosa Okafor", "No", "Danger now, or a death")
    await town.tom.presses("A frightening or violent adult", "Skip")
    await town.tom.presses("The number we hold for them")
    town.tom.does_not_see("May we write to them here?")
    await town.tom.presses("No, nobody", "Send")
    town.amina.sees("A frightening or violent adult")
    assert len(town.rosa.messages) == before
    await go_home(town.rosa)
    assert "My requests (0 open)" in town.rosa.buttons
    await town.rosa.presses("My requests (0 open)")
    town.rosa.does_not_see("R-")


@ON_SQLITE
async def test_a_matter_for_the_telephone_asks_no_words_and_who_must_not_see_it(
    town: Town,
) -> None:
    helen = await town.join("helen", "S-006")
    await go_home(town.tom)
    await town.tom.presses("Add a phone call", "Rosa Okafor", "No", "Abuse, harm or police")
    await town.tom.presses("Allegation against a carer")
    town.tom.sees("By phone only: write nothing about it here.")
    town.tom.does_not_see("What did they say")
    await town.tom.presses("The number we hold for them")
    town.tom.sees("Is there a worker who must not see this?")
    await town.tom.presses("Priya Sharma (supervising)", "That is all", "Send")
    helen.sees("Allegation against a carer")
    for hand in (town.priya, town.rosa):
        hand.does_not_see("R-")


@ON_SQLITE
async def test_who_must_not_see_it_is_left_out_of_the_climb(town: Town) -> None:
    await go_home(town.tom)
    await town.tom.presses("Add a phone call", "Rosa Okafor", "No", "Abuse, harm or police")
    await town.tom.presses("Racism or hate", "Skip", "The number we hold for them", "No")
    await town.tom.presses("Priya Sharma (supervising)", "That is all", "Send")
    town.tom.sees("Racism or hate")
    town.priya.does_not_see("R-")
