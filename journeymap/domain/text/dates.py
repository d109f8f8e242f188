"""Dates as people read them: one form a language, on every screen and in every file for people.

Files for programs (JSON, the map's CSV, the API) keep ISO 8601.
"""

from datetime import date, datetime

from journeymap.domain.text.catalogue import FALLBACK, say


def day_said(on: date | str, language: str = FALLBACK) -> str:
    """The day: 3 August 2026. A text is ISO 8601."""
    day = date.fromisoformat(on) if isinstance(on, str) else on
    return say(
        "date-day", language, day=str(day.day), month=say(f"date-month-{day.month}", language), year=str(day.year)
    )


def time_said(at: datetime, language: str = FALLBACK) -> str:
    """The day and the time of day: 3 August 2026, 14:05."""
    return say("date-time", language, day=day_said(at.date(), language), time=at.strftime("%H:%M"))
