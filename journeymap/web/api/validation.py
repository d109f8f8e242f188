"""Where a map stands, and validation rounds: customers walk it by a link, on a page of their own."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, status
from pydantic import BaseModel, Field

from journeymap.domain.model import limits
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.validation import MapState, RoundVerdict, Said, StateChange, ValidationRound
from journeymap.domain.text.errors import Refusal
from journeymap.domain.workshop.round_verdicts import MomentCount
from journeymap.live.protocol import MOST_REVISION
from journeymap.service.validation_rounds import MOST_CUSTOMERS, USUAL_CUSTOMERS, CustomerShare
from journeymap.web.api.dependencies import MapId, OfSite, Person, Writer
from journeymap.web.bounded_input import CarefulRoute
from journeymap.web.site import Site

router = APIRouter(route_class=CarefulRoute)

MOST_WORDS = 200
"""So many of the customers' words are told at once."""


class ToldState(BaseModel):
    """One decision: the state from then on, on which revision, by whom, and what customers had said by then."""

    state: MapState
    revision: int
    decided_by: str
    decided_at: str
    customers: int
    confirmed: int = Field(description="Micro-moments that customers confirmed and nobody contested.")
    contested: int = Field(description="Micro-moments that a customer contested.")

    @classmethod
    def of(cls, one: StateChange) -> "ToldState":
        """As it is kept."""
        return cls(**{name: getattr(one, name) for name in cls.model_fields})


class ToldStanding(BaseModel):
    """Where a map stands, and every decision about it, the newest first."""

    state: MapState
    validated: bool = Field(description="Whether customers have confirmed the map: it is validated, or in use.")
    changes_since: int = Field(description="How many changes the map has had since it came into this state.")
    history: list[ToldState]


class NewState(BaseModel):
    """The state a map is in from now on."""

    state: str = Field(max_length=limits.LABEL, description=", ".join(MapState))


class CustomersWord(BaseModel):
    """What a customer said of a micro-moment; `about` is its text as they read it."""

    verdict: Said
    text: str
    quote: str
    about: str
    revision: int
    said_at: str

    @classmethod
    def of(cls, one: RoundVerdict) -> "CustomersWord":
        """Without who said it."""
        return cls(**{name: getattr(one, name) for name in cls.model_fields})


class ToldCount(BaseModel):
    """What customers said of one micro-moment: each one's last word counts."""

    moment: str
    confirmed: int
    contested: int
    added: int
    validated: bool
    words: list[CustomersWord]

    @classmethod
    def of(cls, moment: str, one: MomentCount, words: Iterable[RoundVerdict]) -> "ToldCount":
        """As it was counted, with those of its words that are on the page."""
        counts = {"confirmed": one.confirmed, "contested": one.contested, "added": one.added}
        told = [CustomersWord.of(word) for word in words]
        return cls(moment=moment, **counts, validated=one.validated, words=told)


class CountList(BaseModel):
    """The micro-moments of which customers said something, and a page of their words, the newest first."""

    moments: list[ToldCount] = Field(description="All of them on every page, each with its words on this one.")
    next: int | None = Field(description="`before` for the words that follow; null at the end.")


class NewRound(BaseModel):
    """What to call a round, its last day (in UTC; null: in two weeks), and how many people may come by its link."""

    name: str = Field(min_length=1, max_length=limits.NAME, description="Whom you ask: those who lead read it.")
    last_day: date | None = None
    most: int = Field(default=USUAL_CUSTOMERS, ge=1, le=MOST_CUSTOMERS)


class ListedRound(BaseModel):
    """A round, without what stands in its link."""

    id: str
    map_id: str
    name: str
    most: int
    until: str
    revision: int
    made_by: str
    made_at: str
    ended_at: str | None
    open: bool


class MadeRound(ListedRound):
    """A round, and what stands in its link: this is told once."""

    link: str = Field(description="Put it after `/walk?link=`.")


class ListedCustomer(BaseModel):
    """Somebody who came to a round; `name` is what they gave, if anything."""

    id: str
    round_id: str
    name: str
    came_at: str
    verdicts: int

    @classmethod
    def of(cls, one: CustomerShare) -> "ListedCustomer":
        """As they came."""
        it = one.customer
        return cls(id=it.id, round_id=it.round_id, name=it.name, came_at=it.came_at, verdicts=one.verdicts)


class RoundList(BaseModel):
    """The rounds of a map, and a page of those who came to them; both the newest first."""

    rounds: list[ListedRound]
    customers: list[ListedCustomer]
    next: int | None = Field(description="`skip` for the customers that follow; null at the end.")


