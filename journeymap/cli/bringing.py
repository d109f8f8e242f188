"""`journeymap import`: show what a file would become, ask, write."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from journeymap.cli.talking import show, tell, text, tongue
from journeymap.domain import limits
from journeymap.domain.changes import Add, Change, Set
from journeymap.domain.errors import invalid, unavailable
from journeymap.domain.people import Participant
from journeymap.exchange.columns import IGNORE, label
from journeymap.exchange.document import from_document
from journeymap.exchange.importing import Plan
from journeymap.service.house import new_id
from journeymap.service.service import Service

SHOWN_MOMENTS = 5
COUNTED = ("episodes", "moments", "channels", "touchpoints", "needs", "pain_points")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was said about the map on the command line; blank where nothing was."""

    title: str
    kind: str
    language: str
    persona: str
    meanings: Mapping[str, str]


def bring(service: Service, owner: Participant, file: Path, wishes: Wishes, agreed: Callable[[], bool]) -> None:
    """Show what the file would become; when that is agreed, write all of it."""
    content = _content(file)
    look = _document if file.suffix.lower() == ".json" else _table
    write = look(service, owner, file, content, wishes)
    if not agreed():
        tell("cli-import-not-written")
        return
    head = service.maps.head(owner, write())
    tell("cli-loaded", title=head.title, id=head.id)


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > limits.FILE_BYTES:
            raise invalid("cli-too-large", path=str(file), most=limits.FILE_BYTES // 1024**2)
        return file.read_bytes()
    except OSError as problem:
        raise unavailable("cli-not-read", path=str(file), why=problem.strerror or "") from None


def _document(service: Service, owner: Participant, _file: Path, content: bytes, wishes: Wishes) -> Callable[[], str]:
    map_id = new_id()
    changes: list[Change] = from_document(content, map_id)
    if wishes.title:
        changes.append(Set(table="maps", id=map_id, field="title", value=wishes.title))
    added = [change for change in changes if isinstance(change, Add)]
    title = wishes.title or str(added[0].values["title"])
    _show_size(title, {table: sum(change.table == table for change in added) for table in COUNTED})
    for episode in (change for change in added if change.table == "episodes"):
        moments = [str(c.values["text"]) for c in added if c.table == "moments" and c.parent == episode.id]
        _show_episode(str(episode.values["title"]), moments)
    return lambda: service.maps.build(owner, map_id, changes)


def _table(service: Service, owner: Participant, file: Path, content: bytes, wishes: Wishes) -> Callable[[], str]:
    found, guessed = service.exchange.read_table(content, file.name)
    mapping = {**guessed, **wishes.meanings}
    plan = service.exchange.plan(
        found,
        mapping,
        title=wishes.title or file.stem,
        kind=wishes.kind or "as-is",
        language=wishes.language or tongue(),
        persona=wishes.persona,
    )
    _show_plan(plan, {column: mapping.get(column, IGNORE) for column in found.header})
    return lambda: service.exchange.import_plan(owner, plan)


def _show_plan(plan: Plan, mapping: Mapping[str, str]) -> None:
    tell("cli-import-columns")
    for column, target in mapping.items():
        meaning = text("cli-import-left-out") if target == IGNORE else f"{text(label(target))} ({target})"
        show(f"  {column} → {meaning}")
    _show_size(plan.title, {name: getattr(plan.counts, name) for name in COUNTED})
    for episode in plan.episodes:
        _show_episode(episode.title, [moment.text for moment in episode.moments])
    for remark in (*plan.notes, *plan.problems):
        show(f"! {remark.text(tongue())}")


def _show_size(title: str, counts: Mapping[str, int]) -> None:
    tell("cli-import-size", title=title, **{name.replace("_", "-"): count for name, count in counts.items()})


def _show_episode(title: str, moments: Sequence[str]) -> None:
    show(f"  {title}")
    for moment in moments[:SHOWN_MOMENTS]:
        show(f"    - {moment}")
    if len(moments) > SHOWN_MOMENTS:
        show(f"    {text('cli-import-more', count=len(moments) - SHOWN_MOMENTS)}")
