"""All use cases of one installation behind one object."""

from dataclasses import dataclass, field

from journeymap.service.audit_log import AuditLog
from journeymap.service.backups import Backups
from journeymap.service.comparisons import Comparisons
from journeymap.service.count_memory import CountMemory
from journeymap.service.customer_walk import CustomerWalks
from journeymap.service.dispositions import Dispositions
from journeymap.service.house import House
from journeymap.service.import_export import Exchange
from journeymap.service.map_changes import MapChanges
from journeymap.service.map_links import MapLinks
from journeymap.service.map_states import MapStates
from journeymap.service.maps import Maps
from journeymap.service.own_patterns import OwnPatterns
from journeymap.service.people import People
from journeymap.service.portraits import Portraits
from journeymap.service.posters import Posters
from journeymap.service.readiness import Readiness
from journeymap.service.story_backlog import StoryBacklog
from journeymap.service.trackers import Trackers
from journeymap.service.validation_rounds import ValidationRounds
from journeymap.service.workshops import Workshops


@dataclass(frozen=True, slots=True)
class Service:
    """The only door: `maps` (whole maps), `changes` (changing one), `people` (who), `exchange` (files), `backups`.

    `workshops` is whatever a room of people does together, part by part; `readiness`: whether work can be done.
    """

    house: House
    maps: Maps
    changes: MapChanges
    people: People
    exchange: Exchange
    backups: Backups
    workshops: Workshops
    readiness: Readiness
    counted: CountMemory = field(default_factory=CountMemory)
    """What customers said of maps, counted once for all who look."""

    @classmethod
    def of(cls, house: House) -> "Service":
        """The use cases over one store."""
        maps, people = Maps(house), People(house)
        exchange, workshops = Exchange(house, maps), Workshops.of(house, people, maps)
        readiness = Readiness(house.store, house.disk, house.now)
        return cls(house, maps, MapChanges(house), people, exchange, Backups(house), workshops, readiness)

    @property
    def comparisons(self) -> Comparisons:
        """Two maps side by side."""
        return Comparisons(self.house, self.maps)

    @property
    def portraits(self) -> Portraits:
        """The pictures of personas."""
        return Portraits(self.house, self.maps, self.changes)

    @property
    def dispositions(self) -> Dispositions:
        """What people decide about each moment of an as-is."""
        return Dispositions(self.house, self.maps)

    @property
    def backlog(self) -> StoryBacklog:
        """What people decide about the stories of a to-be."""
        return StoryBacklog(self.house, self.maps, self.exchange)

    @property
    def map_links(self) -> MapLinks:
        """A to-be and the as-is it belongs to."""
        return MapLinks(self.house, self.maps)

    @property
    def posters(self) -> Posters:
        """Summaries on one page."""
        return Posters(self.maps, self.workshops, self.exchange)

    @property
    def states(self) -> MapStates:
        """Where maps stand: draft, in review, validated, in use, retired."""
        return MapStates(self.house, self.changes)

    @property
    def rounds(self) -> ValidationRounds:
        """Rounds in which customers walk a map, for those who hold them."""
        return ValidationRounds(self.house, self.states, self.counted)

    @property
    def walks(self) -> CustomerWalks:
        """The same for the customers themselves."""
        return CustomerWalks(self.house, self.states)

    @property
    def story_patterns(self) -> OwnPatterns:
        """How the stories of this installation are worded."""
        return OwnPatterns(self.house)

    @property
    def trackers(self) -> Trackers:
        """Stories in the team's tracker."""
        return Trackers(self.house, self.exchange)

    @property
    def audit(self) -> AuditLog:
        """What happened to people, keys and data."""
        return AuditLog(self.house)

    def first_start(self) -> None:
        """Load the samples, once in a database's life."""
        self.exchange.first_start(self.people.owner())

    def owner_key(self) -> str:
        """The key that makes one the owner; it stands in no address."""
        return self.people.sessions.owner_key()

    def close(self) -> None:
        """Commit what was accepted and let go of the database."""
        self.house.trackers.close()
        self.audit.settle()
        self.house.store.close()
