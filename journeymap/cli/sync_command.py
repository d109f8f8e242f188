"""The command that sends the stories of a map to the team's tracker, and tells where they stand."""

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from journeymap.cli.maps import asked, called, opened
from journeymap.cli.terminal import complain, show, tell, text, tongue
from journeymap.domain.text.errors import gone
from journeymap.exchange.connected.plan import ItemStep, ItemWishes, Planned, TrackerPlan
from journeymap.service.tracker_desk import RunningRun

SHOWN = 20
"""So many items of a step are named; of the others it is told how many there are."""
_NAMED = tuple(step for step in ItemStep if step is not ItemStep.UNCHANGED)


def sync(
    name: Annotated[str, Parameter(name="MAP")],
    tracker: Annotated[str, Parameter(name="TRACKER")],
    /,
    *,
    dry_run: Annotated[bool, Parameter(negative="")] = False,
    yes: Annotated[bool, Parameter(negative="")] = False,
    all: Annotated[bool, Parameter(negative="")] = False,  # noqa: A002 - the option is called --all
    overwrite: Annotated[tuple[str, ...], Parameter(negative="")] = (),
    again: Annotated[tuple[str, ...], Parameter(negative="")] = (),
    database: Path | None = None,
) -> None:
    """Send the stories of a to-be to the team's tracker, which docs/trackers.md tells how to set up.

    What would be written is shown first, and nothing is written until you agree. A second time only what changed is
    written; what somebody edited, closed or deleted there is told and left alone.

    For example:

        journeymap sync "Visiting a nature park" redmine --dry-run
        journeymap sync 3f9a1c20b7d4e856 redmine --yes --overwrite "#12" --again "#15"

    Args:
        name: The map's title, or its id as `journeymap maps` shows it.
        tracker: Which one: redmine, jira, azure, github or linear.
        dry_run: Only show what would be written.
        yes: Write without asking.
        all: Also the stories that stay as they are today.
        overwrite: An item that somebody edited or closed there, by its key, to be written all the same.
        again: An item that was deleted there, by its key, to be made again.
        database: The file that holds the maps.
    """
    with opened(database) as (service, owner):
        map_id = called(service, owner, name)
        trackers, only_changed = service.trackers, not all
        plan = trackers.plan(owner, map_id, tracker, only_changed=only_changed)
        wishes = _wishes(plan, overwrite, again)
        if overwrite or again:
            plan = trackers.plan(owner, map_id, tracker, only_changed=only_changed, wishes=wishes)
        _tell(plan)
        if not plan.writes:
            tell("cli-sync-nothing")
        if dry_run or (not plan.writes and not plan.items):
            return
        if plan.writes and not yes and not asked("cli-sync-agree"):
            tell("cli-import-not-written")
            return
        running = trackers.start(owner, map_id, tracker, only_changed=only_changed, wishes=wishes)
        _watch(running)
        if plan.writes:
            made, updated = len(running.outcome.created), len(running.outcome.updated)
            tell("cli-sync-done", made=made, updated=updated)
    titles = {item.id: item.title for item in plan.items}
    for item_id, fault in running.outcome.refused.items():
        complain(f"{titles.get(item_id, item_id)}: {fault.reason(tongue())}")
    if running.fault:
        raise running.fault
    if running.outcome.refused:
        raise SystemExit(1)


def _tell(plan: TrackerPlan) -> None:
    """What would become of the items: how many of each step, and which."""
    for step, count in plan.counts.items():
        if count:
            show(f"{text(f'tracker-step-{step}')}: {count}")
        for item in plan.of(step)[:SHOWN] if step in _NAMED else ():
            show(f"  {_line(item)}")
        if step in _NAMED and count > SHOWN:
            show(f"  {text('cli-import-more', count=count - SHOWN)}")


def _line(item: Planned) -> str:
    """Its key, title and link, as far as they are known."""
    known = item.found or item.kept
    return "  ".join(filter(None, (known.key if known else "", item.title, known.url if known else "")))


def _wishes(plan: TrackerPlan, overwrite: Iterable[str], again: Iterable[str]) -> ItemWishes:
    """By our ids. Errors: Refusal where nothing in the plan is called so."""
    named = {name: item.id for item in plan.items for name in _names(item)}

    def ids(keys: Iterable[str]) -> frozenset[str]:
        for key in keys:
            if key not in named:
                raise gone("cli-sync-no-item", item=key)
        return frozenset(named[key] for key in keys)

    return ItemWishes(ids(overwrite), ids(again))


def _names(item: Planned) -> Iterable[str]:
    """What an item can be called by: its key, with and without “#”, and our id."""
    keys = [known.key for known in (item.found, item.kept) if known is not None]
    return (item.id, *keys, *(key.lstrip("#") for key in keys))


def _watch(running: RunningRun) -> None:
    """How far it is, until it is over; Ctrl-C stops it after the item it is at."""
    told = -1
    try:
        while not running.over.wait(0.5):
            if sys.stderr.isatty() and running.total and running.outcome.tried != told:
                told = running.outcome.tried
                print(f"\r{told} / {running.total}", end="", file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        running.cancelled.set()
        running.over.wait()
    if told >= 0:
        print("\r", end="", file=sys.stderr)


COMMANDS: Mapping[str, Callable[..., None]] = {"sync": sync}
