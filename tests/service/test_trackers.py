"""Stories in a tracker: who may send them, what a stop leaves, and what nobody is ever shown."""

import os
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from journeymap.domain.changes.copy import copy_changes
from journeymap.domain.model.operations import Remove, Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.tracker_items import TrackerRun
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.pace import Cancel
from journeymap.exchange.connected.plan import ItemStep, ItemWishes
from journeymap.exchange.connected.tracker import Target, Tracker
from journeymap.service.house import House
from journeymap.service.service import Service
from journeymap.service.tracker_desk import RunningRun, TrackerDesk
from journeymap.service.tracker_records import by_row
from journeymap.service.tracker_settings import TRACKERS, VARIABLES, targets, variable
from journeymap.storage.store import Transaction
from tests.domain.model.test_journey import small
from tests.support.store_calls import new_store
from tests.support.trackers.memory import MemoryTracker

KEY = "k3y-that-nobody-sees"
TARGET = Target("redmine", "https://tracker.example", "park", SecretStr(KEY), form="textile")


class Held(MemoryTracker):
    """It waits before each write until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.waits = threading.Event()
        self.let_go = threading.Event()
        self.let_go.set()

    def _stop(self, *, before: bool) -> None:
        if before:
            self.waits.set()
            assert self.let_go.wait(20)
        super()._stop(before=before)


@pytest.fixture
def tracker() -> Held:
    return Held()


@pytest.fixture
def house(tmp_path: Path, tracker: Held) -> House:
    @contextmanager
    def opened(target: Target, cancel: Cancel) -> Iterator[Tracker]:
        assert target.key.get_secret_value() == KEY
        yield tracker

    desk = TrackerDesk({"redmine": TARGET}, opened)
    return House(store=new_store(tmp_path / "journeymap.db"), secret=b"k" * 32, owner_name="Noor", trackers=desk)


@pytest.fixture
def service(house: House) -> Iterator[Service]:
    it = Service.of(house)
    yield it
    it.close()


@pytest.fixture
def send(service: Service, noor: Participant, park: str) -> Callable[..., None]:
    """Send the stories of the park, and wait until that is done."""

    def do(**wishes: set[str]) -> None:
        asked = ItemWishes(**{name: frozenset(ids) for name, ids in wishes.items()})
        running = service.trackers.start(noor, park, "redmine", only_changed=False, wishes=asked)
        assert running.over.wait(20)
        if running.fault:
            raise running.fault

    return do


def titles(service: Service, noor: Participant, park: str) -> dict[str, str]:
    epics = service.exchange.stories(noor, park)
    return {story.title: story.id for epic in epics for story in epic.stories}


def test_what_is_sent_is_known_by_moment_with_key_link_and_status(
    service: Service, noor: Participant, park: str, send: Callable[..., None], tracker: Held
) -> None:
    before = service.trackers.plan(noor, park, "redmine", only_changed=False)
    assert before.counts[ItemStep.CREATE] == before.writes == len(before.items) > 3
    send()
    rows = by_row(service.trackers.items(noor, park))
    journey = service.maps.journey(noor, park)
    assert set(rows) == {row.id for row in (*journey.moments, *journey.episodes)}
    one = rows[journey.moments[0].id][0]
    assert (one.key[0], one.url[:4], one.status, one.closed) == ("#", "http", "New", False)
    writes = tracker.writes
    send()
    assert tracker.writes == writes


def test_only_what_changed_here_is_written(
    service: Service, noor: Participant, park: str, send: Callable[..., None], tracker: Held
) -> None:
    send()
    moment = service.maps.journey(noor, park).moments[0]
    service.changes.submit(noor, park, [Set(table="moments", id=moment.id, field="text", value="Queue")]).result()
    writes = tracker.writes
    send()
    assert tracker.writes == writes + 2  # its title and its text
    progress = service.trackers.progress(noor, park, "redmine")
    assert progress
    assert (progress.done, progress.total, progress.goes_on) == (1, 1, False)


def test_a_moment_that_is_removed_leaves_its_story_there(
    service: Service, noor: Participant, park: str, send: Callable[..., None], tracker: Held
) -> None:
    send()
    there = tracker.ids
    moment = service.maps.journey(noor, park).moments[0]
    service.changes.submit(noor, park, [Remove(table="moments", id=moment.id)]).result()
    send()
    assert tracker.ids == there
    assert service.trackers.plan(noor, park, "redmine", only_changed=False).counts[ItemStep.LEFT] == 1


def test_a_run_that_broke_off_goes_on_where_it_was(
    service: Service, noor: Participant, park: str, send: Callable[..., None], tracker: Held
) -> None:
    tracker.stop_after, tracker.before = 2, True
    with pytest.raises(TrackerFault):
        send()
    progress = service.trackers.progress(noor, park, "redmine")
    assert progress
    assert progress.fault
    assert "what was written stays" in progress.fault.reason()
    assert len(service.trackers.items(noor, park)) == 2
    send()
    assert tracker.ids == sorted(set(tracker.ids))
    assert service.trackers.plan(noor, park, "redmine", only_changed=False).writes == 0


def test_a_write_without_an_answer_is_looked_for_and_not_sent_twice(
    service: Service, noor: Participant, park: str, send: Callable[..., None], tracker: Held
) -> None:
    tracker.stop_after, tracker.fault = 2, "late"
    send()
    assert tracker.ids == sorted(set(tracker.ids))
    assert len(service.trackers.items(noor, park)) == len(tracker.ids)


def test_one_run_at_a_time_and_it_can_be_stopped(service: Service, noor: Participant, park: str, tracker: Held) -> None:
    tracker.let_go.clear()
    running = service.trackers.start(noor, park, "redmine", only_changed=False)
    with pytest.raises(Refusal, match="right now"):
        service.trackers.start(noor, park, "redmine")
    assert tracker.waits.wait(20)
    service.trackers.cancel(noor, park, "redmine")
    tracker.let_go.set()
    assert running.over.wait(20)
    progress = service.trackers.progress(noor, park, "redmine")
    assert progress
    assert progress.fault
    assert progress.fault.reason().startswith("Stopped")
    assert len(tracker.items) == 1 == len(service.trackers.items(noor, park))
    with pytest.raises(Refusal, match="Nothing is being sent"):
        service.trackers.cancel(noor, park, "redmine")


def test_of_those_who_press_at_once_one_begins(service: Service, noor: Participant, park: str, tracker: Held) -> None:
    tracker.let_go.clear()

    def start(_: int) -> RunningRun | None:
        try:
            return service.trackers.start(noor, park, "redmine", only_changed=False)
        except Refusal:
            return None

    with ThreadPoolExecutor(8) as pool:
        begun = [one for one in pool.map(start, range(8)) if one]
    tracker.let_go.set()
    assert len(begun) == 1
    assert begun[0].over.wait(20)
    assert begun[0].fault is None
    with pytest.raises(Refusal, match="Nothing is being sent"):
        service.trackers.cancel(noor, park, "redmine")


def test_nobody_looks_again_while_a_run_writes(service: Service, noor: Participant, park: str, tracker: Held) -> None:
    tracker.let_go.clear()
    running = service.trackers.start(noor, park, "redmine", only_changed=False)
    with pytest.raises(Refusal, match="right now"):
        service.trackers.refresh(noor, park, "redmine")
    tracker.let_go.set()
    assert running.over.wait(20)
    service.trackers.refresh(noor, park, "redmine")


def test_so_many_runs_go_on_at_once_and_no_more(service: Service, noor: Participant, tracker: Held) -> None:
    tracker.let_go.clear()
    maps = [service.maps.build(noor, f"m{n}", copy_changes(small(), f"m{n}")) for n in range(3)]
    running = [service.trackers.start(noor, one, "redmine", only_changed=False) for one in maps[:2]]
    with pytest.raises(Refusal, match="in a minute"):
        service.trackers.start(noor, maps[2], "redmine", only_changed=False)
    tracker.let_go.set()
    assert all(one.over.wait(20) for one in running)
    third = service.trackers.start(noor, maps[2], "redmine", only_changed=False)
    assert third.over.wait(20)
    assert third.fault is None


def test_where_the_items_stand_comes_back_and_nothing_is_written(
    service: Service, noor: Participant, park: str, send: Callable[..., None], tracker: Held
) -> None:
    send()
    title, story = next(iter(titles(service, noor, park).items()))
    tracker.close(story)
    writes = tracker.writes
    service.trackers.refresh(noor, park, "redmine")
    assert tracker.writes == writes
    assert service.trackers.live(noor, park) == (1, len(titles(service, noor, park)))
    assert title


def test_whoever_does_not_lead_neither_looks_nor_sends(
    service: Service, noor: Participant, park: str, send: Callable[..., None]
) -> None:
    send()
    trackers = service.trackers
    guest = replace_role(noor, Role.PARTICIPANT)
    assert trackers.set_up(guest, park) == []
    assert [one.kind for one in trackers.set_up(noor, park)] == ["redmine"]
    asked: list[Callable[[], object]] = [
        lambda: trackers.plan(guest, park, "redmine"),
        lambda: trackers.start(guest, park, "redmine"),
        lambda: trackers.refresh(guest, park, "redmine"),
        lambda: trackers.progress(guest, park, "redmine"),
        lambda: trackers.cancel(guest, park, "redmine"),
        lambda: trackers.items(guest, park),
    ]
    for ask in asked:
        with pytest.raises(Refusal) as refused:
            ask()
        assert refused.value.code == "forbidden"


def replace_role(person: Participant, role: Role) -> Participant:
    return person.model_copy(update={"id": "guest", "role": role, "workshop_id": "another"})


def test_stories_that_need_validation_are_not_sent_without(
    house: House, service: Service, noor: Participant, park: str
) -> None:
    strict = Service.of(replace(house, stories_need_validation=True))
    with pytest.raises(Refusal):
        strict.trackers.plan(noor, park, "redmine")


def test_a_tracker_that_is_not_set_up_is_named(service: Service, noor: Participant, park: str) -> None:
    with pytest.raises(Refusal, match="Jira is not set up here"):
        service.trackers.plan(noor, park, "jira")


def test_a_map_that_is_deleted_meanwhile_leaves_nothing_here(
    service: Service, noor: Participant, park: str, tracker: Held
) -> None:
    tracker.let_go.clear()
    running = service.trackers.start(noor, park, "redmine", only_changed=False)
    service.maps.archive(noor, park)
    title = service.maps.head(noor, park).title
    service.maps.delete(noor, park, title)
    tracker.let_go.set()
    assert running.over.wait(20)
    assert running.fault is not None
    assert service.house.store.trackers.items(park) == []


def test_the_key_stands_nowhere(
    service: Service,
    noor: Participant,
    park: str,
    send: Callable[..., None],
    tracker: Held,
    caplog: pytest.LogCaptureFixture,
) -> None:
    send()
    tracker.stop_after = tracker.writes
    moment = service.maps.journey(noor, park).moments[0]
    service.changes.submit(noor, park, [Set(table="moments", id=moment.id, field="text", value="Queue")]).result()
    send()
    told: list[object] = [
        service.trackers.set_up(noor, park),
        service.trackers.items(noor, park),
        service.house.trackers,
    ]
    told += [service.trackers.progress(noor, park, "redmine"), service.audit.entries(noor), caplog.text]
    assert KEY not in repr(told)
    service.house.store.write(lambda _: None).result()
    assert all(KEY.encode() not in path.read_bytes() for path in Path(service.house.store.path).parent.glob("*.db*"))
    assert any(entry.kind == "tracker-run" and "create" in entry.subject for entry in service.audit.entries(noor))


@pytest.mark.parametrize(
    ("process", "age", "goes_on"),
    [
        ("elsewhere 7", 1.0, True),
        ("elsewhere 7", 3600.0, False),
        (f"{socket.gethostname()} {os.getppid()}", 1.0, True),
        (f"{socket.gethostname()} {os.getpid()}", 1.0, False),
        (f"{socket.gethostname()} {2**22 + 1}", 1.0, False),
    ],
    ids=["of another machine", "silent", "of another process", "of mine and unknown", "of a killed process"],
)
def test_a_run_of_another_process_is_waited_for_while_it_lives(
    service: Service, noor: Participant, park: str, process: str, age: float, goes_on: bool
) -> None:
    run = TrackerRun(park, TARGET.place, "redmine", "r", "owner", process, "2026-05-04", time.time() - age)
    service.house.store.write(lambda tx: tx.trackers.begin(run)).result()
    progress = service.trackers.progress(noor, park, "redmine")
    assert progress
    assert (progress.goes_on, progress.fault is None) == (goes_on, goes_on)
    if goes_on:
        with pytest.raises(Refusal, match="right now"):
            service.trackers.start(noor, park, "redmine", only_changed=False)
        return
    running = service.trackers.start(noor, park, "redmine", only_changed=False)
    assert running.over.wait(20)
    assert running.fault is None


SET = {
    variable("redmine", name): said for name, said in (("url", "https://x.example/"), ("key", KEY), ("project", "p"))
}


def test_a_tracker_is_set_up_by_variables_or_by_the_secrets_of_streamlit(tmp_path: Path) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text('[redmine]\nurl = "https://y.example"\nkey = "other"\nproject = "q"\nformat = "markdown"\n')
    assert targets({}, ()) == {}
    assert targets(SET, ())["redmine"] == replace(TARGET, url="https://x.example", project="p")
    one = targets({}, (tmp_path / "none.toml", secrets))["redmine"]
    assert (one.url, one.form, one.project) == ("https://y.example", "markdown", "q")
    assert targets(SET, (secrets,))["redmine"].form == "markdown"
    assert targets(SET, (secrets,))["redmine"].project == "p"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({variable("redmine", "key"): ""}, "JOURNEYMAP_REDMINE_KEY is missing"),
        ({variable("redmine", "project"): ""}, "JOURNEYMAP_REDMINE_PROJECT is missing"),
        ({variable("redmine", "format"): "rtf"}, "textile, markdown"),
    ],
)
def test_a_tracker_that_is_set_up_by_half_is_told_without_its_key(change: dict[str, str], said: str) -> None:
    with pytest.raises(Refusal, match=said) as refused:
        targets(SET | change, ())
    assert KEY not in repr(refused.value)


def test_secrets_that_cannot_be_read_are_told_and_not_repeated(tmp_path: Path) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(f"key = {KEY}")
    with pytest.raises(Refusal, match="TOML") as refused:
        targets({}, (secrets,))
    assert KEY not in repr(refused.value)


def test_the_page_about_trackers_lists_every_variable() -> None:
    page = (Path(__file__).parents[2] / "docs" / "trackers.md").read_text(encoding="utf-8")
    kinds = "|".join(kind.upper() for kind in TRACKERS)
    assert set(re.findall(rf"JOURNEYMAP_(?:{kinds})_[A-Z]+", page)) == VARIABLES


def test_what_was_sent_is_no_less_a_story_where_only_changes_are_sent(
    service: Service, noor: Participant, park: str, send: Callable[..., None]
) -> None:
    to_be = service.maps.design_to_be(noor, park)
    running = service.trackers.start(noor, to_be, "redmine", only_changed=False)
    assert running.over.wait(20)
    plan = service.trackers.plan(noor, to_be, "redmine")
    assert plan.items
    assert plan.counts[ItemStep.LEFT] == plan.writes == 0


def test_what_another_map_has_sent_is_not_taken_on(
    service: Service, noor: Participant, park: str, send: Callable[..., None]
) -> None:
    send()
    double = service.maps.build(noor, "double", copy_changes(small(), "double"))
    sent = [one._replace(map_id=double) for one in service.house.store.trackers.items(park)]

    def swap(tx: Transaction) -> None:
        tx.trackers.forget(park, TARGET.place, [one.item_id for one in sent])
        tx.trackers.keep(sent)

    service.house.store.write(swap).result()
    with pytest.raises(Refusal, match="another map"):
        service.trackers.plan(noor, park, "redmine", only_changed=False)


def test_what_a_tracker_says_is_kept_short(
    service: Service, noor: Participant, park: str, send: Callable[..., None], tracker: Held
) -> None:
    send()
    for known, item in tracker.items.items():
        tracker.items[known] = replace(item, status="x" * 5_000, key="y" * 5_000)
    service.trackers.refresh(noor, park, "redmine")
    assert {(len(one.status), len(one.key)) for one in service.trackers.items(noor, park)} == {(100, 100)}


@pytest.mark.parametrize("fault", ["lacks", "wants", "broke-off"])
def test_that_a_run_failed_is_known_after_a_restart(service: Service, noor: Participant, park: str, fault: str) -> None:
    run = TrackerRun(park, TARGET.place, "redmine", "r", "owner", "gone", "2026-05-04", time.time())

    def ended(tx: Transaction) -> None:
        tx.trackers.begin(run)
        tx.trackers.end(run, "2026-05-04", fault, {})

    service.house.store.write(ended).result()
    progress = service.trackers.progress(noor, park, "redmine")
    assert progress
    assert progress.fault
    assert progress.fault.reason("nl")


@pytest.mark.parametrize("key", ["k ey", "sleutel-é", "a\tb"])
def test_a_key_that_cannot_be_one_is_said_at_once(key: str) -> None:
    with pytest.raises(Refusal, match="JOURNEYMAP_REDMINE_KEY") as refused:
        targets(SET | {variable("redmine", "key"): key}, ())
    assert key not in refused.value.reason("en")
