"""Dates have one form a language, wherever a person reads them."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import journeymap
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.domain.text.dates import day_said, time_said


@pytest.mark.parametrize(
    ("on", "language", "said"),
    [
        ("2026-08-03", "en", "3 August 2026"),
        ("2026-08-03", "nl", "3 augustus 2026"),
        (date(1999, 12, 31), "en", "31 December 1999"),
        (date(2028, 2, 29), "nl", "29 februari 2028"),
    ],
)
def test_a_day_is_said_in_words_with_its_year(on: date | str, language: str, said: str) -> None:
    assert day_said(on, language) == said


def test_a_time_is_the_day_and_the_hour() -> None:
    at = datetime(2026, 3, 7, 9, 5, tzinfo=UTC)
    assert [time_said(at, language) for language in ("en", "nl")] == ["7 March 2026, 09:05", "7 maart 2026, 09:05"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_day_of_a_year_is_said_otherwise(language: str) -> None:
    days = [date(2028, 1, 1) + timedelta(days=n) for n in range(366)]
    assert len({day_said(day, language) for day in days}) == 366


def test_screens_form_no_date_of_their_own() -> None:
    """What a person reads goes by these two functions: nothing else of ours writes a date out."""
    ours = Path(journeymap.__file__).parent
    forms = re.compile(r"format_date\(|format_datetime\(|strftime\(|\.isoformat\(\)\)\}|dateStyle")
    found = {
        str(path.relative_to(ours))
        for kind in ("*.py", "*.js")
        for path in ours.rglob(kind)
        if forms.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"domain/text/dates.py", "ui/times.py"}, "ui/times.py writes the time of day"
