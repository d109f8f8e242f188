"""A real Redmine: what is written stands there, is found again, and shows what people typed."""

import re
from collections.abc import Callable, Iterator
from html import unescape

import pytest

from journeymap.exchange.connected.carry_out import RunOutcome, carry_out
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.plan import ItemStep, ItemWishes, KeptItem, TrackerPlan, plan_of
from journeymap.exchange.connected.redmine import Redmine
from journeymap.exchange.connected.tracker import Target
from journeymap.exchange.trackers.work_items import WorkItem, title_of
from tests.support.trackers.redmine_server import RedmineServer

pytestmark = pytest.mark.slow

TITLES = (
    "Park the car", "أوقف السيارة", "Kampvuur 🔥 aan zee", "<b>Bold</b> & <script>alert(1)</script>",
    "=SUM(A1) *strong* _it_ [[Wiki]] {{toc}} #1 @user", "h1. Heading", "1. First", 'a "link":http://x/ !img.png!',
    "commit:abc r12 -del- +ins+ ??cite?? `code` | a | b |",
)  # fmt: skip


def item(item_id: str, title: str, parent: str = "") -> WorkItem:
    return WorkItem(
        id=item_id, kind="story" if parent else "epic", title=title_of(title), lead=title,
        criteria=(f"Within 10 minutes: {title}",), facts=(("Today", (title, "Second")),),
        labels=(item_id, "journey"), parent=parent,
    )  # fmt: skip


class Side:
    """Our side of one project: what it should hold, and what is kept of it."""

    def __init__(self, target: Target, items: list[WorkItem]) -> None:
        self.items = items
        self.kept: dict[str, KeptItem] = {}
        self.tracker = Redmine(target)

    def record(self, kept: KeptItem) -> None:
        self.kept[kept.id] = kept

    def stopped(self) -> bool:
        return False

    def plan(self, wishes: ItemWishes | None = None) -> TrackerPlan:
        self.tracker.check()
        drafts = [self.tracker.draft(one, "en") for one in self.items]
        refs = {known: kept.ref for known, kept in self.kept.items()}
        return plan_of(drafts, self.tracker.find({*refs, *(one.id for one in drafts)}, refs), self.kept, wishes)

    def run(self, wishes: ItemWishes | None = None) -> RunOutcome:
        outcome = RunOutcome()
        carry_out(self.tracker, self.plan(wishes), self, lambda: "2026-01-01T00:00:00.000Z", outcome)
        return outcome

    def close(self) -> None:
        self.tracker.close()


Sides = Callable[..., Side]


@pytest.fixture
def side(redmine_server: RedmineServer) -> Iterator[Sides]:
    made: list[Side] = []

    def make(items: list[WorkItem], form: str = "textile", **more: str) -> Side:
        made.append(Side(redmine_server.target(form, **more), items))
        return made[-1]

    yield make
    for one in made:
        one.close()


def few() -> list[WorkItem]:
    return [item("jm-e", "Arrive"), *(item(f"jm-{n}", title, "jm-e") for n, title in enumerate(TITLES))]


def shown(page: str) -> str:
    """What the page of an issue shows of its description, in one line."""
    text = re.search(r'<div class="wiki">(.*?)</div>', page, re.DOTALL)
    assert text
    return " ".join(unescape(re.sub(r"<[^>]+>", "", text[1])).split())


def test_all_is_made_found_again_and_not_touched_the_second_time(redmine_server: RedmineServer, side: Sides) -> None:
    it = side(few())
    outcome = it.run()
    assert (len(outcome.created), outcome.otherwise) == (len(few()), [])
    there = redmine_server.issues(it.tracker._project)
    assert [one["subject"] for one in there] == ["Arrive", *map(title_of, TITLES)]
    assert {one["tracker"]["name"] for one in there} == {"Epic", "User story"}
    assert all(one["parent"]["id"] == there[0]["id"] for one in there[1:])
    assert it.plan().counts[ItemStep.UNCHANGED] == len(few())
    assert it.run().tried == 0


