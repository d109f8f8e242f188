"""What goes wrong at the start is said in one sentence; stopping is clean. Real processes, real signals."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.server_process import MODULE, ROOT, environment, free_port, running, until


def start(*words, folder, **settings):
    """`journeymap …` run to its end: the exit code, what it said, and what it complained about."""
    done = subprocess.run(
        [*MODULE, *words],
        cwd=folder,
        env=environment(**settings),
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


def refused(answer, *words):
    """The one sentence of a start that was refused."""
    code, said, complaint = answer
    assert code == 1, complaint
    assert said == ""
    assert "Traceback" not in complaint
    assert len(complaint.splitlines()) == 1, complaint
    for word in words:
        assert word in complaint
    return complaint


@pytest.mark.parametrize(
    ("host", "taken_on"), [("127.0.0.1", "127.0.0.1"), ("127.0.0.1", "0.0.0.0"), ("0.0.0.0", "127.0.0.1")]
)
def test_a_port_that_is_taken_is_said_before_anything_is_made(tmp_path, host, taken_on):
    with closing(socket.socket()) as other:
        other.bind((taken_on, 0))
        other.listen()
        port = other.getsockname()[1]
        refused(start("run", folder=tmp_path, host=host, port=port, database=tmp_path / "park.db"), str(port), "--port")
    assert not list(tmp_path.iterdir())


def test_an_address_this_machine_does_not_have_is_said(tmp_path):
    refused(
        start("run", "--host", "192.0.2.77", folder=tmp_path, port=free_port(), database=tmp_path / "p.db"),
        "192.0.2.77",
    )


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    file = tmp_path / "file"
    file.write_text("in the way")
    refused(start("run", folder=tmp_path, port=free_port(), database=file / "below" / "park.db"), str(file))
    assert file.read_text() == "in the way"


def test_a_folder_that_cannot_be_written_is_said():
    # Even root cannot make a file below /proc.
    if not Path("/proc").is_dir():
        pytest.skip("this system has no folder that nobody can write to")
    refused(start("run", folder=ROOT, port=free_port(), database="/proc/park.db"), "/proc/park.db")


def test_a_file_that_is_no_database_is_said_and_left_as_it_is(tmp_path):
    file = tmp_path / "letter.db"
    file.write_text("Dear Marieke, " * 500)
    before = file.read_bytes()
    refused(start("run", folder=tmp_path, port=free_port(), database=file), str(file))
    assert file.read_bytes() == before


def test_another_programs_database_is_said_and_left_as_it_is(tmp_path):
    file = tmp_path / "other.db"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE recipes (id INTEGER PRIMARY KEY, name TEXT)")
        other.commit()
    before = file.read_bytes()
    refused(start("run", folder=tmp_path, port=free_port(), database=file), str(file))
    assert file.read_bytes() == before


def test_a_folder_in_the_place_of_the_database_is_said(tmp_path):
    (tmp_path / "park.db").mkdir()
    refused(start("run", folder=tmp_path, port=free_port(), database=tmp_path / "park.db"), "park.db")


def test_a_corrupted_database_is_said_and_left_as_it_is(tmp_path):
    file = tmp_path / "park.db"
    with running(file, samples=False) as server:
        assert server.health()
    content = bytearray(file.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    file.write_bytes(content)
    refused(start("run", folder=tmp_path, port=free_port(), database=file), str(file))
    assert file.read_bytes() == bytes(content)


@pytest.mark.parametrize(("setting", "value"), [("port", "99999"), ("language", "xx"), ("browser", "perhaps")])
def test_a_setting_that_cannot_be_is_said(tmp_path, setting, value):
    refused(start("run", folder=tmp_path, **{setting: value}), f"JOURNEYMAP_{setting.upper()}", value)
    assert not list(tmp_path.iterdir())


def test_refusals_speak_the_language_that_was_chosen(tmp_path):
    refused(start("run", folder=tmp_path, language="nl", port=0), "kan niet")


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl+C"])
def test_a_stop_is_a_success_and_leaves_a_whole_closed_database(tmp_path, stop):
    with running(tmp_path / "park.db", samples=False) as server:
        assert server.said("Ctrl+C")
        code = server.stop(stop)
    assert code == 0
    assert "Traceback" not in server.output
    # Closed: nothing is left beside the database that has not been written into it.
    assert not list(tmp_path.glob("park.db-*"))
    with closing(sqlite3.connect(server.database)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl+C"])
def test_a_stop_does_not_wait_for_a_page_that_is_open(tmp_path, stop):
    with running(tmp_path / "park.db", samples=False) as server, closing(_open_page(server.base)) as page:
        assert b"101" in page.recv(64)
        assert server.stop(stop) == 0


def _open_page(base: str) -> socket.socket:
    """A browser's connection to Streamlit, which stays open."""
    host, port = base.removeprefix("http://").split(":")
    page = socket.create_connection((host, int(port)), timeout=10)
    page.sendall(
        f"GET /_stcore/stream HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: {base}\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
    )
    return page


