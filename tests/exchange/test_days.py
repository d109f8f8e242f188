"""Dates as spreadsheets leave them."""

import pytest

from journeymap.exchange.days import day, order_of
from journeymap.exchange.import_choices import DateOrder

DAY, MONTH = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST


@pytest.mark.parametrize(
    "cell",
    [
        *("2026-09-18", "18-09-2026", "18.9.2026", "18/09/2026", "9/18/2026", "18/9/26", "18 Sep 2026", "18-Sep-26"),
        *("September 18, 2026", "18 september 2026", "2026-09-18 00:00:00", "9/18/2026 12:00 AM", "2026/9/18"),
    ],
)
def test_a_date_is_read_however_it_is_written(cell: str) -> None:
    assert day(cell) == "2026-09-18"


@pytest.mark.parametrize("cell", ["", "31-02-2026", "13/13/2026", "2026", "46283", "tomorrow", "3/4", "18 Foo 2026"])
def test_what_is_no_date_is_none(cell: str) -> None:
    assert day(cell) is None


def test_the_order_decides_where_both_can_be() -> None:
    assert (day("3/4/2026", DAY), day("3/4/2026", MONTH)) == ("2026-04-03", "2026-03-04")
    assert day("3-4-2026") == "2026-04-03"


@pytest.mark.parametrize(
    ("cells", "order", "asked"),
    [
        (("18/09/2026", "3/4/2026"), DAY, False),
        (("9/18/2026", "3/4/2026"), MONTH, False),
        (("3/4/2026", "5/6/2026"), None, True),
        (("4/4/2026",), None, False),
        (("3-4-2026", "2026-04-03"), None, False),
        (("18/09/2026", "9/18/2026"), None, False),
    ],
)
def test_one_date_tells_for_all_and_where_none_does_it_is_asked(
    cells: tuple[str, ...], order: DateOrder | None, asked: bool
) -> None:
    assert order_of(cells) == (order, asked)
