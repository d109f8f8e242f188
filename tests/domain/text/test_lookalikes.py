"""Names that look alike, and texts with nothing to see."""

import pytest

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add
from journeymap.domain.text.errors import Refusal
from journeymap.domain.text.lookalikes import are_alike, is_invisible, is_written_alike, skeleton

BLANK = ["\u200b", "\u3164", "\u2800 \u200d", "\u00ad", "\ufe0f", "\u2060\u2063", "\u202e"]
SEEN = ["a", "\u2060x", "\u00e9", "\U0001f600", "\U0001f469\u200d\U0001f680", "\u0645\u200c\u0646", "", "  ", "1"]


@pytest.mark.parametrize("text", BLANK)
def test_a_text_with_nothing_to_see_is_refused_wherever_one_is_written(text: str) -> None:
    assert is_invisible(text)
    made, _ = perform(Journey("m"), [Add(table="maps", id="m", values={"title": "Park"})])
    for table, field in (("episodes", "title"), ("channels", "name"), ("personas", "goal"), ("paths", "name")):
        values = {"name": "Noor"} if table == "personas" else {}
        with pytest.raises(Refusal, match="nothing in it that can be seen"):
            perform(made, [Add(table=table, id="x", values={**values, field: text})])


@pytest.mark.parametrize("text", SEEN)
def test_a_text_with_something_to_see_or_nothing_at_all_is_none_of_those(text: str) -> None:
    assert not is_invisible(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Olaf", "OIaf"), ("Amold", "Arnold"), ("Mila", "\u039c\u0456la"), ("Sam", "S\u0430m"), ("Jan Piet", "Jan-Piet")],
)
def test_what_the_eye_confuses_is_alike(one: str, other: str) -> None:
    assert are_alike(one, other)
    assert not is_written_alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("Zoe", "Zo\u00eb"), ("Lia", "Ila"), ("Sofie", "Sofia"), ("Sam", "Sem")])
def test_names_of_two_people_are_not(one: str, other: str) -> None:
    assert not are_alike(one, other)


def test_a_name_of_signs_alone_has_a_skeleton_too() -> None:
    assert skeleton("!!!")
    assert not are_alike("!!!", "???")