class RemovedVerdicts(BaseModel):
    """How much was removed."""

    verdicts: int


class NotedEvidence(BaseModel):
    """On how many micro-moments evidence was noted."""

    moments: int


@router.get("/maps/{map_id}/state")
def map_state(map_id: MapId, person: Person, site: OfSite) -> ToldStanding:
    """Where a map stands; who decided that, and all decisions before, for those who are in its workshop."""
    return _told(site, person, map_id)


@router.post("/maps/{map_id}/state")
def decide_state(map_id: MapId, asked: NewState, person: Writer, site: OfSite) -> ToldStanding:
    """Say where a map stands, for those who lead; without a customer's verdict in a round it is never validated."""
    site.service.states.decide(person, map_id, asked.state)
    return _told(site, person, map_id)


@router.get("/maps/{map_id}/verdicts")
def customers_verdicts(
    map_id: MapId,
    person: Person,
    site: OfSite,
    before: Annotated[int | None, Query(ge=1, le=MOST_REVISION)] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_WORDS)] = 100,
) -> CountList:
    """What customers said in rounds, micro-moment by micro-moment: all counts, and their words a page at a time."""
    found = site.service.rounds.counts(person, map_id)
    words, following = site.service.rounds.words(person, map_id, before=before, most=limit)
    of: dict[str, list[RoundVerdict]] = {}
    for word in words:
        of.setdefault(word.moment_id, []).append(word)
    return CountList(
        moments=[ToldCount.of(moment, one, of.get(moment, ())) for moment, one in found.items()], next=following
    )


@router.post("/maps/{map_id}/evidence")
def note_evidence(map_id: MapId, person: Writer, site: OfSite) -> NotedEvidence:
    """Note what customers confirmed on the map as evidence, where there is none; for those who lead."""
    return NotedEvidence(moments=site.service.states.note_evidence(person, map_id))


@router.post("/maps/{map_id}/rounds", status_code=status.HTTP_201_CREATED)
def make_round(map_id: MapId, asked: NewRound, person: Writer, site: OfSite) -> MadeRound:
    """Open a validation round, for those who lead: whoever has its link walks the map and says what is true."""
    made, link = site.service.rounds.make(person, map_id, asked.name, last_day=asked.last_day, most=asked.most)
    return MadeRound(**_listed(site, made).model_dump(), link=link)


@router.get("/maps/{map_id}/rounds")
def rounds_of_map(
    map_id: MapId,
    person: Person,
    site: OfSite,
    skip: Annotated[int, Query(ge=0, le=MOST_REVISION)] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_CUSTOMERS)] = 200,
) -> RoundList:
    """The rounds of a map and who came, for those who lead."""
    rounds = site.service.rounds.of_map(person, map_id)
    came = site.service.rounds.customers(person, map_id, most=limit, skip=skip)
    return RoundList(
        rounds=[_listed(site, one) for one in rounds],
        customers=[ListedCustomer.of(one) for one in came],
        next=skip + limit if len(came) == limit else None,
    )


@router.post("/rounds/{round_id}/end", status_code=status.HTTP_204_NO_CONTENT)
def end_round(round_id: MapId, person: Writer, site: OfSite) -> None:
    """End a round: its link leads nowhere from the answer on, and what was said stays."""
    site.service.rounds.end(person, round_id)


@router.post("/rounds/{round_id}/clear")
def clear_round(round_id: MapId, person: Writer, site: OfSite) -> RemovedVerdicts:
    """Remove all that was said in a round, and everybody who said it, for good; for those who lead."""
    return RemovedVerdicts(verdicts=site.service.rounds.clear(person, round_id))


@router.post("/rounds/customers/{customer_id}/remove")
def remove_customer(customer_id: MapId, person: Writer, site: OfSite) -> RemovedVerdicts:
    """Remove somebody who came to a round, with all they said, for good; for those who lead."""
    return RemovedVerdicts(verdicts=site.service.rounds.remove_customer(person, customer_id))


def _told(site: Site, person: Participant, map_id: str) -> ToldStanding:
    now = site.service.states.of(person, map_id)
    try:
        history = site.service.states.history(person, map_id)
    except Refusal:  # whoever reads by a link is not told who decided
        history = []
    return ToldStanding(
        state=now.state,
        validated=now.confirmed,
        changes_since=now.changes_since,
        history=[ToldState.of(one) for one in history],
    )


def _listed(site: Site, one: ValidationRound) -> ListedRound:
    return ListedRound(**one._asdict(), open=not one.is_over(site.service.house.now()))
