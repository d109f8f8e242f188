"""`journeymap import`: show what a file would become, ask, write."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from journeymap.cli.terminal import show, tell, text, tongue
from journeymap.domain.model import limits
from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import invalid, unavailable
from journeymap.exchange.columns import IGNORE, label
from journeymap.exchange.import_choices import NO_CHOICES, ImportChoices
from journeymap.exchange.map_columns import header_of
from journeymap.exchange.nested_data import is_journey_document
from journeymap.exchange.table_import import Plan
from journeymap.service.arrivals import Arrival
from journeymap.service.service import Service

SHOWN_MOMENTS = 5
COUNTED = ("episodes", "moments", "channels", "touchpoints", "needs", "pain_points")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says about the map; blank fields were not given."""

    title: str
    kind: str
    language: str
    persona: str
    choices: ImportChoices = NO_CHOICES
    again: bool = False


def bring(
    service: Service, owner: Participant, files: Sequence[Path], wishes: Wishes, agreed: Callable[[], bool]
) -> None:
    """Show what the files would become; when that is agreed, write all of it."""
    coming = [_look(service, owner, file, wishes) for file in files]
    if not agreed():
        tell("cli-import-not-written")
        return
    for map_id in service.exchange.bring(owner, coming):
        head = service.maps.head(owner, map_id)
        tell("cli-loaded", title=head.title, id=head.id)


def update(
    service: Service,
    owner: Participant,
    map_id: str,
    file: Path,
    wishes: Wishes,
    agreed: Callable[[], bool],
    *,
    remove_missing: bool = False,
) -> None:
    """Show what a table would change of a map that is here; when that is agreed, write it as one act."""
    content = _content(file)
    if is_journey_document(file.name, content):
        raise invalid("cli-update-document", path=str(file))
    plan = _planned(service, owner, file, content, wishes)
    found = service.exchange.read_update(owner, map_id, plan)
    for one in found.changed:
        before, after = ("–" if value in (None, "") else str(value) for value in (one.before, one.after))
        show(f"  ~ {one.row.called} · {header_of(one.row.table, one.name, tongue())}: {before} → {after}")
    for mark, rows in (("+", found.added), (">", found.moved), ("-" if remove_missing else "?", found.missing)):
        for row in rows:
            show(f"  {mark} {row.called} ({text(f'row-{row.table}'.replace('_', '-'))})")
    if found.missing and not remove_missing:
        tell("cli-update-missing", n=len(found.missing))
    asked = found.changes(remove_missing=remove_missing)
    if not asked or not agreed():
        tell("cli-import-not-written")
        return
    service.changes.submit(owner, map_id, asked).result()
    tell("cli-updated", title=service.maps.head(owner, map_id).title, id=map_id)


def _look(service: Service, owner: Participant, file: Path, wishes: Wishes) -> Arrival:
    content = _content(file)
    read = _document if is_journey_document(file.name, content) else _table
    one = read(service, owner, file, content, wishes)
    known = service.exchange.known(owner, one.identity)
    if known.itself is not None and not wishes.again:
        tell("cli-import-known", title=known.itself.title, id=known.itself.id)
    if one.identity.designed_from is not None:
        title = one.identity.designed_from.title or one.identity.designed_from.identity
        tell("cli-import-pair" if known.as_is else "cli-import-waits", title=title)
    return one


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > limits.FILE_BYTES:
            raise invalid("cli-too-large", path=str(file), most=limits.FILE_BYTES // 1024**2)
        return file.read_bytes()
    except OSError as problem:
        raise unavailable("cli-not-read", path=str(file), why=problem.strerror or "") from None


def _document(service: Service, owner: Participant, _file: Path, content: bytes, wishes: Wishes) -> Arrival:
    one = service.exchange.read_document(owner, content, title=wishes.title, again=wishes.again)
    journey = one.journey
    _show_size(journey.title, {table: journey.count(table) for table in COUNTED})
    for episode in journey.episodes:
        _show_episode(episode.title, [moment.text for moment in journey.moments_of(episode.id)])
    for key, n in (("import-unproven", one.unproven), ("import-unsigned", one.unsigned)):
        if n:
            tell(key, n=n)
    return one


def _table(service: Service, owner: Participant, file: Path, content: bytes, wishes: Wishes) -> Arrival:
    plan = _planned(service, owner, file, content, wishes)
    return service.exchange.read_plan(owner, plan, content, again=wishes.again)


def _planned(service: Service, owner: Participant, file: Path, content: bytes, wishes: Wishes) -> Plan:
    found, guessed = service.exchange.read_table(owner, content, file.name, wishes.choices)
    mapping = {**guessed, **wishes.choices.columns}
    facts = found.facts
    tell(f"import-is-{facts.kind}", layout=text(f"import-layout-{facts.layout}"))
    plan = service.exchange.plan(
        owner,
        found,
        mapping,
        title=wishes.title or facts.said.get("title", "") or file.stem,
        kind=wishes.kind or "as-is",
        language=wishes.language or tongue(),
        persona=wishes.persona or facts.said.get("persona", ""),
        choices=wishes.choices,
    )
    _show_plan(plan, {column: mapping.get(column, IGNORE) for column in found.header})
    return plan


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
