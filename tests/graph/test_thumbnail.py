"""Thumbnails: nothing that anybody wrote becomes markup, and a long journey stays a small picture."""

from html.parser import HTMLParser
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from journeymap.domain.analysis.silhouette import Silhouette, SilhouetteMoment
from journeymap.graph.thumbnail import CANVAS, MOST_POINTS, image, svg, told
from tests.support.small_maps import HOSTILE


def moment(felt: float | None = None, text: str = "I call", aim: float | None = None) -> SilhouetteMoment:
    return SilhouetteMoment("e", text, felt, aim, False, False, None)


def journey(*felt: float | None, text: str = "I call") -> Silhouette:
    return Silhouette(("Before",), (len(felt),), tuple(moment(one, text, 1.0) for one in felt))


class Elements(HTMLParser):
    """What a piece of HTML consists of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_wrote_is_an_image_with_words_and_nothing_else(text: str) -> None:
    drawn = journey(-2, 2, text=text)
    ((tag, given),) = Elements(image(drawn, "en", aims=False)).found
    assert tag == "img"
    assert given.keys() == {"src", "alt", "title", "style"}
    assert given["alt"] == told(drawn, "en", aims=False)
    assert (given["src"] or "").startswith("data:image/svg+xml,")
    ET.fromstring(unquote((given["src"] or "").partition(",")[2]))


def test_the_lowest_and_the_highest_are_said_and_marked() -> None:
    drawn = Silhouette(("Before",), (3,), (moment(0, "I look"), moment(-2, "I wait"), moment(1.5, "I see a deer")))
    assert told(drawn, "en", aims=False) == "Lowest (−2): “I wait”. Highest (+1.5): “I see a deer”."
    assert told(drawn, "nl", aims=False) == "Laagste (−2): “I wait”. Hoogste (+1,5): “I see a deer”."
    assert svg(drawn, aims=False).count("<circle") == 2


def test_a_to_be_is_dashed_over_what_was_felt() -> None:
    drawn = svg(journey(None, None), aims=True, ghost=journey(-1, 1))
    assert drawn.count("<polyline") == 2
    assert drawn.count("stroke-dasharray") == 1


def test_five_thousand_moments_are_a_small_picture() -> None:
    drawn = journey(*(n % 5 - 2 for n in range(5_000)))
    assert svg(drawn, aims=False).count(",") <= MOST_POINTS + 1
    assert len(svg(drawn, aims=False)) < 4_000


@pytest.mark.parametrize("drawn", [Silhouette((), (), ()), Silhouette(("A",), (0,), ()), journey(None), journey(1)])
def test_of_little_there_is_a_picture_too(drawn: Silhouette) -> None:
    for aims in (False, True):
        ET.fromstring(svg(drawn, aims=aims, ghost=drawn))
        assert told(drawn, "en", aims=aims)


def test_every_moment_stands_in_the_picture() -> None:
    points = svg(journey(-2, 0, 2), aims=False).split('points="')[1].split('"')[0].split()
    for point in points:
        x, y = map(float, point.split(","))
        assert 0 < x < CANVAS.width
        assert CANVAS.bar < y < CANVAS.height
