"""The commands that keep everything safe, and bring it back."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from journeymap.cli.maps import asked, opened, when
from journeymap.cli.terminal import complain, tell, text
from journeymap.domain.text.errors import invalid
from journeymap.service import backups
from journeymap.service.backups import Unpacked
from journeymap.service.house import utc_now
from journeymap.settings import Settings

MEGABYTE = 1_000_000


def backup(file: Path, /, *, database: Path | None = None) -> None:
    """Put everything in one file, also while people work: maps, workshops, people, and the key that their seats need.

    The file is read again before it counts. Whoever has it can read everything and come in as anybody: keep it safe.

    For example:

        journeymap backup ~/backups/journeymap-friday.zip
        journeymap backup ~/backups

    Args:
        file: The file to make, or the folder to make one in, called by the time.
        database: The file that holds the maps.
    """
    if not file.name:
        raise invalid("storage-backup-no-file", file=str(file))
    with opened(database) as (service, _):
        made = service.backups.write(file.expanduser())
        service.audit.note("backup", service.people.owner(), subject=made.name)
        told = service.house.key_file is not None
    tell("cli-backup-written", path=str(made), size=_size(made))
    if not told:
        tell("cli-backup-without-key")


def restore(
    file: Path,
    /,
    *,
    dry_run: Annotated[bool, Parameter(negative="")] = False,
    yes: Annotated[bool, Parameter(negative="")] = False,
    database: Path | None = None,
) -> None:
    """Put a backup back. What it holds is shown first, and nothing is replaced until you agree.

    Stop the server first. The database that is there stays beside the new one, under another name.

    For example:

        journeymap restore ~/backups/journeymap-friday.zip --dry-run
        journeymap restore ~/backups/journeymap-friday.zip --yes

    Args:
        file: The backup.
        dry_run: Read it to the end, say what it holds, and change nothing.
        yes: Put it back without asking.
        database: The file that is to hold the maps.
    """
    settings = Settings.load(database=database)
    with backups.unpacked(file.expanduser(), settings.database) as found:
        _tell_holding(found)
        _tell_key(found, settings)
        if dry_run:
            tell("cli-restore-dry")
            return
        if not yes and not asked("cli-restore-agree", "cli-restore-not-agreed"):
            tell("cli-restore-not-done")
            return
        kept = found.put_back(settings.database, settings.key_file, utc_now())
    tell("cli-restored", path=str(settings.database))
    for path in kept:
        tell("cli-restore-kept", path=str(path))


def _tell_holding(found: Unpacked) -> None:
    said = found.contents
    if said.made_at:
        tell("cli-restore-made", at=when(said.made_at), version=said.version)
    tell("cli-restore-holds", maps=found.maps, moments=found.moments, workshops=found.workshops, people=found.people)
    if found.changed_at:
        tell("cli-restore-changed", at=when(found.changed_at))


def _tell_key(found: Unpacked, settings: Settings) -> None:
    """Seats are signed: without the key they were signed with everybody has to come in anew."""
    said = found.contents
    if settings.secret:
        if said.mark != backups.mark(settings.secret.get_secret_value().encode()):
            complain(text("cli-restore-other-secret"))
    elif not said.has_key:
        complain(text("cli-restore-no-key"))


def _size(path: Path) -> str:
    return f"{path.stat().st_size / MEGABYTE:.1f} MB"


COMMANDS: Mapping[str, Callable[..., None]] = {"backup": backup, "restore": restore}
