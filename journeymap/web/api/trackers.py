"""Stories in the team's tracker: what a run would do, the run, and where the items stand."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, status
from pydantic import BaseModel, Field

from journeymap.domain.model.tracker_items import TrackerItem, live
from journeymap.domain.text.errors import gone
from journeymap.exchange.connected.plan import ItemStep, ItemWishes, Planned, TrackerPlan
from journeymap.service.trackers import MOST_ITEMS, RunProgress
from journeymap.web.api.dependencies import MapId, OfSite, Person, Writer
from journeymap.web.bounded_input import CarefulRoute

router = APIRouter(route_class=CarefulRoute)

Kind = Annotated[str, Path(max_length=16, description="redmine, jira, azure, github or linear")]
Id = Annotated[str, Field(max_length=64)]


class ToldTracker(BaseModel):
    """A tracker that is set up, and which project of it."""

    kind: str
    name: str
    place: str


class ToldItem(BaseModel):
    """What a story or an epic became there: `row` is its micro-moment or episode, `status` the tracker's own word."""

    id: str
    row: str
    kind: str
    place: str
    key: str
    url: str
    status: str
    closed: bool
    gone: bool

    @classmethod
    def of(cls, one: TrackerItem) -> "ToldItem":
        """As it is known."""
        return cls(
            id=one.item_id, row=one.row_id, kind=one.kind, place=one.place, key=one.key, url=one.url,
            status=one.status, closed=one.closed, gone=one.gone,
        )  # fmt: skip


class ToldTrackers(BaseModel):
    """The trackers (to those who lead), the items, and how many of the stories that were sent are done there."""

    trackers: list[ToldTracker]
    items: list[ToldItem]
    live: int
    sent: int


class PlannedItem(BaseModel):
    """What becomes of one item; `changes` are the fields that are otherwise there, `edited` those edited there."""

    id: str
    kind: str
    title: str
    step: ItemStep
    key: str
    url: str
    changes: list[str]
    edited: list[str]

    @classmethod
    def of(cls, one: Planned) -> "PlannedItem":
        """As it is planned."""
        known = one.found or one.kept
        return cls(
            id=one.id, kind=one.kind, title=one.title, step=one.step, key=known.key if known else "",
            url=known.url if known else "", changes=list(one.changes), edited=list(one.edited),
        )  # fmt: skip


class ToldPlan(BaseModel):
    """What a run would do, item by item."""

    counts: Mapping[ItemStep, int]
    items: list[PlannedItem]

    @classmethod
    def of(cls, plan: TrackerPlan) -> "ToldPlan":
        """All of it."""
        return cls(counts=plan.counts, items=[PlannedItem.of(one) for one in plan.items])


class NewRun(BaseModel):
    """What to send.

    `overwrite` are ids of items to be written though somebody edited or closed them there, `again` those of items to
    be made again though somebody deleted them there.
    """

    only_changed: bool = True
    overwrite: list[Id] = Field(default=[], max_length=MOST_ITEMS)
    again: list[Id] = Field(default=[], max_length=MOST_ITEMS)


class NotTaken(BaseModel):
    """An item that the tracker did not take, and why."""

    title: str
    why: str


class ToldRun(BaseModel):
    """How far a run is, or how the last one ended; `why` is the sentence that ended it before it was through."""

    running: bool
    total: int = Field(description="How many items it writes; 0 while that is not known.")
    done: int
    counts: Mapping[str, int]
    why: str
    refused: list[NotTaken]
    otherwise: list[str] = Field(description="Items of which the tracker keeps something else than was sent.")
    started_at: str
    ended_at: str | None


@router.get("/maps/{map_id}/trackers")
def trackers_of_map(map_id: MapId, person: Person, site: OfSite) -> ToldTrackers:
    """Where the stories of a map stand in trackers, for those who are in its workshop."""
    trackers = site.service.trackers
    items = trackers.items(person, map_id)
    done = live(items)
    return ToldTrackers(
        trackers=[
            ToldTracker(kind=one.kind, name=one.called, place=one.place) for one in trackers.set_up(person, map_id)
        ],
        items=[ToldItem.of(one) for one in items],
        live=done.done,
        sent=done.sent,
    )


@router.get("/maps/{map_id}/trackers/{kind}/plan")
def tracker_plan(
    map_id: MapId,
    kind: Kind,
    person: Person,
    site: OfSite,
    only_changed: Annotated[bool, Query()] = True,
) -> ToldPlan:
    """What a run would do, for those who lead: nothing is written, there or here."""
    return ToldPlan.of(site.service.trackers.plan(person, map_id, kind, only_changed=only_changed))


@router.post("/maps/{map_id}/trackers/{kind}/run", status_code=status.HTTP_202_ACCEPTED)
def start_run(map_id: MapId, kind: Kind, asked: NewRun, person: Writer, site: OfSite, request: Request) -> ToldRun:
    """Send the stories, for those who lead: the run goes on by itself, ask for it to see how far it is."""
    wishes = ItemWishes(frozenset(asked.overwrite), frozenset(asked.again))
    site.service.trackers.start(person, map_id, kind, only_changed=asked.only_changed, wishes=wishes)
    return _told(site.service.trackers.progress(person, map_id, kind), site.language(request))


@router.get("/maps/{map_id}/trackers/{kind}/run")
def run_of_map(map_id: MapId, kind: Kind, person: Person, site: OfSite, request: Request) -> ToldRun:
    """How far the run is, or how the last one ended, for those who lead."""
    return _told(site.service.trackers.progress(person, map_id, kind), site.language(request))


@router.delete("/maps/{map_id}/trackers/{kind}/run", status_code=status.HTTP_202_ACCEPTED)
def stop_run(map_id: MapId, kind: Kind, person: Writer, site: OfSite, request: Request) -> ToldRun:
    """Stop the run after the item it is at, for those who lead; what was written stays."""
    site.service.trackers.cancel(person, map_id, kind)
    return _told(site.service.trackers.progress(person, map_id, kind), site.language(request))


@router.post("/maps/{map_id}/trackers/{kind}/refresh")
def refresh_items(map_id: MapId, kind: Kind, person: Writer, site: OfSite) -> Sequence[ToldItem]:
    """Look where the items stand now, for those who lead; nothing is written there."""
    site.service.trackers.refresh(person, map_id, kind)
    return [ToldItem.of(one) for one in site.service.trackers.items(person, map_id)]


def _told(found: RunProgress | None, language: str) -> ToldRun:
    if found is None:
        raise gone("tracker-no-run")
    return ToldRun(
        running=found.goes_on,
        total=found.total,
        done=found.done,
        counts=found.counts,
        why=found.fault.reason(language) if found.fault else "",
        refused=[NotTaken(title=title, why=fault.reason(language)) for title, fault in found.refused],
        otherwise=list(found.otherwise),
        started_at=found.started_at,
        ended_at=found.ended_at,
    )
