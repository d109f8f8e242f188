"""What undo brings back stays: nobody drives out the picture that somebody else replaced, and none is kept in vain."""

import pytest

from journeymap.domain.model.limits import PICTURES
from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.workshop import Step, StepKind
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.portraits import Portrait, portrait
from journeymap.service import portraits
from journeymap.service.house import House
from journeymap.service.service import Service
from tests.support.pictures import sent

MOMENTS = Step(id="t", kind=StepKind.MOMENTS, title="How it is")
FIRST = portrait(sent())


class Trying:
    """A workshop whose people try pictures of the persona; those who lead have chosen one and taken it off again."""

    def __init__(self, service: Service) -> None:
        self.service = service
        made = service.workshops.create(service.people.owner(), "A room", agenda=[MOMENTS])
        self.lead, self.map_id, self.id = made.lead, made.map_id, made.workshop.id
        self.step = made.workshop.steps[0].id
        self.ann, self.ben = (service.people.join(made.workshop.join_code, name) for name in ("Ann", "Ben"))
        persona = self.service.maps.journey(self.lead, self.map_id).persona
        self.persona = persona.id if persona else "p"
        if persona is None:
            self.do(Add(table="personas", id="p", values={"name": "Marieke"}))
        self.put(self.lead)
        self.do(Set(table="personas", id=self.persona, field="picture", value=""))

    def do(self, *changes: Add | Set) -> None:
        self.service.changes.change(self.lead, self.map_id, changes)

    def put(self, person: Participant, n: int = 0) -> None:
        """One of many pictures; each number is another one."""
        self.service.portraits.put(person, self.map_id, sent() if n == 0 else sent("PNG", (32 + n, 32)))

    @property
    def kept(self) -> set[str]:
        return set(self.service.house.store.pictures(self.map_id, "")[0])

    def begin(self) -> None:
        """A step in which nobody but those who lead changes the persona."""
        self.service.workshops.facilitation.start(self.lead, self.id, self.step)


@pytest.fixture
def room(service: Service) -> Trying:
    return Trying(service)


def test_a_picture_that_the_step_does_not_allow_is_neither_opened_nor_kept(
    room: Trying, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.begin()
    monkeypatch.setattr(portraits, "made", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(Refusal) as why:
        room.put(room.ann, 1)
    assert why.value.key == "refusal-not-in-this-step"
    assert room.kept == {FIRST.name}


@pytest.mark.parametrize(
    ("happens", "key"),
    [
        ("nothing", ""),
        ("a step", "refusal-not-in-this-step"),
        ("a removal", "refusal-other-workshop|refusal-seat-removed"),
        ("a claim", "refusal-seat-moved"),
        ("the archive", "refusal-archived"),
    ],
)
def test_whether_it_is_allowed_is_read_beside_the_writer(
    room: Trying, monkeypatch: pytest.MonkeyPatch, happens: str, key: str
) -> None:
    admission, store = room.service.workshops.admission, room.service.house.store
    asks = room.ann
    if happens == "a step":
        room.begin()
    elif happens == "a removal":
        admission.remove(room.lead, room.id, room.ann.id)
    elif happens == "a claim":
        asks = room.ann.model_copy(update={"seats": room.ann.seats + 1})
    elif happens == "the archive":
        room.service.maps.archive(room.lead, room.map_id)
    monkeypatch.setattr(type(store), "write", lambda *_: pytest.fail("it waited for the writer"))
    change = Set(table="personas", id=room.persona, field="picture", value="")
    try:
        room.service.changes.check(asks, room.map_id, [change])
        said = ""
    except Refusal as refusal:
        said = refusal.key
    assert said in key.split("|")


def test_nor_is_one_kept_that_is_not_allowed_any_more_when_it_has_been_opened(
    room: Trying, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = portraits.made

    def slowly(house: House, content: bytes, person: Participant) -> Portrait:
        room.begin()
        return made(house, content, person)

    monkeypatch.setattr(portraits, "made", slowly)
    with pytest.raises(Refusal) as why:
        room.put(room.ann, 1)
    assert why.value.key == "refusal-not-in-this-step"
    assert room.kept == {FIRST.name}


def test_what_others_do_in_bulk_leaves_what_undo_brings_back(room: Trying) -> None:
    for n in range(1, PICTURES + 3):
        room.put(room.ann, n)
    for _ in range(PICTURES + 2):
        room.service.changes.undo(room.ann, room.map_id)
    room.service.changes.undo(room.lead, room.map_id)
    persona = room.service.maps.journey(room.lead, room.map_id).persona
    assert persona
    assert persona.picture == FIRST.name
    assert room.service.portraits.content(room.lead, room.map_id, FIRST.name) == FIRST.content


def test_what_others_do_in_bulk_leaves_what_redo_brings_back(room: Trying) -> None:
    for _ in range(2):
        room.service.changes.undo(room.lead, room.map_id)
    for n in range(1, PICTURES + 3):
        room.put(room.ann, n)
    assert FIRST.name in room.kept


def test_of_ones_own_the_last_stay(room: Trying) -> None:
    for n in range(1, PICTURES + 4):
        room.put(room.ann, n)
    names = [portrait(sent("PNG", (32 + n, 32))).name for n in range(1, PICTURES + 4)]
    assert room.kept == {FIRST.name, *names[-PICTURES - 1 :]}


def test_a_map_is_full_at_last_and_says_so_but_not_to_those_who_lead(
    room: Trying, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portraits, "PICTURES_IN_ALL", 6)
    for n in range(1, 6):
        room.put(room.ann if n % 2 else room.ben, n)
    before = room.kept
    with pytest.raises(Refusal) as why:
        room.put(room.ben, 7)
    assert (why.value.key, why.value.values) == ("refusal-pictures-full", {"most": 6})
    assert room.kept == before
    room.put(room.lead, 8)
    assert before < room.kept
