"""What the board's JavaScript takes for granted about Python: its texts, the tables, the limits."""

import json
import re
from typing import Any

import pytest
from fluent.syntax import FluentParser, visitor
from fluent.syntax.ast import VariableReference

from journeymap import frontend
from journeymap.domain.model import limits
from journeymap.domain.model.rows import ROW_TYPES
from journeymap.domain.text.catalogue import LANGUAGES, starting_with
from journeymap.domain.text.resources import data
from journeymap.ui.components.board import PLACEABLES, PREFIX, texts
from journeymap.ui.components.board.facts import facts, rows

ALL = {path: found.plain.decode() for path, found in frontend.files().items() if path.endswith(".js")}
SHOWN = {path for entry in ("board/index.js", "panel/panel.js") for path in frontend.modules(entry)}
SCRIPTS = {path: text for path, text in ALL.items() if path in SHOWN}

SAID = re.compile(r"""\b(?:say|counted)\(\s*(?:[^()"'`]*\?\s*)?["`']([^"`']+)["`'](?:\s*:\s*["`']([^"`']+)["`'])?""")
OBJECT = re.compile(r"\{([^{}]*)\}")
LIST = re.compile(r"\[([^\[\]]*)\]")
HOLDS = re.compile(r"\$\{[^}]*\}")
BUTTONS = re.compile(r'#button\("[^"]+", "([^"]+)"')
REASONS = re.compile(r'"((?:not|refusal)-[a-z-]+)"')
SHEET = re.compile(r'"(keys-[a-z-]+)"')


def said() -> set[str]:
    """Every key that a script says; `*` where a part of it is only known when it runs."""
    found = set()
    for script in SCRIPTS.values():
        for keys in SAID.findall(script):
            found |= {HOLDS.sub("*", key) for key in keys if key}
        found |= set(BUTTONS.findall(script)) | set(SHEET.findall(script))
    return found | set(REASONS.findall(SCRIPTS["live/gate.js"]))


def there(key: str, known: set[str]) -> bool:
    pattern = re.compile(re.escape(key).replace(r"\*", "[a-z0-9_-]+"))
    return any(pattern.fullmatch(name) or pattern.fullmatch(re.sub("-(one|other)$", "", name)) for name in known)


