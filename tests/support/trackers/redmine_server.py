"""A real Redmine from Debian's packages, on a free port and with a database of its own in a temporary folder."""

import os
import secrets
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from pydantic import SecretStr

from journeymap.exchange.connected.tracker import Target
from tests.support.server_process import free_port, until

PROGRAM = Path("/usr/share/redmine")
MADE = Path("/var/lib/dbconfig-common/sqlite3/redmine/instances/default/redmine_default")
"""The database that the package makes: copying it takes no time, making another one half a minute."""
SEED = Path(__file__).with_name("redmine_seed.rb")
OURS = ("Epic", "User story")
START_SECONDS = 120.0

_DATABASE = """
production:
  adapter: sqlite3
  database: {folder}/redmine.db
  encoding: utf8
  timeout: 10000
"""


def is_installed() -> bool:
    """Whether Debian's Redmine and its server are here."""
    return PROGRAM.is_dir() and shutil.which("puma") is not None


@dataclass
class RedmineServer:
    """One that runs; `key` opens all of it."""

    base: str
    key: str
    folder: Path

    def target(self, form: str = "textile", *, project: str = "", key: str = "", url: str = "") -> Target:
        """A new project, so that no test sees what another one made, or the one that is named."""
        return Target("redmine", url or self.base, project or self.project(), SecretStr(key or self.key), form=form)

    def project(self) -> str:
        """A new project."""
        name = f"park-{secrets.token_hex(6)}"
        trackers = [one["id"] for one in self.ask("GET", "/trackers.json")["trackers"] if one["name"] in OURS]
        self.ask("POST", "/projects.json", project={
            "name": name, "identifier": name, "tracker_ids": trackers, "enabled_module_names": ["issue_tracking"],
        })  # fmt: skip
        return name

    def ask(self, method: str, path: str, **data: Any) -> Any:
        """What it says to somebody with the key, as people who work there ask it."""
        answer = httpx.request(
            method, f"{self.base}{path}", json=data or None, headers={"X-Redmine-API-Key": self.key}, timeout=60
        )
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def issues(self, project: str) -> list[dict[str, Any]]:
        """All issues of a project, closed ones too."""
        found: list[dict[str, Any]] = []
        while True:
            page = self.ask(
                "GET", f"/issues.json?project_id={project}&status_id=*&limit=100&offset={len(found)}&sort=id"
            )
            found += page["issues"]
            if len(found) >= page["total_count"]:
                return found

    def writes_texts(self, how: str) -> None:
        """From now on it reads texts as this: textile, markdown or common_mark."""
        with closing(sqlite3.connect(self.folder / "redmine.db", timeout=20)) as db, db:
            db.execute(
                "UPDATE settings SET value = ?, updated_on = datetime('now', '+' || (SELECT count(*) FROM issues)"
                " || ' seconds', 'localtime') WHERE name = 'text_formatting'",
                (how,),
            )

    def page(self, number: int) -> str:
        """The page of an issue, as anybody sees it."""
        answer = httpx.get(f"{self.base}/issues/{number}", timeout=60)
        answer.raise_for_status()
        return answer.text


@contextmanager
def redmine(folder: Path) -> Iterator[RedmineServer]:
    """A Redmine that ends with the block."""
    key, port = secrets.token_hex(20), free_port()
    variables = _prepared(folder)
    seed = {**variables, "SEED_KEY": key}
    if not (folder / "redmine.db").exists():
        _rails(["db:migrate"], variables)
    _rails(["runner", str(SEED)], seed)
    command = ["puma", "-e", "production", "-b", f"tcp://127.0.0.1:{port}", "-t", "1:4", "config.ru"]
    said = folder / "said"
    with said.open("wb") as out:
        process = subprocess.Popen(command, cwd=PROGRAM, env=variables, stdout=out, stderr=out)
    base = f"http://127.0.0.1:{port}"
    try:
        ready = until(lambda: process.poll() is not None or _answers(base), START_SECONDS)
        if not ready or process.poll() is not None:
            raise AssertionError(said.read_text(encoding="utf-8", errors="replace"))
        yield RedmineServer(base, key, folder)
    finally:
        process.terminate()
        process.wait(30)


def _prepared(folder: Path) -> Mapping[str, str]:
    """An instance of Debian's Redmine in this folder; the variables that lead there."""
    for name in ("config", "tmp", "log", "files"):
        (folder / name).mkdir(parents=True)
    (folder / "config" / "database.yml").write_text(_DATABASE.format(folder=folder), encoding="utf-8")
    (folder / "config" / "secret_key.txt").write_text(secrets.token_hex(32), encoding="utf-8")
    if os.access(MADE, os.R_OK):
        shutil.copyfile(MADE, folder / "redmine.db")
    root = "/".join([".."] * 16)
    return {
        "PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "RAILS_ENV": "production",
        "REDMINE_INSTANCE": f"{root}{folder.resolve()}",
    }  # fmt: skip


def _rails(words: list[str], variables: Mapping[str, str]) -> None:
    done = subprocess.run(["bin/rails", *words], cwd=PROGRAM, env=variables, capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")


def _answers(base: str) -> bool:
    try:
        return httpx.get(f"{base}/projects.json", timeout=20).status_code == 200
    except httpx.HTTPError:
        return False


__all__ = ["RedmineServer", "is_installed", "redmine"]
