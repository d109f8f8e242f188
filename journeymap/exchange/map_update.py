"""A map that is here, as a file says it now: what would be changed, what added, and what the file does not have."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.domain.model.rows import Episode, Moment, Row

_BELOW = ("touchpoints", "needs", "backstage_steps", "pain_points")
_IDENTITY = frozenset({"origin"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that would be another."""

    row: Row
    name: str
    before: object
    after: object


@dataclass(slots=True)
class MapUpdate:
    """What a file makes of a map. `missing` is in the map and not in the file: whoever updates is asked about it.

    A row is the same where it has the same id, or says the same in the same place. A cell that is blank leaves what is
    there; so does a column that the file does not have.
    """

    changed: list[FieldChange] = field(default_factory=list)
    added: list[Row] = field(default_factory=list)
    moved: list[Moment] = field(default_factory=list)
    missing: list[Row] = field(default_factory=list)
    steps: list[Change] = field(default_factory=list)

    @property
    def says_something(self) -> bool:
        """Whether the file differs from the map."""
        return bool(self.steps or self.missing)

    def changes(self, *, remove_missing: bool = False) -> list[Change]:
        """The changes that bring the map up to date; what is missing stays, unless somebody said otherwise."""
        gone = [Remove(table=row.table, id=row.id) for row in self.missing] if remove_missing else []
        return [*self.steps, *gone]


def update_of(journey: Journey, coming: Journey, new_id: Callable[[], str]) -> MapUpdate:
    """What it takes to make this map what a file holds; `coming` is the map that the file alone would make."""
    return _Update(journey, coming, new_id).made()


class _Update:
    def __init__(self, journey: Journey, coming: Journey, new_id: Callable[[], str]) -> None:
        self.journey = journey
        self.coming = coming
        self.new_id = new_id
        self.update = MapUpdate()
        self.channels: dict[str, str] = {}

    def made(self) -> MapUpdate:
        """Channels first, then episodes with what belongs to them."""
        known = {channel.name.casefold(): channel.id for channel in self.journey.channels}
        for channel in self.coming.channels:
            self.channels[channel.id] = known.get(channel.name.casefold()) or self._add(channel, None)
        homes = {home: episode for episode, home in self._episodes()}
        same = self._same_moments(homes)
        for home, episode in homes.items():
            self._moments(home, self.coming.moments_of(episode.id), same)
            self._texts("communications", episode.id, home)
        held = set(same.values())
        self.update.missing[:0] = [moment for moment in self.journey.moments if moment.id not in held]
        return self.update

    def _episodes(self) -> Iterator[tuple[Episode, str]]:
        """The episodes of the file, and what they are here, by their titles."""
        known = {episode.title.casefold(): episode for episode in self.journey.episodes}
        for episode in self.coming.episodes:
            here = known.get(episode.title.casefold())
            if here is not None:
                self._set(here, episode)
            yield episode, here.id if here is not None else self._add(episode, None)

    def _same_moments(self, homes: dict[str, Episode]) -> dict[str, str]:
        """Which micro-moment here each one of the file is: by its id first, then by its words in the same episode."""
        here = {moment.id for moment in self.journey.moments}
        same = {moment.id: moment.id for moment in self.coming.moments if moment.id in here}
        taken = set(same.values())
        for home, episode in homes.items():
            words = {m.text.casefold(): m.id for m in reversed(self.journey.moments_of(home)) if m.id not in taken}
            for moment in self.coming.moments_of(episode.id):
                found = words.pop(moment.text.casefold(), None) if moment.id not in same else None
                if found is not None:
                    same[moment.id] = found
        return same

    def _moments(self, home: str, moments: Sequence[Moment], same: dict[str, str]) -> None:
        after: str | None = None
        for moment in moments:
            here = self.journey.tables["moments"].get(same.get(moment.id, ""))
            if isinstance(here, Moment):
                after = self._kept(here, moment, home, after)
            else:
                after = self._add(moment, home, after=after or self._last(home))
            self._below(moment.id, after, new=here is None)

    def _last(self, home: str) -> str | None:
        """Behind what a new micro-moment goes that is the first of the file in its episode."""
        return next((moment.id for moment in reversed(self.journey.moments_of(home))), None)

    def _kept(self, here: Moment, moment: Moment, home: str, after: str | None) -> str:
        self._set(here, moment)
        if here.parent != home:
            self.update.moved.append(here)
            self.update.steps.append(Move(table="moments", id=here.id, parent=home, after=after))
        return here.id

    def _below(self, there: str, here: str, *, new: bool) -> None:
        for table in _BELOW:
            if table == "touchpoints":
                self._touchpoints(there, here, new=new)
            else:
                self._texts(table, there, here)

    def _touchpoints(self, there: str, here: str, *, new: bool) -> None:
        before = [] if new else self._rows(self.journey, "touchpoints", here)
        held = {row.plain("channel"): row for row in before}
        names = {self.channels[channel.id]: channel for channel in self.coming.channels_of(there)}
        wanted = list(names)
        for channel in wanted:
            if channel not in held:
                row_id = self.new_id()
                self.update.steps.append(Add(table="touchpoints", id=row_id, parent=here, values={"channel": channel}))
                self.update.added.append(names[channel])
        if wanted:
            self.update.missing += [row for channel, row in held.items() if channel not in wanted]

    def _texts(self, table: str, there: str, here: str) -> None:
        """Rows that are the same where they say the same: what is new is added, what is gone is asked about."""
        before = self._rows(self.journey, table, here)
        known = {row.called.casefold(): row for row in before}
        coming = self._rows(self.coming, table, there)
        for row in coming:
            if (held := known.get(row.called.casefold())) is not None:
                self._set(held, row)
            else:
                self._add(row, here)
        if coming:
            said = {row.called.casefold() for row in coming}
            self.update.missing += [row for text, row in known.items() if text not in said]

    def _rows(self, journey: Journey, table: str, parent: str) -> list[Row]:
        return [journey.tables[table][row_id] for row_id in journey.siblings(table, parent)]

    def _set(self, here: Row, coming: Row) -> None:
        """What the file says otherwise of a row; what it leaves blank stays."""
        values = coming.values()
        for name in type(here).fields():
            after = values[name]
            blank = coming.__dict__[name] == type(coming).model_fields[name].get_default()
            if name in _IDENTITY or name in here.references or blank or here.plain(name) == after:
                continue
            self.update.changed.append(FieldChange(here, name, here.plain(name), after))
            self.update.steps.append(Set(table=here.table, id=here.id, field=name, value=after))

    def _add(self, row: Row, parent: str | None, *, after: str | None = None) -> str:
        row_id = self.new_id()
        values = {
            name: value
            for name, value in row.values().items()
            if name not in _IDENTITY and row.__dict__[name] != type(row).model_fields[name].get_default()
        }
        values = {name: value for name, value in values.items() if name not in row.references}
        more = {"after": after} if after is not None else {}
        self.update.steps.append(Add(table=row.table, id=row_id, parent=parent, values=values, **more))
        self.update.added.append(row)
        return row_id
