"""An as-is moment that has no card left in the to-be is given one."""

from itertools import count

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.given_card import join_card, new_card
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Change, Remove
from journeymap.domain.model.rows import Moment
from tests.support.small_maps import made

AS_IS = made(
    {"id": "a", "text": "I look", "felt_valence": -1},
    {"id": "b", "text": "I call", "touchpoints": [{"channel": "phone"}], "needs": [{"id": "n", "text": "be sure"}]},
    {"id": "c", "text": "I go"},
    channels=[{"id": "phone", "name": "Phone"}],
)


def without(*gone: tuple[str, str]) -> Journey:
    to_be, _ = perform(Journey("to-be"), to_be_changes(AS_IS, "to-be", "The to-be"))
    return perform(to_be, [Remove(table=table, id=row_id) for table, row_id in gone])[0]


def after(to_be: Journey, changes: list[Change]) -> Journey:
    return perform(to_be, changes)[0]


def ids() -> "count[int]":
    return count(1)


def fates(to_be: Journey) -> dict[str, Disposition]:
    return {fate.as_is.id: fate.disposition for fate in compare(AS_IS, to_be).fates if fate.as_is}


def test_a_new_card_stands_where_it_stood_and_nothing_of_it_is_missing() -> None:
    number = ids()
    to_be = without(("moments", "b"))
    now = after(to_be, new_card(AS_IS, to_be, "b", lambda: f"new{next(number)}"))
    assert [moment.text for moment in now.moments] == ["I look", "I call", "I go"]
    assert set(fates(now).values()) == {Disposition.KEPT}
    assert compare(AS_IS, now).lost_needs == ()


def test_a_new_card_brings_back_its_episode_and_its_channel_where_those_are_gone_too() -> None:
    number = ids()
    episode = AS_IS.episodes[0]
    to_be = without(("episodes", episode.id), ("channels", "phone"))
    now = after(to_be, new_card(AS_IS, to_be, "b", lambda: f"new{next(number)}"))
    assert [(one.title, one.origin) for one in now.episodes] == [(episode.title, episode.id)]
    (card,) = now.moments
    assert [channel.name for channel in now.channels_of(card.id)] == ["Phone"]
    assert card.felt_valence is None


def test_a_card_that_is_there_comes_from_the_moment_too_and_asking_twice_changes_nothing() -> None:
    to_be = without(("moments", "b"))
    now = after(to_be, join_card(to_be, "a", "b", lambda: "new"))
    assert now.origins_of("a") == ("a", "b")
    assert fates(now)["b"] is Disposition.MERGED
    assert join_card(now, "a", "b", lambda: "again") == []


def test_a_card_that_was_new_comes_from_the_moment_from_then_on() -> None:
    to_be = without(("moments", "b"))
    fresh = new_card(AS_IS, to_be, "b", lambda: "fresh")[0].model_copy(update={"values": {"text": "I book"}})
    to_be = after(to_be, [fresh])
    now = after(to_be, join_card(to_be, "fresh", "b", lambda: "new"))
    assert now.get(Moment, "fresh").origin == "b"
    assert fates(now)["b"] is Disposition.CHANGED
