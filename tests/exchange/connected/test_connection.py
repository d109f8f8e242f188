"""The HTTP of a tracker: what is asked again and what never, how long it waits, and that no key gets out."""

import logging
import time
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from threading import Event, Timer

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.exchange.connected import connection as module
from journeymap.exchange.connected.connection import Method, TrackerConnection
from journeymap.exchange.connected.credential import Credential
from journeymap.exchange.connected.faults import NAMES, Fault, TrackerFault, words_of
from journeymap.exchange.connected.pace import WritePace, wait_told
from tests.support.trackers.http import Answering, HttpTracker, Reply, Request, done_unseen, once, served
from tests.support.trackers.waits import Hurry

KEY = "s3cret-key-of-42-letters"
KINDS: tuple[Fault, ...] = Fault.__args__  # type: ignore[attr-defined]


@pytest.fixture
def server() -> Iterator[HttpTracker]:
    with served(lambda request: Reply(data={"asked": request.called})) as it:
        yield it


@pytest.fixture
def watch() -> Hurry:
    return Hurry()


@pytest.fixture
def connection(server: HttpTracker, watch: Hurry) -> Iterator[TrackerConnection]:
    with TrackerConnection("jira", f"{server.base}/in/here/", Credential(SecretStr(KEY), "Bearer"), cancel=watch) as it:
        yield it


def fault(asking: Callable[[], object]) -> TrackerFault:
    with pytest.raises(TrackerFault) as why:
        asking()
    return why.value


def test_a_path_stands_under_the_base_and_the_key_in_its_header(
    server: HttpTracker, connection: TrackerConnection
) -> None:
    assert connection.ask("GET", "rest/x", query={"q": "a b&c"}).data == {"asked": "GET /in/here/rest/x"}
    (asked,) = server.asked
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.query == {"q": "a b&c"}


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_says_the_same_twice_is_asked_again(
    server: HttpTracker, connection: TrackerConnection, method: Method, status: int
) -> None:
    server.disturb(once(method, Reply(status)), done_unseen(method))
    assert connection.ask(method, "x").status == 200
    assert server.count(method) == 3


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_a_write_without_an_answer_is_never_sent_again(
    server: HttpTracker, connection: TrackerConnection, method: Method
) -> None:
    server.disturb(done_unseen(method))
    why = fault(lambda: connection.ask(method, "x", body={}))
    assert (why.kind, why.unanswered, server.count(method)) == ("unreachable", True, 1)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_write_that_failed_over_there_is_never_sent_again(
    server: HttpTracker, connection: TrackerConnection, status: int
) -> None:
    server.disturb(once("POST", Reply(status)))
    why = fault(lambda: connection.ask("POST", "x", body={}))
    assert (why.kind, why.unanswered, server.count("POST")) == ("failed", True, 1)


@pytest.mark.parametrize("reply", [Reply(429), Reply(503, headers={"Retry-After": "7"})])
def test_a_write_that_was_surely_not_taken_is_sent_again(
    server: HttpTracker, connection: TrackerConnection, reply: Reply
) -> None:
    server.disturb(once("POST", reply))
    assert connection.ask("POST", "x", body={}).status == 200
    assert server.count("POST") == 2


def test_a_post_that_only_reads_is_asked_again(server: HttpTracker, connection: TrackerConnection) -> None:
    server.disturb(once("POST", Reply(500)), done_unseen("POST"))
    assert connection.ask("POST", "search", body={}, repeatable=True).status == 200
    assert server.count("POST") == 3


def test_it_is_asked_so_often_and_no_more(server: HttpTracker, connection: TrackerConnection, watch: Hurry) -> None:
    server.disturb(*[once("GET", Reply(503)) for _ in range(20)])
    assert fault(lambda: connection.ask("GET", "x")).kind == "failed"
    assert server.count("GET") == module.TIMES
    assert all(2**n / 4 <= wait <= 2**n * 3 / 4 for n, wait in enumerate(watch.waits)), watch.waits


