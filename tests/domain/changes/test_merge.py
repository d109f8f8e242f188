"""Two rows into one: nothing that belonged to either is lost, and one undo parts them again."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.merge import merge_channels, merge_episodes, merge_moments
from journeymap.domain.changes.undo import take_back
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add
from tests.support.journeys import FULL, MAP_ID, journeys

IDS = count()


def new_id() -> str:
    return f"new-{next(IDS)}"


def built(*more: Add) -> Journey:
    return perform(Journey(MAP_ID), (*FULL, *more))[0]


def add(table: str, row_id: str, parent: str | None = None, **values: object) -> Add:
    return Add(table=table, id=row_id, parent=parent, values=values)


def test_what_belonged_to_the_other_moment_comes_along() -> None:
    journey, _ = perform(built(), merge_moments(built(), "arrive", "call", new_id))
    assert journey.find("moments", "call") is None
    assert [row.text for row in journey.needs_of("arrive")] == ["be sure there is a place"]
    assert [row.id for row in journey.channels_of("arrive")] == ["desk", "phone"]
    assert [row.text for row in journey.pain_points_of("arrive")] == ["ten minutes of music"]
    assert journey.pain_points_of("arrive")[0].cause == "planning"
    assert [row.text for row in journey.backstage_of("arrive")] == ["look in the planning"]


def test_what_both_have_stays_once() -> None:
    journey = built(
        add("touchpoints", "arrive-phone", "arrive", channel="phone"),
        add("needs", "same", "arrive", text="Be sure there is a place"),
    )
    merged, _ = perform(journey, merge_moments(journey, "arrive", "call", new_id))
    assert [row.id for row in merged.channels_of("arrive")] == ["desk", "phone"]
    assert [row.id for row in merged.needs_of("arrive")] == ["same"]


def test_every_origin_is_remembered_once() -> None:
    journey = built(
        add("moments", "one", "there", text="One", origin="as-is-1"),
        add("moments", "two", "there", text="Two", origin="as-is-2"),
        add("origins", "three", "two", as_is="as-is-3"),
        add("moments", "new", "there", text="New"),
    )
    merged, _ = perform(journey, merge_moments(journey, "one", "two", new_id))
    assert merged.origins_of("one") == ("as-is-1", "as-is-2", "as-is-3")
    again, _ = perform(merged, merge_moments(merged, "new", "one", new_id))
    assert again.origins_of("new") == ("as-is-1", "as-is-2", "as-is-3")
    assert again.find("moments", "new").origin == "as-is-1"  # type: ignore[union-attr]


def test_a_path_through_the_other_goes_through_the_one_that_stays() -> None:
    journey = built(add("paths", "short", name="Short"), add("path_steps", "only", "short", moment="call"))
    merged, _ = perform(journey, merge_moments(journey, "arrive", "call", new_id))
    assert [step.moment for step in merged.steps_of("short")] == ["arrive"]
    assert [step.moment for step in merged.steps_of("happy")] == ["arrive"], "not twice in a row"


def test_a_channel_takes_over_touchpoints_and_communications() -> None:
    journey = built(add("touchpoints", "call-desk", "call", channel="desk"))
    merged, _ = perform(journey, merge_channels(journey, "phone", "desk"))
    assert [channel.id for channel in merged.channels] == ["phone"]
    assert [row.id for row in merged.channels_of("call")] == ["phone"]
    assert [row.id for row in merged.channels_of("arrive")] == ["phone"]
    assert merged.communications_of("there")[0].channel == "phone"


def test_something_merged_into_itself_stays_as_it_is() -> None:
    assert merge_moments(built(), "call", "call", new_id) == []
    assert merge_channels(built(), "phone", "phone") == []


@given(journey=journeys(), data=st.data())
def test_any_merge_is_accepted_and_undone_in_one_go(journey: Journey, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(["moments", "channels"]))
    ids = sorted(journey.tables[table])
    if len(ids) < 2:
        return
    into, other = data.draw(st.permutations(ids))[:2]
    changes = (
        merge_moments(journey, into, other, new_id) if table == "moments" else merge_channels(journey, into, other)
    )
    merged, effects = perform(journey, changes)
    assert merged.find(table, other) is None
    assert merged.count("backstage_steps") == journey.count("backstage_steps")
    back, _ = take_back(merged, effects)
    assert back.same_rows(journey)


def test_what_was_decided_about_the_story_of_either_moment_is_kept() -> None:
    journey = built(
        add("needs", "same", "arrive", text="Be sure there is a place"),
        add("stories", "ours", moment="arrive", title="Park at once"),
        add("stories", "theirs", moment="call", title="Answer at once", stands_after="before"),
        add("stories", "part", moment="call", part="need", need="sure", sentence="As Noor, I am sure."),
        add("stories", "next", moment="arrive", part="hand", title="A barrier", stands_after="call"),
    )
    merged, done = perform(journey, merge_moments(journey, "arrive", "call", new_id))
    rows = {row.id: row.values() for row in merged.tables["stories"].values()}
    assert {row["moment"] for row in rows.values()} == {"arrive"}
    assert (rows["theirs"]["title"], rows["theirs"]["part"], rows["theirs"]["into"]) == (
        "Answer at once",
        "hand",
        "ours",
    )
    assert (rows["part"]["need"], rows["next"]["stands_after"]) == ("same", "arrive")
    assert take_back(merged, done)[0].same_rows(journey)
    alone = built(add("stories", "theirs", moment="call", title="Answer at once"))
    (row,) = perform(alone, merge_moments(alone, "arrive", "call", new_id))[0].tables["stories"].values()
    assert (row.called, row.values()["moment"], row.values()["part"]) == ("Answer at once", "arrive", "")


def test_stories_by_hand_and_parts_of_a_channel_go_along_with_what_they_stand_in() -> None:
    journey = built(
        add("stories", "hand", episode="before", title="Log every call"),
        add("stories", "part", moment="call", part="channel", channel="phone"),
    )
    merged, _ = perform(journey, merge_episodes(journey, "there", ["before"]))
    assert merged.tables["stories"]["hand"].values()["episode"] == "there"
    merged, _ = perform(journey, merge_channels(journey, "desk", "phone"))
    assert merged.tables["stories"]["part"].values()["channel"] == "desk"
