"""The recipes of CONTRIBUTING.md, read from its blocks and followed in a copy of the tree."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.support.server_process import ROOT

COPIED: tuple[str, ...] = (
    "journeymap", "data", "pages", "tests", "docs", ".streamlit", "pyproject.toml", "streamlit_app.py",
    "CONTRIBUTING.md", "README.md", "CHANGELOG.md", "SECURITY.md", "Makefile",
)  # fmt: skip
_BLOCK = re.compile(r"^ *```(diff|sh)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Edit:
    """Lines that go into a file, below lines that stand there already in this order; none: the file is new."""

    path: str
    below: tuple[str, ...]
    lines: tuple[str, ...]

    def apply(self, tree: Path) -> None:
        """Do it. Errors: AssertionError where the lines before it are not there."""
        file = tree / self.path
        if not self.below:
            assert not file.exists(), f"{self.path} is there already"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("".join(f"{line}\n" for line in self.lines), encoding="utf-8")
            return
        there = file.read_text(encoding="utf-8").splitlines()
        at = -1
        for line in self.below:
            found = (n for n in range(at + 1, len(there)) if there[n].strip().startswith(line.strip()))
            at = next(found, -1)
            assert at >= 0, f"{self.path} has no line “{line.strip()}” any more"
        there[at + 1 : at + 1] = self.lines
        file.write_text("".join(f"{line}\n" for line in there), encoding="utf-8")


@dataclass(frozen=True)
class Recipe:
    """What a recipe says: edits and commands, in order."""

    name: str
    steps: tuple[Edit | str, ...]

    def follow(self, tree: Path) -> None:
        """Do every step in this tree."""
        for step in self.steps:
            if isinstance(step, Edit):
                step.apply(tree)
            else:
                command = re.sub(r"\bpython\b", sys.executable, step, count=1)
                subprocess.run(command, shell=True, check=True, cwd=tree, env=_environment(tree))


def recipe(name: str) -> Recipe:
    """The recipe with this heading."""
    said = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    _, _, rest = said.partition(f"\n### {name}\n")
    body = re.split(r"^##", rest, maxsplit=1, flags=re.MULTILINE)[0]
    assert body, f"CONTRIBUTING.md has no recipe “{name}”"
    return Recipe(name, tuple(_step(kind, _dedented(block)) for kind, block in _BLOCK.findall(body)))


def _dedented(block: str) -> list[str]:
    """The lines of a block without the indentation of the list it stands in."""
    return [line.removeprefix("   ") for line in block.splitlines()]


def _step(kind: str, lines: list[str]) -> Edit | str:
    if kind == "sh":
        return "\n".join(lines)
    head, *rest = lines
    below = tuple(line[1:] for line in rest if line.startswith(" "))
    added = tuple(line[1:] for line in rest if line.startswith("+"))
    assert head.startswith("+++ "), head
    assert len(below) + len(added) == len(rest), rest
    return Edit(head.removeprefix("+++ "), below, added)


def copy_tree(to: Path) -> Path:
    """A copy of all that the tests of a recipe need."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("*.db*", "*.key"))
        else:
            to.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)
    return to


def run(tree: Path, *command: str) -> tuple[int, str]:
    """A command of Python's in the copy: its code, and what it said."""
    asked = subprocess.run(
        [sys.executable, "-m", *command], cwd=tree, env=_environment(tree), capture_output=True, text=True, check=False
    )
    return asked.returncode, asked.stdout + asked.stderr


def _environment(tree: Path) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("JOURNEYMAP_", "PYTEST_", "COV_"))
    }
    return {**kept, "PYTHONPATH": str(tree)}
