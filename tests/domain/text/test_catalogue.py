"""The catalogue: both languages say the same things, and everything the code says is in it."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, visitor
from fluent.syntax.ast import Junk, Message, VariableReference

import journeymap
from journeymap.domain.changes.validation_errors import field_name
from journeymap.domain.model.rows import OF_THE_ROOM, ROW_TYPES
from journeymap.domain.text.catalogue import LANGUAGES, keys, known, say
from journeymap.domain.text.resources import data

PACKAGE = Path(journeymap.__file__).parent
SAYING = {"t": "", "say": "", "text": "", "tell": "", "told": "", "Term": "", "Sentence": "", "known": ""}
REFUSING = dict.fromkeys(("invalid", "gone", "forbidden", "stale", "unavailable"), "refusal-")
UNFRIENDLY = {
    "en": re.compile(r"\b(error|exception|invalid|oops|failed|illegal)\b", re.IGNORECASE),
    "nl": re.compile(r"\b(error|exceptie|ongeldig|foutmelding|mislukt|illegaal)\w*", re.IGNORECASE),
}

NAMES_THEMSELVES = {"start-setting-log-level"}
"""Texts that list what a setting can be, and one of it is called “error”."""


class Variables(visitor.Visitor):
    """The names of the values that a text takes."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)


def messages(language: str) -> Iterator[tuple[str, Message]]:
    """Every text of a language, with the file it stands in."""
    for path in sorted(data("texts", language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, Junk), f"{path.name} ({language}): {entry.content}"
            if isinstance(entry, Message):
                yield path.name, entry


def variables(message: Message) -> set[str]:
    """What this text takes."""
    found = Variables()
    found.visit(message)
    return found.names


@pytest.fixture(scope="module")
def texts() -> dict[str, dict[str, Message]]:
    """Every text by language and key."""
    return {language: {m.id.name: m for _, m in messages(language)} for language in LANGUAGES}


@pytest.mark.parametrize(
    ("felt", "validated", "asked", "words"),
    [
        (0, 0, 0, "No felt emotion is on the as-is yet. No customer has validated the to-be yet."),
        (
            1,
            0,
            0,
            "No customer has validated the felt emotion on the as-is yet. No customer has validated the to-be yet.",
        ),
        (
            58,
            3,
            1,
            "Customers have validated 3 of the 58 felt emotions on the as-is. On the to-be they have validated one",
        ),
    ],
)
def test_how_far_customers_were_asked_says_what_it_counts(felt: int, validated: int, asked: int, words: str) -> None:
    assert say("compare-pair", "en", felt=felt, validated=validated, asked=asked).startswith(words)


def test_both_languages_have_the_same_texts_in_the_same_files() -> None:
    places = {language: {(file, m.id.name) for file, m in messages(language)} for language in LANGUAGES}
    assert places["en"] - places["nl"] == set()
    assert places["nl"] - places["en"] == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_name_in_every_language(language: str) -> None:
    apart = {*OF_THE_ROOM, "origins", "places", "path_steps"}
    fields = [(table, name) for table, kind in ROW_TYPES.items() if table not in apart for name in kind.fields()]
    missing = [field_name(table, name) for table, name in fields if name != "origin"]
    missing = [key for key in missing if not known(key, language)]
    assert missing == [], f"Add these texts to data/texts/{language}/refusals.ftl: {', '.join(missing)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_written_twice(language: str) -> None:
    counted = Counter(message.id.name for _, message in messages(language))
    assert [key for key, times in counted.items() if times > 1] == []


def test_both_languages_take_the_same_values(texts: dict[str, dict[str, Message]]) -> None:
    different = {
        key: (variables(message), variables(texts["nl"][key]))
        for key, message in texts["en"].items()
        if key in texts["nl"] and variables(message) != variables(texts["nl"][key])
    }
    assert different == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_said(texts: dict[str, dict[str, Message]], language: str) -> None:
    for key, message in texts[language].items():
        for n in (0, 1, 2, 5):
            assert say(key, language, **dict.fromkeys(variables(message), n)).strip(), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_scares_people(texts: dict[str, dict[str, Message]], language: str) -> None:
    said = {key: say(key, language, **dict.fromkeys(variables(m), 2)) for key, m in texts[language].items()}
    scary = {key: text for key, text in said.items() if UNFRIENDLY[language].search(text)}
    assert {key: scary[key] for key in scary.keys() - NAMES_THEMSELVES} == {}


def used(path: Path) -> Iterator[tuple[str, int]]:
    """Every key that a module asks for, as a pattern, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        prefix = SAYING.get(name, REFUSING.get(name))
        if prefix is not None:
            yield from ((f"{prefix}{pattern}", node.lineno) for pattern in patterns(node.args[0]))


def patterns(node: ast.expr) -> Iterator[str]:
    """A key as a regular expression: what is filled in later can be anything."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.escape(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in node.values)
    elif isinstance(node, ast.IfExp):
        yield from patterns(node.body)
        yield from patterns(node.orelse)
    elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "replace":
        assert isinstance(node.func, ast.Attribute)
        yield from (pattern.replace("_", "-") for pattern in patterns(node.func.value))


def test_every_text_that_the_code_says_is_there() -> None:
    there = "\n".join(sorted(keys("en")))
    missing = [
        f"{path.relative_to(PACKAGE)}:{line}: {pattern}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for pattern, line in used(path)
        if not re.search(f"^{pattern}$", there, re.MULTILINE)
    ]
    assert missing == []


def test_an_unknown_key_is_an_open_question_to_the_programmer_not_to_the_reader() -> None:
    assert not known("nothing-of-the-kind")
    with pytest.raises(KeyError):
        say("nothing-of-the-kind")


def test_the_whole_scan_finds_what_it_is_there_to_find(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        "t('a-b')\ninvalid('c', x=1)\nt(f'row-{x}'.replace('_', '-'))\nt('d' if x else f'e-{x}')\nother('f')\n"
    )
    assert {pattern for pattern, _ in used(module)} == {r"a\-b", "refusal-c", r"row\-.+", "d", r"e\-.+"}


def test_placeables_hold_values_only(texts: dict[str, dict[str, Message]]) -> None:
    """A text refers to no other text: `known` and the scan above would not see it."""

    class References(visitor.Visitor):
        found = False

        def visit_MessageReference(self, node: object) -> None:  # noqa: N802 - the library's name
            self.found = True

    for language in LANGUAGES:
        for key, message in texts[language].items():
            looked = References()
            looked.visit(message)
            assert not looked.found, (language, key)


@pytest.mark.parametrize("length", [499, 501, 3_000, 100_000])
def test_a_text_of_any_length_is_put_in_whole(length: int) -> None:
    long = "come " * (length // 5)
    assert say("compare-change-needs-changed", "en", gone="come", come=long, n=2) == f"Needs: come → {long}"
    assert say("told-and", "nl", most=long, last=long) == f"{long} en {long}"
