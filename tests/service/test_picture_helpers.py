"""Pictures are opened beside the server, in seconds or not at all, and whoever works on maps does not notice."""

import json
import pickle
import struct
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest

from journeymap.domain.model.roles import Participant, Role, owner
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.portraits import portrait
from journeymap.service import picture_helpers, picture_process
from journeymap.service.picture_helpers import (
    AT_ONCE,
    OF_A_PLACE,
    REST_SECONDS,
    WAITING,
    PictureHelper,
    PictureHelpers,
)
from journeymap.service.service import Service
from journeymap.service.side_process import EndedError, LateError
from tests.support.pictures import NOT_ONE, bomb, passes, sent
from tests.support.server_process import until

pytestmark = pytest.mark.slow

NOOR = owner("Noor")


def seat(name: str, workshop: str = "park") -> Participant:
    """Somebody in a workshop."""
    return Participant(id=name, name=name, role=Role.PARTICIPANT, workshop_id=workshop)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is busy with other tests opens every honest picture in time."""
    monkeypatch.setattr(picture_helpers, "SECONDS", 120.0)


@pytest.fixture(scope="module")
def pictures() -> Iterator[PictureHelpers]:
    it = PictureHelpers()
    it.begin()
    yield it
    it.stop()


@pytest.fixture
def beside(service: Service, pictures: PictureHelpers, monkeypatch: pytest.MonkeyPatch) -> Service:
    """A service whose pictures are opened by helpers and nowhere else."""
    object.__setattr__(service.house, "pictures", pictures)
    monkeypatch.setattr(picture_helpers, "portrait", lambda _: pytest.fail("it was opened here"))
    monkeypatch.setattr("journeymap.exchange.portraits._opened", lambda _: pytest.fail("it was opened here"))
    return service


def test_a_helper_makes_what_would_be_made_here(pictures: PictureHelpers) -> None:
    for kind in ("JPEG", "PNG", "WEBP"):
        assert pictures.made(sent(kind), NOOR) == portrait(sent(kind))


def test_a_picture_of_more_bytes_than_a_pipe_takes_at_once_arrives_whole(pictures: PictureHelpers) -> None:
    content = sent() + bytes(3 * 1024 * 1024)
    assert pictures.made(content, NOOR) == portrait(content)


@pytest.mark.parametrize("content", [*NOT_ONE.values(), bomb(), passes(101)])
def test_what_is_refused_here_is_refused_there_in_the_same_words(pictures: PictureHelpers, content: bytes) -> None:
    with pytest.raises(Refusal) as here:
        portrait(content)
    with pytest.raises(Refusal) as there:
        pictures.made(content, NOOR)
    assert str(there.value) == str(here.value)


def test_a_picture_and_one_that_a_file_carries_are_opened_beside_the_server(beside: Service, noor: Participant) -> None:
    park = beside.maps.create(noor, "A visit", persona="Marieke")
    beside.portraits.put(noor, park, sent())
    document = json.loads(beside.exchange.export(noor, park, "json").content)
    name = next(iter(document["pictures"]))
    address = document["pictures"][name]
    document["pictures"][name] = address[: len(address) // 8 * 4]  # torn
    with pytest.raises(Refusal, match="JPEG, PNG or WebP"):
        beside.exchange.import_document(noor, json.dumps(document).encode(), again=True)
    document["pictures"][name] = address
    again = beside.exchange.import_document(noor, json.dumps(document).encode(), again=True)
    persona = beside.maps.journey(noor, again).persona
    assert persona
    assert beside.portraits.content(noor, again, persona.picture)


def test_one_that_takes_too_long_is_refused_and_the_next_is_opened(
    pictures: PictureHelpers, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as hurried:
        hurried.setattr(picture_helpers, "SECONDS", 0.01)
        with pytest.raises(Refusal) as why:
            pictures.made(passes(90, side=4_800), seat("mallory"))
    assert (why.value.code, why.value.key) == ("invalid", "refusal-picture-too-much-work")
    assert pictures.made(sent(), NOOR) == portrait(sent())


def test_whoever_sent_one_that_took_too_long_rests_and_nobody_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    pictures = PictureHelpers(clock=lambda: now[0])
    monkeypatch.setattr(pictures, "ready", True)
    opened: list[bytes] = []

    def late(_: object, content: bytes, __: float) -> bytes:
        opened.append(content)
        raise LateError

    monkeypatch.setattr(PictureHelper, "opened", late)
    monkeypatch.setattr(PictureHelpers, "_start", lambda *_: None)
    pictures._free.put(PictureHelper({}, ""))
    keys = []
    for who in ("mallory", "mallory", "ilse"):
        with pytest.raises(Refusal) as why:
            pictures.made(sent(), seat(who))
        keys.append(why.value.key)
    assert keys == ["refusal-picture-too-much-work", "refusal-picture-rest", "refusal-picture-too-much-work"]
    assert len(opened) == 2
    now[0] += REST_SECONDS
    with pytest.raises(Refusal, match="takes too long"):
        pictures.made(sent(), seat("mallory"))


def test_the_seats_of_one_workshop_hold_one_of_the_processes_and_half_of_the_places() -> None:
    pictures, let_go = PictureHelpers(), threading.Event()
    held: list[str] = []

    def hold(one: Participant) -> None:
        with pictures.turns.taken(one.id, one.workshop_id or ""):
            held.append(one.id)
            let_go.wait(60)

    with ThreadPoolExecutor(AT_ONCE + WAITING) as pool:
        try:
            for n in range(OF_A_PLACE):
                pool.submit(hold, seat(f"seat{n}", "vandals"))
                assert until(lambda n=n: pictures.turns._here.total() == n + 1, 20)
            with pytest.raises(Refusal, match="Others are sending pictures"):
                pictures.made(sent(), seat("one-more", "vandals"))
            assert pictures.made(sent(), seat("ilse")) == portrait(sent())
            assert pictures.made(sent(), NOOR) == portrait(sent())
            assert len(held) == 1
        finally:
            let_go.set()
    assert len(held) == OF_A_PLACE


class Answers:
    """A process that was taken over: it answers whatever was put here."""

    def __init__(self, content: bytes) -> None:
        self.stdin, self.stdout = BytesIO(), BytesIO(content)

    def poll(self) -> None:
        """It runs."""

    def kill(self) -> None:
        """It is ended."""

    def wait(self) -> None:
        """It has ended."""


def head(kind: int, word: int, number: int, mark: bytes = b"JMP1") -> bytes:
    return struct.pack("!4sBBI", mark, kind, word, number)


class Harmful:
    """What a pickle makes of this runs a command."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return pytest.fail, ("what the process answered was run",)


