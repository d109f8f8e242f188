"""Files in and out, templates and samples, through the door."""

import json

import pytest

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import Refusal
from journeymap.domain.text.resources import data
from journeymap.exchange.formats import FORMATS, Takes, offered
from journeymap.service.service import Service
from tests.support.tracker_files import texts_in

VA = data("samples", "va-patient-experience.csv")


def test_the_first_start_loads_the_samples_once(service: Service, noor: Participant) -> None:
    service.first_start()
    service.first_start()
    heads = service.maps.heads(noor)
    assert sorted((head.title, head.kind.value) for head in heads) == [
        ("An outpatient visit to the VA", "as-is"),
        ("Visiting a nature park", "as-is"),
        ("Visiting a nature park, one plan for the day", "to-be"),
    ]


def test_the_nature_park_shows_everything_a_map_can_hold(service: Service, noor: Participant) -> None:
    journey = service.maps.journey(noor, service.exchange.load_sample(noor, "nature-park"))
    assert 5 <= journey.count("episodes") <= 7
    assert 50 <= journey.count("moments") <= 60
    assert 100 <= journey.count("touchpoints") <= 140
    assert journey.count("channels") == 19
    assert sum(channel.assumed for channel in journey.channels) == 3
    assert {path.kind.value for path in journey.paths} == {"happy", "unhappy", "loop", "abandoned"}
    assert {moment.evidence_status.value for moment in journey.moments} == {"assumed", "internal", "validated"}
    assert all(journey.communications_of(episode.id) for episode in journey.episodes)
    assert all(episode.targeted_valence is not None for episode in journey.episodes)


def test_its_to_be_eliminates_merges_and_moves(service: Service, noor: Participant) -> None:
    as_is = service.exchange.load_sample(noor, "nature-park")
    to_be = next(head.id for head in service.maps.heads(noor) if head.as_is_id == as_is)
    comparison = service.comparisons.of(noor, as_is, to_be)
    for disposition in set(Disposition) - {Disposition.OPEN, Disposition.UNDECIDED}:
        assert comparison.count(disposition) > 0, f"the sample has nothing that is {disposition}"
    elapsed = next(figure for figure in comparison.figures() if figure.name == "elapsed")
    assert (elapsed.before.value, elapsed.after.value) == (522, 484)


def test_english_and_dutch_samples_have_the_same_structure() -> None:
    def shape(value: object) -> object:
        """Everything but the texts."""
        texts = {"text", "title", "name", "notes", "goal", "context", "segment", "tone", "team", "system"}
        texts |= {
            "felt_label",
            "evidence_source",
            "outcome",
            "targeted_label",
            "evidence_by",
            "scope_start",
            "scope_end",
            "language",
        }
        if isinstance(value, dict):
            return {key: key in texts or shape(item) for key, item in value.items()}
        return [shape(item) for item in value] if isinstance(value, list) else value

    for kind in ("as-is", "to-be"):
        english, dutch = (
            json.loads(data("samples", f"nature-park.{language}.{kind}.json").read_bytes()) for language in ("en", "nl")
        )
        assert shape(english) == shape(dutch)
        assert english != dutch


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_template_makes_a_map_in_its_language(service: Service, noor: Participant, language: str) -> None:
    templates = service.exchange.templates(language)
    assert {name for name, _ in templates} == {"bank-onboarding", "municipal-permit", "web-shop-order"}
    for name, title in [*templates, ("empty", "")]:
        map_id = service.exchange.create_from_template(noor, name, "Ours", language=language)
        journey = service.maps.journey(noor, map_id)
        assert (journey.title, journey.language) == ("Ours", language)
        assert (journey.count("moments") >= 10) is bool(title)


def test_a_published_map_is_imported_and_its_to_be_designed(service: Service, noor: Participant) -> None:
    found, mapping = service.exchange.read_table(noor, VA.read_bytes(), VA.name)
    plan = service.exchange.plan(noor, found, mapping, title="VA", kind="as-is", language="en", persona="A Veteran")
    assert service.maps.heads(noor) == [], "a plan writes nothing"
    assert (plan.counts.episodes, plan.counts.moments, plan.problems) == (6, 17, ())
    map_id = service.exchange.import_plan(noor, plan, VA.read_bytes())
    journey = service.maps.journey(noor, map_id)
    assert journey.episodes[0].title == "Register"
    assert [m.text for m in journey.moments if m.optional] == [
        "Complete labs or visit with friends",
        "Go to another appointment, complete labs, or visit with friends",
    ]
    assert [c.name for c in journey.channels_of(journey.moments[2].id)] == ["Phone", "Website"]
    assert "Appointment reminder" in journey.moments[3].notes
    to_be = service.maps.design_to_be(noor, map_id)
    assert service.comparisons.of(noor, map_id, to_be).count(Disposition.KEPT) == 17


def test_a_map_goes_out_and_comes_back_the_same(service: Service, noor: Participant) -> None:
    first = service.exchange.load_sample(noor, "nature-park")
    taken = service.exchange.export(noor, first, "json")
    again = service.maps.journey(noor, service.exchange.import_document(noor, taken.content, again=True))
    copy = json.loads(service.exchange.export(noor, again.map_id, "json").content)
    assert copy.pop("identity") == again.map_id, "a copy is another map"
    whole = json.loads(taken.content)
    assert whole.pop("identity") == first
    assert copy == whole


@pytest.mark.parametrize("name", [one.name for one in offered(Takes.MAP, Takes.STORIES)])
def test_every_format_takes_the_map_away(service: Service, noor: Participant, name: str) -> None:
    as_is = service.exchange.load_sample(noor, "nature-park")
    to_be = next(head.id for head in service.maps.heads(noor) if head.as_is_id == as_is)
    taken = service.exchange.export(noor, to_be, name)
    assert "membership" in texts_in(taken.content).casefold()
    assert taken.name.endswith(FORMATS[name].suffix)
    assert taken.name.isascii()


def test_only_what_changed_becomes_work(service: Service, noor: Participant) -> None:
    as_is = service.exchange.load_sample(noor, "nature-park")
    to_be = next(head.id for head in service.maps.heads(noor) if head.as_is_id == as_is)
    everything = service.exchange.stories(noor, to_be)
    changed = service.exchange.stories(noor, to_be, only_changed=True)
    kept = service.comparisons.of(noor, as_is, to_be).count(Disposition.KEPT)
    assert sum(len(e.stories) for e in everything) - sum(len(e.stories) for e in changed) == kept > 0


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b'{"format":"journeymap","version":99}', b"\xff\xfe", b"{" * 9]
)
def test_a_file_that_is_no_map_writes_nothing(service: Service, noor: Participant, content: bytes) -> None:
    with pytest.raises(Refusal):
        service.exchange.import_document(noor, content)
    assert service.maps.heads(noor) == []


def test_what_is_not_there_is_named(service: Service, noor: Participant, park: str) -> None:
    with pytest.raises(Refusal, match="There are: nature-park, natuurpark, va-patient-experience"):
        service.exchange.load_sample(noor, "moon")
    with pytest.raises(Refusal, match="There are: json"):
        service.exchange.export(noor, park, "papyrus")
    with pytest.raises(Refusal):
        service.exchange.create_from_template(noor, "moon", "Ours")
