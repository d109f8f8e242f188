"""Only a few failures among tests that wait for other processes are tried again, and they must pass then."""

import importlib.util
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / ".ci" / "again.py"
LATE = "tests/browser/test_board.py::test_a_card"


@pytest.fixture
def again(tmp_path, monkeypatch):
    """The script, about a last run of our own."""
    spec = importlib.util.spec_from_file_location("again", SCRIPT)
    assert spec
    assert spec.loader
    script: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    monkeypatch.setattr(script.failed, "__defaults__", (tmp_path / "lastfailed",))
    script.asked = []

    def last(*tests: str, code: int = 0) -> None:
        (tmp_path / "lastfailed").write_text(json.dumps(dict.fromkeys(tests, True)), encoding="utf-8")

        def run(command: list[str], **_how: object) -> subprocess.CompletedProcess[bytes]:
            script.asked.append(command[4:])
            return subprocess.CompletedProcess(command, code)

        monkeypatch.setattr(script.subprocess, "run", run)

    script.last = last
    return script


def test_what_passes_alone_is_named(again, capsys):
    again.last(LATE, "tests/faults/test_kill.py::test_kept[3]")
    assert again.main() == 0
    assert again.asked == [[LATE, "tests/faults/test_kill.py::test_kept[3]"]]
    assert capsys.readouterr().out.count("Unsteady") == 2


def test_what_fails_again_has_failed(again, capsys):
    again.last(LATE, code=1)
    assert again.main() == 1
    assert "Unsteady" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "tests",
    [
        [],
        [LATE, "tests/domain/model/test_rows.py::test_a_row"],
        ["tests/browser/test_board.py"],
        [f"{LATE}[{n}]" for n in range(6)],
    ],
    ids=["no last run", "a test that waits for nobody", "a file that cannot be read", "too many"],
)
def test_nothing_else_is_tried_again(again, tests):
    again.last(*tests)
    assert again.main() == 1
    assert again.asked == []


def test_without_a_run_nothing_passes(again):
    assert again.main() == 1
