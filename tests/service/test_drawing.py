"""The graph to take away, through the door."""

import pytest

from journeymap.domain.errors import Refusal
from journeymap.domain.people import Participant, Role
from journeymap.service.drawing import AT_ONCE, FORMATS, WAITING
from journeymap.service.service import Service


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "png"])
def test_a_view_is_a_file_with_a_name_of_its_own(service: Service, noor: Participant, park: str, name: str) -> None:
    taken = service.drawing.take_away(noor, park, "needs", name, language="nl")
    assert taken.name.endswith(f"-graph-needs.{name}")
    assert taken.media_type == FORMATS[name][0]
    assert len(taken.content) > 500


def test_a_picture_is_made_whoever_asks(service: Service, noor: Participant, park: str) -> None:
    assert service.drawing.take_away(noor, park, "journey", "png", dark=True).content.startswith(b"\x89PNG")


def test_a_to_be_is_laid_over_the_as_is_it_was_made_from(service: Service, noor: Participant, park: str) -> None:
    to_be = service.maps.design_to_be(noor, park)
    told = service.drawing.take_away(noor, to_be, "over", "html", language="en").content.decode()
    assert "Nothing has changed yet" in told


def test_who_may_not_see_a_map_may_not_take_its_graph(service: Service, park: str) -> None:
    stranger = Participant(id="eve", name="Eve", role=Role.PARTICIPANT, workshop_id="elsewhere")
    with pytest.raises(Refusal):
        service.drawing.take_away(stranger, park)


@pytest.mark.parametrize("asked", [("sky", "html"), ("journey", "poem"), ("", ""), ("journey\0", "html")])
def test_what_there_is_not_is_refused_with_what_there_is(
    service: Service, noor: Participant, park: str, asked: tuple[str, str]
) -> None:
    with pytest.raises(Refusal, match="There are:"):
        service.drawing.take_away(noor, park, *asked)


def test_so_many_wait_for_a_picture_and_the_next_is_told_at_once(
    service: Service, noor: Participant, park: str
) -> None:
    for _ in range(AT_ONCE + WAITING):
        service.drawing.queue.acquire()
    with pytest.raises(Refusal, match="Other pictures are being made"):
        service.drawing.take_away(noor, park, "journey", "png")
