"""A canary in every column of every list and every answer of every form: none can be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import event

from conversations.catalogue import FORMS
from storage.database import Database
from storage.imports import import_files
from storage.recording import record
from tests.storage.making import (
    AT,
    SAMPLES,
    draft_of,
    keeping,
    raising,
    request_of,
    take_in_samples,
)
from tests.stories.test_no_word_lies_open import files_of, spelled_out

PERSONAL = {
    "people.csv": {
        "reference": "Kanariref",
        "name": "Kanarina Vogel",
        "telephone": "07700 912345",
        "born": "1987-02-03",
        "household": "H-KANARI",
    },
    "households.csv": {"reference": "H-KANARI", "address": "Kanarigasse 9"},
    "placements.csv": {
        "reference": "P-KANARI",
        "household": "H-KANARI",
        "young_person": "Y-KANARI",
        "label": "K (kanari)",
        "number": "KN-912345",
        "alert": "Kanarialarm",
    },
}
"""The columns that may say who somebody is, each with a word to look for."""
CODES = {
    "people.csv": {"standing", "language", "roles", "turn", "active"},
    "households.csv": {"supervising_social_worker", "kept_from"},
    "placements.csv": {"first", "last", "childs_social_worker", "authority", "alert_until"},
    "dates.csv": {"carer", "worker", "last_supervision", "approved", "last_annual_review"},
    "authority.csv": {"placement", "decision", "who", "young_person", "since"},
    "care_days.csv": {"young_person", "next_care_review", "planned_move"},
    "rota.csv": {"worker", "starts", "ends", "place"},
}
"""The columns that hold a code, a day, a council, or a reference out of a column above."""
LISTS = {
    "people.csv": (
        "reference,standing,name,telephone,born,household\n"
        "Kanariref,carer,Kanarina Vogel,07700 912345,1987-02-03,H-KANARI\n"
        "Y-KANARI,young_person,Kanari Jung,,2009-05-07,\n"
    ),
    "households.csv": "reference,supervising_social_worker,address\nH-KANARI,S-001,Kanarigasse 9\n",
    "placements.csv": (
        "reference,household,young_person,label,number,first,authority,alert,alert_until\n"
        "P-KANARI,H-KANARI,Y-KANARI,K (kanari),KN-912345,2026-10-01,Kanaristadt,Kanarialarm,"
        "2027-01-01\n"
    ),
}
OF_ANSWERS = "Kanarienvogel"


def test_of_every_column_of_every_list_it_is_decided_whether_it_is_personal() -> None:
    for path in sorted(SAMPLES.rglob("*.csv")):
        columns = set(path.read_text().partition("\n")[0].split(","))
        personal = set(PERSONAL.get(path.name, {}))
        assert columns == personal | CODES[path.name], path.name
        assert not personal & CODES[path.name]


async def test_no_word_is_in_any_statement_or_in_what_is_kept(
    database: Database, url: str, tmp_path: Path
) -> None:
    for name, lines in LISTS.items():
        (tmp_path / name).write_text(lines)
    with overheard(database) as statements:
        cast = await take_in_samples(database)
        seen = await import_files(database, [tmp_path / name for name in LISTS], AT)
        assert not seen.problems
        units = []
        for form in FORMS.values():
            answers = {question.key: OF_ANSWERS for question in form.questions}
            units.append(keeping(draft_of(cast["C-001"], form=form.key, answers=answers)))
            units.append(raising(request_of(cast["C-001"], form=form.key)))
        outcome = await record(database, units)
    assert len(outcome.recorded) == len(units)
    # What no statement holds, no log of the server can hold, however much it is told to log.
    places = {"statements": "\n".join(statements), "a dump": spelled_out(url)}
    if url.startswith("sqlite"):
        places["the file and its log"] = files_of(url).decode("latin-1")
    words = {word for columns in PERSONAL.values() for word in columns.values()}
    for place, text in places.items():
        assert len(text) > 10_000
        for word in (*words, OF_ANSWERS, "Y-KANARI", "Kanari Jung", "2009-05-07"):
            assert word not in text, (word, place)


@contextmanager
def overheard(database: Database) -> Iterator[list[str]]:
    """Every statement that goes to the database meanwhile, with its values."""
    heard: list[str] = []

    def hear(_c: object, _u: object, statement: str, values: object, *_: object) -> None:
        heard.append(f"{statement} {values}")

    engines = [engine.sync_engine for engine in (database._writing, database._reading)]
    for engine in engines:
        event.listen(engine, "before_cursor_execute", hear)
    yield heard
    for engine in engines:
        event.remove(engine, "before_cursor_execute", hear)
