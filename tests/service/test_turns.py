"""Heavy work is done a little at once, whoever asks by whatever door; small maps wait for nobody."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import Refusal
from journeymap.exchange import columns, spreadsheet
from journeymap.exchange.formats import OF_A_PAIR
from journeymap.exchange.wishes import SummaryWish
from journeymap.service import turns as limits
from journeymap.service.service import Service
from journeymap.service.turns import AT_ONCE, LARGE_ROWS, OF_A_PERSON, WAITING, Turns
from tests.support.server_process import until


class Crowd:
    """Threads that each hold or await a turn until they are let go."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self.let_go = threading.Event()
        self.working = 0
        self.most = 0
        self.lock = threading.Lock()
        self.threads: list[threading.Thread] = []

    def ask(self, person: str) -> None:
        """One more asks for a turn."""
        thread = threading.Thread(target=self._hold, args=(person,), daemon=True)
        thread.start()
        self.threads.append(thread)

    def _hold(self, person: str) -> None:
        with self.turns.taken(person):
            with self.lock:
                self.working += 1
                self.most = max(self.most, self.working)
            self.let_go.wait(30)
            with self.lock:
                self.working -= 1

    def here(self, count: int) -> bool:
        """Whether so many work or wait, now or soon."""
        return until(lambda: self.turns._here.total() == count, 20)


@contextmanager
def crowd(turns: Turns, people: int) -> Iterator[Crowd]:
    """So many people, one after another; all are let go at the end."""
    it = Crowd(turns)
    try:
        for n in range(people):
            it.ask(f"person {n}")
            assert it.here(n + 1)
        yield it
    finally:
        it.let_go.set()
        for thread in it.threads:
            thread.join(30)


def test_so_much_is_done_at_once_and_whoever_waits_comes_next() -> None:
    turns = Turns()
    with crowd(turns, AT_ONCE + 3) as it:
        assert until(lambda: it.working == AT_ONCE, 20)
    assert (it.most, it.working, turns._here.total()) == (AT_ONCE, 0, 0)


def test_beyond_those_who_wait_it_is_said_at_once_and_when() -> None:
    turns = Turns()
    with crowd(turns, AT_ONCE + WAITING), pytest.raises(Refusal) as refused, turns.taken("one more"):
        pass
    assert (refused.value.code, refused.value.values["seconds"]) == ("unavailable", 10)
    with turns.taken("one more"):
        pass


def test_one_person_takes_only_a_few_places_and_leaves_the_others_free() -> None:
    turns = Turns()
    with crowd(turns, AT_ONCE) as it:
        for _ in range(OF_A_PERSON):
            it.ask("noor")
        assert it.here(AT_ONCE + OF_A_PERSON)
        with pytest.raises(Refusal) as refused, turns.taken("noor"):
            pass
        assert refused.value.code == "too_fast"
        it.ask("ilse")
        assert it.here(AT_ONCE + OF_A_PERSON + 1)


def test_nobody_waits_for_ever() -> None:
    turns = Turns(patience=0.01)
    with crowd(turns, AT_ONCE), pytest.raises(Refusal, match="Try again in 10 seconds"), turns.taken("late"):
        pass
    assert turns._here.total() == 0


def test_whoever_has_a_turn_needs_no_other_for_what_belongs_to_it() -> None:
    turns = Turns(patience=0.01)
    with ExitStack() as stack:
        for _ in range(10):
            stack.enter_context(turns.taken("noor"))
    with turns.taken("noor"):
        pass


@pytest.fixture
def large(service: Service, noor: Participant) -> str:
    """A map that is large enough."""
    map_id = service.maps.create(noor, "Large", persona="Marieke")
    moments = [Add(table="moments", id=f"m{n}", parent="e", values={"text": f"I walk {n}"}) for n in range(LARGE_ROWS)]
    service.changes.change(noor, map_id, [Add(table="episodes", id="e", values={"title": "All of it"}), *moments])
    return map_id


