"""Backup and restore as whoever keeps a server does them: real processes, a room at work, files taken away."""

import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from journeymap.domain.model.rows import MapKind
from journeymap.service.shared_service import open_service
from journeymap.settings import Settings
from tests.support.server_process import MODULE, Server, environment, until
from tests.support.warm_server import warm

WAIT = 30.0


class Kept(NamedTuple):
    """A database with a workshop, its map, and the token of its facilitator."""

    database: Path
    map_id: str
    token: str


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """A database in a folder of its own, at rest."""
    database = tmp_path / "house" / "journeymap.db"
    with closing(open_service(Settings(database=database))) as service:
        workshop, lead = service.people.create_workshop(service.people.owner(), "A day in the park")
        map_id = service.maps.create(lead, "Visiting", MapKind.AS_IS, workshop_id=workshop.id)
        return Kept(database, map_id, service.people.seat(lead))


@contextmanager
def serving(kept: Kept) -> Iterator[Server]:
    with warm(kept.database, samples="false") as server:
        yield server


def command(*words: object, kept: Kept) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*MODULE, *map(str, words)],
        env=environment(database=kept.database),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def add(server: Server, kept: Kept, title: str) -> httpx.Response:
    body = {"op": title, "do": "add", "table": "episodes", "id": title, "values": {"title": title}}
    headers = {"Authorization": f"Bearer {kept.token}"}
    return httpx.post(f"{server.base}/api/maps/{kept.map_id}/changes", json=body, headers=headers, timeout=WAIT)


def titles(server: Server, kept: Kept) -> list[str]:
    headers = {"Authorization": f"Bearer {kept.token}"}
    said = httpx.get(f"{server.base}/api/maps/{kept.map_id}", headers=headers, timeout=WAIT)
    said.raise_for_status()
    return [one["title"] for one in said.json()["map"]["episodes"]]


def test_a_backup_made_at_work_gives_everybody_their_seat_back_on_a_new_machine(kept: Kept, tmp_path: Path) -> None:
    """All that is left is the archive: no file of the old machine is used."""
    archive = tmp_path / "friday.zip"
    with serving(kept) as server:
        assert add(server, kept, "before").status_code == 200
        made = command("backup", archive, kept=kept)
        assert made.returncode == 0, made.stderr
        assert add(server, kept, "after").status_code == 200
    new = Kept(tmp_path / "new" / "journeymap.db", kept.map_id, kept.token)
    done = command("restore", archive, "--yes", kept=new)
    assert (done.returncode, done.stderr) == (0, "")
    with serving(new) as server:
        assert titles(server, new) == ["before"]
        assert add(server, new, "later").status_code == 200


def test_nothing_is_restored_over_a_database_in_use(kept: Kept, tmp_path: Path) -> None:
    archive = tmp_path / "friday.zip"
    with serving(kept) as server:
        assert command("backup", archive, kept=kept).returncode == 0
        assert add(server, kept, "kept").status_code == 200
        refused = command("restore", archive, "--yes", kept=kept)
        assert refused.returncode == 1
        assert "in use" in refused.stderr
        assert add(server, kept, "still").status_code == 200
        assert titles(server, kept) == ["kept", "still"]
        assert list(kept.database.parent.glob("*before*")) == []
    assert command("restore", archive, "--yes", kept=kept).returncode == 0
    with serving(kept) as server:
        assert titles(server, kept) == []


def test_a_database_that_was_scribbled_over_is_replaced_and_kept(kept: Kept, tmp_path: Path) -> None:
    archive = tmp_path / "friday.zip"
    assert command("backup", archive, kept=kept).returncode == 0
    kept.database.write_bytes(b"\xff" * 50_000)
    done = command("restore", archive, "--yes", kept=kept)
    assert done.returncode == 0, done.stderr
    (old,) = kept.database.parent.glob("journeymap-before-*.db")
    assert old.read_bytes() == b"\xff" * 50_000
    with serving(kept) as server:
        assert titles(server, kept) == []


def test_a_server_whose_file_is_taken_away_says_so_and_saves_nothing_into_nowhere(kept: Kept, tmp_path: Path) -> None:
    with serving(kept) as server:
        assert add(server, kept, "kept").status_code == 200
        kept.database.rename(tmp_path / "elsewhere.db")
        refused = add(server, kept, "lost")
        assert refused.status_code == 503
        assert "deleted or moved" in refused.json()["detail"]
        health = httpx.get(f"{server.base}/api/health", timeout=WAIT)
        assert (health.status_code, health.json()["ok"]) == (503, False)
        assert "deleted or moved" in health.json()["problem"]
        assert titles(server, kept) == ["kept"], "what is there can still be taken away"
        (tmp_path / "elsewhere.db").rename(kept.database)
        assert until(lambda: (server.health() or {}).get("ok"), WAIT)
        assert add(server, kept, "back").status_code == 200