@pytest.mark.parametrize("told", ["9", "a date"])
def test_it_waits_as_long_as_it_is_told(
    server: HttpTracker, connection: TrackerConnection, watch: Hurry, told: str
) -> None:
    if told == "a date":
        told = format_datetime(datetime.fromtimestamp(time.time() + 60, UTC), usegmt=True)
    server.disturb(once("GET", Reply(429, headers={"Retry-After": told})))
    connection.ask("GET", "x")
    (wait,) = watch.waits
    assert wait == 9 if told == "9" else 30 < wait <= 60


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "0"}, 0.1),
        ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1070"}, 70),
        ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "5"}, 1),
        ({"X-RateLimit-Remaining": "0"}, None),
        ({"X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "1070"}, None),
        ({"Retry-After": "9" * 400}, 999_999_999),
    ],
)
def test_what_an_answer_says_about_coming_back(headers: dict[str, str], wait: float | None) -> None:
    assert wait_told(httpx.Headers(headers), now=1000) == wait


def test_who_would_wait_too_long_is_told_for_how_long(
    server: HttpTracker, connection: TrackerConnection, watch: Hurry
) -> None:
    server.disturb(once("POST", Reply(403, headers={"Retry-After": "1800"})))
    why = fault(lambda: connection.ask("POST", "x", body={}))
    assert (why.kind, watch.waits) == ("busy", [])
    assert "30" in why.reason("en")
    assert "30" in why.reason("nl")


def test_a_wait_ends_when_somebody_cancels(server: HttpTracker) -> None:
    cancel = Event()

    def asked(request: Request, answering: Answering) -> Reply:
        Timer(0.05, cancel.set).start()  # while it waits
        return Reply(429, headers={"Retry-After": "60"})

    server.disturb(asked)
    with TrackerConnection("jira", server.base, Credential(SecretStr(KEY)), cancel=cancel) as connection:
        assert fault(lambda: connection.ask("GET", "x")).kind == "stopped"
        assert fault(lambda: connection.ask("GET", "x")).kind == "stopped"
    assert server.count("GET") == 1


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Reply(400, {"errorMessages": [], "errors": {"summary": "Too long"}}), "field"),
        (Reply(401), "credential"),
        (Reply(403, {"message": "Resource not accessible"}), "right"),
        (Reply(404, {"message": "Not Found"}), "missing"),
        (Reply(410), "missing"),
        (Reply(422, {"message": "Validation Failed", "errors": [{"field": "title", "code": "missing"}]}), "field"),
        (Reply(200, raw=b"<html>sign in</html>"), "answer"),
        (Reply(200, raw=b"[" * 100_000), "answer"),
    ],
)
def test_what_is_wrong_is_said(server: HttpTracker, connection: TrackerConnection, reply: Reply, kind: str) -> None:
    server.disturb(once("POST", reply))
    why = fault(lambda: connection.ask("POST", "x", body={}))
    assert why.kind == kind
    assert why.unanswered == (kind == "answer")
    assert server.count("POST") == 1


def test_a_status_that_is_allowed_is_an_answer(server: HttpTracker, connection: TrackerConnection) -> None:
    server.disturb(once("GET", Reply(404, raw=b"<html>")))
    answer = connection.ask("GET", "x", allowed=(404,))
    assert (answer.status, answer.data) == (404, None)


