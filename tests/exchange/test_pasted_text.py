"""Cells that are pasted on the board keep their columns, and what is not certain stays a note."""

import pytest

from journeymap.domain.text.errors import Refusal
from journeymap.exchange.pasted_text import MOST_CHARACTERS, moments_of


def test_cells_with_names_of_columns_keep_them() -> None:
    text = 'Phase\tStep\tChannel\tMinutes\r\nBefore\t"sees ad\nand smiles"\tWeb; Phone\t0:30\r\nThere\tarrives\t\t\r\n'
    first, second = moments_of(text, "en")
    assert first["episode"] == "Before"
    assert first["values"] == {"text": "sees ad and smiles", "minutes": 30.0}
    assert first["touchpoints"] == [{"in": {"name": "Web"}}, {"in": {"name": "Phone"}}]
    assert (second["episode"], second["values"]) == ("There", {"text": "arrives"})


def test_cells_without_names_are_moments_with_notes() -> None:
    first, second = moments_of("I call\tthe desk\nI wait\tan hour\n", "en")
    assert (first["values"]["text"], second["values"]["text"]) == ("I call", "I wait")
    assert first["values"]["notes"].endswith("the desk")
    assert "episode" not in first


def test_what_would_have_to_be_asked_or_does_not_fit_is_noted_to_the_letter() -> None:
    [first, _] = moments_of("Step\tSatisfaction\tMinutes\tBudget\nI call\t3\ta while\t5 euro\nI go\t5\t\t\n", "en")
    assert first["values"] == {"text": "I call", "notes": "Satisfaction: 3\nMinutes: a while\nBudget: 5 euro"}


def test_one_cell_of_several_lines_stays_one() -> None:
    assert [one["values"]["text"] for one in moments_of('"I call\nand wait"\nI go\n', "en")] == [
        "I call and wait",
        "I go",
    ]


def test_what_no_card_holds_and_far_too_much_are_refused() -> None:
    with pytest.raises(Refusal):
        moments_of("Step\tNeed\n" + "a" * 500 + "\tb\n", "en")
    with pytest.raises(Refusal, match="Import it as a file instead"):
        moments_of("a\t" * MOST_CHARACTERS, "en")
