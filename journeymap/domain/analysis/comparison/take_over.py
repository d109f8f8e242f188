"""What was changed in the as-is after the to-be was begun, as changes that take it over into the to-be."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journeymap.domain.analysis.comparison.differences import Differences
from journeymap.domain.analysis.comparison.lineage import Lineage
from journeymap.domain.analysis.comparison.matches import Match, MomentGroup, Since
from journeymap.domain.model.field_rules import left_in_as_is
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Remove, Set
from journeymap.domain.model.order_keys import LAST
from journeymap.domain.model.rows import Moment, Row

NewId = Callable[[], str]

_BELOW = {"channels": "touchpoints", "needs": "needs", "backstage": "backstage_steps"}


@dataclass(frozen=True, slots=True)
class TakeOverPart:
    """What changed since in one as-is moment, and one to-be moment that it lives on in.

    `fields` can be taken over as they are. `own` cannot: the to-be moment comes from several, and what it says of
    itself is said by people.
    """

    as_is: Moment
    to_be: Moment
    fields: tuple[str, ...]
    own: tuple[str, ...] = ()


def can_take_over(match: Match) -> bool:
    """Whether what changed in the as-is since can be taken over as a whole: merged and split moments go by parts."""
    return match.since is not None or (bool(match.behind) and len(match.as_is) == len(match.to_be) == 1)


def parts_behind(of: Lineage, base: Journey, match: Match) -> tuple[TakeOverPart, ...]:
    """What changed in the as-is since, for each moment that was merged or split and each that it lives on in."""
    differences = Differences(of, base)
    heirs = {moment.id: moment for moment in match.to_be}
    found = []
    for moment in match.as_is:
        then = (base.get(Moment, moment.id),) if moment.id in base.tables["moments"] else ()
        for heir in of.moments[0].get(moment.id, ()) if then else ():
            group = MomentGroup((moment,), (heirs[heir],))
            behind = [name for name in differences.changed(group) if differences.is_behind(name, then, group)]
            merged = len(of.moments[1][heir]) > 1
            own = tuple(name for name in behind if merged and name not in _BELOW)
            if behind:
                fields = tuple(name for name in behind if name not in own)
                found.append(TakeOverPart(moment, heirs[heir], fields, own))
    return tuple(found)


def take_over_part(of: Lineage, base: Journey, part: TakeOverPart, new_id: NewId) -> list[Change]:
    """The changes to the to-be after which this moment of it has what the as-is has."""
    return list(_Taking(of, base, new_id).fields(part.as_is, part.to_be, part.fields))


def take_over(of: Lineage, base: Journey, match: Match, new_id: NewId) -> list[Change]:
    """The changes to the to-be after which it has what the as-is has; none where that cannot be said."""
    if not can_take_over(match):
        return []
    if match.since is Since.GONE:
        return [Remove(table="moments", id=moment.id) for moment in match.to_be]
    take = _Taking(of, base, new_id)
    if match.since is Since.CAME:
        return [change for moment in match.as_is for change in take.whole(moment)]
    return list(take.fields(match.as_is[0], match.to_be[0], match.behind))


class _Taking:
    def __init__(self, of: Lineage, base: Journey, new_id: NewId) -> None:
        self.of, self.base, self.new_id = of, base, new_id
        self.channels: dict[str, str] = {}

    def whole(self, moment: Moment) -> Iterator[Change]:
        """A moment with what belongs to it, in the episode its own became, behind the one it stands behind."""
        episode = moment.parent or ""
        home = next(iter(self.of.episodes[0].get(episode, ())), None)
        if home is None:
            home = self._id(episode)
            yield self._add(self.of.as_is.tables["episodes"][episode], home, None, None)
        here = self._id(moment.id)
        yield self._add(moment, here, home, self._behind(moment, home))
        for table in _BELOW.values():
            for row_id in self.of.as_is.siblings(table, moment.id):
                yield from self._child(self.of.as_is.tables[table][row_id], here)

    def fields(self, moment: Moment, heir: Moment, names: tuple[str, ...]) -> Iterator[Change]:
        """The fields and rows of one moment that were changed since."""
        for name in names:
            if name in _BELOW:
                yield from self._rows(_BELOW[name], moment, heir)
            else:
                yield Set(table="moments", id=heir.id, field=name, value=moment.plain(name))

    def _rows(self, table: str, moment: Moment, heir: Moment) -> Iterator[Change]:
        """The rows under a moment that came, went or changed in the as-is since."""
        down: dict[str, tuple[str, ...]] = {}
        for own in self.of.to_be.tables[table].values():
            for source in self.of.sources(own):  # also one that is gone from the as-is
                down[source] = (*down.get(source, ()), own.id)
        then = {i: self.base.tables[table][i] for i in self.base.siblings(table, moment.id)}
        now = {i: self.of.as_is.tables[table][i] for i in self.of.as_is.siblings(table, moment.id)}
        for row_id, row in now.items():
            mine = self._heirs(down.get(row_id, ()), table, heir)
            if row_id not in then and not mine:
                yield from self._child(row, heir.id)
            elif row_id in then and row.values() != then[row_id].values():
                yield from self._changed(row, then[row_id], mine)
        for row_id in then.keys() - now.keys():
            yield from (Remove(table=table, id=gone) for gone in self._heirs(down.get(row_id, ()), table, heir))

    def _heirs(self, found: tuple[str, ...], table: str, heir: Moment) -> tuple[str, ...]:
        """Those that stand under this moment; where none does, those that were moved elsewhere."""
        here = self.of.to_be.siblings(table, heir.id)
        return tuple(one for one in found if one in here) or (found if len(found) == 1 else ())

    def _changed(self, row: Row, then: Row, heirs: tuple[str, ...]) -> Iterator[Change]:
        names = [name for name in row.fields() if name != "origin" and row.plain(name) != then.plain(name)]
        for heir in heirs:
            for name in names:
                if name == "channel":
                    yield from self._channel(row.plain(name))
                value = self.channels[row.plain(name)] if name == "channel" else row.plain(name)
                yield Set(table=row.table, id=heir, field=name, value=value)

    def _child(self, row: Row, parent: str) -> Iterator[Change]:
        if row.table == "touchpoints":
            yield from self._channel(row.plain("channel"))
        yield self._add(row, self._id(row.id), parent, LAST)

    def _channel(self, channel: str) -> Iterator[Change]:
        """The to-be's channel that this one became; it is made where there is none."""
        if channel in self.channels:
            return
        found = next((own for own, came in self.of.channels.items() if came == channel), None)
        self.channels[channel] = found or self._id(channel)
        if found is None:
            yield self._add(self.of.as_is.tables["channels"][channel], self.channels[channel], None, LAST)

    def _add(self, row: Row, row_id: str, parent: str | None, after: str | None) -> Change:
        values = {**row.values(), **left_in_as_is(row.table), "origin": row.id}
        if "channel" in values:
            values["channel"] = self.channels[values["channel"]]
        return Add(table=row.table, id=row_id, parent=parent, values=values, after=after)

    def _behind(self, moment: Moment, home: str) -> str | None:
        """The to-be moment in this episode behind which it belongs; None: it is the first."""
        siblings = self.of.as_is.siblings("moments", moment.parent)
        for before in reversed(siblings[: siblings.index(moment.id)]):
            for heir in reversed(self.of.moments[0].get(before, ())):
                if self.of.to_be.get(Moment, heir).parent == home:
                    return heir
        return None

    def _id(self, wanted: str) -> str:
        return wanted if self.of.to_be.table_of(wanted) is None else self.new_id()
