"""How long something took, as people write it."""

import pytest

from journeymap.exchange.time_lengths import are_points_in_time, minutes


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        *(("5", 5), ("5 min", 5), ("5 minuten", 5), ("1,5 uur", 90), ("2h", 120), ("10 min.", 10), ("1e-5", 0.00001)),
        *(
            ("-5", -5),
            ("0:30", 30),
            ("1:30", 90),
            ("09:30", 570),
            ("1:00:30", 60.5),
            ("2 days", 2880),
            ("2 dagen", 2880),
        ),
        *(("1 week", 10080), ("1 h 30", 90), ("1u30", 90), ("1 day, 2 hours and 5 min", 1565), ("PT1H30M", 90)),
        *(("90 sec", 1.5), ("~10 min", 10)),
    ],
)
def test_lengths_of_time_are_read_in_minutes(cell: str, value: float) -> None:
    assert minutes(cell) == pytest.approx(value)


@pytest.mark.parametrize(
    "cell", ["", "a while", "5 parsecs", "min", "5 5", "2026-09-18 09:30", "1:75", "30 min 1 h", "5-10", "PT", "P"]
)
def test_what_is_no_length_of_time_is_none(cell: str) -> None:
    assert minutes(cell) is None


@pytest.mark.parametrize(
    ("cells", "are"),
    [
        (("2026-09-18T09:30:00Z", "2026-09-18T09:31:00Z"), True),
        (("18/09/2026 09:30", ""), True),
        (("09:30", "09:45", "10:00"), True),
        (("9:30 am",), True),
        (("0:30", "1:30"), False),
        (("00:30", "01:15"), False),
        (("5", "10 min"), False),
        ((), False),
    ],
)
def test_when_something_was_is_not_how_long_it_took(cells: tuple[str, ...], are: bool) -> None:
    assert are_points_in_time(cells) is are
