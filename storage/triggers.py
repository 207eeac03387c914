"""Triggers that make the chronology and its seals append-only, on both databases."""

from sqlalchemy import Connection, text

from storage.dialects import SQLITE

APPEND_ONLY = ("chronology", "seals")
CHANGES = ("UPDATE", "DELETE")

POSTGRESQL_REFUSAL = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append-only table' USING ERRCODE = 'restrict_violation';
END $$
"""


def make_triggers(connection: Connection) -> None:
    """Make the triggers anew; SQLite drops them whenever a migration rebuilds a table."""
    if connection.dialect.name == SQLITE:
        for table in APPEND_ONLY:
            for change in CHANGES:
                name = f"{table}_refuses_{change.lower()}"
                connection.execute(text(f"DROP TRIGGER IF EXISTS {name}"))
                connection.execute(
                    text(
                        f"CREATE TRIGGER {name} BEFORE {change} ON {table} "
                        "BEGIN SELECT RAISE(ABORT, 'append-only table'); END"
                    )
                )
        return
    connection.execute(text(POSTGRESQL_REFUSAL))
    for table in APPEND_ONLY:
        for when, each in (("UPDATE OR DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
            name = f"{table}_refuses_{each.lower()}"
            connection.execute(text(f"DROP TRIGGER IF EXISTS {name} ON {table}"))
            connection.execute(
                text(
                    f"CREATE TRIGGER {name} BEFORE {when} ON {table} "
                    f"FOR EACH {each} EXECUTE FUNCTION refuse_change()"
                )
            )


def drop_triggers(connection: Connection) -> None:
    """Take the triggers away, for a migration that goes down."""
    for table in APPEND_ONLY:
        for name in _names(connection, table):
            on = "" if connection.dialect.name == SQLITE else f" ON {table}"
            connection.execute(text(f"DROP TRIGGER IF EXISTS {name}{on}"))
    if connection.dialect.name != SQLITE:
        connection.execute(text("DROP FUNCTION IF EXISTS refuse_change()"))


def missing_triggers(connection: Connection) -> list[str]:
    """The names of triggers that should be there and are not."""
    if connection.dialect.name == SQLITE:
        found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    else:
        found = connection.execute(
            text("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'")
        )
    there = set(found.scalars())
    wanted = (name for table in APPEND_ONLY for name in _names(connection, table))
    return [name for name in wanted if name not in there]


def _names(connection: Connection, table: str) -> tuple[str, ...]:
    if connection.dialect.name == SQLITE:
        return tuple(f"{table}_refuses_{change.lower()}" for change in CHANGES)
    return (f"{table}_refuses_row", f"{table}_refuses_statement")
