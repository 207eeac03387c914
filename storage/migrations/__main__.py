"""Begins a new step of the database: `python -m storage.migrations add_consent`."""

import re
import sys
from pathlib import Path

VERSIONS = Path(__file__).parent / "versions"
STEP = '''"""{title}."""

revision = "{number}"
down_revision = "{before}"
branch_labels = None
depends_on = None
# breaks_older = True where a program of the shape before must not go on beside this one.


def upgrade() -> None:
    """Add what is new; take nothing away in the same release."""
    raise NotImplementedError


def downgrade() -> None:
    """Undo it."""
    raise NotImplementedError
'''


def begin(name: str) -> Path:
    """Write the next numbered step, empty; ValueError where the name is no name."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{2,40}", name):
        raise ValueError("Say what it does in small letters: add_consent")
    last = max(path.name[:4] for path in VERSIONS.glob("[0-9]*.py"))
    number = f"{int(last) + 1:04}"
    path = VERSIONS / f"{number}_{name}.py"
    title = name.replace("_", " ").capitalize()
    path.write_text(STEP.format(title=title, number=number, before=last), encoding="utf-8")
    return path


if __name__ == "__main__":
    try:
        made = begin(" ".join(sys.argv[1:]))
    except ValueError as reason:
        sys.exit(str(reason))
    sys.stdout.write(f"Write it in {made.name}, and set HEAD in storage/migrating.py.\n")
