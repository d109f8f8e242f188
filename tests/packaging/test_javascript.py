"""JavaScript stands under the guard that Python stands under, all of it, and what guards it is pinned."""

import json
import re
import runpy
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.support.node import NODE
from tests.support.server_process import ROOT

CI = ROOT / ".ci"
TOOLS = CI / "node_modules"
TREE = ROOT / "journeymap" / "frontend"
in_reach = pytest.mark.skipif(not TOOLS.exists(), reason="`make check` installs tsc and ESLint.")


def test_the_lock_holds_no_address_and_each_package_with_its_hash() -> None:
    text = (CI / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in text
    packages = {name: found for name, found in json.loads(text)["packages"].items() if name}
    assert len(packages) > 50
    assert [name for name, found in packages.items() if "integrity" not in found] == []


def test_what_is_asked_for_is_pinned_to_one_version() -> None:
    asked = json.loads((CI / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert {"typescript", "eslint"} <= set(asked)
    assert [name for name, version in asked.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []


def test_all_scripts_lie_in_the_one_tree() -> None:
    elsewhere = [path for path in (ROOT / "journeymap").rglob("*.js") if TREE not in path.parents]
    assert elsewhere == []


def test_nothing_in_the_tree_is_kept_from_the_guard() -> None:
    kept = re.compile(r"@ts-(?:ignore|nocheck|expect-error)|eslint-disable")
    scripts = [*TREE.rglob("*.js"), *(ROOT / "tests").rglob("*.js")]
    assert [path.name for path in scripts if kept.search(path.read_text(encoding="utf-8"))] == []


@pytest.fixture
def prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The script that installs what guards the JavaScript, in a folder of its own; installations are only counted."""
    script = runpy.run_path(str(CI / "prepare_node.py"))
    inner = script["prepare"].__globals__
    done: list[str] = []

    def npm(*words: str) -> None:
        (tmp_path / "node_modules").mkdir(exist_ok=True)
        done.append(words[0])

    changes = {"HERE": tmp_path, "LOCK": tmp_path / "lock", "MARK": tmp_path / "node_modules" / "installed", "npm": npm}
    for name, value in changes.items():
        monkeypatch.setitem(inner, name, value)
    (tmp_path / "lock").write_text("as it is today")
    return SimpleNamespace(go=script["prepare"], done=done, lock=tmp_path / "lock")


def test_the_guard_is_installed_once_for_each_lock(prepared: SimpleNamespace) -> None:
    prepared.go()
    prepared.go()
    assert prepared.done == ["ci"]
    prepared.lock.write_text("something newer")
    prepared.go()
    assert prepared.done == ["ci", "ci"]


WRONG = {
    "innerHTML": "document.body.innerHTML = name;",
    "outerHTML": "document.body.outerHTML = name;",
    "insertAdjacentHTML": "document.body.insertAdjacentHTML('beforeend', name);",
    "eval": "eval(name);",
    "Function": "new Function(name)();",
    "unused": "const nobody = 1;",
    "complexity": "if (name) " + " else if (name) ".join("console.log(name);" for _ in range(12)),
}


@in_reach
@pytest.mark.parametrize("name", WRONG)
def test_eslint_finds_what_must_not_be(name: str) -> None:
    code = f"export function act(name) {{ {WRONG[name]} }}\n"
    command = (NODE, TOOLS / "eslint" / "bin" / "eslint.js", "--config", CI / "eslint.config.js", "--stdin")
    words = [*map(str, command), "--stdin-filename", "journeymap/frontend/board/act.js"]
    done = subprocess.run(words, input=code, cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1, done.stdout + done.stderr


@in_reach
def test_tsc_reads_every_script() -> None:
    command = (NODE, TOOLS / "typescript" / "lib" / "tsc.js", "-p", CI / "tsconfig.json", "--listFilesOnly")
    done = subprocess.run([*map(str, command)], cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8")
    read = {Path(line).resolve() for line in done.stdout.splitlines()}
    assert set(TREE.rglob("*.js")) <= read
