"""Who comes to live with the Okafors in a story: the service's own lists bring them."""

from pathlib import Path

from storage.imports import import_files
from tests.town import Town

PEOPLE = """reference,standing,name,language,telephone,born,roles,turn,household,active
YP-003,young_person,Kit Noor,en,,today-8y,,,,yes
"""
PLACEMENTS = """reference,household,young_person,label,number,first,last,childs_social_worker
P-003,H-001,YP-003,K (fox),NM-203417,today,,S-002
"""


async def bring(town: Town, folder: Path) -> None:
    """The service's list brings Kit, who comes to the Okafors today."""
    (folder / "people.csv").write_text(PEOPLE)
    (folder / "placements.csv").write_text(PLACEMENTS)
    seen = await import_files(town.database, sorted(folder.glob("*.csv")), town.now)
    assert not seen.problems, seen.problems
    await town.settle()
