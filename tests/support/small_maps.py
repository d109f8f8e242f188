"""Small maps to take away and bring in: made of a few lines, or one of the samples that ship."""

from typing import Any

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Change
from journeymap.domain.text.resources import data
from journeymap.exchange.columns import guess
from journeymap.exchange.document import from_document
from journeymap.exchange.spreadsheet import read_table
from journeymap.exchange.table_import import plan

HOSTILE = (
    '<img src=x onerror="alert(1)">',
    '=HYPERLINK("http://evil.example","click")',
    "[click](http://evil.example) ![x](http://evil.example/x.png)",
    "# Not a heading",
    "مرحبا بالعالم، هذه رحلة",
    "👩‍👩‍👧 with a pram 🌳",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "</script><script>alert(1)</script>",
    "$(reboot) `rm -rf` ; a\\; b \\",
    "｛ＨＹＰＥＲ＝１｝ ＝1+1",  # noqa: RUF001
    "{ $persona } %s {0}",
)
"""Texts that would like to be more than text; each fits on one line of a map."""


def built(changes: list[Change], map_id: str = "map") -> Journey:
    """The journey that these changes make out of nothing."""
    return perform(Journey(map_id), changes)[0]


def document(*moments: Any, **top: Any) -> dict[str, Any]:
    """A document with one episode of these moments (texts, or whole moments), and whatever is said besides."""
    made = [{"text": moment} if isinstance(moment, str) else moment for moment in moments]
    return {
        "format": "journeymap",
        "version": 1,
        "map": {"title": "A visit"},
        "episodes": [{"title": "Before", "moments": made}],
        **top,
    }


def made(*moments: Any, map_id: str = "map", **top: Any) -> Journey:
    """The journey of such a document."""
    return built(from_document(document(*moments, **top), map_id), map_id)


def published(map_id: str = "va") -> Journey:
    """The map that others have published, as it ships: one lane of long titles, and nothing felt."""
    table = read_table(data("samples", "va-patient-experience.csv").read_bytes(), "va-patient-experience.csv")
    return built(plan(table, guess(table), title="A visit to the VA", persona="A Veteran").changes(map_id), map_id)


def sample(kind: str, language: str = "en", map_id: str = "") -> Journey:
    """The nature park as it ships: `as-is` or `to-be`."""
    content = data("samples", f"nature-park.{language}.{kind}.json").read_bytes()
    return built(from_document(content, map_id or kind), map_id or kind)
