"""*I can't reach a worker* does not go to the worker who cannot be reached."""

from tests.stories.deeds import go_home
from tests.town import Town


async def test_the_team_manager_owns_it_when_it_is_the_supervising_social_worker(
    town: Town,
) -> None:
    helen = await town.join("helen", "S-006")
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No", "Money, papers or workers")
    await town.rosa.presses("I can't reach a worker", "My supervising social worker")
    await town.rosa.presses("A call back", "Skip", "It is not about a child", "Before today")
    await town.rosa.presses("Yes", "Yes", "Nobody yet", "Advice", "That is all")
    await town.rosa.presses("The number you have for me", "Skip", "Skip", "No, nobody", "Send")
    town.rosa.sees("It goes to Helen Marsh.")
    town.rosa.does_not_see("It goes to Priya Sharma.")
    helen.sees("I can't reach a worker")
