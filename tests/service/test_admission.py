"""People come, come back on one device or two, are helped, and leave nothing but their work."""

from pathlib import Path

import pytest

from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.service.admission import CLAIM_SECONDS
from journeymap.service.house import House
from journeymap.service.people import PLAIN
from journeymap.service.service import Service
from journeymap.service.workshops import Created
from journeymap.storage.sqlite_store import open_store
from tests.support.store_calls import refused


@pytest.fixture
def made(service: Service, noor: Participant) -> Created:
    """An empty workshop."""
    return service.workshops.create(noor, "Park", agenda="empty", facilitator="Ilse")


def _join(service: Service, made: Created, name: str = "Mila", **how: str) -> Participant:
    return service.workshops.admission.join(made.workshop.join_code, name, **how)  # type: ignore[arg-type]


# Coming, and coming back


def test_one_joins_with_a_name_and_what_one_does(service: Service, made: Created) -> None:
    mila = _join(service, made, " Mila ", role="customer", doing="visits often")
    assert (mila.name, mila.role, mila.doing) == ("Mila", "customer", "visits often")
    assert service.workshops.admission.everybody(mila, made.workshop.id) == [made.lead, mila]


def test_the_same_device_is_the_same_person(service: Service, made: Created) -> None:
    mila = _join(service, made)
    again = _join(service, made, "Mila B", doing="web team", device=service.people.seat(mila), role="observer")
    assert (again.id, again.name, again.doing, again.role) == (mila.id, "Mila B", "web team", "participant")
    sam = _join(service, made, "Sam")
    assert _join(service, made, "mila b", device=service.people.seat(sam)).name == "Sam"  # a name is taken once


def test_a_seat_of_another_workshop_is_somebody_new_here(service: Service, noor: Participant, made: Created) -> None:
    other = service.workshops.create(noor, "Other", agenda="empty")
    elsewhere = _join(service, other)
    for device in (service.people.seat(elsewhere), service.people.seat(noor), "nonsense"):
        here = _join(service, made, f"Mila {device[-5:]}", device=device)
        assert here.workshop_id == made.workshop.id
        assert here.id != elsewhere.id


@pytest.mark.parametrize("name", ["Mila", " mila ", "MILA", "\uff2dila"])
def test_a_name_that_is_there_is_asked_about(service: Service, made: Created, name: str) -> None:
    _join(service, made)
    with refused("stale", "name-there"):
        _join(service, made, name)
    assert service.workshops.admission.join(made.workshop.join_code, name, another=True).name


def test_a_new_code_ends_the_one_before_and_nobody_who_is_in(service: Service, made: Created) -> None:
    mila, old = _join(service, made), made.workshop.join_code
    new = service.workshops.facilitation.renew_code(made.lead, made.workshop.id).join_code
    assert new != old
    with refused("gone", "no-such-code"):
        _join(service, made, "Sam")
    assert service.workshops.admission.join(new, "Sam").workshop_id == made.workshop.id
    assert service.maps.head(mila, made.map_id).workshop_id == made.workshop.id
    owner = service.people.owner()
    service.workshops.facilitation.renew_code(owner, made.workshop.id)
    noted = service.audit.entries(owner, kind="new-code")
    assert [(one.by_name, one.workshop_id) for one in noted] == [
        (owner.name, made.workshop.id),
        (made.lead.name, made.workshop.id),
    ]


def test_a_workshop_that_is_over_gets_no_new_code(service: Service, made: Created) -> None:
    service.workshops.facilitation.close(made.lead, made.workshop.id)
    with refused("invalid", "workshop-ended"):
        service.workshops.facilitation.renew_code(made.lead, made.workshop.id)


def test_a_closed_door_keeps_newcomers_out_and_nobody_else(service: Service, made: Created) -> None:
    mila = _join(service, made)
    service.workshops.facilitation.door(made.lead, made.workshop.id, False)
    with refused("forbidden", "door-closed"):
        _join(service, made, "Sam")
    with refused("forbidden", "door-closed"):
        service.people.join(made.workshop.join_code, "Sam")
    assert _join(service, made, device=service.people.seat(mila)).id == mila.id
    with refused("stale", "name-there"):
        _join(service, made, " MILA ")  # on another device: the first one is asked
    service.workshops.facilitation.door(made.lead, made.workshop.id, True)
    assert _join(service, made, "Sam").name == "Sam"


