"""The contract: workshops, the people in them, and what is remembered about the installation."""

from journeymap.domain.model.roles import Participant, Role, Workshop
from journeymap.domain.model.workshop import Ballot, Destination, Step, StepKind
from journeymap.storage.people_contract import Claim, SavedAgenda
from journeymap.storage.store import Store
from tests.support.store_calls import NOON, noting, refused

PARK = Workshop(id="w1", title="Park", join_code="quiet-heron-42", created_at="2026-01-01T00:00:00.000Z")
SHOP = Workshop(id="w2", title="Shop", join_code="brave-otter-17", created_at="2026-01-02T00:00:00.000Z")
ANNA = Participant(id="anna", name="Anna", role=Role.FACILITATOR, workshop_id="w1")
BERT = Participant(id="bert", name="Bért 🌳", role=Role.CUSTOMER, workshop_id="w2")


def _people(store: Store) -> None:
    for workshop in (PARK, SHOP):
        _add_workshop(store, workshop)
    for person in (ANNA, BERT):
        _add_participant(store, person)


def _put_agenda(store: Store, agenda: SavedAgenda) -> None:
    store.write(lambda tx: tx.people.put_agenda(agenda)).result()


def _add_workshop(store: Store, workshop: Workshop) -> None:
    store.write(lambda tx: tx.people.add_workshop(workshop)).result()


def _add_participant(store: Store, person: Participant) -> None:
    store.write(lambda tx: tx.people.add_participant(person, NOON)).result()


def test_workshops_are_listed_the_newest_first(store: Store) -> None:
    assert list(store.people.workshops()) == []
    _people(store)
    assert list(store.people.workshops()) == [SHOP, PARK]


def test_a_workshop_is_found_by_its_id_and_by_its_code(store: Store) -> None:
    _people(store)
    assert store.people.workshop("w1") == store.people.workshop_by_code("quiet-heron-42") == PARK
    assert store.people.workshop("w3") is None
    assert store.people.workshop_by_code("other-code-1") is None


def test_a_join_code_opens_one_workshop_only(store: Store) -> None:
    _people(store)
    with refused("invalid", "storage-code-taken"):
        store.write(lambda tx: tx.people.add_workshop(SHOP.model_copy(update={"id": "w3"}))).result()
    with refused("invalid", "id-taken"):
        store.write(lambda tx: tx.people.add_workshop(SHOP.model_copy(update={"join_code": "new-code-1"}))).result()
    assert list(store.people.workshops()) == [SHOP, PARK]


def test_people_are_found_by_themselves_and_by_their_workshop(store: Store) -> None:
    _people(store)
    assert store.people.participant("bert") == BERT
    assert store.people.participant("carl") is None
    assert list(store.people.participants("w1")) == [ANNA]
    assert list(store.people.participants()) == [ANNA, BERT]


def test_somebody_who_comes_again_keeps_their_place_under_their_new_name(store: Store) -> None:
    _people(store)
    anne = ANNA.model_copy(update={"name": "Anne", "role": Role.OBSERVER})
    store.write(lambda tx: tx.people.add_participant(anne, "2026-02-02T00:00:00.000Z")).result()
    assert list(store.people.participants()) == [anne, BERT]


def test_nobody_joins_a_workshop_that_is_not_there(store: Store) -> None:
    with refused("gone", "storage-no-such-workshop"):
        store.write(lambda tx: tx.people.add_participant(ANNA, NOON)).result()
    assert list(store.people.participants()) == []


def test_somebody_may_be_in_no_workshop(store: Store) -> None:
    owner = Participant(id="owner", name="Owner", role=Role.OWNER)
    store.write(lambda tx: tx.people.add_participant(owner, NOON)).result()
    assert store.people.participant("owner") == owner


def test_every_role_of_somebody_in_a_workshop_can_be_kept(store: Store) -> None:
    for role in set(Role) - {Role.READER}:  # whoever reads by a link is nobody in particular, and is not kept
        person = Participant(id=role.value, name="Somebody", role=role)
        _add_participant(store, person)
        assert store.people.participant(role.value) == person


def test_what_was_noted_last_is_remembered(opened) -> None:
    store: Store = opened()
    assert store.noted("samples") is None
    store.write(lambda tx: tx.note("samples", "park")).result()
    store.write(lambda tx: tx.note("samples", "park, shop")).result()
    assert store.noted("samples") == opened().noted("samples") == "park, shop"
    assert store.write(lambda tx: tx.noted("other")).result() is None


