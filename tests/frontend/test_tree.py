"""The frontend tree knows its files: each module finds what it imports, and each has its address."""

import re
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from journeymap import frontend
from journeymap.graph.takeaway import whole_script

SCRIPTS = {path: found.plain.decode() for path, found in frontend.files().items() if path.endswith(".js")}
FROM = re.compile(r"""\bfrom\s+["']([^"']+)["']|^import\s+["']([^"']+)["']""", re.MULTILINE)


def imported(path: str) -> set[str]:
    """What a module imports, however its imports are laid out."""
    code = re.sub(r"/\*.*?\*/", "", SCRIPTS[path], flags=re.DOTALL)
    return {normpath(join(dirname(path), one or other)) for one, other in FROM.findall(code)}


def fetched_later() -> set[str]:
    """What is fetched only when it is needed: `import("…")`."""
    asked = re.compile(r"^\s*import\(\"(\.[^\"]+)\"\)", re.MULTILINE)
    return {normpath(join(dirname(path), one)) for path, code in SCRIPTS.items() for one in asked.findall(code)}


def test_the_whole_tree_is_read() -> None:
    folder = Path(frontend.__file__).parent
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.js")} == set(SCRIPTS)
    assert len(SCRIPTS) > 90


@pytest.mark.parametrize("path", sorted(SCRIPTS))
def test_a_module_imports_what_is_there_and_nothing_from_elsewhere(path: str) -> None:
    assert imported(path) <= set(SCRIPTS)
    assert imported(path) <= set(frontend.modules(path))


def test_every_module_is_part_of_a_page() -> None:
    entries = {path for path in SCRIPTS if path.endswith("/index.js")} | {"room/room.js", "screen/screen.js"}
    entries |= fetched_later()
    alone = {"component.js", "takeaway/page.js"}
    assert {path for entry in entries for path in frontend.modules(entry)} | alone == set(SCRIPTS)


def test_what_is_handed_over_as_one_text_imports_nothing() -> None:
    assert imported("component.js") == set()


def test_the_page_that_is_taken_away_holds_what_it_imports_and_asks_for_nothing() -> None:
    script = whole_script()
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)
    assert "function placed(" in script


def test_an_address_stands_below_the_stamp_of_the_whole_tree() -> None:
    assert frontend.address("board/board.css") == f"assets/frontend/{frontend.stamp()}/board/board.css"
    with pytest.raises(KeyError):
        frontend.address("board/no.js")


def test_a_change_anywhere_in_the_tree_is_another_stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = frontend.stamp()
    (tmp_path / "one.js").write_text("export {};\n")
    monkeypatch.setattr(frontend, "_FOLDER", tmp_path)
    for known in (frontend.stamp, frontend._contents):
        known.cache_clear()
    try:
        assert frontend.stamp() != before
    finally:
        monkeypatch.undo()
        for known in (frontend.stamp, frontend._contents):
            known.cache_clear()
    assert frontend.stamp() == before
