"""Phone and room's screen show a step by what its kind means: by the pages and walls that the one table names."""

import re
from pathlib import Path
from typing import get_args

import journeymap
from journeymap.domain.workshop.step_kinds import STEP_KINDS, Page, Wall

HOME = Path(journeymap.__file__).parent
STATIC = HOME / "frontend"
SCRIPTS = [*STATIC.rglob("*.js")]


def keys(script: str, name: str) -> set[str]:
    """The keys of an object that a script exports."""
    text = (STATIC / script).read_text(encoding="utf-8")
    found = re.search(rf"export const {name} = \{{\n(.*?)\n\}};", text, re.DOTALL)
    assert found
    return {key.strip('"') for key in re.findall(r'^  ("?[a-z-]+"?)(?=[:,])', found[1], re.MULTILINE)}


def test_there_is_a_page_for_every_page_that_a_kind_names_and_no_other() -> None:
    named = {rules.page for rules in STEP_KINDS.values()}
    assert keys("room/steps/index.js", "VIEWS") == named == set(get_args(Page))


def test_there_is_a_wall_for_every_wall_that_a_kind_names_and_no_other() -> None:
    named = {rules.wall for rules in STEP_KINDS.values() if rules.wall}
    assert keys("screen/views/registry.js", "WALLS") == named == set(get_args(Wall))


def test_no_script_asks_for_the_kind_of_a_step() -> None:
    asks = re.compile(r"\bstep\??\.kind\s*(?:[!=]=|\))|\[(?:desk\.)?step\.kind\]|has\((?:desk\.)?step\??\.kind")
    assert [path.name for path in SCRIPTS if asks.search(path.read_text(encoding="utf-8"))] == []
