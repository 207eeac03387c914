"""Faults of the database, named by their kind only: no statement and no value leaves this row."""

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

PASSING = frozenset(
    {"40001", "40P01", "55P03", "SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_BUSY_SNAPSHOT"}
)


class DatabaseFault(Exception):
    """The database did not do it. `kind` is the SQLSTATE or SQLite's name for the error."""

    def __init__(self, kind: str, *, broken_rule: bool = False) -> None:
        super().__init__(kind)
        self.kind = kind
        self.broken_rule = broken_rule

    @property
    def passing(self) -> bool:
        """Whether the same thing may well succeed when it is tried again."""
        return self.kind in PASSING


def fault_of(error: SQLAlchemyError) -> DatabaseFault:
    """The fault that stands for an error of the database library."""
    if not isinstance(error, DBAPIError):
        return DatabaseFault(type(error).__name__)
    kind = getattr(error.orig, "sqlstate", None) or _sqlite_name(error.orig)
    return DatabaseFault(
        kind or type(error.orig).__name__, broken_rule=isinstance(error, IntegrityError)
    )


def _sqlite_name(error: BaseException | None) -> str | None:
    seen = error
    while seen is not None:
        name = getattr(seen, "sqlite_errorname", None)
        if isinstance(name, str):
            return name
        seen = seen.__cause__
    return None
