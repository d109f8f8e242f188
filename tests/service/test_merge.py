"""Merging near-duplicates: one batch that keeps authors and votes, also those that nobody else sees."""

import pytest

from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.workshop import Ballot, Step, StepKind
from journeymap.domain.text.errors import Refusal
from journeymap.service.service import Service

VOTE = Step(id="vote", kind=StepKind.VOTE, title="Vote", ballot=Ballot(budget=3, cap=2))


class Voted:
    """A workshop in which two people wrote nearly the same, and voted on it without their names."""

    def __init__(self, service: Service) -> None:
        self.service = service
        made = service.workshops.create(service.people.owner(), "A room", agenda=[])
        self.lead, self.map_id, self.id = made.lead, made.map_id, made.workshop.id
        code = made.workshop.join_code
        self.anna, self.ben = (service.people.join(code, name) for name in ("Anna", "Ben"))
        self.do(self.lead, Add(table="episodes", id="e", values={"title": "Before"}))
        self.do(self.anna, Add(table="moments", id="a", parent="e", values={"text": "I call"}))
        self.do(self.ben, Add(table="moments", id="b", parent="e", values={"text": "I phone"}))
        self.do(self.ben, Add(table="needs", id="n", parent="b", values={"text": "be sure"}))
        service.workshops.arrange(self.lead, self.id, [VOTE])
        service.workshops.facilitation.start(self.lead, self.id, service.workshops.get(self.lead, self.id).steps[0].id)
        self.round = service.workshops.get(self.lead, self.id).at
        for n, (person, item) in enumerate([(self.anna, "a"), (self.anna, "b"), (self.ben, "b")]):
            values = {"round": self.round, "item": item, "slot": n % 2}
            self.do(person, Add(table="votes", id=f"v{n}", values=values))

    def do(self, person: Participant, *changes: Add) -> None:
        self.service.changes.change(person, self.map_id, changes)

    def votes(self) -> dict[str, str]:
        rows = self.service.house.store.journey(self.map_id).tables["votes"]
        return {row.id: row.values()["item"] for row in rows.values()}


@pytest.fixture
def voted(service: Service) -> Voted:
    return Voted(service)


def test_votes_that_nobody_sees_and_authors_go_along_and_undo_brings_all_of_it_back(voted: Voted) -> None:
    store, editing = voted.service.house.store, voted.service.changes
    before = store.journey(voted.map_id)
    editing.merge(voted.lead, voted.map_id, [("a", ["b"])])
    after = store.journey(voted.map_id)
    assert list(after.tables["moments"]) == ["a"]
    assert voted.votes() == {"v0": "a", "v1": "a", "v2": "a"}
    assert {row.values()["person"] for row in after.tables["credits"].values()} == {voted.ben.id}
    assert [need.text for need in after.needs_of("a")] == ["be sure"]
    editing.undo(voted.lead, voted.map_id)
    assert store.journey(voted.map_id).same_rows(before)
    editing.redo(voted.lead, voted.map_id)
    assert store.journey(voted.map_id).same_rows(after)


def test_a_facilitator_is_not_told_whose_votes_went_along(voted: Voted) -> None:
    voted.service.changes.merge(voted.lead, voted.map_id, [("a", ["b"])])
    told = voted.service.changes.history(voted.lead, voted.map_id)
    assert not any(operation.table == "votes" for operation in told)
    assert not any(kept.table == "votes" for operation in told for kept in operation.kept)


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.OBSERVER])
def test_only_those_who_lead_merge(voted: Voted, role: Role) -> None:
    person = (
        voted.service.people.join(voted.service.workshops.get(voted.lead, voted.id).join_code, "Cleo", role)
        if (role is Role.OBSERVER)
        else voted.anna
    )
    with pytest.raises(Refusal) as refused:
        voted.service.changes.merge(person, voted.map_id, [("a", ["b"])])
    assert refused.value.code == "forbidden"


def test_what_is_gone_merges_with_nothing(voted: Voted) -> None:
    with pytest.raises(Refusal) as refused:
        voted.service.changes.merge(voted.lead, voted.map_id, [("a", ["b"]), ("a", ["b"])])
    assert refused.value.code == "gone"
    assert voted.votes()["v1"] == "b", "all of it, or nothing"
