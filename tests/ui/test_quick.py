"""What one typed line becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.ui.screens.map.quick_entry import Quick, read_line

CHANNELS = ("Phone", "Visitor centre", "Telefoon")


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("I call the desk", Quick("I call the desk")),
        ("I call the desk because I need certainty.", Quick("I call the desk", "Certainty")),
        ("I call, because I want to know the price", Quick("I call", "Know the price")),
        ("I call the desk through phone because I need rest", Quick("I call the desk", "Rest", "Phone")),
        ("I ask via the visitor centre", Quick("I ask", "", "Visitor centre")),
        ("I walk through the forest", Quick("I walk through the forest")),
        ("I say “because I need it”", Quick("I say “because I need it”")),
        ("because I need rest", Quick("because I need rest")),
        ("Ik bel via de telefoon omdat ik zekerheid nodig heb", Quick("Ik bel", "Zekerheid", "Telefoon")),
        ("Ik bel, want ik wil graag weten wat het kost", Quick("Ik bel", "Weten wat het kost")),
        ("Ik bel want ik heb hulp nodig", Quick("Ik bel", "Hulp")),
        ("Ik zoek het op omdat ik de prijs wil weten", Quick("Ik zoek het op", "De prijs weten")),
        ("  I pack  ", Quick("I pack")),
        ("", Quick("")),
    ],
)
def test_a_line_is_taken_apart_as_it_was_meant(line: str, read: Quick) -> None:
    assert read_line(line, CHANNELS) == read


@given(st.text(max_size=80))
def test_no_line_breaks_it_and_a_line_without_a_reason_is_kept_as_it_is(line: str) -> None:
    found = read_line(line, CHANNELS)
    if not found.need and not found.channel:
        assert found.text == line.strip().rstrip(" ,")
