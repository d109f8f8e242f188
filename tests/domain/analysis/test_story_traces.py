"""Traces of stories: to needs, to today's moments, and to why we believe them, each both ways."""

from hypothesis import given, settings

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.analysis.story_traces import NeedTrace, story_traces
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Remove
from journeymap.domain.model.rows import EvidenceStatus, Moment
from tests.support.journeys import journeys
from tests.support.small_maps import made, sample


def test_a_need_is_served_by_every_story_that_has_it_whatever_its_case() -> None:
    journey = made(
        {"text": "Call", "id": "call", "needs": [{"text": "Be sure"}]},
        {"text": "Ask", "id": "ask", "needs": [{"text": "be  sure."}, {"text": "Know when"}]},
        {"text": "Wait", "id": "wait"},
        map={"title": "T", "kind": "to-be"},
    )
    traces = story_traces(journey)
    assert traces.needs == (NeedTrace("Be sure", ("call", "ask")), NeedTrace("Know when", ("ask",)))
    assert traces.without_need == ("wait",)


def test_a_need_that_a_moment_names_itself_is_served_by_its_story() -> None:
    traces = story_traces(made({"text": "I call the desk because I need certainty", "id": "call"}))
    assert traces.needs == (NeedTrace("I need certainty", ("call",)),)
    assert traces.without_need == ()


def test_a_need_of_today_that_no_story_serves_is_told() -> None:
    as_is, to_be = sample("as-is"), sample("to-be")
    full = story_traces(to_be, compare(as_is, to_be))
    lost = {need.text for need in full.needs if need.today}
    assert lost == {as_is.tables["needs"][i].called for i in compare(as_is, to_be).lost_needs}
    gone = next(need for moment in to_be.moments for need in to_be.needs_of(moment.id) if need.origin)
    fewer = perform(to_be, [Remove(table="needs", id=gone.id)])[0]
    after = {need.text for need in story_traces(fewer, compare(as_is, fewer)).needs if need.today}
    assert after - lost <= {as_is.tables["needs"][gone.origin or ""].called}
    assert len(after) >= len(lost)


def test_stories_and_moments_of_today_name_each_other() -> None:
    as_is, to_be = sample("as-is"), sample("to-be")
    traces = story_traces(to_be, compare(as_is, to_be))
    assert list(traces.as_is) == [moment.id for moment in as_is.moments]
    assert list(traces.sources) == [moment.id for moment in to_be.moments]
    there = {(story, moment) for story, moments in traces.sources.items() for moment in moments}
    back = {(story, moment) for moment, stories in traces.as_is.items() for story in stories}
    assert there == back
    assert any(not stories for stories in traces.as_is.values())
    assert any(len(moments) > 1 for moments in traces.sources.values())


def test_evidence_names_the_stories_that_rest_on_it_and_they_name_it() -> None:
    to_be = sample("to-be")
    traces = story_traces(to_be, compare(sample("as-is"), to_be))
    assert {(p, s) for p, stories in traces.proofs.items() for s in stories} == {
        (p, s) for s, proofs in traces.believed.items() for p in proofs
    }
    assert all(proof.status is not EvidenceStatus.ASSUMED for proof in traces.proofs)
    assert any(proof.by.startswith("Mila") for proof in traces.proofs)


def test_without_an_as_is_there_is_nothing_of_today() -> None:
    traces = story_traces(sample("to-be"))
    assert traces.as_is == {}
    assert set(traces.sources.values()) == {()}
    assert not any(need.today for need in traces.needs)


@settings(max_examples=30, deadline=None)
@given(journeys())
def test_no_story_is_missing_from_the_traces(journey: Journey) -> None:
    traces = story_traces(journey)
    ids = {moment.id for moment in journey.moments}
    assert set(traces.sources) == set(traces.believed) == ids
    assert {m for need in traces.needs for m in need.moments} | set(traces.without_need) == ids
    assert all(isinstance(journey.get(Moment, i), Moment) for i in traces.without_need)
