"""The commands that bring maps in and take them out."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from journeymap.cli.import_command import Wishes, bring
from journeymap.cli.import_command import update as bring_up_to_date
from journeymap.cli.terminal import columns, tell, text, tongue
from journeymap.domain.model.roles import Participant
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.dates import time_said
from journeymap.domain.text.errors import gone, invalid, unavailable
from journeymap.exchange.formats import OF_A_MAP, name_beside, offered
from journeymap.exchange.import_choices import DateOrder, ImportChoices, Layout, Scale
from journeymap.service.service import Service
from journeymap.service.shared_service import open_service
from journeymap.settings import Settings
from journeymap.storage.store import MapHead

Kind = Literal["as-is", "to-be"]
SHORT = {"csv": "map-csv", "markdown": "stories-markdown"}


@contextmanager
def opened(database: Path | None, *, must_exist: bool = True) -> Iterator[tuple[Service, Participant]]:
    """The service on this database (or the one of the settings), and its owner, who is who sits here."""
    settings = Settings.load(database=database)
    if must_exist and not settings.database.exists():
        raise gone("cli-no-database", path=str(settings.database))
    with closing(open_service(settings)) as service:
        yield service, service.people.owner()


def maps(*, search: str = "", archived: bool = False, database: Path | None = None) -> None:
    """List the maps, the last changed first.

    For example:

        journeymap maps
        journeymap maps --search park

    Args:
        search: Only maps with these words.
        archived: The archived maps instead of the others.
        database: The file that holds the maps.
    """
    with opened(database) as (service, owner):
        heads = service.maps.heads(owner, search=search, archived=archived)
    if not heads:
        tell("cli-maps-none")
        return
    names = ("id", "title", "kind", "persona", "episodes", "moments", "touchpoints", "changed")
    rows = [
        (
            h.id,
            h.title,
            str(h.kind),
            h.persona,
            str(h.episodes),
            str(h.moments),
            str(h.touchpoints),
            when(h.changed_at),
        )
        for h in heads
    ]
    columns([tuple(text(f"cli-maps-{name}") for name in names), *rows])


def when(at: str) -> str:
    """The day and the time where this machine stands."""
    return time_said(datetime.fromisoformat(at).astimezone(), tongue())


def import_(  # noqa: PLR0913 - each is an option
    file: Path,
    /,
    *more: Path,
    title: str = "",
    kind: Kind | None = None,
    language: str | None = None,
    persona: str = "",
    map: Annotated[tuple[str, ...], Parameter(negative="")] = (),  # noqa: A002 - the option is called --map
    scale: Annotated[tuple[str, ...], Parameter(negative="")] = (),
    dates: DateOrder | None = None,
    header: bool | None = None,
    split: bool | None = None,
    sheet: str = "",
    layout: Layout | None = None,
    update: str = "",
    remove_missing: Annotated[bool, Parameter(negative="")] = False,
    preview: Annotated[bool, Parameter(negative="")] = False,
    yes: Annotated[bool, Parameter(negative="")] = False,
    again: Annotated[bool, Parameter(negative="")] = False,
    database: Path | None = None,
) -> None:
    """Make a map from a file: a journey document, a table or workbook, or another tool's; of several files, a map each.

    What would be written is shown first, and nothing is written until you agree. A to-be finds the as-is that it was
    designed from, in the same import or later.

    For example:

        journeymap import interviews.csv --title "A day in the park" --preview
        journeymap import park-as-is.json park-to-be.json --yes
        journeymap import interviews.csv --map Fase=episode --map Stap=moment --yes
        journeymap import survey.csv --scale Satisfaction=1..5 --dates day-first --yes
        journeymap import park.xlsx --update "A day in the park" --preview

    Args:
        file: The file to read.
        more: Further files.
        title: What the map is called; without this, what its file is called or says.
        kind: Of a spreadsheet: how it is lived today (as-is), or how it should be lived (to-be).
        language: Of a spreadsheet: the language of the map, en or nl.
        persona: Of a spreadsheet: whose journey it is.
        map: What a column means, as column=meaning; the others go by their names. May be given more than once.
        scale: On which numbers a column of feelings is, as column=worst..best (1..5, -5..5, 0..100). May be given more
            than once.
        dates: Which number of 3/4/2026 is the day, where the dates do not tell.
        header: Whether the first row says what the columns are, where it is guessed wrong.
        split: Whether a list in a cell is several micro-moments.
        sheet: The sheet of a workbook.
        layout: How the map stands in the file, where it is guessed wrong.
        update: A map that is here (its title or id), to bring up to date with a table instead of making another one.
        remove_missing: What is on that map and not in the table goes; without this it stays.
        preview: Only show what would be written.
        yes: Write without asking.
        again: As a copy, where the map of a file is here already.
        database: The file that holds the maps.
    """
    files = (file, *more)
    for one in files:
        if not one.is_file():
            raise gone("cli-no-file", path=str(one))
    choices = ImportChoices(_meanings(map), _scales(scale), dates, header, split, sheet, layout)
    wishes = Wishes(title, kind or "", language or "", persona, choices, again=again)
    agreed = _never if preview else _always if yes else asked
    with opened(database, must_exist=False) as (service, owner):
        if update:
            if more:
                raise invalid("cli-update-one")
            map_id = called(service, owner, update)
            bring_up_to_date(service, owner, map_id, file, wishes, agreed, remove_missing=remove_missing)
            return
        bring(service, owner, files, wishes, agreed)


def _never() -> bool:
    return False


def _always() -> bool:
    return True


def asked(question: str = "cli-import-agree", otherwise: str = "cli-not-agreed") -> bool:
    """Whether the person at the keyboard says yes; with nobody there, it is refused: `otherwise` says how to go on."""
    if not sys.stdin.isatty():
        raise unavailable(otherwise)
    return input(text(question) + " ").strip().lower()[:1] in ("y", "j")


def export(
    name: Annotated[str, Parameter(name="MAP")],
    /,
    *,
    format: str = "json",  # noqa: A002 - the option is called --format
    output: Annotated[Path | None, Parameter(name=["--output", "-o"])] = None,
    only_changed: Annotated[bool | None, Parameter(negative="--all-stories")] = None,
    view: str = "journey",
    database: Path | None = None,
) -> None:
    """Take a map away: as a document that can be brought in again (json), a table, user stories, or its graph.

    For example:

        journeymap export "Visiting a nature park" --format markdown
        journeymap export 3f9a1c20b7d4e856 --format stories-csv --output stories.csv
        journeymap export 3f9a1c20b7d4e856 --format png --view channels --output channels.png

    Args:
        name: The map's title, or its id as `journeymap maps` shows it.
        format: One of the formats below.
        output: The file to write, or the folder to write it in; without this it goes to the screen.
        only_changed: Of stories, only those that differ from the as-is, which is so unless all are asked for.
        view: Of the graph: journey, channels, needs, backstage or over (a to-be over its as-is).
        database: The file that holds the maps.
    """
    with opened(database) as (service, owner):
        map_id = called(service, owner, name)
        chosen = SHORT.get(format, format)
        taken = service.exchange.export(owner, map_id, chosen, only_changed=only_changed, view=view)
        changed = service.exchange.is_only_changed(service.maps.head(owner, map_id), only_changed)
        titles = {head.id: head.title for head in _all(service, owner)}
    if output is None:
        sys.stdout.buffer.write(taken.content)
        sys.stdout.flush()
        return
    target = output
    if output.is_dir():
        others = [(title, other) for other, title in titles.items() if other != map_id]
        target /= name_beside(others, titles[map_id], chosen, key=map_id, view=view, only_changed=changed)
    _write(target, taken.content)
    tell("cli-written", path=str(target))


def formats_told() -> str:
    """The formats of the registry as the help lists them: what each is called, and what it is good for."""
    short = {name: also for also, name in SHORT.items()}
    lines = []
    for one in offered(*OF_A_MAP):
        also = f" (or `{short[one.name]}`)" if one.name in short else ""
        lines.append(f"- `{one.name}`{also}: {say(one.label)}. {say(one.about)}")
    return "\n".join(("Formats:", "", *lines))


def sample(name: str | None = None, /, *, database: Path | None = None) -> None:
    """List the sample maps, or load one of them.

    For example:

        journeymap sample
        journeymap sample nature-park

    Args:
        name: The sample to load; without this they are listed.
        database: The file that holds the maps.
    """
    with opened(database, must_exist=False) as (service, owner):
        if name is None:
            known = service.exchange.samples()
            columns([(sample.name, sample.language, sample.title or sample.persona) for sample in known])
            return
        head = service.maps.head(owner, service.exchange.load_sample(owner, name))
    tell("cli-loaded", title=head.title, id=head.id)


def _all(service: Service, owner: Participant) -> Sequence[MapHead]:
    """The maps, archived or not."""
    return [*service.maps.heads(owner), *service.maps.heads(owner, archived=True)]


def called(service: Service, owner: Participant, name: str) -> str:
    """The id of the one map with this id or title, archived or not."""
    heads = _all(service, owner)
    found = [h.id for h in heads if h.id == name] or [h.id for h in heads if h.title.casefold() == name.casefold()]
    if not found:
        raise gone("cli-no-map", name=name)
    if len(found) > 1:
        raise invalid("cli-many-maps", name=name, ids=", ".join(found))
    return found[0]


def _meanings(pairs: Sequence[str]) -> dict[str, str]:
    """`column=field` as the importer takes it; a column's own name may hold an equals sign."""
    for pair in pairs:
        if "=" not in pair:
            raise invalid("cli-not-a-pair", pair=pair)
    return dict(pair.rsplit("=", 1) for pair in pairs)


def _scales(pairs: Sequence[str]) -> dict[str, Scale]:
    """`column=1..5` as the importer takes it."""
    known = [str(scale) for scale in Scale]
    for column, scale in _meanings(pairs).items():
        if scale not in known:
            raise invalid("cli-no-scale", column=column, scale=scale, scales=", ".join(known))
    return {column: Scale(scale) for column, scale in _meanings(pairs).items()}


def _write(target: Path, content: bytes) -> None:
    """All of it or nothing: a full disk leaves the file that was there."""
    part = target.with_name(f"{target.name}.part")
    try:
        part.write_bytes(content)
        os.replace(part, target)  # noqa: PTH105 - the same, and it says what it does
    except OSError as problem:
        with suppress(OSError):
            part.unlink()
        raise unavailable("cli-not-written", path=str(target), why=problem.strerror or "") from None


COMMANDS: Mapping[str, Callable[..., None]] = {
    "maps": maps,
    "import": import_,
    "export": export,
    "sample": sample,
}
