"""One word an idea: docs/glossary.md and the names of the code are held to each other."""

import ast
import importlib
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from journeymap.domain.model.rows import ROW_TYPES

ROOT = Path(__file__).resolve().parents[1]
GLOSSARY = ROOT / "docs" / "glossary.md"

SAME_EVERYWHERE = {
    "azure", "backups", "ballot_scope", "clock", "cookies", "current_step", "decisions", "dispositions",
    "downloads", "github", "harvest", "jira", "language", "leftovers", "linear", "maps", "overlay", "palette",
    "panel", "picture", "portraits", "poster", "redmine", "room", "screen", "style", "table", "takeaway",
    "validation", "views", "votes", "workshops",
}  # fmt: skip
"""Names that several modules have, in rooms of their own, for one and the same idea."""


def rows_of_the_glossary() -> list[list[str]]:
    """The cells of each row: word, meaning, where it is in the code."""
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [row for row in cells if row[0] != "word" and not set(row[0]) <= {"-"}]


def places() -> list[str]:
    """What the glossary says is in the code."""
    return [name for *_, where in rows_of_the_glossary() for name in re.findall(r"`([a-z_]+\.[\w.]+)`", where)]


@cache
def modules() -> dict[str, ast.Module]:
    """The modules of the package, by dotted name."""
    found = {}
    for path in sorted((ROOT / "journeymap").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def resolved(name: str) -> object:
    """The module or the thing in it that goes by this name."""
    try:
        return importlib.import_module(f"journeymap.{name}")
    except ModuleNotFoundError:
        home, _, leaf = name.rpartition(".")
        return getattr(importlib.import_module(f"journeymap.{home}"), leaf)


@pytest.mark.parametrize("name", places())
def test_what_the_glossary_names_is_there(name: str) -> None:
    assert resolved(name) is not None


ROOMS = "domain|exchange|fonts|frontend|graph|live|service|storage|ui|web"


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.name)
def test_what_the_documents_name_in_the_code_is_there(page: Path) -> None:
    names = set(re.findall(rf"`((?:{ROOMS})(?:\.\w+)+)`", page.read_text(encoding="utf-8")))
    paths = set(re.findall(r"`(journeymap/[\w/]+\.\w+)`", page.read_text(encoding="utf-8")))
    assert [name for name in sorted(names) if not is_there(name)] == []
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []


def is_there(name: str) -> bool:
    """Whether a module, something in it, or a part of that goes by this name."""
    *home, leaf = name.split(".")
    try:
        resolved(name)
    except (AttributeError, ModuleNotFoundError):
        return hasattr(found_in(".".join(home)), leaf)
    return True


def found_in(home: str) -> object:
    """The module or class of this name; None where there is none."""
    try:
        return resolved(home)
    except (AttributeError, ModuleNotFoundError, ValueError):
        return None


def test_every_table_of_the_journey_has_a_word() -> None:
    said = set(places())
    assert [t.__name__ for t in ROW_TYPES.values() if f"domain.model.rows.{t.__name__}" not in said] == []


def test_no_word_stands_twice() -> None:
    words = [word for cells in rows_of_the_glossary() for word in cells[0].split(", ")]
    assert sorted(words) == sorted(set(words))


def test_no_two_classes_share_a_name() -> None:
    homes: dict[str, list[str]] = defaultdict(list)
    for module, tree in modules().items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                homes[node.name.lstrip("_")].append(module)
    twice = {name: where for name, where in homes.items() if len(where) > 1}
    assert twice == {}, "One word an idea: give one of these classes another name."


def test_no_module_is_named_after_doing_something() -> None:
    doing = [name for name in modules() if name.rpartition(".")[2].endswith("ing")]
    assert doing == [], "Name a module after what it is about, with a noun of docs/glossary.md."


def test_modules_of_one_name_are_about_one_idea() -> None:
    names: dict[str, list[str]] = defaultdict(list)
    for module, tree in modules().items():
        if tree.body and "." in module:
            names[module.rpartition(".")[2]].append(module)
    packages = {module.rpartition(".")[2] for module in modules() if any(m.startswith(f"{module}.") for m in modules())}
    assert {n: where for n, where in names.items() if len(where) > 1}.keys() - SAME_EVERYWHERE - packages == set()
