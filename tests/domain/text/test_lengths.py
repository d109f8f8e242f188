"""How long a text is: as a person sees it, and the same for the server as for a page."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.changes.decide import perform
from journeymap.domain.model import limits
from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.rows import ROW_TYPES
from journeymap.domain.text.errors import Refusal
from journeymap.domain.text.lengths import PARTS, length_of, most_of, shortened_to
from tests.support.journeys import full

VECTORS: dict[str, tuple[str, int]] = json.loads(
    (Path(__file__).parents[2] / "support" / "lengths.json").read_text(encoding="utf-8")
)
WRITTEN = ("episodes", "moments", "channels")
FAMILY = "👩‍👩‍👧"


@pytest.mark.parametrize("name", VECTORS)
def test_a_character_is_what_a_person_sees_as_one(name: str) -> None:
    text, length = VECTORS[name]
    assert length_of(unicodedata.normalize("NFC", text)) == length


@given(st.text())
def test_no_text_is_longer_than_its_code_points_or_shorter_than_a_tenth(text: str) -> None:
    assert -(-len(text) // PARTS) <= length_of(text) <= len(text)


@given(st.text(), st.integers(0, 20))
def test_a_text_that_is_shortened_fits_and_is_its_beginning(text: str, most: int) -> None:
    kept = shortened_to(text, most)
    assert length_of(kept) <= most
    assert text.startswith(kept)
    assert kept == text or length_of(text) > most


@pytest.mark.parametrize("text", [FAMILY * 280, "x" * 279 + "👍🏽", "e\u0301" * 280, "🇳🇱" * 280])
def test_a_moment_holds_as_many_characters_as_one_sees(text: str) -> None:
    journey = perform(full().journey, [Set(table="moments", id="call", field="text", value=text)])[0]
    row = journey.find("moments", "call")
    assert row is not None
    assert row.called == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", [FAMILY * 281, "x" * 280 + "👍🏽", "e\u0301" * 281])
def test_what_is_too_long_is_refused_with_how_long_it_is(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        perform(full().journey, [Set(table="moments", id="call", field="text", value=text)])
    assert all(n in refused.value.reason("en") for n in ("280", "281"))


@pytest.mark.parametrize("end", ["\v", "\f", "\x85", "\u2028", "\u2029", "\r\n", "\r", "\n"])
def test_what_ends_a_line_elsewhere_costs_no_text(end: str) -> None:
    asked = Add(table="moments", id="m", parent="before", values={"text": f"One{end}two", "notes": f"One{end}two"})
    row = perform(full().journey, [asked])[0].find("moments", "m")
    assert row is not None
    assert (row.values()["text"], row.values()["notes"]) == ("One two", "One\ntwo")


def test_every_text_of_every_row_says_how_long_it_may_be() -> None:
    mains = {table: ROW_TYPES[table].model_fields[ROW_TYPES[table].main_field] for table in WRITTEN}
    assert {table: most_of(field) for table, field in mains.items()} == {
        "episodes": limits.TITLE,
        "moments": limits.TEXT,
        "channels": limits.NAME,
    }
    assert most_of(ROW_TYPES["moments"].model_fields["notes"]) == limits.NOTES
    assert most_of(ROW_TYPES["moments"].model_fields["optional"]) is None
