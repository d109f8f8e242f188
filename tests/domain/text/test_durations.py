"""Times that something takes are said in minutes up to an hour, and in hours from then on."""

import pytest

from journeymap.domain.text.durations import duration_said, duration_short


@pytest.mark.parametrize(
    ("minutes", "said", "short"),
    [
        (0, "0 minutes", "0 min"),
        (0.25, "0.2 minutes", "0 min"),
        (1, "one minute", "1 min"),
        (59.4, "59 minutes", "59 min"),
        (59.6, "1 h", "1 h"),
        (65, "1 h 5 min", "1 h 05"),
        (1_578, "26 h 18 min", "26 h 18"),
    ],
)
def test_a_duration_reads_as_people_say_it(minutes: float, said: str, short: str) -> None:
    assert duration_said(minutes) == said
    assert duration_short(minutes) == short


def test_it_is_said_in_dutch_too() -> None:
    assert duration_said(70, "nl") == "1 u 10 min"
    assert duration_said(1, "nl") == "één minuut"
