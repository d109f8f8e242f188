"""A real server with Streamlit behind it, and people who use its addresses for what they are not there for."""

import itertools
import select
import socket
import struct
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, ConnectionClosedError

from tests.support.crowd import Crowd, gather
from tests.support.server_process import Server, running, until
from tests.support.streamlit_page import StreamlitPage, streamlit_page

MB = 1024 * 1024
NAMES = itertools.count()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("streamlit") / "journeymap.db", samples=False) as it:
        yield it


@pytest.fixture(scope="module")
def crowd(server: Server) -> Crowd:
    return gather(server.base, 1, moments=2)


@pytest.fixture
def page(server: Server, crowd: Crowd) -> Iterator[StreamlitPage]:
    """The facilitator's, who may bring maps in."""
    with streamlit_page(server.base, crowd.facilitator) as it:
        yield it


def test_a_file_is_taken_from_whoever_may_bring_maps_in_and_from_nobody_else(
    server: Server, crowd: Crowd, page: StreamlitPage
) -> None:
    assert page.upload("map", 1_000).status_code == 204
    with streamlit_page(server.base, crowd.tokens[0]) as theirs:
        answer = theirs.upload("map", 1_000)
    assert (answer.status_code, "As participant you may not" in answer.text) == (403, True)
    assert httpx.put(server.base + page.path("map"), headers={"Authorization": "Bearer nobody's"}).status_code == 403


def begin(page: StreamlitPage, length: int, sent: int) -> socket.socket:
    """A request for a file of this length, of which so much is sent."""
    address = urlsplit(page.base)
    headers = {"Host": address.netloc, "Content-Type": "multipart/form-data; boundary=xx", **page.headers}
    lines = "".join(f"{name}: {value}\r\n" for name, value in {**headers, "Content-Length": length}.items())
    form = '--xx\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    one = socket.create_connection((address.hostname or "", address.port or 0), timeout=30)
    one.sendall(f"PUT {page.path(f'f{next(NAMES)}')} HTTP/1.1\r\n{lines}\r\n{form}".encode() + b"a" * sent)
    return one


def test_who_may_not_or_sends_too_much_is_answered_before_anything_is_read(crowd: Crowd, page: StreamlitPage) -> None:
    with begin(page, 22 * MB, 0) as too_large:
        assert b" 413 " in too_large.recv(4_096)
    page.token = crowd.tokens[0]
    with begin(page, 10 * MB, 0) as not_theirs:
        assert b" 403 " in not_theirs.recv(4_096)


def test_one_person_sends_two_files_at_once_and_is_told_to_wait_with_the_third(page: StreamlitPage) -> None:
    with begin(page, 9 * MB, 1_000) as one, begin(page, 9 * MB, 1_000) as two, begin(page, 9 * MB, 1_000) as three:
        answered = select.select([one, two, three], [], [], 30)[0]
        assert len(answered) == 1
        said = answered[0].recv(4_096)
        assert b" 429 " in said
        assert b"retry-after: " in said.lower()
    assert until(lambda: page.upload("after", 1_000).status_code == 204, 20)


def test_what_one_person_has_sent_is_kept_up_to_a_measure(server: Server, page: StreamlitPage) -> None:
    """Sixty files of 20 MB were kept, 1.2 GB, with no uploader on the page."""
    before = resident(server)
    for n in range(8):
        assert page.upload(f"large-{n}", 15 * MB).status_code == 204
    assert resident(server) - before < 100 * MB


def resident(server: Server) -> int:
    return int(Path(f"/proc/{server.process.pid}/statm").read_text().split()[1]) * 4_096


def test_a_file_that_is_broken_off_leaves_nothing_in_the_log(server: Server, page: StreamlitPage) -> None:
    for sent in (0, 1_000, 3 * MB):
        begin(page, 9 * MB, sent).close()
    for path, kind in (("/api/join", "application/json"), ("/join", "application/x-www-form-urlencoded")):
        address = urlsplit(page.base)
        with socket.create_connection((address.hostname or "", address.port or 0)) as one:
            head = f"POST {path} HTTP/1.1\r\nHost: {address.netloc}\r\nContent-Type: {kind}\r\nContent-Length: 900\r\n"
            one.sendall(f"{head}\r\n{{".encode())
    assert until(lambda: page.upload("after", 1_000).status_code == 204, 20)
    page.draw()
    assert "Traceback" not in server.output
    assert "Exception" not in server.output


def test_no_other_address_of_streamlit_reads_a_large_body(page: StreamlitPage) -> None:
    sent = httpx.post(f"{page.base}/anything", content=b"a" * 70_000, headers=page.headers)
    assert sent.status_code == 413

    def pieces() -> Iterator[bytes]:
        for _ in range(10):
            yield b"a" * 10_000

    assert httpx.post(f"{page.base}/anything", content=pieces(), headers=page.headers).status_code in (404, 405, 413)


def test_a_page_sends_a_megabyte_and_no_more(page: StreamlitPage) -> None:
    page.socket.send(b"\x00" * 1_000_001)
    with pytest.raises(ConnectionClosedError, match="1009"):
        read_on(page)


def read_on(page: StreamlitPage) -> None:
    while True:
        page.socket.recv(timeout=30)


def send_parts(page: StreamlitPage) -> None:
    part = struct.pack("!BBH", 0x00, 0x80 | 126, 60_000) + b"\0\0\0\0" + b" " * 60_000
    page.socket.socket.sendall(b"\x02" + part[1:])
    for _ in range(200):
        page.socket.socket.sendall(part)
    read_on(page)


def test_a_message_of_a_page_that_never_ends_is_bounded_in_all_its_parts(page: StreamlitPage) -> None:
    """Its socket kept 200 MB of one that was sent in parts, 1.7 GB on a few sockets."""
    with pytest.raises((ConnectionClosed, OSError)):
        send_parts(page)


def test_streamlit_agrees_to_no_compression(page: StreamlitPage) -> None:
    assert page.socket.protocol.extensions == []
