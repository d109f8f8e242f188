"""`make audit` fails on a vulnerability that can be mended, and says so where nobody could be asked."""

import runpy
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.server_process import ROOT

Report = dict[str, Any]


def package(name: str, *flaws: Report) -> Report:
    return {"name": name, "version": "1.0", "vulns": list(flaws)}


def flaw(name: str, *mended: str) -> Report:
    return {"id": name, "fix_versions": list(mended)}


@pytest.fixture
def audit() -> Any:
    """The script's functions; `answers` is what each service would report."""
    script = SimpleNamespace(**runpy.run_path(str(ROOT / ".ci" / "audit.py")))
    script.answers = {}
    script.main.__globals__["report"] = script.answers.get
    return script


UNKNOWN = {"dependencies": [{"name": "one", "skip_reason": "not found"}]}
SOUND = {"dependencies": [package("one"), package("two")]}
MENDED = {"dependencies": [package("one"), package("two", flaw("V-1", "1.1"))]}
OPEN = {"dependencies": [package("two", flaw("V-2"))]}


@pytest.mark.parametrize(
    ("answers", "code", "words"),
    [
        ({"pypi": SOUND}, 0, "None has a known vulnerability"),
        ({"pypi": MENDED}, 1, "two 1.0: V-1, mended in 1.1"),
        ({"pypi": OPEN}, 0, "two 1.0: V-2, not mended in any version yet"),
        ({"pypi": UNKNOWN, "osv": MENDED}, 1, "V-1"),
        ({"osv": SOUND}, 0, "2 of 2 packages"),
        ({}, 0, "not known"),
        ({"pypi": UNKNOWN}, 0, "not known"),
    ],
)
def test_what_can_be_mended_fails_and_what_could_not_be_asked_is_said(
    audit: Any, capsys: pytest.CaptureFixture[str], answers: Report, code: int, words: str
) -> None:
    audit.answers.update(answers)
    assert audit.main() == code
    assert words in capsys.readouterr().out


def test_what_was_accepted_is_passed_over(audit: Any) -> None:
    audit.answers["pypi"] = MENDED
    audit.ACCEPTED["V-1"] = "we never call it"
    assert audit.main() == 0


def test_a_service_that_nobody_answers_for_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    script = SimpleNamespace(**runpy.run_path(str(ROOT / ".ci" / "audit.py")))
    monkeypatch.setattr(script.subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=b"no such host"))
    assert script.report("pypi") is None
