"""What the documents promise: links lead somewhere, commands exist, and the table of addresses is the API's."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymap.settings import Settings
from journeymap.web.api.routes import api
from journeymap.web.site import Site

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
BLOCK = re.compile(r"```\n(.*?)```", re.DOTALL)


def links(page: Path) -> Iterator[str]:
    """Where this page leads within the project."""
    for goal in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in goal and not goal.startswith(("#", "mailto:")):
            yield goal


def commands(page: Path) -> Iterator[str]:
    """The commands in this page's blocks, without what follows a `#`."""
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for line in block.splitlines():
            if command := line.split("#")[0].strip():
                yield command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    missing = [goal for goal in links(page) if not (page.parent / goal.split("#")[0]).exists()]
    assert missing == []


def test_every_page_of_the_documents_is_reached_from_the_readme_or_contributing() -> None:
    reached, todo = set(), [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    while todo:
        page = todo.pop()
        if page in reached:
            continue
        reached.add(page)
        for goal in links(page):
            found = (page.parent / goal.split("#")[0]).resolve()
            if found.suffix == ".md" and found.exists():
                todo.append(found)
    templates = {ROOT / "docs" / name for name in ("issue_template.md", "pull_request_template.md")}
    assert set(PAGES) - reached - templates == set()


def test_every_make_command_in_the_documents_is_one_of_the_makefile() -> None:
    said = {command.split()[1] for page in PAGES for command in commands(page) if command.startswith("make ")}
    there = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert said
    assert said <= there


def test_every_journeymap_command_in_the_documents_is_understood() -> None:
    said = {
        word
        for page in PAGES
        for word in re.findall(r"`(?:[A-Z_]+=\S+ )*journeymap ([a-z]+)", page.read_text(encoding="utf-8"))
    }
    assert said
    for word in sorted(said):
        command = [sys.executable, "-m", "journeymap", word, "--help"]
        asked = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
        assert asked.returncode == 0, (word, asked.stdout, asked.stderr)


def test_the_table_of_addresses_is_that_of_the_api() -> None:
    site = Site(Settings(), bound_to=lambda: "127.0.0.1")
    there = {
        f"{verb.upper()} /api{re.sub(r'{[^}]*}', 'ID', path)}"
        for path, verbs in api(site).openapi()["paths"].items()
        for verb in verbs
        if path.startswith("/room")
    }
    table = (ROOT / "docs" / "room.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`((?:GET|POST|PUT|DELETE) /api/[^`]*)`", table)) == there
