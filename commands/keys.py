"""`hearthline keys`: a fresh key to seal personal words with, and its successor."""

from dataclasses import replace

from commands.opening import bullets, carry_out, open_or_stop, settings_or_stop
from commands.stopping import Stopped
from storage import leases
from storage.alone import NotAlone, alone
from storage.clock import Clock
from storage.keys import KeyRing, write_file
from storage.kill_points import WRAPPING, pass_point
from storage.migrating import check
from storage.settings import Settings

RUNS = "Hearthline is running. Stop it first: it does not know the new key yet."


def make_key() -> None:
    """Print a line for .env with a fresh key."""
    print(f"HEARTHLINE_KEYS={KeyRing.fresh().write()}")


def rotate(*, another: bool) -> None:
    """Wrap every key anew under the first key of the ring, adding that key where it is missing.

    A ring of one key gets a new one first; a ring of several only finishes what was begun, however
    often it is said, unless `another` key is wanted. The old ones stay in the ring, for backups.
    Raises Stopped where the service runs, or where the ring stands in the setting itself and
    somebody has to put the new line there before anything is wrapped by it.
    """
    settings = settings_or_stop()
    try:
        with alone(settings.database_url) as nobody_else:
            carry_out(_rotate(settings, another, nobody_else=nobody_else))
    except NotAlone:
        raise Stopped(RUNS) from None


async def _rotate(settings: Settings, another: bool, *, nobody_else: bool) -> None:
    if wrong := await check(settings.database_url):
        raise Stopped("The database is not ready:", *bullets(wrong))
    if not nobody_else:
        await _look_whether_it_runs(settings)
    if another or len(settings.keys.keys) == 1:
        settings = _with_a_new_key(settings)
    database = await open_or_stop(settings, Clock(), beside=True)
    try:
        async with database.writing() as writer:
            count = await writer.vault.rewrap()
            pass_point(WRAPPING)
    finally:
        await database.close()
    print(f"Wrapped anew: {count}. All are under key {settings.keys.active} now.")
    print(
        "Put a copy of the ring into the safe. Backups made before need the older key: keep it in"
    )
    print("the ring until they have run out.")


async def _look_whether_it_runs(settings: Settings) -> None:
    """A service that runs has only read the ring as it was."""
    database = await open_or_stop(settings, Clock(), beside=True)
    try:
        async with database.reading() as reader:
            if await leases.held(reader):
                raise Stopped(RUNS)
    finally:
        await database.close()


def _with_a_new_key(settings: Settings) -> Settings:
    """The ring with a key more, written into its file before anything is wrapped by it."""
    ring = settings.keys.with_a_new_key()
    if settings.keys_file is None:
        print(f"HEARTHLINE_KEYS={ring.write()}")
        raise Stopped(
            "Nothing is changed yet: the ring stands in the setting itself. Put the line above in "
            "its place, keep a copy in the safe, and say `hearthline keys rotate` again."
        )
    try:
        write_file(settings.keys_file, ring)
    except OSError as reason:
        raise Stopped(
            f"Nothing is changed: the file of keys could not be written ({reason.strerror}). "
            "Whoever says this must own the file and its folder."
        ) from None
    print(f"Key {ring.active} stands first in {settings.keys_file} now.")
    return replace(settings, keys=ring)