PICKLED = pickle.dumps(("done", Harmful()))
STRAY = {
    "a pickle": struct.pack("!Q", len(PICKLED)) + PICKLED,
    "a pickle as a picture": head(1, 0, len(PICKLED)) + PICKLED,
    "another mark": head(1, 0, 4, b"JMP2") + b"RIFF",
    "another kind": head(3, 0, 0),
    "a picture that is too large": head(1, 0, 41 * 1024) + bytes(41 * 1024),
    "a picture without end": head(1, 0, 2**32 - 1),
    "a page": head(1, 0, 9) + b"<script/>",
    "more than it says": head(1, 0, 16) + b"RIFF" + (4).to_bytes(4, "little") + b"WEBP<sc>",
    "an unknown refusal": head(2, 200, 0),
    "a refusal with any number": head(2, 1, 2**32 - 1),
    "half a head": b"JMP1",
    "nothing": b"",
}


@pytest.mark.parametrize("answer", STRAY.values(), ids=STRAY)
def test_nothing_of_what_such_a_process_answers_is_believed_or_run(answer: bytes) -> None:
    one = PictureHelper({}, "")
    one._process = Answers(answer)  # type: ignore[assignment]
    with pytest.raises(EndedError):
        one.opened(sent(), 20)
    assert one._process is None


def test_one_that_ends_its_helper_is_refused_and_not_tried_again(
    pictures: PictureHelpers, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def broken(*given: object) -> None:
        asked.append(given)
        raise EOFError

    with monkeypatch.context() as ending:
        ending.setattr("journeymap.service.picture_pipe.answered", broken)
        ending.setattr(PictureHelpers, "_start", lambda *_: None)
        with pytest.raises(Refusal) as why:
            pictures.made(sent(), seat("eve"))
    assert (len(asked), why.value.key) == (1, "refusal-picture-too-much-work")
    assert pictures.made(sent(), NOOR) == portrait(sent())


def test_whoever_works_on_large_maps_and_whoever_sends_pictures_do_not_wait_for_one_another(
    service: Service, noor: Participant
) -> None:
    park = service.maps.create(noor, "A visit", persona="Marieke")
    turns = service.house.turns
    held, let_go = threading.Barrier(turns.at_once + 1), threading.Event()

    def hold() -> None:
        with turns.taken("somebody"):
            held.wait(30)
            let_go.wait(60)

    with ThreadPoolExecutor(turns.at_once + 1) as pool:
        for _ in range(turns.at_once):
            pool.submit(hold)
        held.wait(30)
        try:
            assert pool.submit(service.portraits.put, noor, park, sent()).result(20).operations
        finally:
            let_go.set()


def test_nobody_keeps_others_waiting_with_several_and_few_wait() -> None:
    pictures, let_go = PictureHelpers(), threading.Event()

    def hold(person: str) -> None:
        with pictures.turns.taken(person, f"workshop of {person}"):
            let_go.wait(60)

    with ThreadPoolExecutor(AT_ONCE + WAITING) as pool:
        try:
            for n in range(AT_ONCE + WAITING):
                pool.submit(hold, f"person{n}")
                assert until(lambda n=n: pictures.turns._here.total() == n + 1, 20)
            with pytest.raises(Refusal) as mine:
                pictures.made(sent(), seat("person0"))
            with pytest.raises(Refusal) as others:
                pictures.made(sent(), seat("somebody"))
        finally:
            let_go.set()
    assert [one.value.key for one in (mine, others)] == ["refusal-busy-picture-yours", "refusal-busy-pictures"]
    assert [one.value.code for one in (mine, others)] == ["too_fast", "unavailable"]


def test_such_a_helper_has_bounded_memory_and_knows_no_secret(
    pictures: PictureHelpers, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures.stop()
    monkeypatch.setenv("JOURNEYMAP_SECRET", "s" * 40)
    one = PictureHelpers()
    one.begin()
    try:
        one.made(sent(), NOOR)
        pid = next(helper._process.pid for helper in one._all if helper._process)
        limits = Path(f"/proc/{pid}/limits").read_text()
        assert str(picture_process.MOST_MEMORY) in next(x for x in limits.splitlines() if x.startswith("Max data size"))
        assert b"JOURNEYMAP_SECRET" not in Path(f"/proc/{pid}/environ").read_bytes()
    finally:
        one.stop()
