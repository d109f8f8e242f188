"""The summary on one page: what is on it, how much at most, and that text is text."""

from html.parser import HTMLParser
from typing import Any

import pytest

from journeymap.domain.analysis.silhouette import Silhouette, SilhouetteMoment
from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.roles import Participant
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.exchange.poster import DECISIONS, TRUTHS
from journeymap.exchange.poster_curve import curve
from journeymap.service.house import House
from journeymap.service.service import Service
from tests.support.pictures import sent
from tests.support.small_maps import HOSTILE
from tests.support.store_calls import new_store


@pytest.fixture
def service(tmp_path):
    it = Service.of(House(store=new_store(tmp_path / "journeymap.db"), secret=b"k" * 32, owner_name="Noor"))
    yield it
    it.close()


@pytest.fixture
def noor(service: Service) -> Participant:
    return service.people.owner()


class Page(HTMLParser):
    """A page as it is read: its elements, and its words."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.given: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.within = ""
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.given += attrs
        self.within = tag

    def handle_endtag(self, tag: str) -> None:
        self.within = ""

    def handle_data(self, data: str) -> None:
        if self.within != "style":
            self.words.append(data)

    @property
    def said(self) -> str:
        """All its words."""
        return " ".join(" ".join(self.words).split())


def sample_room(service: Service, noor: Participant) -> tuple[str, str]:
    """A workshop on the sample: its id and that of its as-is."""
    as_is = service.exchange.load_sample(noor, "nature-park")
    made = service.workshops.create(noor, "Spring session", facilitator="Ilse", as_is=as_is)
    return made.workshop.id, as_is


def change(service: Service, noor: Participant, map_id: str, *changes: Any) -> None:
    service.changes.change(noor, map_id, changes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_holds_what_a_wall_should_say(service: Service, noor: Participant, language: str) -> None:
    workshop, as_is = sample_room(service, noor)
    persona = service.maps.journey(noor, as_is).persona
    assert persona is not None
    service.portraits.put(noor, as_is, sent())
    change(
        service,
        noor,
        as_is,
        Set(table="personas", id=persona.id, field="quote", value="I want to see the deer"),
        Add(table="decisions", id="d", values={"text": "One plan", "owner": "Otto", "review_on": "2027-01-12"}),
        Add(table="parked", id="p", values={"text": "Too dear"}),
    )
    service.workshops.change(noor, workshop, owner="Mila", next_review="12 May")
    page = Page(service.posters.page(noor, workshop, language))
    for words in (
        *("Spring session", "Marieke", "“I want to see the deer”", persona.goal, "One plan", "Otto", "Too dear"),
        *("Mila", "12 May", "Wait for the confirmation", "2027"),
    ):
        assert words in page.said
    assert page.tags.count("svg") == 1 + 6
    assert any(name == "src" and (value or "").startswith("data:image/webp;base64,") for name, value in page.given)


def test_what_people_wrote_is_text_wherever_it_stands(service: Service, noor: Participant) -> None:
    workshop, as_is = sample_room(service, noor)
    before = Page(service.posters.page(noor, workshop, "en"))
    journey = service.maps.journey(noor, as_is)
    persona, episode = journey.persona, journey.episodes[0]
    truth = next(one for one in journey.moments if one.moment_of_truth)
    assert persona is not None
    for text in HOSTILE:
        change(
            service,
            noor,
            as_is,
            *(Set(table="personas", id=persona.id, field=name, value=text) for name in ("quote", "goal", "segment")),
            Set(table="episodes", id=episode.id, field="title", value=text),
            Set(table="moments", id=truth.id, field="text", value=text),
        )
        page = Page(service.posters.page(noor, workshop, "en"))
        assert set(page.tags) == set(before.tags), text
        assert not [name for name, _ in page.given if name.startswith("on") or name == "style"], text


def test_of_very_much_the_first_stand_there_and_the_rest_is_counted(service: Service, noor: Participant) -> None:
    workshop, as_is = sample_room(service, noor)
    journey = service.maps.journey(noor, as_is)
    marked = [Set(table="moments", id=one.id, field="moment_of_truth", value=True) for one in journey.moments]
    many = [Add(table="decisions", id=f"d{n}", values={"text": f"Decision {n}"}) for n in range(40)]
    change(service, noor, as_is, *marked, *many)
    page = Page(service.posters.page(noor, workshop, "en"))
    assert page.said.count("Decision ") == DECISIONS
    assert f"and {40 - DECISIONS} more" in page.said
    assert f"and {len(journey.moments) - TRUTHS} more" in page.said


def test_an_empty_workshop_has_a_page_too(service: Service, noor: Participant) -> None:
    made = service.workshops.create(noor, "An empty one", facilitator="Ilse")
    page = Page(service.posters.page(noor, made.workshop.id, "en"))
    for words in ("An empty one", "There is nothing on the map yet", "There is no to-be yet", "No decision"):
        assert words in page.said


def test_without_names_nobody_who_was_there_is_named(service: Service, noor: Participant) -> None:
    workshop, as_is = sample_room(service, noor)
    change(service, noor, as_is, Add(table="decisions", id="d", values={"text": "One plan", "owner": "Ilse"}))
    assert "Ilse" in Page(service.posters.page(noor, workshop, "en")).said
    assert "Ilse" not in Page(service.posters.page(noor, workshop, "en", anonymous=True)).said


def test_a_title_that_does_not_fit_ends_in_an_ellipsis() -> None:
    moment = SilhouetteMoment("e", "I call", 1.0, None, True, False, None)
    drawn = Silhouette(("A title of many words that is much too long " * 3, "🌳"), (1, 140), (moment,) * 141)
    assert "…" in curve(drawn, None, {0: 1})


def test_the_legend_names_only_what_is_drawn(service: Service, noor: Participant) -> None:
    made = service.workshops.create(noor, "A visit", persona="Marieke", facilitator="Ilse")
    change(service, noor, made.map_id, Add(table="episodes", id="e", values={"title": "Before"}))
    felt = {"text": "I get lost", "felt_valence": -2, "moment_of_truth": True}
    change(service, noor, made.map_id, Add(table="moments", id="m", parent="e", values=felt))
    before = Page(service.posters.page(noor, made.workshop.id, "en")).said
    assert "felt today" in before
    assert "aimed at" not in before
    assert "→" not in before
    change(service, noor, made.map_id, Set(table="moments", id="m", field="targeted_valence", value=1))
    after = Page(service.posters.page(noor, made.workshop.id, "en")).said
    assert "aimed at" in after
    assert "−2 → +1" in after
