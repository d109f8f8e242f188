"""Who is here is told to everybody, together and not too often."""

import pytest

from journeymap.live.presence import MOST, Whereabouts
from journeymap.live.room import PRESENCE_TICK
from tests.support.memory_rooms import Ear, Stage, person


@pytest.fixture
def stage() -> Stage:
    return Stage()


def last(ear: Ear) -> list[dict]:
    """Who is here, as this ear was told last."""
    people: list[dict] = ear.of("presence")[-1]["people"]
    return people


def test_who_comes_and_goes_is_told(stage: Stage) -> None:
    _, anna = stage.enter("Anna", colour=3)
    stage.clock.run(1)
    nowhere = {"at": None, "editing": False}
    hers = {"id": "anna", "name": "Anna", "role": "participant", "colour": 3, **nowhere}
    assert last(anna) == [hers]
    ben, _ = stage.enter("Ben", colour=4)
    stage.clock.run(1)
    assert [one["name"] for one in last(anna)] == ["Anna", "Ben"]
    stage.room.leave(ben)
    stage.clock.run(1)
    assert last(anna) == [hers]


def test_where_somebody_is_is_told_together_ten_times_a_second(stage: Stage) -> None:
    member, _ = stage.enter("Anna")
    _, ben = stage.enter("Ben")
    stage.clock.run(1)
    before = len(ben.of("presence"))
    for n in range(1000):
        stage.room.move(member, Whereabouts(f"m{n}", n % 2 == 0))
        stage.clock.run(0.001)
    stage.clock.run(1)
    told = ben.of("presence")[before:]
    assert len(told) <= 1 / PRESENCE_TICK + 2
    assert (last(ben)[0]["at"], last(ben)[0]["editing"]) == ("m999", False)


def test_what_is_no_news_is_not_told(stage: Stage) -> None:
    member, ear = stage.enter("Anna")
    stage.room.move(member, Whereabouts("m1", True))
    stage.clock.run(1)
    before = len(ear.of("presence"))
    stage.room.move(member, Whereabouts("m1", True))
    stage.clock.run(1)
    assert len(ear.of("presence")) == before


def test_one_person_with_two_tabs_is_one_entry(stage: Stage) -> None:
    """The tab that was used last says where they are; with the last tab they are gone."""
    one, _ = stage.enter("Anna")
    two, _ = stage.enter("Anna")
    _, ben = stage.enter("Ben")
    stage.room.move(one, Whereabouts("m1", True))
    stage.room.move(two, Whereabouts("m2"))
    stage.clock.run(1)
    assert [(p["name"], p["at"]) for p in last(ben)] == [("Anna", "m2"), ("Ben", None)]
    assert (len(stage.room), len(stage.room.presence)) == (3, 2)
    stage.room.leave(two)
    stage.clock.run(1)
    assert [(p["name"], p["at"]) for p in last(ben)] == [("Anna", "m1"), ("Ben", None)]
    stage.room.leave(one)
    stage.clock.run(1)
    assert [p["name"] for p in last(ben)] == ["Ben"]


def test_who_only_watches_is_not_shown_and_hears_of_nobody(stage: Stage) -> None:
    """A page that keeps up with the map is no board: its person is not there, until they open the board too."""
    _, anna = stage.enter("Anna")
    watcher, ben = stage.enter("Ben", watching=True)
    stage.clock.run(1)
    stage.room.move(watcher, Whereabouts("m1", True))
    stage.clock.run(1)
    assert [p["name"] for p in last(anna)] == ["Anna"]
    assert (anna.of("presence")[-1]["total"], len(stage.room)) == (1, 2)
    assert ben.of("presence") == []
    stage.commit(1)
    stage.clock.run(1)
    assert [one["to"] for one in ben.of("operations")] == [1]
    board, _ = stage.enter("Ben")
    stage.clock.run(1)
    assert [(p["name"], p["at"]) for p in last(anna)] == [("Anna", None), ("Ben", None)]
    stage.room.leave(board)
    stage.clock.run(1)
    assert [p["name"] for p in last(anna)] == ["Anna"]
    stage.room.set_can("ben", undo=True, redo=False)
    assert len(ben.of("can")) == 1, "what is said to a person is still said to them"
    stage.room.leave(watcher)
    assert len(stage.room) == 1


def test_a_view_is_told_to_whoever_follows(stage: Stage) -> None:
    member, ear = stage.enter("Anna")
    stage.room.move(member, Whereabouts(None, False, {"x": 0.5, "zoom": 2.0}))
    stage.clock.run(1)
    assert last(ear)[0]["view"] == {"x": 0.5, "zoom": 2.0}


def test_who_still_has_to_read_gets_the_newest_presence_later(stage: Stage) -> None:
    """Presence is left out where other things wait; nobody else is told twice for that."""
    member, anna = stage.enter("Anna")
    _, ben = stage.enter("Ben")
    stage.clock.run(1)
    ben.full = True
    stage.room.move(member, Whereabouts("m1"))
    stage.room.move(member, Whereabouts("m2"))
    stage.clock.run(1)
    told, heard = len(anna.of("presence")), len(ben.of("presence"))
    stage.clock.run(5)
    assert len(anna.of("presence")) == told
    ben.full = False
    stage.clock.run(1)
    assert len(ben.of("presence")) == heard + 1
    assert last(ben)[0]["at"] == "m2"
    stage.clock.run(5)
    assert len(ben.of("presence")) == heard + 1


def test_a_crowd_is_named_in_part_and_told_less_often(stage: Stage) -> None:
    """In a very large room, presence must not take the way from the operations."""
    entered = [stage.enter(f"P{n}") for n in range(400)]
    members, ear = [member for member, _ in entered], entered[0][1]
    stage.clock.run(20)
    stage.room.move(members[7], Whereabouts("m1"))
    stage.clock.run(20)
    assert len(last(ear)) == MOST
    assert "p7" in [one["id"] for one in last(ear)]
    assert ear.of("presence")[-1]["total"] == 400
    before = len(ear.of("presence"))
    for n in range(200):
        stage.room.move(members[n], Whereabouts("m2"))
        stage.clock.run(0.05)
    assert len(ear.of("presence")) - before < 20


def test_a_new_name_is_told(stage: Stage) -> None:
    member, ear = stage.enter("Anna")
    stage.clock.run(1)
    renamed = person("Anna").model_copy(update={"name": "Anneke"})
    stage.room.rename(renamed)
    stage.clock.run(1)
    assert last(ear)[0]["name"] == "Anneke"
    assert member.person.name == "Anneke"


def test_who_has_left_cannot_be_elsewhere(stage: Stage) -> None:
    member, _ = stage.enter("Anna")
    stage.room.leave(member)
    stage.room.move(member, Whereabouts("m1"))
    stage.room.rename(member.person)
    assert len(stage.room.presence) == 0
