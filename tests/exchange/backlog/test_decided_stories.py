"""What people decide about stories: nothing is lost by it, and nothing that the map does takes it away."""

from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.undo import take_back
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Change
from journeymap.domain.model.rows import OF_THE_BACKLOG
from journeymap.exchange.backlog.story_desk import StoryDesk
from journeymap.exchange.backlog.user_stories import UserStory
from journeymap.exchange.stories import as_the_map_says, stories
from tests.support.journeys import changes, journeys
from tests.support.small_maps import made

IDS = count()
some = settings(max_examples=40)
few = settings(max_examples=20)


def desk(journey: Journey) -> StoryDesk:
    return StoryDesk(journey, journey.map_id, lambda: as_the_map_says(journey), lambda: f"new-{next(IDS)}")


def after(journey: Journey, asked: list[Change]) -> Journey:
    return perform(journey, asked)[0]


def told(journey: Journey) -> dict[str, UserStory]:
    return {story.handle: story for epic in stories(journey) for story in epic.stories}


@st.composite
def maps(draw: st.DrawFn) -> Journey:
    """A map of two moments, the first with needs and channels in any number."""
    needs, channels = draw(st.integers(0, 4)), draw(st.integers(0, 3))
    call = {
        "id": "call",
        "text": "I call the desk",
        "minutes": draw(st.none() | st.integers(0, 60)),
        "needs": [{"id": f"n{n}", "text": f"Certainty {n}"} for n in range(needs)],
        "touchpoints": [{"channel": f"c{n}"} for n in range(channels)],
        "backstage_steps": [{"text": "Look it up"}],
        "pain_points": [{"text": "It takes long"}],
    }
    named = [{"id": f"c{n}", "name": f"Channel {n}"} for n in range(channels)]
    return made(call, {"id": "wait", "text": "I wait"}, channels=named, map={"title": "A visit", "kind": "to-be"})


KEPT = ("needs", "criteria", "channels", "pain_points", "evidence", "backstage", "messages", "outcomes", "tasks")


@given(maps(), st.lists(st.sampled_from(["need", "channel"]), unique=True, min_size=1))
@some
def test_nothing_is_lost_by_splitting_and_combining(journey: Journey, ways: list[str]) -> None:
    before = told(journey)["call"]
    split = journey
    for by in ways:
        if len(before.needs if by == "need" else before.channels) > 1:
            split = after(split, desk(split).split("call", by, ()))
    parts = [story for story in told(split).values() if story.moment_id == "call"]
    for name in KEPT:
        assert {one for story in parts for one in getattr(story, name)} >= {*getattr(before, name)}, name
    if len(parts) > 1:
        split = after(split, desk(split).combine([story.handle for story in parts]))
    again = told(split)["call"]
    assert again.id == before.id
    for name in KEPT:
        assert {*getattr(again, name)} == {*getattr(before, name)}, name
    assert again.votes == before.votes


@given(journeys(min_size=6, max_size=20), st.data())
@few
def test_what_somebody_wrote_survives_whatever_the_map_does(journey: Journey, data: st.DataObject) -> None:
    moments = [moment.id for moment in journey.moments if desk(journey).rows.of(moment.id) is None]
    if not moments:
        return
    moment = data.draw(st.sampled_from(moments))
    journey = after(journey, desk(journey).edit(moment, {"title": "Written by us", "criteria": "It works"}))
    row = desk(journey).rows.of(moment)
    assert row is not None
    for _ in range(data.draw(st.integers(1, 6))):
        change = data.draw(changes(journey))
        if change.table in OF_THE_BACKLOG:
            continue
        journey = after(journey, [change])
    if journey.find("moments", moment) is None:
        assert journey.find("stories", row.id) is None
        return
    found = next(story for story in told(journey).values() if story.row == row.id)
    assert (found.title, found.criteria) == ("Written by us", ("It works",))


@given(journeys(min_size=6, max_size=20), st.data())
@few
def test_every_decision_is_taken_back_as_it_was_and_leaves_the_map_alone(journey: Journey, data: st.DataObject) -> None:
    moments = [moment.id for moment in journey.moments]
    if len(moments) < 2:
        return
    one, other = data.draw(st.permutations(moments))[:2]
    it = desk(journey)
    asked = data.draw(
        st.sampled_from(
            [
                it.edit(one, {"title": "Ours", "estimate": 5, "labels": ["a", "b"]}),
                it.exclude([one, other], "Later"),
                it.combine([one, other]) if it.rows.of(one) is None else [],
                it.split(one, "hand", ["A part"]),
                it.add("by-hand", journey.moments[0].parent or "", "By hand", ""),
                it.move(one, "", ""),
                it.put_aside(one, "vague-speed", "fast", ""),
            ]
        )
    )
    now, done = perform(journey, asked)
    stays = {table: rows for table, rows in now.tables.items() if table not in OF_THE_BACKLOG}
    assert stays == {table: journey.tables[table] for table in stays}
    assert take_back(now, done)[0].same_rows(journey)


@given(journeys(min_size=6, max_size=20))
@few
def test_each_story_has_an_id_of_its_own_and_the_whole_of_a_moment_keeps_it(journey: Journey) -> None:
    found = [story for epic in stories(journey) for story in epic.stories]
    assert len({story.id for story in found}) == len(found)
    bare = journey.without(row for table in OF_THE_BACKLOG for row in journey.tables[table].values())
    ids = {story.moment_id: story.id for epic in stories(bare) for story in epic.stories}
    for story in found:
        if story.moment_id and not story.part:
            assert story.id == ids[story.moment_id]
