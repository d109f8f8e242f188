"""`make` makes its own environment: once for each lock, and with a sentence where it cannot."""

import runpy
import subprocess
import sys
from types import SimpleNamespace

import pytest

from tests.support.server import ROOT

SCRIPT = ROOT / ".ci" / "prepare.py"


@pytest.fixture
def prepared(tmp_path, monkeypatch):
    """The script in a project of its own, whose installations are only counted."""
    prepare = SimpleNamespace(**runpy.run_path(str(SCRIPT)))
    inner = prepare.prepare.__globals__
    made, installations = [], []
    monkeypatch.setitem(inner, "ROOT", tmp_path)
    monkeypatch.setitem(inner, "works", lambda command, quiet=True: bool(made))
    monkeypatch.setitem(inner, "make_environment", lambda folder, base, uv: made.append(folder.mkdir(exist_ok=True)))
    monkeypatch.setitem(inner, "install", lambda lock, inside, uv: installations.append(lock.name))
    for name in ("requirements.lock", "requirements-dev.lock"):
        (tmp_path / name).write_text(f"{name} as it is today")

    def go(kind):
        prepare.prepare(kind, tmp_path / ".venv")
        return installations

    return SimpleNamespace(go=go, folder=tmp_path, inner=inner)


def test_an_environment_is_made_once(prepared, capsys):
    assert prepared.go("run") == ["requirements.lock"]
    assert "minute" in capsys.readouterr().out
    assert prepared.go("run") == ["requirements.lock"]
    assert capsys.readouterr().out == ""


def test_a_changed_lock_is_installed(prepared):
    prepared.go("run")
    (prepared.folder / "requirements.lock").write_text("something newer")
    assert prepared.go("run") == ["requirements.lock"] * 2


def test_an_environment_to_develop_in_also_runs_the_app(prepared):
    prepared.go("dev")
    assert prepared.go("run") == ["requirements-dev.lock"]


def test_an_environment_to_run_in_is_completed_to_develop_in(prepared):
    prepared.go("run")
    assert prepared.go("dev") == ["requirements.lock", "requirements-dev.lock"]


def test_an_installation_that_was_broken_off_is_done_again(prepared, monkeypatch):
    prepared.go("run")
    (prepared.folder / "requirements.lock").write_text("something newer")
    with monkeypatch.context() as broken:
        broken.setitem(prepared.inner, "install", lambda lock, inside, uv: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            prepared.go("run")
    assert prepared.go("run") == ["requirements.lock"] * 2


def test_a_python_that_is_too_old_is_said_in_one_sentence():
    script = runpy.run_path(str(SCRIPT))
    with pytest.raises(script["NotReady"], match=r"needs Python 3\.11 or newer, and this is 3\.9"):
        script["python"](version=(3, 9, 2), which=lambda name: None)


def test_a_newer_python_on_the_path_is_used_instead_of_an_old_one():
    script = runpy.run_path(str(SCRIPT))
    script["python"].__globals__["works"] = lambda command: command[0] == "python3.12"
    assert script["python"](version=(3, 9, 2), which=lambda name: name) == "python3.12"


def test_what_cannot_be_made_is_said_without_a_traceback(tmp_path):
    (tmp_path / "file").write_text("in the way")
    answer = subprocess.run(
        [sys.executable, SCRIPT, "run", tmp_path / "file" / "environment"], check=False, capture_output=True, text=True
    )
    assert answer.returncode == 1
    assert "could not be made" in answer.stderr
    assert "Traceback" not in answer.stderr