def test_a_small_to_be_is_held_against_a_large_as_is_by_a_helper(
    service: Service, noor: Participant, large: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_be, asked = service.maps.create(noor, "Small", "to-be"), list[object]()
    service.maps.link(noor, to_be, large)
    service.house.helpers.ready = True
    monkeypatch.setattr(type(service.house.helpers), "run", lambda _, *what: asked.append(what))
    service.exchange.export(noor, to_be, "comparison-csv", takes=OF_A_PAIR)
    service.exchange.export(noor, to_be, "map-csv")
    assert [what[3] for what in asked] == ["comparison-csv"]  # type: ignore[index]


def planned(service: Service, who: Participant, content: bytes) -> object:
    """What a table would become, for somebody who has read it in a turn of before."""
    table = spreadsheet.read_table(content, "map.csv")
    return service.exchange.plan(who, table, columns.guess(table), title="Mine", kind="as-is", language="en")


LONG_ROW = b"I wait," + b"a" * (limits.LARGE_FILE // 10) + b"\n"

Work = Callable[[Service, Participant, str], object]
WORK: dict[str, Work] = {
    "an SVG": lambda s, who, what: s.exchange.export(who, what, "svg"),
    "a PNG": lambda s, who, what: s.exchange.export(who, what, "png"),
    "a table": lambda s, who, what: s.exchange.export(who, what, "map-csv"),
    "a document": lambda s, who, what: s.exchange.export(who, what, "json"),
    "stories": lambda s, who, what: s.exchange.stories(who, what),
    "a copy": lambda s, who, what: s.maps.duplicate(who, what),
    "a to-be": lambda s, who, what: s.maps.design_to_be(who, what),
    "a comparison": lambda s, who, what: s.comparisons.of(who, what, what),
    "a file": lambda s, who, _: s.exchange.read_document(who, b"{" + b" " * limits.LARGE_FILE + b"}"),
    "a table with few rows": lambda s, who, _: planned(s, who, b"Moment,Notes\n" + 10 * LONG_ROW),
    "what a table with many rows becomes": lambda s, who, _: planned(s, who, b"Moment\n" + b"I wait\n" * LARGE_ROWS),
    "a table that comes in": lambda s, who, _: s.exchange.read_table(who, b"a,b\n" * limits.LARGE_FILE, "map.csv"),
}


@pytest.mark.parametrize("what", WORK)
def test_with_a_large_map_each_waits_for_their_turn(service: Service, noor: Participant, large: str, what: str) -> None:
    with crowd(service.house.turns, AT_ONCE + WAITING), pytest.raises(Refusal, match="Others are working on large"):
        WORK[what](service, noor, large)


@pytest.mark.parametrize("what", WORK)
def test_whoever_has_enough_under_way_keeps_no_place_from_others(
    service: Service, noor: Participant, large: str, what: str
) -> None:
    with crowd(service.house.turns, 0) as it:
        for n in range(OF_A_PERSON):
            it.ask(noor.id)
            assert it.here(n + 1)
        with pytest.raises(Refusal, match="large maps or files under way") as refused:
            WORK[what](service, noor, large)
        assert refused.value.code == "too_fast"


@pytest.mark.parametrize("what", ["an SVG", "a table", "a document", "stories", "a copy", "a to-be", "a comparison"])
def test_with_a_small_map_nobody_waits(service: Service, noor: Participant, park: str, what: str) -> None:
    with crowd(service.house.turns, AT_ONCE + WAITING):
        assert WORK[what](service, noor, park) is not None


def poster(service: Service, who: Participant, map_id: str) -> object:
    """The page for the wall of the map's workshop."""
    return service.posters.page(who, service.maps.head(who, map_id).workshop_id or "", "en")


def summary(service: Service, who: Participant, map_id: str) -> object:
    """A file with what the map's workshop came to, for somebody who looks at its summary."""
    found = service.workshops.summaries.summary(who, service.maps.head(who, map_id).workshop_id or "")
    wish = SummaryWish(found, (), "en", "today", ())
    return service.posters.file(who, found, wish, "summary-html")


@pytest.mark.parametrize("make", [poster, summary])
def test_what_a_workshop_came_to_is_worked_out_in_the_turn_of_whoever_asks(
    service: Service, noor: Participant, large: str, make: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop, _ = service.people.create_workshop(noor, "Large", "Faye")
    service.maps.assign(noor, large, workshop.id)
    worked: list[object] = []

    def coach(journey: Journey, **_: object) -> list[object]:
        assert threading.get_ident() in service.house.turns._working
        worked.append(journey)
        return []

    monkeypatch.setattr("journeymap.service.posters.coach", coach)
    with crowd(service.house.turns, 0) as it:
        for n in range(OF_A_PERSON):
            it.ask(noor.id)
            assert it.here(n + 1)
        with pytest.raises(Refusal) as found:
            make(service, noor, large)
        assert (found.value.code, worked) == ("too_fast", [])
    assert make(service, noor, large)
    assert worked


def test_a_past_that_is_long_is_played_in_turns(
    service: Service, noor: Participant, park: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    revision = service.maps.head(noor, park).revision
    monkeypatch.setattr("journeymap.service.maps.LARGE_LOG", revision)
    with crowd(service.house.turns, AT_ONCE + WAITING):
        with pytest.raises(Refusal, match="Others are working on large"):
            service.maps.journey(noor, park, revision)
        assert isinstance(service.maps.journey(noor, park, revision - 1), Journey)
