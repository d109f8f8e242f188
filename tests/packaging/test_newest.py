"""`make test-newest` runs on the newest Python that starts, and says so where there is none."""

import os
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.server_process import ROOT

SCRIPT = ROOT / ".ci" / "newest.py"


@pytest.fixture
def newest(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The script's functions; whatever a file called a Python holds is what it says about itself."""
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    script = SimpleNamespace(**runpy.run_path(str(SCRIPT)))
    script.inner = script.newest.__globals__
    return script


def called_python(folder: Path, minor: int, says: str | None) -> str:
    """A command of this version's name; it fails where it says nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    command = folder / f"python3.{minor}"
    command.write_text("#!/bin/sh\n" + ("exit 127" if says is None else f"echo '{says}'") + "\n", encoding="ascii")
    command.chmod(0o755)
    return str(command)


@pytest.mark.parametrize(
    ("there", "chosen"),
    [
        ({14: "3 14 final cpython", 13: "3 13 final cpython"}, 14),
        ({14: None, 13: "3 13 final cpython", 12: "3 12 final cpython"}, 13),
        ({14: "3 14 candidate cpython", 12: "3 12 final cpython"}, 12),
        ({14: "3 11 final cpython"}, None),
        ({13: "3 13 final pypy"}, None),
        ({11: "3 11 final cpython"}, None),
        ({}, None),
    ],
    ids=[
        "the newest",
        "a shim that leads nowhere",
        "not released",
        "another version",
        "another kind",
        "as old",
        "none",
    ],
)
def test_the_newest_released_python_that_starts_is_taken(
    newest: Any, tmp_path: Path, there: dict[int, str | None], chosen: int | None
) -> None:
    paths = {minor: called_python(tmp_path, minor, says) for minor, says in there.items()}

    def where(minor: int) -> Iterator[str]:
        yield from (paths[minor],) if minor in paths else ()

    expected = None if chosen is None else (paths[chosen], (3, chosen))
    assert newest.newest((3, 11), where) == expected


def test_one_that_does_not_start_hides_none_of_its_version_further_on(
    newest: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called_python(tmp_path / "shims", 13, None)
    own = called_python(tmp_path / "versions" / "3.13.10" / "bin", 13, "3 13 final cpython")
    called_python(tmp_path / "versions" / "3.13.9" / "bin", 13, "3 13 final cpython")
    pyenv = tmp_path / "shims" / "pyenv"
    pyenv.write_text(f"#!/bin/sh\necho {tmp_path}\n", encoding="ascii")
    pyenv.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "shims"))
    assert newest.newest((3, 12)) == (own, (3, 13))


def test_where_none_is_newer_that_is_said_and_all_is_well(tmp_path: Path) -> None:
    script = tmp_path / ".ci"
    script.mkdir()
    for name in ("newest.py", "prepare.py"):
        shutil.copy(SCRIPT.with_name(name), script)
    variables = {**os.environ, "PATH": str(tmp_path)}
    answer = subprocess.run(
        [sys.executable, script / "newest.py"], env=variables, capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith("There is no Python here that is newer than 3.")
    assert not (tmp_path / ".venv-newest").exists()


def test_an_environment_of_an_older_python_is_made_anew(
    newest: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[str, Path, str]] = []
    folder = tmp_path / "newest"
    called_python(folder / "bin", 12, "3 12 final cpython")
    (folder / "bin" / "python3.12").rename(folder / "bin" / "python")
    monkeypatch.setitem(newest.inner, "FOLDER", folder)
    monkeypatch.setattr(newest.prepare, "install_locked", lambda *asked: made.append(asked))
    newest.ready("python3.12", (3, 12))
    assert (folder / "bin" / "python").exists()
    newest.ready("python3.13", (3, 13))
    assert not folder.exists()
    assert made == [("dev", folder, "python3.12"), ("dev", folder, "python3.13")]
