"""Texts of Redmine: whatever somebody typed is shown as it is, by Textile and by Markdown alike."""

import re

from journeymap.exchange.trackers.bodies import Markup

_SIGNS = re.compile(r'[&<>"*_+^~%@=!\[\]{}|\\`#$]')
_SOMETIMES = re.compile(r"\?(?=\?)|(?<=[A-Z0-9])\(|(?<!\w)-|-(?!\w)")
"""A citation, what an acronym stands for, a dash that is no hyphen."""
_AT_START = re.compile(r"^(?:[a-z]+\d*(?=[.(])|\d(?=\d*[.)]))", re.IGNORECASE)
_LINKS = re.compile(
    r"\b(?:(?:attachment|commit|document|export|forum|issue|message|news|note|project|source|user|version)(?=:)|r(?=\d))",
    re.IGNORECASE,
)


def shown(text: str) -> str:
    """The text so that Redmine shows exactly it: what would mark it up or make a link is written as a number."""
    said = _SIGNS.sub(lambda found: _number(found[0]), text)
    said = _SOMETIMES.sub(lambda found: _number(found[0]), said)
    said = _LINKS.sub(lambda found: f"{_number(found[0][0])}{found[0][1:]}", said)
    return _AT_START.sub(lambda found: f"{_number(found[0][0])}{found[0][1:]}", said)


def _number(sign: str) -> str:
    return f"&#{ord(sign)};"


MARKUPS = {
    "textile": Markup(shown, lambda name: f"*{name}*", "* ", "* "),
    "markdown": Markup(shown, lambda name: f"**{name}**", "* ", "* "),
}
"""By the setting of the Redmine that they are sent to."""