def test_a_room_that_joins_at_once_is_written_together(service: Service, made: Created) -> None:
    before = service.workshops.get(made.lead, made.workshop.id).version
    for n in range(60):
        _join(service, made, f"Person {n}")
    assert len(service.workshops.admission.everybody(made.lead, made.workshop.id)) == 61
    assert service.workshops.get(made.lead, made.workshop.id).version == before + 60


# What a facilitator does


def test_a_removed_persons_seat_is_worth_nothing_and_their_work_stays(service: Service, made: Created) -> None:
    mila = _join(service, made)
    seat = service.people.seat(mila)
    service.changes.change(mila, made.map_id, [Add(table="episodes", id="e", values={"title": "Before"})])
    service.workshops.admission.remove(made.lead, made.workshop.id, mila.id)
    with refused("forbidden", "seat-removed"):
        service.people.who(seat)
    for act in (
        lambda: service.changes.change(mila, made.map_id, [Add(table="episodes", id="x", values={"title": "X"})]),
        lambda: service.workshops.admission.rename(mila, made.workshop.id, mila.id, "M"),
    ):
        with refused("forbidden", "seat-removed"):
            act()
    assert [one.title for one in service.maps.journey(made.lead, made.map_id).episodes] == ["Before"]
    assert service.people.names()[mila.id] == "Mila"
    assert mila not in service.workshops.admission.everybody(made.lead, made.workshop.id)
    back = _join(service, made, device=seat)
    assert back.id != mila.id  # by the code, as anybody, while the door is open


def test_people_are_renamed_by_those_who_lead_and_by_themselves(service: Service, made: Created) -> None:
    mila, sam = _join(service, made), _join(service, made, "Sam")
    w = made.workshop.id
    assert service.workshops.admission.rename(made.lead, w, mila.id, "Mila B").name == "Mila B"
    assert service.workshops.admission.rename(sam, w, sam.id, "Samir").name == "Samir"
    with refused("forbidden", "may-not-lead"):
        service.workshops.admission.rename(sam, w, mila.id, "Nobody")
    with refused("invalid", "name-taken"):
        service.workshops.admission.rename(sam, w, sam.id, "MILA b")
    with refused("invalid", "blank"):
        service.workshops.admission.rename(sam, w, sam.id, " ")


def test_the_facilitator_stays_and_nobody_shuts_themselves_out(
    service: Service, noor: Participant, made: Created
) -> None:
    w = made.workshop.id
    helper = service.workshops.admission.promote(made.lead, w, _join(service, made).id)
    for act in (service.workshops.admission.remove, service.workshops.admission.observe):
        with refused("forbidden", "facilitator-stays"):
            act(helper, w, made.lead.id)
        with refused("forbidden", "not-yourself"):
            act(helper, w, helper.id)
    for role in (Role.OWNER, Role.FACILITATOR, "emperor"):
        with refused("forbidden", "role-is-given"):
            service.workshops.admission.give_role(made.lead, w, helper.id, role)
    assert service.workshops.admission.give_role(noor, w, helper.id, "participant").role is Role.PARTICIPANT


def test_the_owner_makes_a_recovery_code_of_the_facilitator_they_are(
    service: Service, noor: Participant, made: Created
) -> None:
    code = service.workshops.admission.new_recovery(noor, made.workshop.id)
    assert service.people.who(service.workshops.admission.recover(made.workshop.join_code, code)) == made.lead
    with refused("gone", "recovery-unknown"):
        service.workshops.admission.recover(made.workshop.join_code, made.recovery)
    service.workshops.admission.remove(noor, made.workshop.id, made.lead.id)
    with refused("gone", "no-such-person"):
        service.workshops.admission.new_recovery(noor, made.workshop.id)


def test_nobody_of_another_workshop_is_touched(service: Service, noor: Participant, made: Created) -> None:
    other = service.workshops.create(noor, "Other", agenda="empty")
    stranger = _join(service, other)
    for act in (service.workshops.admission.promote, service.workshops.admission.remove):
        with refused("gone", "no-such-person"):
            act(made.lead, made.workshop.id, stranger.id)


# A second device


