"""Erasing: one's own name from the list of people; names from texts by those who lead, who see every place first."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.roles import Participant
from journeymap.service.erasure import KNOWN_DAYS
from journeymap.service.house import House
from journeymap.service.service import Service
from journeymap.service.workshops import Created
from tests.support.store_calls import new_store, refused


class Days:
    """A clock that stands, and goes on by whole days."""

    def __init__(self) -> None:
        self.day = 1

    def __call__(self) -> str:
        return f"2026-{1 + self.day // 28:02}-{1 + self.day % 28:02}T12:00:00.000Z"


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def service(tmp_path: Path, days: Days) -> Iterator[Service]:
    it = Service.of(House(store=new_store(tmp_path / "j.db"), secret=b"k" * 32, owner_name="Noor", now=days))
    yield it
    it.close()


@pytest.fixture
def made(service: Service) -> Created:
    """A workshop with a map on which people are named, and words that somebody might go by."""
    made = service.workshops.create(
        service.people.owner(), "Rosalinde at the desk", agenda="empty", facilitator="Ilse", persona="Marieke"
    )
    rows = [
        Add(table="episodes", id="e", values={"title": "At the desk"}),
        Add(table="moments", id="m1", parent="e", values={"text": "I ask at the desk", "notes": "Rosalinde knows"}),
        Add(table="moments", id="m2", parent="e", values={"text": "Marieke does not wait", "evidence_by": "Rosalinde"}),
    ]
    service.changes.change(made.lead, made.map_id, rows)
    return made


def join(service: Service, made: Created, name: str, role: str = "participant") -> Participant:
    return service.workshops.admission.join(made.workshop.join_code, name, role, another=True)


def said(service: Service, made: Created) -> str:
    journey = service.maps.journey(made.lead, made.map_id)
    log = service.house.store.operations(made.map_id)
    return f"{service.workshops.get(made.lead, made.workshop.id).title} {list(journey.rows())} {log}"


@pytest.mark.parametrize("name", ["desk", "not", "Marieke", "At the desk", "Rosalinde"])
def test_ones_own_erasing_changes_no_word_of_any_text(service: Service, made: Created, name: str) -> None:
    somebody = join(service, made, "Mila", "observer")
    service.workshops.admission.rename(somebody, made.workshop.id, somebody.id, name)
    before = said(service, made)
    assert service.workshops.erasure.erase_one(somebody, made.workshop.id, somebody.id) == 1
    assert said(service, made) == before
    names = [one.name for one in service.workshops.admission.everybody(made.lead, made.workshop.id)]
    assert names == ["Ilse", "Participant 2"]


def test_a_name_is_erased_once_a_day_and_only_where_there_is_one(service: Service, made: Created, days: Days) -> None:
    w, mila = made.workshop.id, join(service, made, "Mila")
    service.workshops.erasure.erase_one(mila, w, mila.id)
    with refused("invalid", "erase-nothing"):
        service.workshops.erasure.erase_one(mila, w, mila.id)
    service.workshops.admission.rename(mila, w, mila.id, "Mila again")
    with refused("forbidden", "erase-once-a-day"):
        service.workshops.erasure.erase_one(mila, w, mila.id)
    days.day += 2
    service.workshops.erasure.erase_one(mila, w, mila.id)


def test_those_who_lead_see_every_place_and_then_take_the_name_out(service: Service, made: Created) -> None:
    w, somebody = made.workshop.id, join(service, made, "Rosalinde")
    preview = service.workshops.erasure.words(made.lead, w, somebody.id)
    places = {(place.table, place.field, place.before, place.after) for place in preview.places}
    assert places == {
        ("workshops", "title", "Rosalinde at the desk", "Participant 2 at the desk"),
        ("maps", "title", "Rosalinde at the desk", "Participant 2 at the desk"),
        ("moments", "notes", "Rosalinde knows", "Participant 2 knows"),
        ("moments", "evidence_by", "Rosalinde", "Participant 2"),
    }
    assert preview.counts == {"Rosalinde": 4}
    assert preview.logged == 3
    revision = service.house.store.head(made.map_id).revision
    assert (
        service.workshops.erasure.take_out_words(made.lead, w, somebody.id, ["Rosalinde"], preview.count)
        == preview.count
    )
    assert service.house.store.head(made.map_id).revision == revision
    found = said(service, made)
    assert "Rosalinde" not in found
    assert "Participant 2 knows" in found
    store = service.house.store
    assert store.journey_at(made.map_id, revision) == store.journey(made.map_id)


def test_only_those_who_lead_see_or_change_words(service: Service, made: Created) -> None:
    w, mila = made.workshop.id, join(service, made, "Mila")
    for act in (
        lambda: service.workshops.erasure.words(mila, w, mila.id),
        lambda: service.workshops.erasure.take_out_words(mila, w, mila.id, ["Mila"], 99),
        lambda: service.workshops.erasure.leave_words(mila, w, mila.id),
        lambda: service.workshops.erasure.erase(mila, w),
        lambda: service.workshops.erasure.asked_to_forget(mila, w),
    ):
        with refused("forbidden", "may-not-lead"):
            act()


@pytest.mark.parametrize("name", ["desk", "not", "Wa", "Observer", "Balie", "At the desk", "Participant 1", "Marieke"])
def test_an_ordinary_word_is_never_taken_out_whoever_goes_by_it(service: Service, made: Created, name: str) -> None:
    w, somebody = made.workshop.id, join(service, made, name)
    (offered,) = service.workshops.erasure.words(made.lead, w, somebody.id).names
    assert offered.why in ("ordinary", "persona")
    before = said(service, made)
    with refused("invalid", "erase-ordinary"):
        service.workshops.erasure.take_out_words(made.lead, w, somebody.id, [name], 99)
    assert said(service, made) == before


def test_a_name_that_somebody_else_bears_is_not_taken_out(service: Service, made: Created) -> None:
    somebody = join(service, made, "Rosalinde")
    join(service, made, "Rosalinde Kuipers")
    (offered,) = service.workshops.erasure.words(made.lead, made.workshop.id, somebody.id).names
    assert offered.why == "other"


def test_only_names_borne_before_it_was_asked_are_offered(service: Service, made: Created, days: Days) -> None:
    w, mila = made.workshop.id, join(service, made, "Mila")
    service.workshops.admission.rename(mila, w, mila.id, "Rosalinde")
    service.workshops.erasure.erase_one(mila, w, mila.id)
    days.day += 1
    service.workshops.admission.rename(mila, w, mila.id, "Wait")
    assert [one.name for one in service.workshops.erasure.words(made.lead, w, mila.id).names] == ["Mila", "Rosalinde"]
    assert service.workshops.erasure.asked_to_forget(made.lead, w)[0].id == mila.id
    with refused("invalid", "erase-not-borne"):
        service.workshops.erasure.take_out_words(made.lead, w, mila.id, ["Wait"], 99)


def test_a_name_that_stands_nowhere_and_one_that_spread_since_are_refused(service: Service, made: Created) -> None:
    w, mila, somebody = made.workshop.id, join(service, made, "Mila"), join(service, made, "Rosalinde")
    with refused("invalid", "erase-nowhere"):
        service.workshops.erasure.take_out_words(made.lead, w, mila.id, ["Mila"], 99)
    seen = service.workshops.erasure.words(made.lead, w, somebody.id).count
    more = Set(table="moments", id="m1", field="text", value="I ask Rosalinde")
    service.changes.change(made.lead, made.map_id, [more])
    with refused("stale", "erase-other-places"):
        service.workshops.erasure.take_out_words(made.lead, w, somebody.id, ["Rosalinde"], seen)
    with refused("stale", "erase-other-places"):
        service.workshops.erasure.erase(made.lead, w, places=seen)


def test_words_are_taken_out_once_a_day_and_then_the_names_are_forgotten(service: Service, made: Created) -> None:
    w, somebody = made.workshop.id, join(service, made, "Rosalinde")
    service.workshops.erasure.erase_one(somebody, w, somebody.id)
    service.workshops.erasure.take_out_words(made.lead, w, somebody.id, ["Rosalinde"], 99)
    assert service.house.store.people.borne(w)[-1].name != "Rosalinde"
    assert service.workshops.erasure.asked_to_forget(made.lead, w) == []
    other = join(service, made, "Quirijn")
    service.changes.change(made.lead, made.map_id, [Set(table="moments", id="m1", field="text", value="I ask Quirijn")])
    service.workshops.erasure.take_out_words(made.lead, w, other.id, ["Quirijn"], 99)
    service.workshops.admission.rename(other, w, other.id, "Wolfgang")
    service.changes.change(made.lead, made.map_id, [Set(table="moments", id="m1", field="text", value="Wolfgang")])
    with refused("forbidden", "erase-once-a-day"):
        service.workshops.erasure.take_out_words(made.lead, w, other.id, ["Wolfgang"], 99)


def test_the_texts_may_be_left_as_they_are_and_names_are_forgotten_in_time(
    service: Service, made: Created, days: Days
) -> None:
    w, one, other = made.workshop.id, join(service, made, "Rosalinde"), join(service, made, "Quirijn")
    for somebody in (one, other):
        service.workshops.erasure.erase_one(somebody, w, somebody.id)
    service.workshops.erasure.leave_words(made.lead, w, one.id)
    assert [somebody.id for somebody in service.workshops.erasure.asked_to_forget(made.lead, w)] == [other.id]
    days.day += KNOWN_DAYS + 2
    mila = join(service, made, "Mila")
    service.workshops.erasure.erase_one(mila, w, mila.id)
    assert [somebody.id for somebody in service.workshops.erasure.asked_to_forget(made.lead, w)] == [mila.id]
    assert "Rosalinde" in said(service, made)


def test_erasing_everybody_leaves_ordinary_words_and_the_persona(service: Service, made: Created) -> None:
    for name in ("Rosalinde", "desk"):
        join(service, made, name)
    assert service.workshops.erasure.erase(made.lead, made.workshop.id) == 3
    found = said(service, made)
    assert "Rosalinde" not in found
    assert "I ask at the desk" in found
    assert "Marieke does not wait" in found
    with refused("invalid", "erase-nothing"):
        service.workshops.erasure.erase(made.lead, made.workshop.id)


def test_what_a_removed_person_was_called_can_still_be_taken_out(service: Service, made: Created) -> None:
    w, somebody = made.workshop.id, join(service, made, "Rosalinde")
    service.workshops.admission.remove(made.lead, w, somebody.id)
    assert service.workshops.erasure.take_out_words(made.lead, w, somebody.id, ["Rosalinde"], 99) == 7


@pytest.mark.parametrize("where", ["quote", "text", "round", "customer"])
def test_a_name_that_stands_only_in_a_round_is_found_and_taken_out(service: Service, made: Created, where: str) -> None:
    w, somebody = made.workshop.id, join(service, made, "Quirijn")
    name = "Panel of Quirijn" if where == "round" else "Panel"
    found, link = service.rounds.make(made.lead, made.map_id, name)
    _, token = service.walks.begin(link, "Quirijn" if where == "customer" else "")
    quote = "Quirijn helped" if where == "quote" else "well"
    service.walks.say(found.id, token, "m1", "add", quote=quote, text="Ask Quirijn" if where == "text" else "x")
    preview = service.workshops.erasure.words(made.lead, w, somebody.id)
    assert [place.map_id for place in preview.places] == [made.map_id]
    assert service.workshops.erasure.take_out_words(made.lead, w, somebody.id, ["Quirijn"], preview.count) == 1
    (now,) = service.rounds.of_map(made.lead, made.map_id)
    (share,) = service.rounds.customers(made.lead, made.map_id)
    ((word,), _) = service.rounds.words(made.lead, made.map_id)
    texts = (now.name, share.customer.name, word.quote, word.text)
    assert not [text for text in texts if "Quirijn" in text]
    assert [text for text in texts if "Participant 2" in text] == [preview.places[0].after]


def test_with_everybodys_names_those_in_the_names_of_rounds_go(service: Service, made: Created) -> None:
    join(service, made, "Quirijn")
    for n in range(45):
        service.rounds.make(made.lead, made.map_id, f"Panel {n} of Quirijn")
    service.workshops.erasure.erase(made.lead, made.workshop.id)
    assert not [one for one in service.rounds.of_map(made.lead, made.map_id) if "Quirijn" in one.name]


def test_with_everybodys_names_those_of_customers_go_a_few_at_a_time(service: Service, made: Created) -> None:
    _, link = service.rounds.make(made.lead, made.map_id, "Panel", most=100)
    for n in range(81):
        service.walks.begin(link, f"Customer {n}" if n else "")
    before = [share.customer.name for share in service.rounds.customers(made.lead, made.map_id)]
    assert sum(map(bool, before)) == 80, "as many as two full portions"
    service.workshops.erasure.erase(made.lead, made.workshop.id)
    assert not any(share.customer.name for share in service.rounds.customers(made.lead, made.map_id))
