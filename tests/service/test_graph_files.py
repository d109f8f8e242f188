"""The graph to take away, through the door."""

from typing import Any

import pytest

from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.formats import FORMATS, Takes, offered
from journeymap.service.import_export import Taken
from journeymap.service.service import Service


def take(
    service: Service, person: Participant, map_id: str, view: str = "journey", name: str = "html", **how: Any
) -> Taken:
    """A view of the graph as a file."""
    return service.exchange.export(person, map_id, name, view=view, takes=(Takes.GRAPH,), **how)


@pytest.mark.parametrize("name", [one.name for one in offered(Takes.GRAPH) if not one.slow])
def test_a_view_is_a_file_with_a_name_of_its_own(service: Service, noor: Participant, park: str, name: str) -> None:
    taken = take(service, noor, park, "needs", name, language="nl")
    assert taken.name.endswith(f"-graph-needs.{name}")
    assert taken.media_type == FORMATS[name].media_type
    assert len(taken.content) > 500


def test_a_picture_is_made_whoever_asks(service: Service, noor: Participant, park: str) -> None:
    assert take(service, noor, park, "journey", "png", dark=True).content.startswith(b"\x89PNG")


def test_a_to_be_is_laid_over_the_as_is_it_was_made_from(service: Service, noor: Participant, park: str) -> None:
    to_be = service.maps.design_to_be(noor, park)
    told = take(service, noor, to_be, "over", "html", language="en").content.decode()
    assert "Nothing has changed yet" in told


def test_who_may_not_see_a_map_may_not_take_its_graph(service: Service, park: str) -> None:
    stranger = Participant(id="eve", name="Eve", role=Role.PARTICIPANT, workshop_id="elsewhere")
    with pytest.raises(Refusal):
        take(service, stranger, park)


@pytest.mark.parametrize(
    "asked", [("sky", "html"), ("journey", "poem"), ("", ""), ("journey", "json"), ("journey\0", "html")]
)
def test_what_there_is_not_is_refused_with_what_there_is(
    service: Service, noor: Participant, park: str, asked: tuple[str, str]
) -> None:
    with pytest.raises(Refusal, match="There are:"):
        take(service, noor, park, *asked)
