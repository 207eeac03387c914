"""`hearthline demo`: phones in a browser, the real bot behind them, all on this machine."""

import asyncio
import signal
import sys
import webbrowser
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID

from commands.demo_cast import CAST, GROUP_TITLE, Part
from commands.demo_folder import BOT_NAME, SAMPLES, Surroundings, prepare
from commands.inviting import Codes, find, make_codes, responsible
from commands.opening import Opened, carry_out
from commands.stopping import Stopped
from simulator.phones import Phone
from simulator.server import build, serve
from simulator.world import World
from storage import links, people, rooms
from storage.clock import Clock
from storage.database import Database

FOLDER = Path(".demo")
LOOPBACK = "127.0.0.1"
LINK_SECONDS = 30.0
STOP_SECONDS = 12.0
LOOK_SECONDS = 0.1


class DemoClock:
    """The demo's hands on the service's own clock; the bot reads the same offset."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def now(self) -> datetime:
        """What time it is in the demo, aware UTC."""
        return self._clock.now()

    async def move(self, words: str) -> datetime:
        """Move it by "+5m", "+6w", "next 09:00"; raises MoveNotUnderstood."""
        async with self._database.writing() as writer:
            return await self._clock.move(writer, words)


def show_demo(
    *, port: int, browser: bool = False, lists: Path | None = None, quick: bool = False
) -> None:
    """Show the demo until Ctrl+C; raises Stopped when it cannot begin.

    A `quick` one answers faster than Telegram allows, and says so on its page.
    """
    with suppress(KeyboardInterrupt):
        carry_out(_show(port, browser, lists or SAMPLES, quick))
    print("\nThe demo has stopped. Nothing of it was sent anywhere.")


async def _show(port: int, browser: bool, lists: Path, quick: bool) -> None:
    async with running_demo(FOLDER, port=port, lists=lists, quick=quick) as (root, _):
        print(f"\n  The phones are at  {root}/\n")
        print("Demo: nobody is reading this. Ctrl+C stops it.", flush=True)
        if browser:
            webbrowser.open(root)
        await until_stopped()


async def until_stopped() -> None:
    """Wait for Ctrl+C, or for a polite request to stop."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    await stopped.wait()


@asynccontextmanager
async def running_demo(
    folder: Path, *, port: int = 0, lists: Path = SAMPLES, quick: bool = False
) -> AsyncIterator[tuple[str, World]]:
    """The whole demo, running: its root address and its world; stops both at the end."""
    surroundings = await prepare(folder, lists)
    settings = surroundings.settings
    clock = Clock()
    database = await Database.open(settings.database_url, settings.keys, clock, beside=True)
    try:
        world = World(token=settings.token, username=BOT_NAME, now=clock.now)
        world.pacing, world.faster = not quick, quick
        phones = {
            part.key: world.add_phone(
                key=part.key, name=part.name, label=part.label, language_code=part.language
            )
            for part in CAST
        }
        app = build(world, DemoClock(database, clock))
        async with _served(app, port) as root, _bot(surroundings, root, quick=quick):
            print("Linking the phones …", flush=True)
            house = Opened(settings=settings, clock=clock, database=database)
            await link_everybody(house, world, phones)
            yield root, world
    finally:
        await database.close()


@asynccontextmanager
async def _served(app: object, port: int) -> AsyncIterator[str]:
    try:
        async with serve(app, LOOPBACK, port) as root:  # type: ignore[arg-type]
            yield root
    except OSError as error:
        if error.errno is None or "address already in use" not in str(error).lower():
            raise
        raise Stopped(
            f"Something else is using port {port}. Choose another: make demo PORT={port + 1}"
        ) from None


@asynccontextmanager
async def _bot(surroundings: Surroundings, root: str, *, quick: bool) -> AsyncIterator[None]:
    """The real bot as a process of its own, as anybody runs it; its log is in the folder."""
    with surroundings.log.open("wb") as log:
        bot = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *(("commands.quick_bot",) if quick else ("hearthline", "run")),
            env=surroundings.for_bot(root),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            yield
        finally:
            if bot.returncode is None:
                bot.send_signal(signal.SIGTERM)
                try:
                    await asyncio.wait_for(bot.wait(), STOP_SECONDS)
                except TimeoutError:
                    bot.kill()
                    await bot.wait()


async def link_everybody(house: Opened, world: World, phones: dict[str, Phone]) -> None:
    """Invite everybody as staff would, and let them come in by their links.

    The team and its group come first: until the group is connected, others are told that the
    service is still setting up.
    """
    team = [part for part in CAST if part.in_group]
    for part in team:
        await _link(house, phones[part.key], part)
    async with house.database.reading() as reader:
        inviter = responsible(await people.roster(reader))
    codes = await make_codes(house, inviter.id, group=True)
    group = world.add_group(title=GROUP_TITLE, members=[phones[part.key] for part in team])
    phones[team[0].key].says(f"/connect {codes.aloud}", group)
    async with _patience("The group could not be connected: see .demo/bot.log"):
        await _until(lambda: _connected(house))
    for part in team:
        phones[part.key].starts()
    for part in CAST:
        if not part.in_group:
            await _link(house, phones[part.key], part)


async def _link(house: Opened, phone: Phone, part: Part) -> None:
    async with house.database.reading() as reader:
        found = await find(reader, part.reference)
    if len(found) != 1:
        raise Stopped(f"The samples do not hold exactly one {part.reference}.")
    person = found[0]
    codes: Codes = await make_codes(house, person.id)
    phone.deep_link(codes.address(BOT_NAME))
    async with _patience(f"{part.name}'s phone could not be linked: see .demo/bot.log"):
        await _until(lambda: _linked(house, person.id))


async def _until(so: Callable[[], Awaitable[bool]]) -> None:
    # The bot is another process: what it has recorded can only be looked for.
    while not await so():  # noqa: ASYNC110
        await asyncio.sleep(LOOK_SECONDS)


async def _linked(house: Opened, person: UUID) -> bool:
    async with house.database.reading() as reader:
        return person in await links.chats(reader, [person])


async def _connected(house: Opened) -> bool:
    async with house.database.reading() as reader:
        return await rooms.connected(reader) is not None


@asynccontextmanager
async def _patience(words: str) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(LINK_SECONDS):
            yield
    except TimeoutError:
        raise Stopped(words) from None
