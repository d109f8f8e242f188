"""Times as a person reads them: in their words, their language and their time zone."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st
from babel.dates import format_date, format_datetime, format_timedelta

from journeymap.ui.resources import language, service, t

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
    return _day(then.date(), now.date())


def exact(at: str) -> str:
    """The day and the time, in the person's time zone."""
    return format_datetime(_moment(at), "EEEE d MMMM y, HH:mm", locale=language())


def clock(at: str) -> str:
    """The time of day."""
    return _moment(at).strftime("%H:%M")


def day_of(at: str) -> date:
    """The day, in the person's time zone."""
    return _moment(at).date()


def day(at: str) -> str:
    """The day as a heading: today, yesterday, Monday 3 August."""
    then, today = day_of(at), day_of(service().house.now())
    if then == today:
        return t("shell-today")
    if then == today - timedelta(days=1):
        return t("shell-yesterday-heading")
    return _day(then, today, "EEEE d MMMM")


def _day(then: date, today: date, pattern: str = "d MMMM") -> str:
    return format_date(then, pattern if then.year == today.year else f"{pattern} y", locale=language())


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone(_zone())


def _zone() -> tzinfo:
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