def test_an_answer_without_end_is_not_read_to_its_end(
    server: HttpTracker, connection: TrackerConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST_ANSWER", 1000)
    server.disturb(once("GET", Reply(raw=b'"' + b"x" * 2000 + b'"')))
    assert fault(lambda: connection.ask("GET", "x")).kind == "large"


def test_nobody_there_is_told_and_nothing_was_written(watch: Hurry) -> None:
    with served(lambda _: Reply()) as gone:
        base = gone.base
    with TrackerConnection("jira", base, Credential(SecretStr(KEY)), cancel=watch) as connection:
        why = fault(lambda: connection.ask("POST", "x", body={}))
    assert (why.kind, why.unanswered, len(watch.waits)) == ("unreachable", False, module.TIMES - 1)


def test_the_key_never_goes_to_another_address(server: HttpTracker, connection: TrackerConnection) -> None:
    with served(lambda _: Reply(data={})) as other:
        for status in (301, 302, 307, 308):
            server.disturb(once("GET", Reply(status, headers={"Location": f"{other.base}/x"})))
            assert fault(lambda: connection.ask("GET", "x")).kind == "moved"
        assert other.asked == []


def test_what_moved_within_the_same_address_is_read_but_never_written(
    server: HttpTracker, connection: TrackerConnection
) -> None:
    moved = Reply(302, headers={"Location": "/there"})
    server.disturb(once("GET", moved), once("POST", moved))
    assert connection.ask("GET", "x").data == {"asked": "GET /there"}
    assert server.asked[-1].headers["authorization"] == f"Bearer {KEY}"
    assert fault(lambda: connection.ask("POST", "x", body={})).kind == "moved"
    server.disturb(*[once("GET", Reply(302, headers={"Location": "/round"})) for _ in range(9)])
    assert fault(lambda: connection.ask("GET", "x")).kind == "moved"


@pytest.mark.parametrize(
    ("base", "good"),
    [
        ("https://jira.example", True),
        ("http://127.0.0.1:1", True),
        ("http://[::1]:1", True),
        ("http://localhost", True),
        ("http://jira.example", False),
        ("http://127.0.0.1.example", False),
        ("http://user@127.0.0.1", False),
        ("https://me:pw@jira.example", False),
        ("ftp://127.0.0.1", False),
        ("jira.example", False),
        ("http://[::1", False),
        ("https://a:b", False),
        ("", False),
    ],
)
def test_an_address_is_https_but_on_this_machine(base: str, good: bool) -> None:
    if good:
        TrackerConnection("jira", base, Credential(SecretStr(KEY))).close()
    else:
        assert fault(lambda: TrackerConnection("jira", base, Credential(SecretStr(KEY)))).kind == "address"


@pytest.mark.parametrize("user", [None, "me@example.org"])
def test_no_message_log_or_traceback_has_the_key(
    server: HttpTracker, watch: Hurry, user: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    credential = Credential(SecretStr(KEY), "Bearer", user=user)

    def echo(request: Request) -> Reply:
        return Reply(400, {"message": f"bad {request.headers['authorization']} and {KEY}"})

    told = [repr(credential), str(credential)]
    with served(echo) as echoing, TrackerConnection("jira", echoing.base, credential, cancel=watch) as connection:
        told.append(repr(connection))
        for asking in (lambda: connection.ask("POST", "x", body={}), lambda: connection.ask("GET", "y")):
            why = fault(asking)
            told += [why.reason("en"), why.reason("nl"), repr(why), str(why.values)]
            told += traceback.TracebackException.from_exception(why, capture_locals=True).format()
            sent = echoing.asked[-1].headers["authorization"].rpartition(" ")[2]
        assert "bad" in told[3]
    told.append(caplog.text)
    assert not [one for one in told if KEY in one or sent in one]


@pytest.mark.parametrize("key", ["", " ", "two words", "new\nline", "é", "\x00"])
def test_a_key_that_no_header_holds_is_said_without_it(key: str) -> None:
    with pytest.raises(ValueError, match="credential") as why:
        Credential(SecretStr(key))
    assert not key.strip() or key not in str(why.value)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_fault_is_a_sentence(kind: Fault, language: str) -> None:
    for tracker in NAMES:
        said = TrackerFault(kind, tracker, words="Their words.", seconds=90, what="x").reason(language)
        assert NAMES[tracker] in said
        assert not TrackerFault(kind, tracker, what="x").reason(language).endswith(" ")


@given(st.recursive(st.none() | st.booleans() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from(["errors", "message", "errorMessages", "field", "code"]), inner), max_leaves=30))  # fmt: skip
def test_whatever_a_tracker_says_is_one_short_line(data: object) -> None:
    said = words_of(data)
    assert len(said) <= 200
    assert "\n" not in said


def test_no_more_are_taken_in_a_time_than_its_pace_allows() -> None:
    now = 0.0
    pace = WritePace([(3, 60), (5, 3600)], lambda: now)
    assert [pace.take() for _ in range(4)] == [0, 0, 0, 60]
    now = 61
    assert [pace.take() for _ in range(3)] == [0, 0, 3539]
    now = 3700
    assert pace.take() == 0


def test_writes_keep_to_the_pace_and_reads_need_not(server: HttpTracker, watch: Hurry) -> None:
    now = 0.0

    class Clock(Hurry):
        def wait(self, timeout: float) -> bool:
            nonlocal now
            now += timeout
            return super().wait(timeout)

    clock = Clock()
    pace = WritePace([(2, 60)], lambda: now)
    with TrackerConnection("github", server.base, Credential(SecretStr(KEY)), cancel=clock, pace=pace) as connection:
        for _ in range(5):
            connection.ask("GET", "x")
            connection.ask("POST", "search", body={}, repeatable=True)
        assert clock.waits == []
        for method in ("POST", "PATCH", "PUT", "DELETE", "POST"):
            connection.ask(method, "x", body={})
    assert clock.waits == [60, 60]