def test_a_stop_before_it_serves_is_a_success(tmp_path):
    process = subprocess.Popen(
        [*MODULE, "run"],
        cwd=tmp_path,
        env=environment(database=tmp_path / "park.db", port=free_port()),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert until(lambda: (tmp_path / "park.db").exists() or process.poll() is not None, 30)
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate(timeout=20)
    assert process.returncode == 0, said
    assert "Traceback" not in said


def test_the_start_says_where_to_look_and_where_the_maps_are(tmp_path):
    with running(tmp_path / "park.db", samples=False) as server:
        assert server.said("Ctrl+C")
        assert server.base in server.output
        assert str(server.database) in server.output
        assert "/owner?key=" not in server.output


def test_at_this_machine_one_is_asked_for_the_link_that_the_start_prints(tmp_path):
    with running(tmp_path / "park.db", samples=False, ask_owner="once") as server:
        assert server.said("Ctrl+C")
        (way_in,) = re.findall(r"http://\S+?(/owner\?key=\S+)", server.output)
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        assert browser.open(f"{server.base}/", timeout=10).url == f"{server.base}/owner"
        assert browser.open(server.base + way_in, timeout=10).url == f"{server.base}/"
        assert browser.open(f"{server.base}/api/maps", timeout=10).status == 200


def test_a_start_for_everybody_prints_an_owner_link_that_lets_its_holder_in_and_nobody_else(tmp_path):
    with running(tmp_path / "park.db", samples=False, host="0.0.0.0") as server:
        assert server.said("Ctrl+C")
        (way_in,) = re.findall(r"http://\S+?(/owner\?key=\S+)", server.output)
        assert re.search(r"http://\S+/join$", server.output, re.MULTILINE)
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        assert browser.open(f"{server.base}/", timeout=10).url.endswith("/join")
        assert browser.open(server.base + way_in, timeout=10).url == f"{server.base}/"
        assert browser.open(f"{server.base}/", timeout=10).url == f"{server.base}/"


def test_a_second_start_loads_nothing_twice(tmp_path):
    database = tmp_path / "park.db"
    listings = []
    for _ in range(2):
        with running(database) as server:
            assert server.health()
        listings.append(start("maps", folder=tmp_path, database=database)[1])
    assert len(listings[0].splitlines()) > 1
    assert listings[0] == listings[1]


def streamlit(port):
    """The command that serves the app without ours."""
    script = str(ROOT / "streamlit_app.py")
    return (
        sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port), "--server.headless", "true",
    )  # fmt: skip


def test_streamlit_run_serves_the_same_app(tmp_path):
    port = free_port()
    with running(tmp_path / "park.db", command=streamlit(port), folder=tmp_path, port=port, samples=False) as server:
        assert server.health()


@pytest.mark.parametrize("settings", [{"database": "letter.db"}, {"language": "xx"}], ids=["database", "setting"])
def test_streamlit_run_says_what_is_wrong_in_one_sentence(tmp_path, settings):
    (tmp_path / "letter.db").write_text("Dear Marieke, " * 500)
    answer = subprocess.run(
        streamlit(free_port()),
        cwd=tmp_path,
        env=environment(**{"database": "park.db", **settings}),
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    refused((answer.returncode, "", answer.stderr), *settings.values())


def test_a_variable_that_is_no_setting_is_pointed_out(tmp_path):
    with running(tmp_path / "park.db", samples=False, prot=8600) as server:
        assert "JOURNEYMAP_PROT" in server.output


def test_the_environment_for_tests_hides_the_persons_own_settings(monkeypatch):
    monkeypatch.setenv("JOURNEYMAP_PORT", "1")
    assert "JOURNEYMAP_PORT" in os.environ
    assert "JOURNEYMAP_PORT" not in environment()