def test_a_second_device_is_let_in_by_the_first(service: Service, made: Created) -> None:
    mila = _join(service, made)
    claimed = service.workshops.admission.claim(made.workshop.join_code, "mila")
    assert service.workshops.admission.take(claimed.id, claimed.secret) is None
    (asked,) = service.workshops.admission.claims(mila)
    assert (asked.id, asked.number, asked.name) == (claimed.id, claimed.number, "Mila")
    assert 10 <= int(claimed.number) <= 99
    service.workshops.admission.answer(mila, claimed.id, True)
    assert service.workshops.admission.claims(mila) == []
    seat = service.workshops.admission.take(claimed.id, claimed.secret)
    assert seat is not None
    assert service.people.who(seat).id == mila.id
    with refused("gone", "claim-gone"):
        service.workshops.admission.take(claimed.id, claimed.secret)  # once


def test_a_no_is_a_no(service: Service, made: Created) -> None:
    mila = _join(service, made)
    claimed = service.workshops.admission.claim(made.workshop.join_code, "Mila")
    service.workshops.admission.answer(mila, claimed.id, False)
    with refused("invalid", "claim-answered"):
        service.workshops.admission.answer(mila, claimed.id, True)
    with refused("forbidden", "claim-refused"):
        service.workshops.admission.take(claimed.id, claimed.secret)


def test_nobody_takes_a_seat_with_a_wrong_secret_or_before_it_is_allowed(service: Service, made: Created) -> None:
    mila = _join(service, made)
    claimed = service.workshops.admission.claim(made.workshop.join_code, "Mila")
    for allowed in (False, True):
        if allowed:
            service.workshops.admission.answer(mila, claimed.id, True)
        for claim_id, secret in ((claimed.id, "wrong"), ("0" * 16, claimed.secret)):
            with refused("gone", "claim-gone"):
                service.workshops.admission.take(claim_id, secret)


def test_only_the_person_or_a_facilitator_answers_and_a_facilitator_only_themselves(
    service: Service, noor: Participant, made: Created
) -> None:
    mila, sam = _join(service, made), _join(service, made, "Sam")
    stranger = service.workshops.create(noor, "Other", agenda="empty").lead
    for name, may_answer in (("Mila", [mila, made.lead, noor]), ("Ilse", [made.lead, noor])):
        claimed = service.workshops.admission.claim(made.workshop.join_code, name)
        for person in (mila, sam, stranger):
            if person not in may_answer:
                with refused("gone", "claim-gone"):
                    service.workshops.admission.answer(person, claimed.id, True)
        shown = [
            p for p in (mila, sam, made.lead) if claimed.id in {a.id for a in service.workshops.admission.claims(p)}
        ]
        assert shown == [p for p in may_answer if p != noor]
        service.workshops.admission.answer(may_answer[-1], claimed.id, True)


def test_a_claim_is_over_after_a_while_and_few_wait_at_once(tmp_path: Path) -> None:
    now = ["2026-05-01T12:00:00.000Z"]
    it = Service.of(House(store=open_store(tmp_path / "j.db"), secret=b"k" * 32, now=lambda: now[0]))
    made = it.workshops.create(it.people.owner(), "Park", agenda="empty")
    mila = _join(it, made)
    claims = [it.workshops.admission.claim(made.workshop.join_code, "Mila") for _ in range(3)]
    assert len({one.number for one in claims}) == 3
    with refused("forbidden", "claim-busy"):
        it.workshops.admission.claim(made.workshop.join_code, "Mila")
    it.workshops.admission.answer(mila, claims[0].id, True)
    now[0] = f"2026-05-01T12:{CLAIM_SECONDS // 60:02}:01.000Z"
    assert it.workshops.admission.claims(mila) == []
    for one in claims:
        with refused("gone", "claim-gone"):
            it.workshops.admission.take(one.id, one.secret)
    assert it.workshops.admission.claim(made.workshop.join_code, "Mila").secret
    it.close()


# The laptop died


def test_a_facilitator_comes_back_with_the_recovery_code_however_it_is_typed(service: Service, made: Created) -> None:
    assert set(made.recovery) <= {*PLAIN, "-"}
    typed = made.recovery.lower().replace("-", " ")
    assert service.people.who(service.workshops.admission.recover(made.workshop.join_code.lower(), typed)) == made.lead


def test_a_wrong_or_an_old_recovery_code_gives_nothing(service: Service, noor: Participant, made: Created) -> None:
    other = service.workshops.create(noor, "Other", agenda="empty")
    new = service.workshops.admission.new_recovery(made.lead, made.workshop.id)
    for code, recovery in (
        (made.workshop.join_code, made.recovery),
        (other.workshop.join_code, new),
        ("LARK-22-NO", new),
        (made.workshop.join_code, ""),
    ):
        with refused("gone", "recovery-unknown"):
            service.workshops.admission.recover(code, recovery)
    assert service.people.who(service.workshops.admission.recover(made.workshop.join_code, new)) == made.lead


