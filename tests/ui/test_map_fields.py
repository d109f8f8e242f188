"""Fields are drawn from the rows themselves: a new field of a row needs one line in a panel."""

import pytest

from journeymap.domain.model.rows import OF_THE_ROOM, ROW_TYPES
from journeymap.domain.text.catalogue import LANGUAGES, known
from journeymap.ui.panels.kinds import kind_of
from journeymap.ui.panels.widgets import unlike

ELSEWHERE = OF_THE_ROOM | {"places"}
"""What has no panel: the graph and the workshop have screens of their own for it."""

FIELDS = [
    (table, field)
    for table, row in ROW_TYPES.items()
    for field in row.fields()
    if field != "origin" and table not in ELSEWHERE
]


@pytest.mark.parametrize(("table", "field"), FIELDS)
def test_every_field_of_every_row_has_a_widget_and_a_name_in_both_languages(table: str, field: str) -> None:
    kind = kind_of(table, field)
    for language in LANGUAGES:
        assert known(f"field-{table}-{field}".replace("_", "-"), language)
        for choice in kind.choices:
            assert known(f"choice-{choice}", language)


@pytest.mark.parametrize(
    ("table", "field", "widget"),
    [
        ("moments", "text", "line"),
        ("moments", "notes", "lines"),
        ("moments", "optional", "toggle"),
        ("moments", "minutes", "number"),
        ("moments", "evidence_on", "date"),
        ("moments", "evidence_status", "choice"),
        ("pain_points", "cause", "row"),
        ("personas", "context", "lines"),
        ("paths", "share", "number"),
    ],
)
def test_a_field_has_the_widget_that_fits_what_it_holds(table: str, field: str, widget: str) -> None:
    assert kind_of(table, field).widget == widget


def test_labels_that_would_be_alike_are_numbered() -> None:
    assert unlike({"a": "Pay", "b": "Pay", "c": "Pay (2)", "d": "Go"}) == {
        "a": "Pay",
        "b": "Pay (2)",
        "c": "Pay (2) (2)",
        "d": "Go",
    }
