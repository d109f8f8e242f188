"""What a run does to a tracker, whatever people did there and wherever the last one ended."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.exchange.connected.carry_out import RunOutcome, carry_out
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.plan import ItemStep, ItemWishes, KeptItem, TrackerPlan, plan_of
from journeymap.exchange.connected.tracker import ItemDraft
from tests.support.trackers.memory import MemoryTracker


class Desk:
    """Our side: what should stand there, and what is kept. `losing` are records that are lost with a crash."""

    def __init__(self, drafts: list[ItemDraft]) -> None:
        self.drafts = drafts
        self.kept: dict[str, KeptItem] = {}
        self.tracker = MemoryTracker()
        self.stop_now = False

    def record(self, kept: KeptItem) -> None:
        self.kept[kept.id] = kept

    def stopped(self) -> bool:
        return self.stop_now

    def plan(self, **wishes: set[str]) -> TrackerPlan:
        asked = ItemWishes(**{name: frozenset(ids) for name, ids in wishes.items()})
        ids = {*(draft.id for draft in self.drafts), *self.kept}
        return plan_of(self.drafts, self.tracker.find(ids, {}), self.kept, asked)

    def run(self, **wishes: set[str]) -> RunOutcome:
        outcome = RunOutcome()
        carry_out(self.tracker, self.plan(**wishes), self, lambda: "2026-01-01T00:00:00.000Z", outcome)
        return outcome

    def reword(self, item_id: str, **fields: str) -> None:
        self.drafts = [
            replace(one, fields={**one.fields, **fields}) if one.id == item_id else one for one in self.drafts
        ]

    def step(self, item_id: str) -> ItemStep:
        return next(item.step for item in self.plan().items if item.id == item_id)

    def text(self, item_id: str) -> str:
        return self.tracker.find([item_id], {})[item_id].fields["text"]


def draft(item_id: str, parent: str = "", text: str = "As a guest …") -> ItemDraft:
    return ItemDraft(item_id, "story" if parent else "epic", item_id, parent, {"title": item_id, "text": text})


@pytest.fixture
def desk() -> Desk:
    it = Desk(
        [draft("arrive"), draft("park", "arrive"), draft("walk", "arrive"), draft("pay", "leave"), draft("leave")]
    )
    it.run()
    return it


def test_the_first_run_makes_all_and_puts_each_story_under_its_epic(desk: Desk) -> None:
    there = {one.id: one.parent for one in desk.tracker.items.values()}
    assert there == {"arrive": "", "leave": "", "park": "arrive", "walk": "arrive", "pay": "leave"}
    assert set(desk.kept) == set(there)


def test_the_second_run_changes_nothing(desk: Desk) -> None:
    before, writes = dict(desk.kept), desk.tracker.writes
    outcome = desk.run()
    assert (desk.tracker.writes, outcome.tried, desk.kept) == (writes, 0, before)


def test_what_changed_here_is_updated_and_nothing_else(desk: Desk) -> None:
    desk.reword("park", text="As a driver …")
    assert desk.run().updated == ["park"]
    assert desk.text("park") == "As a driver …"
    assert desk.plan().writes == 0


def test_what_somebody_edited_there_is_told_and_never_overwritten_in_silence(desk: Desk) -> None:
    desk.tracker.edit("park", text="Written by the team")
    desk.reword("park", text="As a driver …")
    for _ in range(2):
        desk.run()
        assert desk.step("park") is ItemStep.EDITED
        assert desk.text("park") == "Written by the team"


def test_an_edit_there_is_told_where_nothing_changed_here(desk: Desk) -> None:
    desk.tracker.edit("park", title="Parking, phase 1")
    item = next(one for one in desk.plan().items if one.id == "park")
    assert (item.step, item.edited) == (ItemStep.EDITED, ("title",))


def test_an_edit_there_is_overwritten_where_it_is_asked_for(desk: Desk) -> None:
    desk.tracker.edit("park", text="Written by the team")
    desk.tracker.edit("walk", text="Written by the team, too")
    assert desk.run(overwrite={"park"}).updated == ["park"]
    assert (desk.text("park"), desk.step("park")) == ("As a guest …", ItemStep.UNCHANGED)
    assert desk.step("walk") is ItemStep.EDITED


def test_what_is_closed_there_is_told_and_stays_as_it_is(desk: Desk) -> None:
    desk.tracker.close("park")
    desk.reword("park", text="As a driver …")
    desk.run()
    assert (desk.step("park"), desk.text("park")) == (ItemStep.CLOSED, "As a guest …")
    assert (desk.kept["park"].status, desk.kept["park"].closed) == ("Closed", True)
    assert desk.run(overwrite={"park"}).updated == ["park"]
    assert (desk.text("park"), desk.step("park")) == ("As a driver …", ItemStep.CLOSED)


def test_what_was_deleted_there_is_made_again_only_where_it_is_asked_for(desk: Desk) -> None:
    desk.tracker.delete("park")
    for _ in range(2):
        desk.run()
        assert (desk.step("park"), desk.kept["park"].gone) == (ItemStep.GONE, True)
    assert desk.run(again={"park"}).created == ["park"]
    assert (desk.step("park"), desk.kept["park"].gone) == (ItemStep.UNCHANGED, False)


def test_under_an_epic_that_stays_deleted_no_story_waits_for_it(desk: Desk) -> None:
    desk.tracker.delete("leave")
    desk.tracker.items = {
        n: replace(one, parent="") if one.parent == "leave" else one for n, one in desk.tracker.items.items()
    }
    desk.drafts.append(draft("greet", "leave"))
    assert desk.run().created == ["greet"]
    assert desk.plan().writes == 0


def test_what_is_no_story_any_more_is_told_and_never_deleted(desk: Desk) -> None:
    desk.drafts = [one for one in desk.drafts if one.id != "park"]
    desk.run()
    assert (desk.step("park"), "park" in desk.tracker.ids) == (ItemStep.LEFT, True)
    desk.tracker.delete("park")
    assert all(item.id != "park" for item in desk.plan().items)


def test_a_story_that_moved_to_another_episode_gets_its_epic(desk: Desk) -> None:
    desk.drafts = [replace(one, parent="leave") if one.id == "park" else one for one in desk.drafts]
    assert desk.run().updated == ["park"]
    assert desk.tracker.find(["park"], {})["park"].parent == "leave"


def test_an_item_that_was_made_and_not_recorded_is_taken_on(desk: Desk) -> None:
    del desk.kept["park"]
    assert desk.run().tried == 0
    assert desk.kept["park"].key == desk.tracker.find(["park"], {})["park"].key
    assert desk.tracker.ids.count("park") == 1


def test_what_is_empty_there_is_filled_and_what_is_not_is_not_touched(desk: Desk) -> None:
    desk.tracker.edit("walk", estimate="5")
    for one in ("walk", "park"):
        desk.reword(one, estimate="3")
    desk.run()
    assert (desk.step("walk"), desk.step("park")) == (ItemStep.EDITED, ItemStep.UNCHANGED)
    assert desk.tracker.find(["park"], {})["park"].fields["estimate"] == "3"


def test_a_tracker_may_keep_a_text_a_little_otherwise(desk: Desk) -> None:
    desk.reword("park", text="  As a driver …")
    assert desk.run().otherwise == ["park"]
    assert desk.step("park") is ItemStep.UNCHANGED


def test_an_item_that_is_not_taken_holds_up_no_other(desk: Desk) -> None:
    desk.drafts += [draft("bad", "arrive"), draft("good", "arrive")]
    desk.tracker.refuses = {"bad"}
    outcome = desk.run()
    assert (outcome.created, list(outcome.refused)) == (["good"], ["bad"])
    assert desk.step("bad") is ItemStep.CREATE


def test_a_tracker_that_takes_nothing_is_not_asked_a_hundred_times() -> None:
    desk = Desk([draft("arrive"), *(draft(f"s{n}", "arrive") for n in range(100))])
    desk.tracker.refuses = {f"s{n}" for n in range(100)}
    with pytest.raises(TrackerFault):
        desk.run()
    assert set(desk.kept) == {"arrive"}


def test_whoever_stops_a_run_keeps_what_is_there(desk: Desk) -> None:
    desk.drafts += [draft("a", "arrive"), draft("b", "arrive")]
    desk.stop_now = True
    assert desk.run().tried == 0
    assert len(desk.tracker.items) == 5


TEXTS = st.sampled_from(["", "As a guest …", "مرحبا", "🎒 <b>x</b>"])
EPICS = ["e0", "e1", "e2"]


@st.composite
def backlogs(draw: st.DrawFn) -> list[ItemDraft]:
    epics = draw(st.lists(st.sampled_from(EPICS), unique=True, min_size=1))
    stories = draw(st.lists(st.sampled_from([f"s{n}" for n in range(8)]), unique=True))
    return [
        *(draft(one, text=draw(TEXTS)) for one in epics),
        *(draft(one, draw(st.sampled_from(epics)), draw(TEXTS)) for one in stories),
    ]


@given(backlogs(), backlogs(), st.data())
def test_wherever_a_run_ends_a_resumed_one_comes_to_the_same_without_doubles(
    first: list[ItemDraft], second: list[ItemDraft], data: st.DataObject
) -> None:
    whole, cut = Desk(first), Desk(first)
    for it in (whole, cut):
        it.run()
        it.drafts = second
    whole.run()
    for _ in range(data.draw(st.integers(1, 3))):
        cut.tracker.stop_after = cut.tracker.writes + data.draw(st.integers(0, 8))
        cut.tracker.before = data.draw(st.booleans())
        kept = dict(cut.kept)
        try:
            cut.run()
        except TrackerFault:
            if data.draw(st.booleans()):  # the process is killed: what was not yet on the disk is lost
                lost = data.draw(st.integers(0, 2))
                news = [one for one in cut.kept if cut.kept[one] != kept.get(one)]
                for one in news[len(news) - lost :]:
                    if one in kept:
                        cut.kept[one] = kept[one]
                    else:
                        del cut.kept[one]
        cut.tracker.stop_after = None
    cut.run()
    assert cut.tracker.ids == sorted(set(cut.tracker.ids))
    state = [{one.id: (one.fields, one.parent) for one in it.tracker.items.values()} for it in (whole, cut)]
    assert state[0] == state[1]
    assert cut.plan().writes == whole.plan().writes == 0
