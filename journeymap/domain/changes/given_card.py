"""An as-is moment that has no card left in the to-be is given one: a new one, or one that is there."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from journeymap.domain.model.field_rules import left_in_as_is
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Set
from journeymap.domain.model.rows import Channel, Episode, Moment, Row
from journeymap.domain.text.normalize import plain

NewId = Callable[[], str]
R = TypeVar("R", bound=Row)


def join_card(to_be: Journey, card: str, as_is_moment: str, new_id: NewId) -> list[Change]:
    """What makes a card come from this as-is moment as well; nothing where it does. Errors: KeyError."""
    origins = to_be.origins_of(card)
    if as_is_moment in origins:
        return []
    if not origins:
        return [Set(table="moments", id=card, field="origin", value=as_is_moment)]
    return [Add(table="origins", id=new_id(), parent=card, values={"as_is": as_is_moment})]


class CardPlace(NamedTuple):
    """Where a card is to stand: in an episode, after a card of it (None: first)."""

    episode: str
    after: str | None = None


def new_card(
    as_is: Journey, to_be: Journey, moment_id: str, new_id: NewId, place: CardPlace | None = None
) -> list[Change]:
    """What gives an as-is moment a card of its own, with its channels, needs and backstage. Errors: KeyError.

    It stands at this place; without one where it stood, behind what became of the moments before it.
    """
    moment = as_is.get(Moment, moment_id)
    changes: list[Change] = []
    if place is None:
        place, changes = _place(as_is, to_be, moment, new_id)
    made = new_id()
    values = {**moment.values(), **left_in_as_is("moments"), "origin": moment.id}
    changes.append(Add(table="moments", id=made, parent=place.episode, values=values, after=place.after))
    return [*changes, *_below(as_is, to_be, moment, made, new_id)]


def _place(as_is: Journey, to_be: Journey, moment: Moment, new_id: NewId) -> tuple[CardPlace, list[Change]]:
    """The episode it belongs to, which is added where there is none any more, and the card it comes after."""
    before = as_is.get(Episode, moment.parent or "")
    found = _same(before, to_be.episodes)
    if found is None:
        made = new_id()
        values = {**before.values(), **left_in_as_is("episodes"), "origin": before.id}
        return CardPlace(made), [Add(table="episodes", id=made, values=values)]
    cards = {origin: card.id for card in to_be.moments_of(found.id) for origin in to_be.origins_of(card.id)}
    earlier = as_is.moments_of(before.id)
    earlier = earlier[: earlier.index(moment)]
    after = next((cards[one.id] for one in reversed(earlier) if one.id in cards), None)
    return CardPlace(found.id, after), []


def _below(as_is: Journey, to_be: Journey, moment: Moment, made: str, new_id: NewId) -> Iterator[Change]:
    known = {channel.id: channel for channel in to_be.channels}
    for touchpoint in as_is.touchpoints_of(moment.id):
        channel = as_is.get(Channel, touchpoint.channel)
        found = _same(channel, tuple(known.values()))
        if found is None:
            values = {**channel.values(), "origin": channel.id}
            added = Add(table="channels", id=new_id(), values=values)
            known[added.id] = channel.model_copy(update={"id": added.id, "origin": channel.id})
            yield added
            found = known[added.id]
        yield _child(touchpoint, made, new_id, channel=found.id)
    for row in (*as_is.needs_of(moment.id), *as_is.backstage_of(moment.id)):
        yield _child(row, made, new_id)


def _child(row: Row, made: str, new_id: NewId, **other: object) -> Add:
    values = {**row.values(), **left_in_as_is(row.table), "origin": row.id, **other}
    return Add(table=row.table, id=new_id(), parent=made, values=values)


def _same(row: R, others: tuple[R, ...]) -> R | None:
    """What became of this row among these: by its origin, else by its name."""
    by_origin = (one for one in others if one.origin == row.id)
    by_name = (one for one in others if plain(one.called) == plain(row.called))
    return next(by_origin, None) or next(by_name, None)
