"""Files for Streamlit: whose, how many, how much of them is kept, and how fast they come."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from starlette.requests import HTTPConnection

from journeymap.domain.model import limits
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.errors import Refusal
from journeymap.web.uploads import AT_ONCE, BYTES_A_SECOND, KEPT, MOST_AT_ONCE, MOST_KEPT, Uploads, announced

MB = 1024 * 1024


class Kept:
    """What a Streamlit would keep."""

    def __init__(self) -> None:
        self.files: dict[tuple[str, str], int] = {}

    def size(self, session: str, file: str) -> int:
        return self.files.get((session, file), 0)

    def forget(self, session: str, file: str) -> None:
        self.files.pop((session, file), None)


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def uploads(kept: Kept) -> Uploads:
    return Uploads(kept)


def person(name: str, role: Role = Role.FACILITATOR) -> Participant:
    return Participant(id=name.replace(" ", "-"), name=name, role=role, workshop_id="w")


def asked(file: str, length: str = "1000", session: str = "s") -> HTTPConnection:
    path = f"/_stcore/upload_file/{session}/{file}"
    return HTTPConnection({"type": "http", "path": path, "headers": [(b"content-length", length.encode())]})


@contextmanager
def sent(uploads: Uploads, kept: Kept, who: str, file: str, size: int) -> Iterator[None]:
    with uploads.taken(asked(file, session=who), person(who)):
        yield
        kept.files[who, file] = size


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.CUSTOMER, Role.OBSERVER])
def test_who_may_not_bring_maps_in_sends_no_file(uploads: Uploads, role: Role) -> None:
    with pytest.raises(Refusal) as refused, uploads.taken(asked("a"), person("noor", role)):
        pass
    assert refused.value.code == "forbidden"


def test_who_was_removed_sends_none_either(uploads: Uploads) -> None:
    gone = person("noor").model_copy(update={"removed": True})
    with pytest.raises(Refusal), uploads.taken(asked("a"), gone):
        pass


@pytest.mark.parametrize("length", [str(limits.FILE_BYTES * 2), "9" * 40, "x", "-1", "1e3", ""])
def test_what_is_announced_as_too_large_is_not_begun(uploads: Uploads, length: str) -> None:
    with pytest.raises(Refusal), uploads.taken(asked("a", length), person("noor")):
        pass
    assert announced(asked("a", length)) > limits.FILE_BYTES


def test_one_person_sends_two_at_once_and_all_people_eight(uploads: Uploads, kept: Kept) -> None:
    with ExitStack() as under_way:
        for n in range(MOST_AT_ONCE):
            under_way.enter_context(sent(uploads, kept, f"person {n // AT_ONCE}", f"f{n}", 10))
        for who in ("person 0", "somebody else"):
            with pytest.raises(Refusal) as refused, uploads.taken(asked("next"), person(who)):
                pass
            assert refused.value.code == "too_fast"
    with sent(uploads, kept, "somebody else", "next", 10):
        pass


def test_what_came_first_of_a_person_goes_first(uploads: Uploads, kept: Kept) -> None:
    with sent(uploads, kept, "ilse", "other", 15 * MB):
        pass
    for n in range(10):
        with sent(uploads, kept, "noor", f"f{n}", 15 * MB):
            pass
    theirs = [file for (who, file), _ in kept.files.items() if who == "noor"]
    assert theirs == ["f6", "f7", "f8", "f9"]
    assert sum(size for (who, _), size in kept.files.items() if who == "noor") <= KEPT
    assert ("ilse", "other") in kept.files


def test_all_that_is_kept_is_bounded(uploads: Uploads, kept: Kept) -> None:
    for n in range(60):
        with sent(uploads, kept, f"person {n}", "f", 15 * MB):
            pass
    assert sum(kept.files.values()) <= MOST_KEPT


def test_a_file_that_was_broken_off_counts_for_nothing(uploads: Uploads, kept: Kept) -> None:
    with pytest.raises(ConnectionError), uploads.taken(asked("a"), person("noor")):
        raise ConnectionError
    assert uploads._sent == []
    with ExitStack() as under_way:
        for n in range(AT_ONCE):
            under_way.enter_context(sent(uploads, kept, "noor", f"f{n}", 10))


def test_files_come_at_a_measured_pace(uploads: Uploads, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"a" * MB, "more_body": True}

    monkeypatch.setattr("journeymap.web.uploads.asyncio.sleep", sleep)
    with sent(uploads, kept, "noor", "a", 10), sent(uploads, kept, "ilse", "b", 10):
        message = asyncio.run(_once(uploads, receive))
    assert len(message["body"]) == MB
    assert waits == [2 * MB / BYTES_A_SECOND]


async def _once(uploads: Uploads, receive: Any) -> Any:
    return await uploads.paced(receive)()
