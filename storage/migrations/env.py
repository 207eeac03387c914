"""Runs migrations on the connection that storage/migrating.py hands over."""

from alembic import context

from storage import placement_tables, trays
from storage.tables import metadata

assert trays.inbox.metadata is metadata  # the machinery's tables belong to the same shape
assert placement_tables.home_checks.metadata is metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=connection.dialect.name == "sqlite",
)
with context.begin_transaction():
    context.run_migrations()
