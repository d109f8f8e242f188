"""Names go, the work stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.changes.pseudonymize import Pseudonyms, texts_of
from journeymap.domain.model.operations import Kept, Operation
from journeymap.domain.model.rows import ROW_TYPES, Moment, Persona

IT = Pseudonyms({"Saskia de Vries": "Participant 2", "Bo": "Participant 3", "Rose": "Participant 4"})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("saskia DE  vries calls", "Participant 2 calls"),
        ("Bo asks Bob", "Participant 3 asks Bob"),
        ("(Bo)", "(Participant 3)"),
        ("BO, again", "Participant 3, again"),
        ("the prices rose", "the prices rose"),
        ("rose", "Participant 4"),
        ("Nobody", "Nobody"),
        ("", ""),
    ],
)
def test_a_whole_name_is_replaced_and_a_word_that_looks_like_one_is_not(before: str, after: str) -> None:
    assert IT.text(before) == after


def test_a_text_that_would_grow_too_long_is_shortened_at_the_name() -> None:
    text = "Bo " * 93
    assert IT.text(text.strip(), 280) == ("… " * 93).strip()


@given(st.text(max_size=280))
def test_no_text_grows_beyond_its_limit(text: str) -> None:
    assert len(IT.text(text, 280)) <= 280


def test_a_persona_is_nobody_who_was_there() -> None:
    persona = Persona(id="p", name="Rose", goal="Help Bo")
    assert IT.row(persona) == persona.model_copy(update={"goal": "Help Participant 3"})


def test_ids_and_everything_else_stay() -> None:
    moment = Moment(id="Bo", parent="Rose", text="I walk", evidence_by="bo")
    assert IT.row(moment) == moment.model_copy(update={"evidence_by": "Participant 3"})
    plain = Moment(id="m", parent="e", text="I walk")
    assert IT.row(plain) is plain


def test_what_was_and_what_became_of_it_change_alike() -> None:
    kept = Kept(table="needs", id="n", parent="m", after=None, key="a", values={"text": "Bo must know"})
    operation = Operation(
        do="set", table="moments", id="Bo", field="text", value="I call Bo", before="Bo calls", kept=(kept,),
        values={}, revision=1, op="o", client="Bo", by="Bo", at="now", batch="Bo/o",
    )  # fmt: skip
    now = IT.operation(operation)
    assert (now.value, now.before) == ("I call Participant 3", "Participant 3 calls")
    assert now.kept[0].values == {"text": "Participant 3 must know"}
    assert (now.id, now.by) == ("Bo", "Bo")


def test_every_field_in_which_people_write_is_looked_at() -> None:
    written = {(table, field) for table in ROW_TYPES for field in texts_of(table)}
    for known in (("moments", "text"), ("moments", "evidence_by"), ("maps", "notes"), ("verdicts", "note")):
        assert known in written
    assert not any(field in ("id", "parent", "channel", "origin", "item", "round") for _, field in written)
