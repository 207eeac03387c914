"""`hearthline export`: everything about one person, for themselves (UK GDPR, article 15)."""

import json
from datetime import datetime
from pathlib import Path

from commands.inviting import find, the_one
from commands.opening import Opened, carry_out, opened
from commands.policy import policy_or_stop, with_languages_offered
from commands.stopping import Stopped
from conversations.own_copy import Happened, OwnCopy, own_copy_sheet, text_of
from desk.own_copies import gather
from fostering.events import RecordExported
from fostering.people import Person, Standing
from locales import language
from storage.changes import Decided
from storage.recording import record
from web.sheets import shown

CLOSED_TO_OTHERS, READ_BY_US = 0o700, 0o600
READ_FIRST = (
    "Read it before you hand it over: their own words may name other people, and some of it may",
    "have to be left out (Data Protection Act 2018, schedule 2 and 3). Hand it to them in person.",
)
YOUNG = "It is a young person's: to them alone, never through the household."


def export(words: str, *, to: Path | None, preview: bool, names: bool) -> None:
    """Write out everything about the one person whom these words name.

    `preview` only counts; `names` marks other people's names instead of covering them. The reading
    is recorded before anything is written. Raises Stopped where there is no new folder to write to.
    """
    if not preview and to is None:
        raise Stopped("Say where to: --to FOLDER. Or look first what would be in it: --preview")
    if to is not None and to.exists():
        raise Stopped(f"{to} is there already. Name a folder that is not.")
    carry_out(_export(words, to=to, preview=preview, names=names))


async def _export(words: str, *, to: Path | None, preview: bool, names: bool) -> None:
    async with opened() as house:
        async with house.database.reading() as reader:
            person = the_one(words, await find(reader, words))
            if person.standing is Standing.STAFF:
                raise Stopped(f"{person.name} is of the staff. Ask the service's own personnel.")
            now = reader.now
            policy = with_languages_offered(policy_or_stop(house.settings, now))
            copy = await gather(reader, policy, person, covered=not names)
        if to is None or preview:
            _say_preview(person, copy)
            return
        await _record_read(house, person, now, covered=not names)
    tag = person.language if person.language in policy.languages else "en"
    _write(to, tag, copy, now)
    print(f"Written into {to}: copy.html, copy.txt, copy.json.")
    print(*READ_FIRST, sep="\n")
    if person.standing is Standing.YOUNG_PERSON:
        print(YOUNG)


async def _record_read(house: Opened, person: Person, at: datetime, *, covered: bool) -> None:
    event = RecordExported(at=at, subject=person.id, covered=covered)
    done = await record(house.database, [Decided(events=(event,))])
    if not done.recorded:
        raise Stopped("The reading could not be recorded, so nothing was written. Say it again.")


def _say_preview(person: Person, copy: OwnCopy) -> None:
    print(f"{person.name} ({person.standing}): this would be in it:")
    counted = {
        "facts of their entry": len(copy.held),
        "placements": len(copy.placed),
        "requests": len(copy.requests),
        "entries of what happened": sum(len(t.happened) for t in copy.requests) + len(copy.entries),
        "answers not sent": len(copy.unsent),
        "entries of other people's words, left out": copy.left_out,
    }
    for name, count in counted.items():
        print(f"  {count:>5}  {name}")
    print("Nothing was written.")


def _write(to: Path, tag: str, copy: OwnCopy, at: datetime) -> None:
    sheet = own_copy_sheet(language(tag), copy, at)
    to.mkdir(mode=CLOSED_TO_OTHERS, parents=True)
    files = {
        "copy.html": shown(sheet),
        "copy.txt": text_of(sheet),
        "copy.json": json.dumps(_spelt(copy), ensure_ascii=False, indent=2),
    }
    for name, content in files.items():
        path = to / name
        path.touch(mode=READ_BY_US)
        path.write_text(content, encoding="utf-8")


def _spelt(copy: OwnCopy) -> dict[str, object]:
    """The same for a machine (UK GDPR, article 20); of other people nothing but "somebody"."""
    return {
        "person": dict(copy.held),
        "placements": [
            {"first": str(first), "last": str(last) if last else None}
            for _, first, last in copy.placed
        ],
        "requests": [
            {
                "reference": told.reference,
                "title": told.title,
                "raised_at": told.raised_at.isoformat(),
                "answers": [{"question": q, "answer": a} for q, a in told.answers],
                "happened": [_line(each) for each in told.happened],
                "words_of_others_left_out": told.left_out,
            }
            for told in copy.requests
        ],
        "noted": [_line(each) for each in copy.entries],
        "not_sent": list(copy.unsent),
    }


def _line(each: Happened) -> dict[str, str]:
    by = "you" if each.own else ("somebody else" if each.who else "the clock")
    return {"at": each.at.isoformat(), "event": each.event, "by": by, "words": each.words}