@pytest.mark.parametrize(
    ("form", "how"), [("textile", "textile"), ("markdown", "markdown"), ("markdown", "common_mark")]
)
def test_whatever_was_typed_is_shown_as_it_is(redmine_server: RedmineServer, side: Sides, form: str, how: str) -> None:
    it = side(few(), form)
    it.run()
    redmine_server.writes_texts(how)
    for one in it.kept.values():
        page = redmine_server.page(int(one.ref))
        typed = next(found.lead for found in it.items if found.id == one.id)
        said = shown(page)
        assert said.count(typed) == 3, (typed, said)
        body = page[page.index('<div class="wiki">') :]
        assert body.count("<strong>") >= 1
        assert "<li>" in body


def test_a_title_of_300_characters_is_cut_where_one_sees_it_and_stays_whole_in_the_text(
    redmine_server: RedmineServer, side: Sides
) -> None:
    long = "Ik wil " + "heel " * 60 + "ver parkeren"
    it = side([item("jm-e", "Arrive"), item("jm-1", long, "jm-e")])
    assert it.run().refused == {}
    made = redmine_server.issues(it.tracker._project)[1]
    assert (len(made["subject"]) <= 255, made["subject"].endswith("…"), long in made["description"]) == (
        True,
        True,
        True,
    )
    assert it.run().tried == 0


def test_a_wrong_key_is_told_before_anything_is_written(redmine_server: RedmineServer, side: Sides) -> None:
    wrong = "f" * 40
    it = side(few(), key=wrong)
    with pytest.raises(TrackerFault) as told:
        it.run()
    assert told.value.kind == "credential"
    assert wrong not in f"{told.value!r} {told.value.reason('en')} {told.value.reason('nl')}"
    assert redmine_server.issues(it.tracker._project) == []


@pytest.mark.parametrize(("project", "kind"), [("bare", "lacks"), ("nowhere", "missing")])
def test_a_project_that_lacks_something_is_told_before_anything_is_written(
    side: Sides, project: str, kind: str
) -> None:
    with pytest.raises(TrackerFault) as told:
        side(few(), project=project).run()
    assert told.value.kind == kind


def test_what_people_do_there_is_told(redmine_server: RedmineServer, side: Sides) -> None:
    it = side(few())
    it.run()
    edited, closed, gone, moved = (it.kept[f"jm-{n}"].ref for n in range(4))
    other = redmine_server.project()
    redmine_server.ask("PUT", f"/issues/{edited}.json", issue={"subject": "Phase 1"})
    redmine_server.ask("PUT", f"/issues/{closed}.json", issue={"status_id": 5})
    redmine_server.ask("DELETE", f"/issues/{gone}.json")
    redmine_server.ask("PUT", f"/issues/{moved}.json", issue={"project_id": other})
    plan = it.plan()
    steps = {one.id: one.step for one in plan.items}
    assert [steps[f"jm-{n}"] for n in range(3)] == [ItemStep.EDITED, ItemStep.CLOSED, ItemStep.GONE]
    assert steps["jm-3"] is not ItemStep.GONE
    assert it.run().tried == 0
    assert it.kept["jm-1"].status == "Closed"
    again = it.run(ItemWishes(overwrite=frozenset({"jm-0"}), again=frozenset({"jm-2"})))
    assert (again.updated, again.created) == (["jm-0"], ["jm-2"])
    assert redmine_server.ask("GET", f"/issues/{edited}.json")["issue"]["subject"] == TITLES[0]


def test_a_copy_that_somebody_made_there_is_not_taken_for_ours(redmine_server: RedmineServer, side: Sides) -> None:
    it = side(few()[:2])
    it.run()
    field = redmine_server.ask("GET", f"/issues/{it.kept['jm-0'].ref}.json")["issue"]["custom_fields"][0]
    redmine_server.ask("POST", "/issues.json", issue={
        "project_id": it.tracker._project, "tracker_id": 5, "subject": "Copy",
        "custom_fields": [{"id": field["id"], "value": "jm-0"}],
    })  # fmt: skip
    assert it.plan().counts[ItemStep.UNCHANGED] == 2
    assert it.plan().items[1].found.ref == it.kept["jm-0"].ref  # type: ignore[union-attr]
