"""What docs/deploy has to copy: each file is run here, with other ports, folders and a certificate of our own."""

import configparser
import os
import re
import shlex
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import yaml
from websockets.sync.client import connect
from websockets.typing import Origin

from journeymap.service.shared_service import open_service
from journeymap.settings import PREFIX, Settings
from tests.support.proxy_servers import UNKNOWN, program, secure_proxy
from tests.support.server_process import MODULE, ROOT, environment, free_port, launch, running, until

DEPLOY = ROOT / "docs" / "deploy"
WAIT = 60.0
in_ci = pytest.mark.skipif(not os.environ.get("CI"), reason="It makes a whole environment, which CI does.")

# The proxies

IMPATIENT = {"nginx": {"10s;": "1s;"}, "caddy": {"read_header 10s": "read_header 1s"}}
"""What a test cannot wait for is asked for sooner."""


@dataclass
class Public:
    """An app behind a proxy with TLS, and the code of a workshop in it."""

    name: str
    base: str
    plain: str
    code: str

    def client(self) -> httpx.Client:
        """A browser that takes our certificate for good."""
        return httpx.Client(base_url=self.base, verify=UNKNOWN, timeout=WAIT)


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def public(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Public]:
    name = request.param
    if not program(name) and not os.environ.get("CI"):
        pytest.skip(f"{name} is not installed")
    folder = tmp_path_factory.mktemp("deploy")
    database = folder / "journeymap.db"
    with closing(open_service(Settings(database=database))) as service:
        workshop, _ = service.people.create_workshop(service.people.owner(), "A day in the park")
    plain, secure = free_port(), free_port()
    with ExitStack() as stack:
        public_url = f"https://127.0.0.1:{secure}"
        server = stack.enter_context(running(database, samples=False, public_url=public_url))
        behind = urlsplit(server.base).port or 0
        base = stack.enter_context(secure_proxy(name, folder, (plain, secure), behind, **IMPATIENT[name]))
        yield Public(name, base, f"http://127.0.0.1:{plain}", workshop.join_code)


def test_https_stays_https(public: Public) -> None:
    with public.client() as client:
        assert client.get("/api/health").headers["strict-transport-security"] == "max-age=31536000"
    if public.name == "nginx":  # Caddy does this by itself, at the ports that everybody knows
        answer = httpx.get(f"{public.plain}/map?map=1", timeout=WAIT)
        assert (answer.status_code, answer.headers["location"]) == (301, "https://127.0.0.1/map?map=1")


def test_somebody_joins_and_works_with_a_cookie_that_no_neighbour_can_plant(public: Public) -> None:
    form = {"code": public.code, "name": f"Noor of {public.name}", "role": "participant", "lang": "en"}
    with public.client() as client:
        joined = client.post("/join", data=form, headers={"Origin": public.base})
        assert (joined.status_code, joined.headers["location"]) == (303, "room")
        kept = joined.headers["set-cookie"]
        assert kept.startswith("__Host-journeymap_seat=")
        assert {"Path=/", "Secure", "HttpOnly"} <= set(kept.split("; "))
        assert client.get("/room").status_code == 200
        cookie = kept.partition(";")[0]
    address = public.base.replace("https:", "wss:") + "/_stcore/stream"
    own, seat = Origin(public.base), {"Cookie": cookie}
    with connect(address, ssl=UNKNOWN, origin=own, additional_headers=seat, proxy=None):
        pass


def test_more_than_anybody_needs_is_refused_by_the_proxy(public: Public) -> None:
    with public.client() as client:
        assert client.post("/api/join", content=bytes(27_000_000)).status_code == 413


