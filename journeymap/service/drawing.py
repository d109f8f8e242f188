"""The graph to take away: a page, a picture, or data for other tools."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from journeymap.domain.errors import invalid, unavailable
from journeymap.domain.people import Participant
from journeymap.domain.rows import GraphView
from journeymap.domain.texts import LANGUAGES
from journeymap.exchange.wording import slug
from journeymap.service.taking import Exchange, Taken

if TYPE_CHECKING:
    from journeymap.domain.journey import Journey
    from journeymap.graph.picture import View

AT_ONCE = 1
"""So many pictures are made at once: each takes a processor for seconds, and the room needs the other one."""

PATIENCE = 30.0
"""Seconds that somebody waits for the picture before theirs."""

WAITING = 5
"""So many may wait; to others it is said at once, for every one who waits takes a thread."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Views of the graph as files. All that draws is imported when somebody asks, for it takes a second to load."""

    exchange: Exchange
    turn: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE))
    queue: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE + WAITING))

    def take_away(
        self,
        person: Participant,
        map_id: str,
        view: str = "journey",
        format_name: str = "html",
        *,
        language: str | None = None,
        dark: bool = False,
    ) -> Taken:
        """A view as a file, in the map's language or another. Seconds of work: call it from a thread of its own.

        Errors: Refusal where this person may not see the map, or there is no such view or format.
        """
        journey = self.exchange.maps.journey(person, map_id)
        if view not in {str(name) for name in GraphView}:
            raise invalid("graph-view", name=view[:40], names=", ".join(GraphView))
        if format_name not in FORMATS:
            raise invalid("graph-format", name=format_name[:40], names=", ".join(FORMATS))
        tongue = language if language is not None and language in LANGUAGES else journey.language
        from journeymap.graph import views  # noqa: PLC0415 - pyvis takes a second to load

        as_is = self.exchange.as_is_of(person, map_id)
        drawn = views.view(journey, view, as_is=as_is, language=tongue, dark=dark and format_name != "html")
        media_type, suffix, render = FORMATS[format_name]
        content = render(self, journey, drawn, tongue, dark)
        stem = slug(journey.title, 80) or "map"
        return Taken(f"{stem}-graph-{view}{suffix}", media_type, content)

    def png(self, journey: Journey, drawn: View, dark: bool) -> bytes:
        """A picture; one at a time, whoever asks. Errors: Refusal where it is not to be had now."""
        if not self.queue.acquire(blocking=False):
            raise unavailable("graph-busy")
        try:
            if not self.turn.acquire(timeout=PATIENCE):
                raise unavailable("graph-busy")
            try:
                return _drawn(journey, drawn, dark)
            finally:
                self.turn.release()
        finally:
            self.queue.release()


def _drawn(journey: Journey, drawn: View, dark: bool) -> bytes:
    from journeymap.graph.raster import NoFonts  # noqa: PLC0415
    from journeymap.graph.svg import png  # noqa: PLC0415

    try:
        return png(journey, drawn, dark=dark)
    except NoFonts:
        raise unavailable("graph-no-fonts") from None
    except TimeoutError:
        raise unavailable("graph-too-large") from None


Render = Callable[[Drawing, "Journey", "View", str, bool], bytes]


def _html(_: Drawing, journey: Journey, drawn: View, language: str, dark: bool) -> bytes:
    from journeymap.graph.takeaway import html  # noqa: PLC0415

    del dark
    return html(journey, drawn, language=language).encode()


def _svg(_: Drawing, journey: Journey, drawn: View, language: str, dark: bool) -> bytes:
    from journeymap.graph.svg import svg  # noqa: PLC0415

    del language
    return svg(journey, drawn, dark=dark).encode()


def _png(drawing: Drawing, journey: Journey, drawn: View, language: str, dark: bool) -> bytes:
    del language
    return drawing.png(journey, drawn, dark)


def _graphml(_: Drawing, journey: Journey, drawn: View, language: str, dark: bool) -> bytes:
    from journeymap.graph.interchange import graphml  # noqa: PLC0415

    del language, dark
    return graphml(journey, drawn)


def _gexf(_: Drawing, journey: Journey, drawn: View, language: str, dark: bool) -> bytes:
    from journeymap.graph.interchange import gexf  # noqa: PLC0415

    del language, dark
    return gexf(journey, drawn)


FORMATS: Mapping[str, tuple[str, str, Render]] = {
    "html": ("text/html; charset=utf-8", ".html", _html),
    "svg": ("image/svg+xml", ".svg", _svg),
    "png": ("image/png", ".png", _png),
    "graphml": ("application/graphml+xml", ".graphml", _graphml),
    "gexf": ("application/gexf+xml", ".gexf", _gexf),
}
"""What a view can be taken away as: media type, ending, and who makes it."""