# Erasing


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir()).lower()


def test_names_are_gone_from_the_database_file_and_the_work_is_there(tmp_path: Path) -> None:
    path = tmp_path / "house" / "journeymap.db"
    path.parent.mkdir()
    it = Service.of(House(store=open_store(path), secret=b"k" * 32, owner_name="Noor"))
    made = it.workshops.create(it.people.owner(), "Zomerdag", agenda="empty", facilitator="Xanthippe", language="nl")
    w = made.workshop.id
    ida = _join(it, made, "Quirijn Zwart", doing="kwartiermaker")
    it.workshops.admission.claim(made.workshop.join_code, "Quirijn Zwart")
    it.workshops.change(made.lead, w, owner="Quirijn Zwart", purpose="Wat Xanthippe wil weten")
    it.workshops.arrange(
        made.lead, w, [{"kind": "talk", "title": "Quirijn Zwart vertelt", "prompt": "Xanthippe vraagt"}]
    )
    it.workshops.save_agenda(made.lead, w, "Agenda van Xanthippe")
    rows = [
        Add(table="episodes", id="e", values={"title": "Voor"}),
        Add(
            table="moments", id="m", parent="e", values={"text": "Ik bel quirijn zwart", "evidence_by": "Quirijn Zwart"}
        ),
        Add(table="moments", id="gone", parent="e", values={"text": "Xanthippe belt terug"}),
    ]
    it.changes.change(ida, made.map_id, rows)
    it.changes.change(made.lead, made.map_id, [Set(table="moments", id="m", field="notes", value="Volgens Xanthippe")])
    it.changes.undo(made.lead, made.map_id)
    before = it.maps.journey(made.lead, made.map_id).revision
    names = (b"quirijn", b"zwart", b"xanthippe", b"kwartiermaker")
    assert all(name in _bytes(path.parent) for name in names)

    assert it.workshops.erasure.erase(made.lead, w) == 2
    it.house.store.tidy()

    assert [name for name in names if name in _bytes(path.parent)] == []
    journey = it.maps.journey(made.lead, made.map_id)
    moment = journey.tables["moments"]["m"]
    assert (moment.text, moment.evidence_by) == ("Ik bel Deelnemer 2", "Deelnemer 2")  # type: ignore[attr-defined]
    assert journey.revision == before
    assert it.house.store.journey_at(made.map_id, before) == journey  # the log tells the same story
    assert [one.name for one in it.workshops.admission.everybody(made.lead, w)] == ["Deelnemer 1", "Deelnemer 2"]
    assert it.maps.search(made.lead, "xanthippe") == []
    assert len(it.maps.search(made.lead, "deelnemer")) >= 2
    assert it.workshops.get(made.lead, w).owner == "Deelnemer 2"
    assert it.workshops.get(made.lead, w).steps[0].title == "Deelnemer 2 vertelt"
    it.changes.change(made.lead, made.map_id, [Set(table="moments", id="m", field="text", value="Ik bel")])
    it.close()
    assert [name for name in names if name in _bytes(path.parent)] == []


def test_one_person_may_be_forgotten_and_may_ask_it_themselves(service: Service, made: Created) -> None:
    mila, sam = _join(service, made), _join(service, made, "Sam")
    with refused("forbidden", "may-not-lead"):
        service.workshops.erasure.erase_one(sam, made.workshop.id, mila.id)
    assert service.workshops.erasure.erase_one(mila, made.workshop.id, mila.id) == 1
    assert [one.name for one in service.workshops.admission.everybody(sam, made.workshop.id)] == [
        "Ilse",
        "Participant 2",
        "Sam",
    ]
    with refused("gone", "no-such-person"):
        service.workshops.erasure.erase_one(made.lead, made.workshop.id, "nobody")


def test_another_workshops_people_keep_their_names(service: Service, noor: Participant, made: Created) -> None:
    other = service.workshops.create(noor, "Other", agenda="empty", facilitator="Ilse")
    service.workshops.erasure.erase(made.lead, made.workshop.id)
    assert [one.name for one in service.workshops.admission.everybody(noor, other.workshop.id)] == ["Ilse"]
