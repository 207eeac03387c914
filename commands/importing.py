"""`hearthline import`: people, households, placements and dates from the service's own lists."""

from collections.abc import Sequence
from pathlib import Path

from commands.opening import bullets, carry_out, opened
from commands.stopping import Stopped
from storage.imports import Preview, import_files
from storage.imports import preview as preview_files


def take_in(paths: Sequence[Path], *, preview: bool) -> None:
    """Say what the files change, and unless it is a preview, change it.

    Raises Stopped naming each wrong row; then nothing of this run is taken in.
    """
    if absent := [path for path in paths if not path.is_file()]:
        raise Stopped("There is no such file:", *bullets([str(path) for path in absent]))
    carry_out(_take_in(paths, preview))


async def _take_in(paths: Sequence[Path], only_preview: bool) -> None:
    async with opened() as house:
        look = preview_files if only_preview else import_files
        seen = await look(house.database, paths, house.clock.now())
    if seen.problems:
        raise Stopped("Nothing was taken in. First put right:", *bullets(list(seen.problems)))
    for line in told(seen, only_preview):
        print(line)


def told(seen: Preview, only_preview: bool) -> list[str]:
    """What a run changes, in plain lines."""
    parts = {
        "Added": seen.added,
        "Changed": seen.changed,
        "Will now see": seen.gains,
        "Will no longer see": seen.losses,
        "Not taken": seen.remarks,
    }
    lines = [line for heading, rows in parts.items() if rows for line in (heading, *bullets(rows))]
    if not lines:
        return ["Nothing to change: everything is as in the files."]
    last = "This was a preview: nothing was changed." if only_preview else "Taken in."
    return [*lines, last]