def test_the_scripts_are_read() -> None:
    assert len(SCRIPTS) > 20
    assert {"lane-*", "moved", "status-*", "keys-lift", "zoom-in", "felt-set"} - said() == {"felt-set"}
    assert "*-set" in said()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_the_board_says_is_in_the_catalogue(language: str) -> None:
    known = set(texts(language)) | set(facts(language)["texts"])
    assert [key for key in sorted(said()) if not there(key, known)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_chosen_by_number_has_both_forms(language: str) -> None:
    known = texts(language)
    ends = {re.sub("-(one|other)$", "", key) for key in known if key.endswith(("-one", "-other"))}
    assert [key for key in sorted(ends) if not {f"{key}-one", f"{key}-other"} <= set(known)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_board_is_said_somewhere(language: str) -> None:
    asked = said() | {"failed", "message"}
    bare = {re.sub("-(one|other)$", "", key) for key in texts(language)}
    assert [key for key in sorted(bare) if not any(there(one, {key}) for one in asked)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_placeable_is_left_open_for_the_board(language: str) -> None:
    class Named(visitor.Visitor):
        def __init__(self) -> None:
            self.names: set[str] = set()

        def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - the visitor's own name
            self.names.add(node.id.name)

    found = Named()
    found.visit(FluentParser().parse(data("texts", language, "board.ftl").read_text()))
    assert found.names == set(PLACEABLES)
    assert all("{$" not in text and "\u2068" not in text for text in texts(language).values())
    assert len(texts(language)) == len(list(starting_with(PREFIX)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_the_panel_is_left_half_filled(language: str) -> None:
    found = facts(language)["texts"]
    assert all("{$" not in text and "\u2068" not in text for text in found.values())
    assert found["map-count-needs-one"] != found["map-count-needs-other"]


def test_every_field_of_a_row_stands_in_its_panel() -> None:
    parts = "".join(script for name, script in SCRIPTS.items() if name.startswith("panel/"))
    for table in ("moments", "episodes", "needs", "pain_points", "backstage_steps", "communications", "touchpoints"):
        for field in ROW_TYPES[table].fields():
            which = field.removesuffix("_valence").removesuffix("_label")
            names = (f'name: "{field}"', f'which: "{which}"', f'"{field}"')
            apart = field == "origin" or (table, field) == ("touchpoints", "channel")
            assert apart or any(name in parts for name in names), (table, field)


def test_the_boards_tables_are_the_domains() -> None:
    line = re.compile(r"^  (\w+): \{ parent: (null|\"\w+\"), references: (\{.*\}) \},$", re.MULTILINE)
    rows = line.findall(SCRIPTS["live/schema.js"])
    drawn = {table: (json.loads(parent), references) for table, parent, references in rows}
    assert set(drawn) == set(ROW_TYPES)
    place = re.search(r"const PLACE = Object.freeze\((\[.*\])\);", SCRIPTS["live/schema.js"])
    assert place
    assert {field for kind in ROW_TYPES.values() for field in {*kind.model_fields} - {*kind.fields()}} == {
        *json.loads(place[1])
    }
    for table, (parent, references) in drawn.items():
        kind = ROW_TYPES[table]
        assert parent == kind.parent_table, table
        found = {
            field: (to, required == "true")
            for field, to, required in re.findall(r"(\w+): \{ table: \"(\w+)\", required: (\w+) \}", references)
        }
        required = {f for f in kind.references if kind.model_fields[f].is_required()} | kind.goes_with
        assert found == {f: (to, f in required) for f, to in kind.references.items()}, table


def test_the_longest_texts_are_the_domains() -> None:
    found = re.search(r"export const MOST = \{(.*)\};", SCRIPTS["board/editor.js"])
    assert found
    most = {table: int(n) for table, n in re.findall(r"(\w+): (\d+)", found[1])}
    for table, longest in most.items():
        kind = ROW_TYPES[table]
        info = kind.model_fields[kind.main_field]
        known = [mark.max_length for mark in _marks(info) if hasattr(mark, "max_length")]
        assert longest in known, (table, known)
    assert most["moments"] == limits.TEXT


def _marks(info: object) -> list[object]:
    waiting, found = [getattr(info, "annotation", None), *getattr(info, "metadata", ())], []
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting += [*getattr(one, "__metadata__", ()), *(getattr(one, "metadata", None) or ())]
    return found


@pytest.mark.parametrize("table", ROW_TYPES)
def test_a_new_row_holds_what_the_domain_gives_it(table: str) -> None:
    given, kind = rows()["defaults"][table], ROW_TYPES[table]
    must = {name for name in kind.fields() if kind.model_fields[name].is_required()}
    assert set(given) == set(kind.fields()) - must
    chosen = {"verdict": "confirm", "answer": "keep", "kind": "kept", "view": "journey", "x": 1, "y": 1}
    values: dict[str, Any] = dict.fromkeys(must, "x") | chosen
    made = kind.model_validate({"id": "new"} | {name: values[name] for name in must} | given)
    assert {name: made.values()[name] for name in given} == json.loads(json.dumps(given))


@pytest.mark.parametrize("table", ROW_TYPES)
def test_no_field_of_a_row_is_listed_a_second_time_in_the_boards_scripts(table: str) -> None:
    """What a new row holds and what is searched comes from the domain: a list here would forget the next field.

    The panel lays the fields out one by one, which a test of its own holds complete.
    """
    names = set(ROW_TYPES[table].fields()) - {ROW_TYPES[table].main_field, "origin"}
    outside = {name: script for name, script in SCRIPTS.items() if not name.startswith("panel/")}
    for name, script in outside.items():
        listed = [
            set(re.findall(r"(\w+): (?:null|false|true|\"\"|\"assumed\")", block)) for block in OBJECT.findall(script)
        ]
        assert not [found for found in listed if len(found & names) > 1], name
        told = [set(re.findall(r"\"(\w+)\"", block)) for block in LIST.findall(script)]
        assert not [found for found in told if len(found) > 1 and found <= {*names, ROW_TYPES[table].main_field}], name


def test_no_script_asks_anything_of_another_host() -> None:
    for name, script in ALL.items():
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", script), name
