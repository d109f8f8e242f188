"""The beamer has the colours of the graph, the summary and the thumbnails: an episode looks the same everywhere."""

import re

from journeymap.domain.text.resources import home
from journeymap.graph.palette import COLORS

SCREEN = home() / "journeymap" / "frontend" / "screen"


def test_an_episode_has_the_same_colour_on_the_beamer_as_everywhere_else() -> None:
    css = (SCREEN / "screen.css").read_text("utf-8")
    found = dict(re.findall(r"\.screen \.e(\d+) \{ background: (#\w+)", css))
    assert [found[str(n)] for n in range(len(found))] == list(COLORS)
    assert f"COLOURS = {len(COLORS)};" in (SCREEN / "parts.js").read_text("utf-8")
