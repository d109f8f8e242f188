"""Times as a person reads them: in their words, their language and their time zone."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st
from babel.dates import format_timedelta

from journeymap.domain.text.dates import day_said, time_said
from journeymap.ui.shared import language, service, t

JUST_NOW = timedelta(seconds=90)
IN_DAYS = 7
"""How many days back a time is still told as “… days ago”."""


def ago(at: str) -> str:
    """How long ago, in words; after a week the day."""
    then, now = _moment(at), _moment(service().house.now())
    if now - then < JUST_NOW:
        return t("shell-just-now")
    days = (now.date() - then.date()).days
    if days == 1:
        return t("shell-yesterday")
    if days < IN_DAYS:
        # Whole days by the calendar: what happened on Monday is two days ago all Wednesday long.
        past = timedelta(days=days) if days else now - then
        return format_timedelta(-past, add_direction=True, locale=language())
    return day_said(then.date(), language())


def exact(at: str) -> str:
    """The day and the time, in the person's time zone."""
    return time_said(_moment(at), language())


def clock(at: str) -> str:
    """The time of day."""
    return _moment(at).strftime("%H:%M")


def day_of(at: str) -> date:
    """The day, in the person's time zone."""
    return _moment(at).date()


def date_format() -> str:
    """How a date is typed into a field: day, month, year, as it is said."""
    return "DD-MM-YYYY" if language() == "nl" else "DD/MM/YYYY"


def day(at: str) -> str:
    """The day as a heading: today, yesterday, 3 August 2026."""
    then, today = day_of(at), day_of(service().house.now())
    if then == today:
        return t("shell-today")
    if then == today - timedelta(days=1):
        return t("shell-yesterday-heading")
    return day_said(then, language())


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone(_zone())


def _zone() -> tzinfo:
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
