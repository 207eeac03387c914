"""`hearthline forget`: one person's words can never be read again; the chronology still holds."""

from commands.inviting import find, the_one
from commands.opening import bullets, carry_out, opened
from commands.stopping import Stopped
from storage import requests
from storage.forgetting import forget


def forget_person(words: str, *, sure: bool) -> None:
    """Forget the one person whom these words name.

    Raises Stopped when it is nobody or several, when something of theirs is still open, or when
    `sure` is missing: it cannot be undone (UK GDPR, article 17; the service decides what it must
    keep elsewhere first).
    """
    carry_out(_forget(words, sure))


async def _forget(words: str, sure: bool) -> None:
    async with opened() as house:
        async with house.database.reading() as reader:
            person = the_one(words, await find(reader, words))
            still_open = (await requests.open_of(reader, [person.id])).get(person.id, ())
        if still_open:
            raise Stopped(
                f"{person.name} was not forgotten. These requests are still open:",
                *bullets([request.reference for request in still_open]),
            )
        if not sure:
            raise Stopped(
                f"{person.name} was not forgotten. It cannot be undone: every word of theirs goes.",
                "If your service has filed what it must keep, say it again with --sure",
            )
        async with house.database.writing() as writer:
            await forget(writer, person.id, None)
    print("Forgotten. Backups made before still hold their key: let them run out.")
