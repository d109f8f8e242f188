"""`make` makes its own environment: once for each lock, and with a sentence where it cannot."""

import os
import runpy
import subprocess
import sys
from pathlib import PureWindowsPath
from types import SimpleNamespace

import pytest

from journeymap import __version__
from tests.support.server_process import ROOT

SCRIPT = ROOT / ".ci" / "prepare.py"


@pytest.fixture
def prepared(tmp_path, monkeypatch):
    """The script in a project of its own, whose installations are only counted."""
    prepare = SimpleNamespace(**runpy.run_path(str(SCRIPT)))
    inner = prepare.prepare.__globals__
    made: list[None] = []
    installations: list[str] = []
    monkeypatch.setitem(inner, "ROOT", tmp_path)
    monkeypatch.setitem(inner, "works", lambda command, quiet=True: bool(made))
    monkeypatch.setitem(inner, "make_environment", lambda folder, base, uv: made.append(folder.mkdir(exist_ok=True)))
    monkeypatch.setitem(inner, "install", lambda lock, inside, uv: installations.append(lock.name))
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
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


@pytest.fixture
def elsewhere(tmp_path):
    """An environment with the command, in a folder with a name that a shell would take apart."""
    folder = tmp_path / 'a person\'s "own" $HOME; été' / (".venv" * 20)
    (folder / "bin").mkdir(parents=True)
    python = folder / "bin" / "python"
    # It has the packages of the environment that runs the tests.
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    script = runpy.run_path(str(SCRIPT))
    script["write_command"](folder)
    return SimpleNamespace(command=folder / "bin" / "journeymap", folder=folder, script=script)


def told(*command, folder):
    """What this command prints where the checkout is not; it must succeed."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    answer = subprocess.run(command, check=False, capture_output=True, text=True, cwd=folder, env=variables)
    assert answer.returncode == 0, answer.stderr
    assert answer.stderr == ""
    return answer.stdout


def test_the_command_runs_this_checkout_from_anywhere(elsewhere, tmp_path):
    other = tmp_path / "another" / "journeymap"
    other.mkdir(parents=True)
    (other / "__init__.py").write_text("raise SystemExit('another checkout')")
    assert told(elsewhere.command, "--version", folder=other.parent).strip() == __version__
    link = tmp_path / "link"
    link.symlink_to(elsewhere.command)
    assert told(link, "--version", folder=other.parent).strip() == __version__


def test_the_command_of_a_checkout_that_was_moved_is_written_anew(elsewhere):
    elsewhere.command.write_text("#!/bin/sh\nexit 1\n")
    elsewhere.script["write_command"](elsewhere.folder)
    assert told(elsewhere.command, "--version", folder="/").strip() == __version__


def test_the_command_is_there_after_either_kind_and_for_whoever_made_the_environment_before(prepared):
    command = prepared.folder / ".venv" / "bin" / "journeymap"
    for kind in ("run", "dev", "run"):
        prepared.go(kind)
        assert command.is_file()
        command.unlink()


def test_on_windows_the_command_is_beside_its_python_too(tmp_path):
    files = runpy.run_path(str(SCRIPT))["command"](PureWindowsPath(r"C:\maps\.venv\Scripts\python.exe"), ROOT, True)
    assert set(files) == {"journeymap.cmd", "journeymap-script.py"}
    assert files["journeymap.cmd"] == '@"%~dp0python.exe" "%~dp0journeymap-script.py" %*\r\n'
    script = tmp_path / "journeymap-script.py"
    script.write_text(files["journeymap-script.py"], encoding="utf-8")
    # Windows has no sh: there the file is read by Python alone.
    assert told(sys.executable, script, "--version", folder="/").strip() == __version__


def test_a_python_without_ensurepip_is_said_with_what_to_install(tmp_path):
    lacking = tmp_path / "python3"
    lacking.write_text(f'#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\nexec {sys.executable} "$@"\n')
    lacking.chmod(0o755)
    script = runpy.run_path(str(SCRIPT))
    with pytest.raises(script["NotReady"], match=r"sudo apt install python3\.\d+-venv"):
        script["make_environment"](tmp_path / ".venv", str(lacking), None)
    assert not (tmp_path / ".venv").exists()
