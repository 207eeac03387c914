"""`hearthline backup` and `hearthline restore`: the whole database in one encrypted file."""

from pathlib import Path
from tempfile import TemporaryDirectory

from commands.opening import bullets, carry_out, settings_or_stop
from commands.stopping import Stopped
from storage import copies
from storage.alone import NotAlone, alone
from storage.clock import Clock
from storage.faults import DatabaseFault
from storage.keys import KeyRing
from storage.migrating import check, is_empty
from storage.sealed_files import NotABackup, open_file, seal_file
from storage.settings import Settings

RUNS = "Hearthline is running on this database. Stop it first."
AFTERWARDS = (
    "Restored. What to do now:",
    "  1. hearthline migrate",
    "  2. hearthline verify; hearthline check says that the service is on hold",
    "  3. start the service: it keeps what people write, and gives them the numbers to ring",
    "  4. hearthline release says what would be sent; with --sure it goes",
)


def back_up(to: Path) -> None:
    """Write a backup while the service runs; raises Stopped."""
    settings = settings_or_stop()
    ring, url = _ring(settings), settings.database_url
    if wrong := carry_out(check(url)):
        raise Stopped("The database is not ready:", *bullets(wrong))
    if to.exists():
        raise Stopped(f"There is a file {to} already: nothing was written.")
    try:
        with TemporaryDirectory(dir=to.absolute().parent, prefix=".backup-") as folder:
            plain = Path(folder) / "copy"
            copies.copy(url, plain, Clock().lease_now())
            seal_file(plain, to, ring)
    except DatabaseFault as fault:
        raise Stopped("No backup was made.", fault.words) from None
    except copies.NoProgram as reason:
        raise Stopped(f"No backup was made: {reason}.") from None
    size = to.stat().st_size
    print(f"Written: {to}, {size} bytes. Keep it away from this machine and from the keys.")


def restore_from(backup: Path) -> None:
    """Put a backup in the database's place; raises Stopped where something runs there."""
    settings = settings_or_stop()
    ring = _ring(settings)
    if not backup.is_file():
        raise Stopped(f"There is no file {backup}.")
    try:
        with alone(settings.database_url):
            _restore(settings.database_url, backup, ring)
    except NotAlone:
        raise Stopped(RUNS) from None
    except DatabaseFault as fault:
        raise Stopped(fault.words) from None
    except (NotABackup, copies.NoProgram) as reason:
        raise Stopped(f"Nothing was restored: {reason}.") from None
    print(*AFTERWARDS, sep="\n")


def _restore(url: str, backup: Path, ring: KeyRing) -> None:
    folder = None
    if not copies.is_postgresql(url):
        folder = copies.file_of(url).absolute().parent
    elif not carry_out(is_empty(url)):
        raise Stopped(
            "This PostgreSQL database is not empty. Make a new one, and put its name into "
            "HEARTHLINE_DATABASE_URL."
        )
    with TemporaryDirectory(dir=folder, prefix=".restore-") as room:
        plain = Path(room) / "copy"
        open_file(backup, plain, ring)
        kept = copies.put_back(url, plain, Clock().lease_now())
    for file in kept:
        print(f"Kept what was there: {file}")


def _ring(settings: Settings) -> KeyRing:
    if settings.backup_keys is None:
        raise Stopped(
            "HEARTHLINE_BACKUP_KEY is not set. Make a key with `hearthline keys`, and keep it "
            "apart from the backups."
        )
    return settings.backup_keys
