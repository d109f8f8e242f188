"""The graph as files. All that draws is imported when somebody asks, for it takes a second to load."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from journeymap.domain.model.rows import GraphView
from journeymap.domain.text.errors import invalid, unavailable
from journeymap.exchange.file_position import shown
from journeymap.exchange.wishes import MapWish

if TYPE_CHECKING:
    from journeymap.graph.picture import View


def check_view(name: str) -> None:
    """Refuse an unknown view, and name those that exist."""
    if name not in {str(view) for view in GraphView}:
        raise invalid("graph-view", name=shown(name), names=", ".join(GraphView))


def graph_html(wish: MapWish) -> bytes:
    """A page that holds everything and opens offline; it follows the reader's own light or dark."""
    from journeymap.graph.takeaway import html  # noqa: PLC0415

    drawn = _view(wish, dark=False)
    return html(wish.journey, drawn, language=wish.language or wish.journey.language).encode()


def graph_svg(wish: MapWish) -> bytes:
    """A drawing that is sharp at any size."""
    from journeymap.graph.svg import svg  # noqa: PLC0415

    return svg(wish.journey, _view(wish, dark=wish.dark), dark=wish.dark).encode()


def graph_png(wish: MapWish) -> bytes:
    """A picture. Errors: Refusal where this computer cannot draw it."""
    from journeymap.graph.raster import NoFonts  # noqa: PLC0415
    from journeymap.graph.svg import png  # noqa: PLC0415

    try:
        return png(wish.journey, _view(wish, dark=wish.dark), dark=wish.dark)
    except NoFonts:
        raise unavailable("graph-no-fonts") from None
    except TimeoutError:
        raise unavailable("graph-too-large") from None


def graph_graphml(wish: MapWish) -> bytes:
    """The view as data for tools that read GraphML."""
    from journeymap.graph.graph_formats import graphml  # noqa: PLC0415

    return _data(wish, graphml)


def graph_gexf(wish: MapWish) -> bytes:
    """The view as data for Gephi."""
    from journeymap.graph.graph_formats import gexf  # noqa: PLC0415

    return _data(wish, gexf)


def _data(wish: MapWish, write: "Callable[..., bytes]") -> bytes:
    return write(wish.journey, _view(wish, dark=wish.dark))


def _view(wish: MapWish, *, dark: bool) -> "View":
    check_view(wish.view)
    from journeymap.graph import views  # noqa: PLC0415

    language = wish.language or wish.journey.language
    drawn = views.view(wish.journey, wish.view, as_is=wish.as_is, language=language, dark=dark)
    return with_standing(drawn, wish.standing.warning(language))


def with_standing(drawn: "View", said: str) -> "View":
    """The view, whose sentence says first how far its map is: it stands on every picture, and in every file of data."""
    return replace(drawn, sentence=f"{said} {drawn.sentence}".strip()) if said else drawn
