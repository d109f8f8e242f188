"""Our own faces: five that differ by their mouths, named in both languages."""

import xml.etree.ElementTree as ET

import pytest

from journeymap.domain.model.emotions import step_of
from journeymap.graph.palette import COLORS
from journeymap.ui import faces, palette

SVG = "{http://www.w3.org/2000/svg}"


def test_there_is_a_face_for_each_step_of_the_scale() -> None:
    assert faces.STEPS == (-2, -1, 0, 1, 2)
    for step in faces.STEPS:
        assert ET.fromstring(faces.svg(step)).tag == f"{SVG}svg"


def test_faces_differ_without_their_colours() -> None:
    def drawing(step: int) -> str:
        picture = faces.svg(step)
        for colour in palette.FACES:
            picture = picture.replace(colour, "grey")
        return picture

    assert len({drawing(step) for step in faces.STEPS}) == len(faces.STEPS)


@pytest.mark.parametrize(("valence", "step"), [(-2.0, -2), (-1.4, -1), (-0.4, 0), (0.0, 0), (0.6, 1), (1.8, 2)])
def test_a_valence_shows_the_nearest_face(valence: float, step: int) -> None:
    assert step_of(valence) == step
    assert faces.uri(step) in faces.face(valence, "en")


def test_a_face_is_read_aloud_by_its_name() -> None:
    assert faces.face(2, "en").startswith("![very good](data:image/svg+xml,")
    assert faces.face(-2, "nl").startswith("![heel slecht](")


def test_a_face_fits_in_markdown() -> None:
    assert not set("() <>\"'") & set(faces.uri(-2))


@pytest.mark.parametrize("colour", COLORS)
def test_text_on_an_episode_can_be_read(colour: str) -> None:
    ink, ground = palette.luminance(palette.ink_on(colour)), palette.luminance(colour)
    high, low = max(ink, ground), min(ink, ground)
    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_episode_colours_start_again_after_the_last() -> None:
    assert palette.episode_colour(len(COLORS)) == palette.episode_colour(0)
