"""A real Redmine: what is written stands there, is found again, and shows what people typed."""

import re
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from journeymap.domain.model.operations import Set
from journeymap.exchange.connected.carry_out import RunOutcome, carry_out
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.plan import ItemStep, ItemWishes, KeptItem, TrackerPlan, plan_of
from journeymap.exchange.connected.redmine import Redmine
from journeymap.exchange.connected.tracker import Target
from journeymap.exchange.document import from_document
from journeymap.exchange.trackers.work_items import WorkItem, title_of
from journeymap.service.house import House
from journeymap.service.service import Service
from journeymap.service.tracker_desk import TrackerDesk
from tests.support.server_process import MODULE, environment, until
from tests.support.small_maps import document
from tests.support.store_calls import new_store
from tests.support.trackers.http import Reply, Request, done_unseen, once, served
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


def test_a_priority_is_set_when_a_story_is_made_and_is_the_teams_from_then_on(
    redmine_server: RedmineServer, side: Sides
) -> None:
    it = side(
        [item("jm-e", "Arrive"), replace(item("jm-1", "Park", "jm-e"), priority="high"), item("jm-2", "Pay", "jm-e")]
    )
    it.run()
    there = redmine_server.issues(it.tracker._project)
    assert [one["priority"]["name"] for one in there[1:]] == ["High", "Normal"]
    redmine_server.ask("PUT", f"/issues/{there[1]['id']}.json", issue={"priority_id": 1})
    assert it.plan().counts[ItemStep.UNCHANGED] == 3


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


# A whole backlog, through the service and the command line

EPISODES, MOMENTS = 10, 14


