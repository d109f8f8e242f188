"""What of a micro-moment a story is for: all of it, a need, a channel, what somebody says, or what is left of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Channel, Moment, Need, Story


@dataclass(frozen=True, slots=True)
class Slice:
    """One story of a moment: the needs and channels it is for, and the row with what people decided about it.

    `rest`: it has all that no part is for, as its minutes, its messages and what is backstage. `gone`: what this part
    was for is no longer on the map.
    """

    row: Story | None
    needs: Sequence[Need]
    channels: Sequence[Channel]
    rest: bool = False
    gone: bool = False

    @property
    def name(self) -> str:
        """What the part is for, as the map says it; "" for the rest, and for what somebody says."""
        if self.rest or self.row is None or self.gone:
            return ""
        of = self.needs if self.row.part == "need" else self.channels if self.row.part == "channel" else ()
        return of[0].called if of else ""


def slices(journey: Journey, moment: Moment, whole: Story | None, parts: Sequence[Story]) -> Iterator[Slice]:
    """The stories of a moment, what no part is for first: each need and each channel is in one of them at least."""
    needs, channels = journey.needs_of(moment.id), journey.channels_of(moment.id)
    made = [_part(row, needs, channels) for row in parts]
    taken = {one.row.need for one in made if one.row and one.row.part == "need" and not one.gone}
    used = {one.row.channel for one in made if one.row and one.row.part == "channel" and not one.gone}
    left = [need for need in needs if need.id not in taken]
    ours = [channel for channel in channels if channel.id not in used]
    yield Slice(whole, left, ours, rest=True)
    for one in made:
        if one.gone and one.row and not (one.row.title or one.row.sentence or one.row.criteria or one.row.notes):
            continue  # it would say the same as the rest; it is back with what it was for
        by_need = one.row is not None and one.row.part == "need"
        if one.needs or one.channels:
            one = Slice(one.row, one.needs if by_need else left, ours if by_need else one.channels)  # noqa: PLW2901
        yield one


def _part(row: Story, needs: Sequence[Need], channels: Sequence[Channel]) -> Slice:
    """What a part names, as far as its moment has it."""
    if row.part == "need":
        found = [need for need in needs if need.id == row.need]
        return Slice(row, found, (), gone=not found)
    if row.part == "channel":
        there = [channel for channel in channels if channel.id == row.channel]
        return Slice(row, (), there, gone=not there)
    return Slice(row, (), ())
