"""`hearthline migrate`: the database in its newest shape."""

from commands.opening import bullets, carry_out, settings_or_stop
from commands.stopping import Stopped
from storage.migrating import MadeByANewer, check, migrate


def bring_up() -> None:
    """Bring the database of the settings up; raises Stopped when something is still wrong."""
    carry_out(_bring_up())


async def _bring_up() -> None:
    settings = settings_or_stop()
    try:
        await migrate(settings.database_url)
    except MadeByANewer as newer:
        raise Stopped(str(newer)) from None
    if wrong := await check(settings.database_url):
        raise Stopped("The database was brought up, but:", *bullets(wrong))
    print("The database has its newest shape.")
