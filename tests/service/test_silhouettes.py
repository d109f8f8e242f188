"""Silhouettes of many maps: of what everybody may see, and drawn up once for each state of a map."""

import pytest

from journeymap.domain.analysis.silhouette import silhouette_of
from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.model.workshop import StepKind
from journeymap.domain.text.errors import Refusal
from journeymap.service.service import Service
from journeymap.storage.sqlite_store import SqliteStore


def test_it_is_that_of_the_map_as_everybody_sees_it(service: Service, noor: Participant) -> None:
    service.exchange.load_sample(noor, "nature-park")
    heads = service.maps.heads(noor)
    drawn = service.maps.silhouettes(noor, heads)
    assert len(drawn) == 2
    for head in heads:
        assert drawn[head.id] == silhouette_of(PUBLIC.of_map(service.maps.journey(noor, head.id)))


def test_a_map_that_did_not_change_is_not_read_again(
    service: Service, noor: Participant, park: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = service.maps.create(noor, "Another")
    heads = service.maps.heads(noor)
    asked: list[list[str]] = []
    read = SqliteStore.silhouettes

    def watched(self: SqliteStore, map_ids: list[str]):
        asked.append(list(map_ids))
        return read(self, map_ids)

    monkeypatch.setattr(SqliteStore, "silhouettes", watched)
    for _ in range(3):
        service.maps.silhouettes(noor, heads)
    service.changes.change(noor, park, [Add(table="episodes", id="new", values={"title": "After"})])
    assert service.maps.silhouettes(noor, heads)[park].titles[-1] == "After"
    assert [sorted(ids) for ids in asked] == [sorted([park, other]), [park]]


def test_no_map_is_read_as_a_whole(
    service: Service, noor: Participant, park: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads = service.maps.heads(noor)
    monkeypatch.setattr(SqliteStore, "journey", lambda *_: pytest.fail("a thumbnail reads no whole map"))
    assert service.maps.silhouettes(noor, heads)[park].moments


def test_what_somebody_hides_is_in_nobodys_silhouette(service: Service, noor: Participant) -> None:
    made = service.workshops.create(noor, "A visit", facilitator="Ilse", agenda="two-hours")
    map_id, lead = made.map_id, made.lead
    step = next(one for one in made.workshop.steps if one.kind is StepKind.MOMENTS)
    if not step.private:
        service.workshops.arrange(
            lead, made.workshop.id, [one.model_copy(update={"private": True}) if one == step else one
                                     for one in made.workshop.steps],
        )  # fmt: skip
    service.changes.change(lead, map_id, [Add(table="episodes", id="e", values={"title": "Before"})])
    service.workshops.facilitation.start(lead, made.workshop.id, step.id)
    mila = service.people.join(made.workshop.join_code, "Mila", Role.PARTICIPANT)
    service.changes.change(mila, map_id, [Add(table="moments", id="m", parent="e", values={"text": "I hide"})])
    head = service.maps.head(mila, map_id)
    assert service.maps.journey(mila, map_id).moments, "she sees it herself"
    assert not service.maps.silhouettes(mila, [head])[map_id].moments
    service.workshops.facilitation.reveal(lead, made.workshop.id)
    assert service.maps.silhouettes(mila, [head])[map_id].moments


def test_whoever_may_not_see_a_map_sees_no_silhouette(service: Service, noor: Participant, park: str) -> None:
    heads = service.maps.heads(noor)
    stranger = Participant(id="x", name="X", role=Role.FACILITATOR, workshop_id="elsewhere")
    with pytest.raises(Refusal):
        service.maps.silhouettes(stranger, heads)


def test_a_targeted_emotion_is_its_own_or_its_episodes(service: Service, noor: Participant, park: str) -> None:
    journey = service.maps.journey(noor, park)
    episode, moment = journey.episodes[0], journey.moments[0]
    service.changes.change(
        noor,
        park,
        [
            Set(table="episodes", id=episode.id, field="targeted_valence", value=1.5),
            Set(table="moments", id=moment.id, field="targeted_label", value="calm"),
        ],
    )
    drawn = service.maps.silhouettes(noor, service.maps.heads(noor))[park]
    assert drawn == silhouette_of(service.maps.journey(noor, park))
