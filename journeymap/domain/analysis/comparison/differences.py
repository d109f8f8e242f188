"""What a group of moments says otherwise than those it comes from, and whether that bears on the emotion."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter
from typing import Any

from journeymap.domain.analysis.comparison.lineage import Lineage
from journeymap.domain.analysis.comparison.matches import Bearing, MomentGroup
from journeymap.domain.model.field_rules import compared_fields
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import BackstageStep, Channel, Moment, Need, Row
from journeymap.domain.text.normalize import plain

ADDED_UP = frozenset({"minutes", "waiting_minutes"})
"""Fields of which a merged moment has the sum: 14 and 12 minutes become 26, or 10, but never twice 10."""


def compared(row: Row) -> tuple[object, ...]:
    """What of a row is looked at when two are held side by side."""
    return tuple([getattr(row, name) for name in compared_fields(row.table)])


def added_up(moments: Iterable[Moment], name: str) -> float | None:
    """The minutes of moments together; None where those of one are not said."""
    values = [getattr(moment, name) for moment in moments]
    return None if None in values else sum(values)


def said_minutes(group: MomentGroup, name: str) -> float | None:
    """What a group's to-be moments take, as far as it was said of them.

    A merged moment that only kept the minutes of one it came from says nothing about the others: they still count.
    """
    if len(group.as_is) > 1 and len(group.to_be) == 1:
        mine = getattr(group.to_be[0], name)
        if mine in [getattr(moment, name) for moment in group.as_is]:
            return added_up(group.as_is, name)
    return added_up(group.to_be, name)


@dataclass(frozen=True)
class Differences:
    """The differences between two maps, group by group; `base` is the as-is that the to-be was begun from."""

    of: Lineage
    base: Journey | None = None

    @property
    def _fields(self) -> "attrgetter[tuple[Any, ...]]":
        return _compared_of("moments")

    def changed(self, group: MomentGroup) -> tuple[str, ...]:
        """The names of what differs, whoever changed it."""
        if not group.as_is or not group.to_be:
            return ()
        before, after = group.as_is, group.to_be
        if len(before) == len(after) == 1:
            return self._changed_of_one(before[0], after[0])
        found = [name for name in compared_fields("moments") if _differs(name, before, after)]
        if self.channels(before) != self.channels_of_to_be(after):
            found.append("channels")
        for name, (one, other) in self._compared.items():
            if _together(one, before) != _together(other, after):
                found.append(name)
        return tuple(found)

    def _changed_of_one(self, before: Moment, after: Moment) -> tuple[str, ...]:
        """The same where one moment became one: what nearly all of them are."""
        found: list[str] = []
        one, other = self._fields(before), self._fields(after)
        if one != other:
            names = compared_fields("moments")
            found = [name for name, then, now in zip(names, one, other, strict=True) if then != now]
        used = self.of.channels_used
        came, goes = used[0].get(before.id, ()), used[1].get(after.id, ())
        if came != goes and set(came) != set(goes):
            found.append("channels")
        for name, (below, above) in self._compared.items():
            if below.get(before.id) != above.get(after.id):
                found.append(name)
        return tuple(found)

    @cached_property
    def _compared(self) -> Mapping[str, tuple[Mapping[str, set[Any]], Mapping[str, set[Any]]]]:
        """What is compared of the rows below each moment of both maps, where there are any."""
        sides = self.of.as_is, self.of.to_be
        return {
            name: (_by_moment(sides[0], _TABLES[name]), _by_moment(sides[1], _TABLES[name]))
            for name in ("needs", "backstage")
        }

    def split_by_side(self, group: MomentGroup, changed: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What the to-be changed, and what was changed in the as-is since and is not taken over: it may be both."""
        if self.base is None or not changed:
            return changed, ()
        known = self.base.tables["moments"]
        if any(moment.id not in known for moment in group.as_is):
            return changed, ()
        then = tuple(self.base.get(Moment, moment.id) for moment in group.as_is)
        began = MomentGroup(then, group.to_be)
        mine = tuple(name for name in changed if self._still_differs(name, began, group))
        behind = tuple(name for name in changed if self.is_behind(name, then, group))
        return mine, behind

    def _still_differs(self, name: str, began: MomentGroup, group: MomentGroup) -> bool:
        """Whether the to-be says something else than the as-is it was begun from."""
        if name in _TABLES:
            return self._below(self.base, name, began.as_is) != self._below(self.of.to_be, name, group.to_be)
        return _differs(name, began.as_is, group.to_be)

    def is_behind(self, name: str, then: Sequence[Moment], group: MomentGroup) -> bool:
        """Whether the as-is says something else than `then`, and the to-be has not taken that over."""
        if name not in _TABLES:
            return [getattr(m, name) for m in then] != [getattr(m, name) for m in group.as_is]
        before, now = self._below(self.base, name, then), self._below(self.of.as_is, name, group.as_is)
        mine = self._below(self.of.to_be, name, group.to_be)
        return bool((now - before) - mine or (before - now) & mine)

    def _below(self, journey: Journey | None, name: str, moments: Sequence[Moment]) -> set[Any]:
        if journey is None:
            return set()
        if name == "channels":
            return self.channels_of_to_be(moments) if journey is self.of.to_be else _channels(journey, moments)
        return _rows(journey, _TABLES[name], moments)

    def channels(self, moments: Sequence[Moment]) -> set[str]:
        """The channels of as-is moments."""
        used = self.of.channels_used[0]
        return {channel for moment in moments for channel in used.get(moment.id, ())}

    def channels_of_to_be(self, moments: Sequence[Moment]) -> set[str]:
        """The channels of to-be moments, each as the one it comes from: renaming it changes no moment."""
        used = self.of.channels_used[1]
        return {channel for moment in moments for channel in used.get(moment.id, ())}

    def bearing(self, group: MomentGroup, changed: tuple[str, ...], *, spoken: bool) -> Bearing:
        """Whether what the to-be changes bears on the emotion; what it only leaves out never does.

        `spoken`: the episode's communication is another one.
        """
        if not group.as_is or not group.to_be:
            return Bearing.NONE
        if changed and self._in_substance(group, changed):
            return Bearing.SURE
        if spoken or (changed and self._in_words(group, changed)):
            return Bearing.PERHAPS
        return Bearing.NONE

    def _in_substance(self, group: MomentGroup, changed: tuple[str, ...]) -> bool:
        if "channels" in changed and self.channels_of_to_be(group.to_be) - self.channels(group.as_is):
            return True
        for name in ADDED_UP.intersection(changed):
            before, after = added_up(group.as_is, name), said_minutes(group, name)
            if before is not None and after is not None and after < before:
                return True
        return ("needs" in changed and any(self._is_new_need(group, need) for need in self._needs(group))) or (
            "backstage" in changed and any(self._is_new_step(step) for step in self._steps(group))
        )

    def _needs(self, group: MomentGroup) -> list[Need]:
        return [need for moment in group.to_be for need in self.of.to_be.needs_of(moment.id)]

    def _steps(self, group: MomentGroup) -> list[BackstageStep]:
        return [step for moment in group.to_be for step in self.of.to_be.backstage_of(moment.id)]

    def _is_new_need(self, group: MomentGroup, need: Need) -> bool:
        if need.id in self.of.needs[1]:
            return False
        known = {plain(one.text) for moment in group.as_is for one in self.of.as_is.needs_of(moment.id)}
        return plain(need.text) not in known

    def _is_new_step(self, step: BackstageStep) -> bool:
        came = self.of.steps[1].get(step.id)
        if not came:
            return True
        was = self.of.as_is.get(BackstageStep, came[0])
        return any(now and now != then for now, then in ((step.team, was.team), (step.system, was.system)))

    def _in_words(self, group: MomentGroup, changed: tuple[str, ...]) -> bool:
        """Whether a text is another one by more than case and punctuation."""
        if "text" in changed and not {plain(m.text) for m in group.to_be} <= {plain(m.text) for m in group.as_is}:
            return True
        names = [name for name in ("needs", "backstage") if name in changed]
        return any(self._reworded(_TABLES[name], group) for name in names)

    def _reworded(self, table: str, group: MomentGroup) -> bool:
        before = {plain(row.called) for row in _children(self.of.as_is, table, group.as_is)}
        return any(plain(row.called) not in before for row in _children(self.of.to_be, table, group.to_be))