@dataclass
class Backlog:
    """A to-be with 10 episodes and 140 micro-moments, and the project that they are sent to."""

    server: RedmineServer
    target: Target
    database: Path
    map_id: str = "backlog"

    @property
    def project(self) -> str:
        return self.target.project

    @contextmanager
    def service(self) -> Iterator[Service]:
        house = House(new_store(self.database), b"k" * 32, trackers=TrackerDesk({"redmine": self.target}))
        with closing(Service.of(house)) as it:
            yield it

    def command(self, *words: str) -> "subprocess.Popen[str]":
        """`journeymap sync`, in a process of its own."""
        variables = environment(
            database=self.database, redmine_url=self.target.url, redmine_project=self.project,
            redmine_key=self.target.key.get_secret_value(),
        )  # fmt: skip
        command = [*MODULE, "sync", self.map_id, "redmine", "--all", *words]
        return subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def sync(self, *words: str) -> str:
        with self.command("--yes", *words) as process:
            said, complaint = process.communicate(timeout=240)
        assert process.returncode == 0, complaint
        assert self.target.key.get_secret_value() not in said + complaint
        return said

    def send(self, **wishes: set[str]) -> tuple[int, int]:
        """The same in this process: how many were made, and how many updated."""
        asked = ItemWishes(**{name: frozenset(ids) for name, ids in wishes.items()})
        with self.service() as service:
            running = service.trackers.start(
                service.people.owner(), self.map_id, "redmine", only_changed=False, wishes=asked
            )
            assert running.over.wait(240)
        assert running.fault is None
        assert not running.outcome.refused
        return len(running.outcome.created), len(running.outcome.updated)

    def recorded(self) -> int:
        """How many items are written down here so far: asking Redmine all the time would slow it down."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as db:
            found: int = db.execute("SELECT count(*) FROM tracker_items").fetchone()[0]
        return found

    def how_many(self) -> int:
        found: int = self.server.ask("GET", f"/issues.json?project_id={self.project}&limit=1")["total_count"]
        return found

    def there(self) -> dict[str, dict[str, Any]]:
        """The issues of the project by our ids, each of which is there once."""
        issues = self.server.issues(self.project)
        found = {one["custom_fields"][0]["value"]: one for one in issues}
        assert len(found) == len(issues)
        return found

    def last(self, count: int, minutes: int) -> None:
        """So many micro-moments are to last so long: each says so in its own story alone."""
        with self.service() as service:
            owner = service.people.owner()
            moments = service.maps.journey(owner, self.map_id).moments[:count]
            changes = [Set(table="moments", id=one.id, field="minutes", value=minutes) for one in moments]
            service.changes.submit(owner, self.map_id, changes).result()

    def counts(self) -> Mapping[str, int]:
        with self.service() as service:
            plan = service.trackers.plan(service.people.owner(), self.map_id, "redmine", only_changed=False)
        return {str(step): n for step, n in plan.counts.items() if n}


@pytest.fixture
def backlog(redmine_server: RedmineServer, tmp_path: Path) -> Backlog:
    it = Backlog(redmine_server, redmine_server.target(), tmp_path / "maps.db")
    texts = [f"{title} {n}" for n, title in enumerate(TITLES)]
    episodes = [
        {
            "title": f"Episode {n}",
            "moments": [{"text": f"{texts[m % len(texts)]} in {n} as {m}"} for m in range(MOMENTS)],
        }
        for n in range(EPISODES)
    ]
    told = {**document(), "map": {"title": "A visit", "kind": "to-be"}, "episodes": episodes}
    with it.service() as service:
        service.maps.build(service.people.owner(), it.map_id, from_document(told, it.map_id))
    return it


def test_a_backlog_that_is_killed_half_way_is_whole_after_the_next_run(backlog: Backlog) -> None:
    process = backlog.command("--yes")
    assert until(lambda: process.poll() is not None or backlog.recorded() > 40, 150)
    process.kill()
    complaint = process.communicate()[1]
    assert process.returncode == -signal.SIGKILL, complaint
    half = backlog.how_many()
    assert 40 < half < 150
    said = backlog.sync()
    whole = backlog.there()
    assert len(whole) == EPISODES + EPISODES * MOMENTS
    made = int(re.search(r"Created: (\d+)\.", said)[1])  # type: ignore[index]
    assert made in (150 - half, 149 - half), "one may have been under way when the process was killed"
    epics = {one["id"] for one in whole.values() if one["tracker"]["name"] == "Epic"}
    assert len(epics) == EPISODES
    assert all(one["parent"]["id"] in epics for one in whole.values() if one["id"] not in epics)

    assert backlog.send() == (0, 0)
    assert backlog.there() == whole, "a second run changes nothing"

    backlog.last(14, minutes=10)
    assert backlog.send() == (0, 14)
    after = backlog.there()
    assert sum(after[one]["description"] != whole[one]["description"] for one in whole) == 14

    edited, closed, gone = [known for known, one in after.items() if one["id"] not in epics][:3]
    backlog.server.ask("PUT", f"/issues/{after[edited]['id']}.json", issue={"description": "Ours now"})
    backlog.server.ask("PUT", f"/issues/{after[closed]['id']}.json", issue={"status_id": 5})
    backlog.server.ask("DELETE", f"/issues/{after[gone]['id']}.json")
    backlog.last(3, minutes=5)
    before = backlog.there()
    assert backlog.send() == (0, 0)
    assert backlog.there() == before
    assert backlog.counts() == {"unchanged": 147, "edited": 1, "closed": 1, "gone": 1}
    with backlog.service() as service:
        assert service.trackers.live(service.people.owner(), backlog.map_id) == (1, 139)
    assert backlog.send(again={gone}, overwrite={edited}) == (1, 1)
    assert backlog.counts() == {"unchanged": 149, "closed": 1}


def test_a_wrong_key_on_the_command_line_is_one_sentence(backlog: Backlog) -> None:
    wrong = "f" * 40
    backlog.target = replace(backlog.target, key=SecretStr(wrong))
    with backlog.command("--yes") as process:
        said, complaint = process.communicate(timeout=240)
    assert (process.returncode, said, len(complaint.splitlines())) == (1, "", 1)
    assert wrong not in complaint
    assert backlog.server.issues(backlog.project) == []


def forwarded(server: RedmineServer) -> Callable[[Request], Reply]:
    """Whatever is asked, as Redmine answers it."""

    def ask(request: Request) -> Reply:
        answer = httpx.request(
            request.method, f"{server.base}{request.path}", params=dict(request.query), json=request.data,
            headers={"X-Redmine-API-Key": request.headers.get("x-redmine-api-key", "")}, timeout=60,
        )  # fmt: skip
        return Reply(answer.status_code, answer.json() if answer.content else None)

    return ask


def test_a_server_that_fails_and_cuts_its_answers_gets_nothing_twice(
    redmine_server: RedmineServer, side: Sides
) -> None:
    with served(forwarded(redmine_server)) as between:
        it = side(few(), url=between.base)
        between.disturb(
            once("GET /issues", Reply(500)),
            once("GET /projects", Reply(503, headers={"Retry-After": "1"})),
            once("GET /issue_statuses", Reply(429, headers={"Retry-After": "1"})),
        )
        between.disturb(once("POST /issues", Reply(500)))
        for _ in range(3):
            with pytest.raises(TrackerFault) as told:
                it.run()
            assert told.value.kind in ("failed", "unreachable")
            between.disturb(done_unseen("POST /issues"))
        between.disturbances.clear()
        it.run()
        there = [one["custom_fields"][0]["value"] for one in redmine_server.issues(it.tracker._project)]
        assert sorted(there) == sorted(one.id for one in few())
        assert it.run().tried == 0