def test_who_sends_nothing_is_let_go(public: Public) -> None:
    address = urlsplit(public.base)
    half = socket.create_connection((str(address.hostname), address.port or 0), timeout=WAIT)
    with half, UNKNOWN.wrap_socket(half) as line:
        line.sendall(b"GET /join HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        try:
            end = line.recv(4096)
        except (ssl.SSLError, ConnectionResetError):
            end = b""
        assert end == b"" or end.startswith(b"HTTP/1.1 408")


# systemd


def unit(name: str) -> configparser.ConfigParser:
    """A unit; of lines with one name, what all of them say."""
    found = configparser.ConfigParser(strict=False, interpolation=None, delimiters="=")
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read(DEPLOY / name, encoding="utf-8")
    return found


def variables(text: str) -> dict[str, str]:
    """The variables that a unit sets."""
    return dict(line.split("=", 1) for line in re.findall(r"^Environment=(.*)$", text, re.MULTILINE))


UNITS = ("journeymap.service", "journeymap-backup.service")


@pytest.mark.parametrize("name", UNITS)
def test_every_setting_of_a_unit_is_one(name: str) -> None:
    given = variables((DEPLOY / name).read_text(encoding="utf-8"))
    assert given
    assert Settings.unknown(given) == []
    values: dict[str, Any] = {key.removeprefix(PREFIX).lower(): value for key, value in given.items()}
    values.pop("xdg_cache_home", None)
    Settings.load(**values)


def test_the_units_do_what_they_say(tmp_path: Path) -> None:
    """The commands as they stand there, with this checkout for /opt and a folder of ours for /var."""
    (tmp_path / "backups").mkdir()
    places = {
        "/opt/journeymap/.venv/bin/journeymap": shlex.join(MODULE),
        "/var/lib/journeymap": str(tmp_path),
        "/var/backups/journeymap": str(tmp_path / "backups"),
        "/var/cache/journeymap": str(tmp_path / "cache"),
    }

    def here(text: str) -> str:
        for there, ours in places.items():
            text = text.replace(there, ours)
        return text

    serve, keep = (here((DEPLOY / name).read_text(encoding="utf-8")) for name in UNITS)
    started = {**environment(), **variables(serve), f"{PREFIX}PORT": str(port := free_port())}
    command = shlex.split(re.findall(r"^ExecStart=(.*)$", serve, re.MULTILINE)[0])
    server = launch(command, started, ROOT, f"http://127.0.0.1:{port}", tmp_path / "journeymap.db")
    try:
        assert until(server.health, WAIT), server.output
        old = tmp_path / "backups" / "journeymap-2020-01-01-000000.zip"
        old.touch()
        os.utime(old, (0, 0))
        for line in re.findall(r"^ExecStart(?:Post)?=(.*)$", keep, re.MULTILINE):
            subprocess.run(shlex.split(line), env={**environment(), **variables(keep)}, check=True, capture_output=True)
        (made,) = (tmp_path / "backups").iterdir()
        assert made != old
    finally:
        assert server.stop() == 0


def test_a_unit_may_write_where_it_has_to_and_nowhere_else() -> None:
    serve, keep = (unit(name)["Service"] for name in UNITS)
    assert serve["ProtectSystem"] == keep["ProtectSystem"] == "strict"
    assert serve["StateDirectory"] == serve["CacheDirectory"] == "journeymap"
    assert set(keep["ReadWritePaths"].split()) == {"/var/lib/journeymap", "/var/backups/journeymap"}
    assert serve["CapabilityBoundingSet"] == keep["CapabilityBoundingSet"] == ""
    assert "@resources" not in (DEPLOY / UNITS[0]).read_text(encoding="utf-8"), "the start raises its own limit"


# The container


def steps() -> list[tuple[str, str]]:
    """The instructions of the Containerfile."""
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1]) for line in lines if line and not line.startswith("#")]


def said(name: str) -> list[str]:
    return [value for step, value in steps() if step == name]


def test_the_image_and_compose_agree_with_the_settings() -> None:
    image = dict(value.split("=", 1) for value in said("ENV"))
    composed = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]["journeymap"]
    assert Settings.unknown({**image, **composed["environment"]}) == []
    (folder,), (port,) = said("VOLUME"), said("EXPOSE")
    assert composed["volumes"] == [f"maps:{folder}"]
    assert composed["ports"] == [f"127.0.0.1:{port}:{port}"], "the world comes by the proxy"
    assert Path(image[f"{PREFIX}DATABASE"]).parent == Path(folder) == Path(image["HOME"])
    assert said("USER") == ["10001:10001"]
    assert composed["read_only"] is True
    assert composed["cap_drop"] == ["ALL"]


def _here(command: str, state: Path) -> str:
    """A step with this machine's Python and folder; only root can give a folder away."""
    command = command.replace("/var/lib/journeymap", str(state))
    if os.geteuid():
        command = command.replace(" -o 10001 -g 10001", "")
    return re.sub(r"^python3\b", getattr(sys, "_base_executable", sys.executable), command)


@in_ci
def test_every_step_of_the_image_works_in_an_empty_folder(tmp_path: Path) -> None:
    """No container engine is needed: what is committed is copied, and each step is taken in that folder."""
    app, state = tmp_path / "app", tmp_path / "state"
    app.mkdir()
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    packed = subprocess.run(
        ["tar", "-c", "--null", "-T", "-"], cwd=ROOT, input=files, check=True, capture_output=True
    ).stdout
    subprocess.run(["tar", "-x"], cwd=app, input=packed, check=True)
    inside = {name: value for name, value in environment().items() if not name.startswith(("PYTHON", "VIRTUAL"))}
    inside |= dict(value.replace("/var/lib/journeymap", str(state)).split("=", 1) for value in said("ENV"))
    for command in said("RUN"):
        done = subprocess.run(
            ["sh", "-c", _here(command, state)], cwd=app, env=inside, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, command + done.stdout + done.stderr
    (start,) = (yaml.safe_load(value) for value in said("CMD"))
    inside[f"{PREFIX}PORT"] = str(port := free_port())
    server = launch([str(app / start[0]), *start[1:]], inside, app, f"http://127.0.0.1:{port}", state / "journeymap.db")
    try:
        assert until(server.health, WAIT), server.output
        (check,) = said("HEALTHCHECK")
        asked = yaml.safe_load(check.partition("CMD ")[2].replace(":8501", f":{port}"))
        assert subprocess.run(asked, cwd=app, check=False).returncode == 0
        assert (state / "journeymap.key").stat().st_mode & 0o777 == 0o600
    finally:
        assert server.stop() == 0
    assert subprocess.run(asked, cwd=app, check=False, capture_output=True).returncode != 0
