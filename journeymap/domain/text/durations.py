"""Times that something takes, as people say them: in minutes up to an hour, in hours from then on."""

from journeymap.domain.text.catalogue import FALLBACK, say


def duration_said(minutes: float, language: str = FALLBACK) -> str:
    """In a sentence: one minute, 20 minutes, 1 h 5 min. Below a minute to a tenth."""
    if minutes and minutes < 1:
        return say("duration-minutes", language, n=round(minutes, 1))
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return say("duration-minutes", language, n=rest)
    return say("duration-hours-minutes" if rest else "duration-hours", language, hours=hours, minutes=rest)


def duration_short(minutes: float, language: str = FALLBACK) -> str:
    """Where there is little room: 59 min, 1 h 05, 2 h."""
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return say("duration-minutes-short", language, n=rest)
    name = "duration-hours-minutes-short" if rest else "duration-hours"
    return say(name, language, hours=hours, minutes=f"{rest:02d}")