# A workshop as it runs


def test_a_workshop_is_kept_with_all_it_is(opened) -> None:
    store: Store = opened()
    _people(store)
    step = Step(id="s", kind=StepKind.VOTE, title="Stem", ballot=Ballot(questions=("felt",)), deadline=NOON)
    now = PARK.model_copy(
        update={
            "title": "Park 🌳",
            "steps": (step,),
            "at": "s",
            "locked_rows": frozenset({"a", "b"}),
            "sending": Destination(number=2, map_id="m"),
            "door": False,
            "version": 7,
        }
    )
    store.write(lambda tx: tx.people.put_workshop(now)).result()
    assert (
        store.people.workshop("w1")
        == opened().people.workshop("w1")
        == store.write(lambda tx: tx.people.workshop("w1")).result()
        == now
    )
    store.write(lambda tx: tx.people.touch_workshop("w1")).result()
    assert store.people.workshop("w1") == now.model_copy(update={"version": 8})
    assert store.people.workshop("w2") == SHOP


def test_a_workshop_that_is_not_there_is_not_changed(store: Store) -> None:
    _people(store)
    with refused("gone", "storage-no-such-workshop"):
        store.write(lambda tx: tx.people.put_workshop(PARK.model_copy(update={"id": "w3", "join_code": "x"}))).result()
    with refused("invalid", "storage-code-taken"):
        store.write(lambda tx: tx.people.put_workshop(PARK.model_copy(update={"join_code": SHOP.join_code}))).result()


def test_a_name_is_found_in_its_own_workshop_however_it_is_typed(store: Store) -> None:
    _people(store)
    assert store.people.named("w2", " BÉRT  🌳 ") == BERT
    assert store.people.named("w1", "Bért 🌳") is None
    store.write(lambda tx: tx.people.remove_participant("bert", NOON)).result()
    assert store.people.named("w2", "Bért 🌳") is None


def test_somebody_who_was_removed_is_known_as_such(store: Store) -> None:
    _people(store)
    store.write(lambda tx: tx.people.put_recovery("anna", "hash")).result()
    assert store.people.recovered("w1", "hash") == ANNA
    assert store.write(lambda tx: tx.people.crowd("w1")).result() == 1
    store.write(lambda tx: tx.people.remove_participant("anna", NOON)).result()
    gone = ANNA.model_copy(update={"removed": True, "removed_at": NOON})
    assert store.people.participant("anna") == gone
    assert list(store.people.participants("w1")) == [gone]
    assert store.people.recovered("w1", "hash") is None
    assert store.write(lambda tx: tx.people.crowd("w1")).result() == 0


def test_a_claim_is_kept_until_it_is_dropped(store: Store) -> None:
    _people(store)
    claim = Claim(id="c", participant_id="anna", workshop_id="w1", number="42", secret="hash", asked_at=NOON)
    store.write(lambda tx: tx.people.put_claim(claim)).result()
    allowed = claim.model_copy(update={"state": "allowed"})
    store.write(lambda tx: tx.people.put_claim(allowed)).result()
    assert list(store.people.claims("w1")) == [store.people.claim("c")] == [allowed]
    assert list(store.people.claims("w2")) == []
    store.write(lambda tx: tx.people.drop_claims("2999-01-01")).result()
    assert store.people.claim("c") is None


def test_saved_agendas_are_listed_by_name(store: Store) -> None:
    _people(store)
    two = [SavedAgenda(id=name, name=name, language="nl", steps="[]", workshop_id="w1", saved_at=NOON) for name in "ba"]
    for agenda in two:
        _put_agenda(store, agenda)
    assert list(store.people.agendas()) == two[::-1]
    store.write(lambda tx: tx.people.drop_agenda("a")).result()
    assert list(store.people.agendas()) == two[:1]


def test_erasing_waits_for_nobody_and_others_write_on(store: Store) -> None:
    _people(store)
    before = [store.write(noting(n)) for n in range(5)]
    store.write(lambda tx: tx.people.erase_name("bert", "Participant 1", NOON)).result()
    store.tidy()
    assert all(future.done() for future in before)
    assert store.people.participant("bert") == BERT.model_copy(update={"name": "Participant 1"})
    assert store.people.participant("anna") == ANNA
    store.write(lambda tx: tx.note("n", "after")).result()
    assert store.noted("n") == "after"
