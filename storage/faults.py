"""Faults of the database, named by their kind only: no statement and no value leaves this row."""

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

PASSING = frozenset(
    {
        "40001",
        "40P01",
        "55P03",
        "57P01",
        "23505",
        "SQLITE_BUSY",
        "SQLITE_LOCKED",
        "SQLITE_BUSY_SNAPSHOT",
    }
)
"""A second try may succeed. 23505: another worker wrote the same row first; now it can be seen."""


REFUSED, UNREACHED = "REFUSED", "UNREACHED"
"""PostgreSQL answered and let nobody in; it did not answer. It gives neither a code."""

DAMAGED = (
    "The database file is damaged. Do not start; put the newest backup in its place: "
    "`hearthline restore`."
)
SQLITE_WORDS = {
    "SQLITE_CANTOPEN": "The database file cannot be opened. Its folder must exist, and the user "
    "who runs Hearthline must be allowed to write there.",
    "SQLITE_READONLY": "The database file may not be written by the user who runs Hearthline.",
    "SQLITE_NOTADB": "The file in HEARTHLINE_DATABASE_URL is not an SQLite database.",
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_FULL": "The disk is full: the database could not be written.",
    "SQLITE_IOERR": "The disk could not be read or written.",
    "SQLITE_BUSY": "Another program is writing to the database. Try again in a moment.",
}
POSTGRESQL_WORDS = {
    REFUSED: "PostgreSQL answers, but does not accept the name, the password or the database in "
    "HEARTHLINE_DATABASE_URL.",
    UNREACHED: "PostgreSQL does not answer at the address in HEARTHLINE_DATABASE_URL.",
    "42501": "PostgreSQL does not allow it: the role must own the database and its tables.",
    "53100": "The disk of PostgreSQL is full.",
    "57P01": "PostgreSQL was stopped or started anew. Try again in a moment.",
    "55P03": "Another program holds a lock in PostgreSQL. Try again in a moment.",
    "25006": "This PostgreSQL may only be read. Is it a standby?",
}


class DatabaseFault(Exception):
    """The database did not do it.

    `kind` is the SQLSTATE, SQLite's name for the error, REFUSED or UNREACHED.
    """

    def __init__(self, kind: str, *, broken_rule: bool = False) -> None:
        super().__init__(kind)
        self.kind = kind
        self.broken_rule = broken_rule

    @property
    def passing(self) -> bool:
        """Whether the same thing may well succeed when it is tried again."""
        return self.kind in PASSING

    @property
    def words(self) -> str:
        """One sentence for whoever looks after the machine; neither an address nor a value."""
        for kind, sentence in SQLITE_WORDS.items():
            if self.kind == kind or self.kind.startswith(f"{kind}_"):
                return sentence
        return POSTGRESQL_WORDS.get(
            self.kind, f"The database could not do what was asked of it ({self.kind})."
        )


def fault_of(error: SQLAlchemyError) -> DatabaseFault:
    """The fault that stands for an error of the database library."""
    if not isinstance(error, DBAPIError):
        return DatabaseFault(type(error).__name__)
    kind = (
        getattr(error.orig, "sqlstate", None)
        or _sqlite_name(error.orig)
        or _unconnected(error.orig)
    )
    return DatabaseFault(
        kind or type(error.orig).__name__, broken_rule=isinstance(error, IntegrityError)
    )


def _unconnected(error: BaseException | None) -> str | None:
    """PostgreSQL's library has no code for a connection that failed; only its own words tell."""
    if type(error).__module__.partition(".")[0] != "psycopg":
        return None
    return REFUSED if "FATAL:" in str(error) else UNREACHED


def _sqlite_name(error: BaseException | None) -> str | None:
    seen = error
    while seen is not None:
        name = getattr(seen, "sqlite_errorname", None)
        if isinstance(name, str):
            return name
        seen = seen.__cause__
    return None
