"""Maps made by hand from lines that people wrote, for what looks at lines."""

from collections.abc import Iterable

from hypothesis import strategies as st

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Episode, JourneyMap, Moment, Row
from tests.support.random_values import texts

NO_HYPHENS = str.maketrans("", "", "-_")

LINES = st.sampled_from(
    [
        "Call the desk",
        "I call the desk",
        "Calling the desk again",
        "Pay",
        "Pay online",
        "I pay online",
        "Wait",
        "🌳",
        "等待",
    ]
) | texts(60)
"""What people write: the same in other words, little, and in other scripts."""


def journey_of(rows: Iterable[Row], language: str = "en") -> Journey:
    """A map of two episodes, `e` and `f`, with these rows."""
    frame = (JourneyMap(id="m", title="A day out", language=language), Episode(id="e", title="One"))
    return Journey.of("m", 1, [placed(row) for row in (*frame, Episode(id="f", title="Two"), *rows)])


def placed(row: Row) -> Row:
    """With a key, so that siblings stand by their ids."""
    return row.placed(row.parent, "a" + row.id.translate(NO_HYPHENS) + "1")


def moment(row_id: str, text: str, episode: str = "e", **values: object) -> Moment:
    """A moment that says this."""
    return Moment.model_validate({"id": row_id, "parent": episode, "text": text, **values})