_TABLES = {"channels": "touchpoints", "needs": "needs", "backstage": "backstage_steps"}


def _children(journey: Journey, table: str, moments: Iterable[Moment]) -> list[Row]:
    rows, order = journey.tables[table], journey.order[table]
    return [rows[i] for moment in moments for i in order.get(moment.id, ())]


def _by_moment(journey: Journey, table: str) -> Mapping[str, set[Any]]:
    rows, of = journey.tables[table], _compared_of(table)
    return {moment or "": {of(rows[i]) for i in ids} for moment, ids in journey.order[table].items() if ids}


def _together(found: Mapping[str, set[Any]], moments: Sequence[Moment]) -> set[Any]:
    return set().union(*(found.get(moment.id, ()) for moment in moments))


def _rows(journey: Journey, table: str, moments: Sequence[Moment]) -> set[Any]:
    return set(map(_compared_of(table), _children(journey, table, moments)))


@cache
def _compared_of(table: str) -> "attrgetter[Any]":
    return attrgetter(*compared_fields(table))


def _channels(journey: Journey, moments: Sequence[Moment]) -> set[str]:
    return {row.channel for row in _children(journey, "touchpoints", moments)}  # type: ignore[attr-defined]


def _differs(name: str, before: Sequence[Moment], after: Sequence[Moment]) -> bool:
    if name in ADDED_UP:
        return added_up(before, name) != added_up(after, name)
    now, then = [getattr(m, name) for m in after], [getattr(m, name) for m in before]
    if name == "moment_of_truth":
        return any(now) != any(then)
    return not set(now) <= set(then) or (len(now) == len(then) == 1 and now != then)


def names_of_channels(of: Lineage, side: Journey, moments: Sequence[Moment]) -> dict[str, str]:
    """The names of moments' channels, by what each channel is in the as-is."""
    found = [side.get(Channel, touchpoint.channel) for m in moments for touchpoint in side.touchpoints_of(m.id)]
    if side is of.as_is:
        return {channel.id: channel.name for channel in found}
    return {of.channels.get(channel.id, f"+{channel.id}"): channel.name for channel in found}
