"""Maps go from draft to in use by decisions that stay, and customers judge them in rounds, by link."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import EvidenceStatus
from journeymap.domain.model.validation import MapState
from journeymap.domain.text.errors import Refusal
from journeymap.service.service import Service


@pytest.fixture
def lead(service: Service, noor: Participant, park: str) -> Participant:
    """Who leads the workshop of the map."""
    workshop, lead = service.people.create_workshop(noor, "Park", "Faye")
    service.maps.assign(noor, park, workshop.id)
    return lead


def joined(service: Service, lead: Participant, name: str, role: Role = Role.PARTICIPANT) -> Participant:
    """Somebody in that workshop."""
    return service.people.join(service.people.workshops(lead)[0].join_code, name, role)


def came(service: Service, lead: Participant, park: str, *names: str, **how: int) -> tuple[str, list[str]]:
    """A round to which these customers came; its id and what their devices hold."""
    made, link = service.rounds.make(lead, park, "Visitors in June", **how)  # type: ignore[arg-type]
    return made.id, [service.walks.begin(link, name)[1] for name in names]


def key_of(call: object, *args: object, **how: object) -> str:
    """Why this is refused."""
    with pytest.raises(Refusal) as found:
        call(*args, **how)  # type: ignore[operator]
    return found.value.key.removeprefix("refusal-")


def first_moment(service: Service, noor: Participant, park: str) -> str:
    return service.maps.journey(noor, park).moments[0].id


def test_nobody_calls_a_map_validated_before_a_customer_has_judged_it(
    service: Service, lead: Participant, park: str
) -> None:
    assert service.states.of(lead, park).state is MapState.DRAFT
    assert key_of(service.states.decide, lead, park, "validated") == "state-not-next"
    service.states.decide(lead, park, "in-review")
    assert key_of(service.states.decide, lead, park, "validated") == "state-no-customer"
    round_id, (token,) = came(service, lead, park, "")
    assert key_of(service.states.decide, lead, park, "validated") == "state-no-customer", "to come is not to judge"
    moment = first_moment(service, lead, park)
    service.walks.say(round_id, token, moment, "add", text="The gate was shut")
    assert key_of(service.states.decide, lead, park, "validated") == "state-no-customer", "an addition is no verdict"
    service.walks.say(round_id, token, moment, "contest", quote="Nobody waited")
    now = service.states.decide(lead, park, "validated")
    assert (now.state, now.confirmed, now.since and now.since.customers) == (MapState.VALIDATED, True, 1)
    service.states.decide(lead, park, "in-use")
    history = service.states.history(lead, park)
    assert [one.state for one in history] == ["in-use", "validated", "in-review"]
    assert {one.decided_by for one in history} == {lead.id}
    assert history[0].revision == service.maps.head(lead, park).revision


def test_what_was_decided_is_neither_written_anew_nor_removed(service: Service, lead: Participant, park: str) -> None:
    service.states.decide(lead, park, "in-review")
    with closing(sqlite3.connect(service.house.store.path)) as db:
        for statement in ("UPDATE map_states SET decided_by = 'x'", "DELETE FROM map_states"):
            with pytest.raises(sqlite3.IntegrityError, match="what was decided"):
                db.execute(statement)


def test_only_those_who_lead_decide_and_hold_rounds(service: Service, lead: Participant, park: str) -> None:
    mila = joined(service, lead, "Mila")
    stranger = service.people.create_workshop(service.people.owner(), "Elsewhere", "Stella")[1]
    made, _ = service.rounds.make(lead, park, "Visitors")
    for person in (mila, stranger):
        for call in (
            lambda p: service.states.decide(p, park, "in-review"),
            lambda p: service.rounds.make(p, park, "Mine"),
            lambda p: service.rounds.of_map(p, park),
            lambda p: service.rounds.customers(p, park),
            lambda p: service.rounds.end(p, made.id),
            lambda p: service.states.note_evidence(p, park),
        ):
            with pytest.raises(Refusal):
                call(person)
    assert service.states.of(mila, park).state is MapState.DRAFT
    with pytest.raises(Refusal):
        service.states.of(stranger, park)
    with pytest.raises(Refusal):
        service.rounds.counts(stranger, park)


def test_an_archived_map_is_neither_decided_about_nor_walked(service: Service, lead: Participant, park: str) -> None:
    round_id, (token,) = came(service, lead, park, "")
    service.maps.archive(lead, park)
    assert key_of(service.states.decide, lead, park, "in-review") == "archived"
    assert key_of(service.rounds.make, lead, park, "More") == "archived"
    assert key_of(service.walks.walk, round_id, token) == "round-over"


def test_a_customer_sees_what_they_are_asked_and_nothing_behind_it(
    service: Service, lead: Participant, park: str
) -> None:
    moment = first_moment(service, lead, park)
    service.changes.change(
        lead,
        park,
        [
            Add(table="backstage_steps", id="back", parent=moment, values={"text": "BEHIND", "team": "TEAM"}),
            Add(table="pain_points", id="hurts", parent=moment, values={"text": "PAIN"}),
            Set(table="moments", id=moment, field="notes", value="NOTES"),
            Set(table="moments", id=moment, field="evidence_by", value="PETRA"),
        ],
    )
    round_id, (token,) = came(service, lead, park, "")
    walk = service.walks.walk(round_id, token)
    shown = repr(walk)
    assert walk.moments[0].id == moment
    assert [one for one in ("BEHIND", "TEAM", "PAIN", "NOTES", "PETRA", "Faye", "Noor") if one in shown] == []
    assert [one.id for one in walk.moments] == [one.id for one in service.maps.journey(lead, park).moments]


def test_what_is_said_is_added_and_the_last_word_counts(service: Service, lead: Participant, park: str) -> None:
    round_id, (anna, bas) = came(service, lead, park, "Anna", "")
    moment = first_moment(service, lead, park)
    for token, verdict in ((anna, "contest"), (bas, "confirm"), (anna, "confirm")):
        service.walks.say(round_id, token, moment, verdict, quote=f"so {verdict}")
    service.walks.say(round_id, bas, moment, "add", text="  A  second   gate ")
    count = service.rounds.counts(lead, park)[moment]
    assert (count.confirmed, count.contested, count.added, count.validated) == (2, 0, 1, True)
    words, following = service.rounds.words(lead, park)
    assert following is None
    assert [one.text or one.quote for one in words] == ["A second gate", "so confirm", "so confirm", "so contest"]
    assert len(service.house.store.validation.verdicts(park)) == 4, "nothing is written over"
    mine = service.walks.walk(round_id, anna).moments[0]
    assert (mine.said, mine.quote, mine.added) == ("confirm", "so confirm", ())


def test_a_forged_token_an_ended_link_and_one_of_another_round_are_worth_nothing(
    service: Service, lead: Participant, park: str
) -> None:
    moment = first_moment(service, lead, park)
    made, link = service.rounds.make(lead, park, "Visitors")
    _, token = service.walks.begin(link)
    other, (elsewhere,) = came(service, lead, park, "")
    assert link.encode() not in service.house.store.path.read_bytes()
    for forged in ("", "0" * 32, token[:-1], token + "0", elsewhere, link):
        assert key_of(service.walks.say, made.id, forged, moment, "confirm") == "round-not-in"
        assert key_of(service.walks.walk, made.id, forged) == "round-not-in"
    assert key_of(service.walks.say, other, token, moment, "confirm") == "round-not-in"
    assert key_of(service.walks.begin, "0" * 32) == "round-unknown"
    service.walks.say(made.id, token, moment, "confirm")
    service.rounds.end(lead, made.id)
    assert key_of(service.walks.say, made.id, token, moment, "contest") == "round-over"
    assert key_of(service.walks.begin, link) == "round-over"
    assert service.rounds.counts(lead, park)[moment].confirmed == 1, "what was said stays"


def test_a_round_ends_by_itself_and_holds_so_many(service: Service, lead: Participant, park: str) -> None:
    today = datetime.now(UTC).date()
    assert key_of(service.rounds.make, lead, park, "Late", last_day=today - timedelta(days=1)) == "round-day"
    assert key_of(service.rounds.make, lead, park, "Never", last_day=date(today.year + 3, 1, 1)) == "round-day"
    assert key_of(service.rounds.make, lead, park, "  ") == "round-name"
    assert key_of(service.rounds.make, lead, park, "All", most=501) == "round-most"
    made, link = service.rounds.make(lead, park, "One", most=1)
    _, token = service.walks.begin(link)
    assert key_of(service.walks.begin, link) == "round-full"
    assert service.walks.begin(link, token=token)[1] == token, "who came goes on"
    service.house.store.write(
        lambda tx: tx.validation._db.execute("UPDATE validation_rounds SET until = '2020-01-01T00:00:00.000Z'")
    ).result()
    assert key_of(service.walks.walk, made.id, token) == "round-over"


@pytest.mark.parametrize(
    ("how", "key"),
    [
        ({"verdict": "validated"}, "not-one-of"),
        ({"verdict": "confirm", "quote": "x" * 1001}, "too-long"),
        ({"verdict": "add", "text": "x" * 281}, "too-long"),
        ({"verdict": "add"}, "walk-add-nothing"),
        ({"verdict": "confirm", "quote": "\x00"}, "hidden-character"),
    ],
)
def test_what_is_sent_is_bounded(service: Service, lead: Participant, park: str, how: dict[str, str], key: str) -> None:
    round_id, (token,) = came(service, lead, park, "")
    moment = first_moment(service, lead, park)
    assert key_of(service.walks.say, round_id, token, moment, **how) == key
    assert key_of(service.walks.say, round_id, token, "nowhere", "confirm") == "walk-moment-gone"


def test_one_customer_and_all_of_them_say_so_much_and_no_more(
    service: Service, lead: Participant, park: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journeymap.service.customer_walk.MOST_OF_ONE", 2)
    monkeypatch.setattr("journeymap.service.customer_walk.MOST_OF_A_ROUND", 3)
    round_id, (anna, bas) = came(service, lead, park, "", "")
    moment = first_moment(service, lead, park)
    for _ in range(2):
        service.walks.say(round_id, anna, moment, "confirm")
    assert key_of(service.walks.say, round_id, anna, moment, "confirm") == "walk-said-enough"
    service.walks.say(round_id, bas, moment, "confirm")
    assert key_of(service.walks.say, round_id, bas, moment, "confirm") == "walk-all-said-enough"


def test_a_round_that_is_full_of_answers_silences_no_other_round(
    service: Service, lead: Participant, park: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journeymap.service.customer_walk.MOST_OF_A_ROUND", 3)
    moment = first_moment(service, lead, park)
    full, (fake,) = came(service, lead, park, "")
    for _ in range(3):
        service.walks.say(full, fake, moment, "contest")
    assert key_of(service.walks.say, full, fake, moment, "contest") == "walk-all-said-enough"
    other, (anna,) = came(service, lead, park, "Anna")
    assert service.walks.say(other, anna, moment, "confirm").verdict == "confirm"


def test_an_abusive_customer_is_taken_out_with_all_they_said(service: Service, lead: Participant, park: str) -> None:
    round_id, (bad, good) = came(service, lead, park, "Zwlxqqgh", "Anna")
    moment = first_moment(service, lead, park)
    service.walks.say(round_id, bad, moment, "contest", quote="Zwlxqqgh!")
    service.states.decide(lead, park, "in-review")
    service.states.decide(lead, park, "validated")
    shares = {one.customer.name: one for one in service.rounds.customers(lead, park)}
    assert (shares["Zwlxqqgh"].verdicts, shares["Anna"].verdicts) == (1, 0)
    assert service.rounds.remove_customer(lead, shares["Zwlxqqgh"].customer.id) == 1
    assert key_of(service.walks.say, round_id, bad, moment, "contest") == "round-not-in"
    assert service.states.of(lead, park).state is MapState.IN_REVIEW, "no customer's verdict is left"
    service.house.store.tidy()
    assert b"Zwlxqqgh" not in service.house.store.path.read_bytes()
    service.walks.say(round_id, good, moment, "confirm")
    assert key_of(service.rounds.remove_customer, lead, shares["Zwlxqqgh"].customer.id) == "customer-gone"
    kinds = [one.kind for one in service.audit.entries(service.people.owner())]
    assert {"customer-removed", "round", "map-state"} <= set(kinds)


def test_a_customer_takes_back_all_they_said(service: Service, lead: Participant, park: str) -> None:
    round_id, (anna,) = came(service, lead, park, "Anna")
    service.walks.say(round_id, anna, first_moment(service, lead, park), "confirm")
    service.walks.forget_me(round_id, anna)
    assert service.rounds.counts(lead, park) == {}
    assert service.rounds.customers(lead, park) == []
    assert key_of(service.walks.forget_me, round_id, anna) == "round-not-in"


def test_names_of_customers_go_when_everybodys_do(service: Service, lead: Participant, park: str) -> None:
    mila = joined(service, lead, "Mila Zwlxqqgh")
    round_id, (anna,) = came(service, lead, park, "Annabella")
    moment = first_moment(service, lead, park)
    service.walks.say(round_id, anna, moment, "confirm", quote="Mila Zwlxqqgh helped me")
    service.workshops.erasure.erase(lead, lead.workshop_id or "")
    assert [one.customer.name for one in service.rounds.customers(lead, park)] == [""]
    ((words,), _) = service.rounds.words(lead, park)
    assert "Zwlxqqgh" not in words.quote
    assert "helped me" in words.quote
    assert mila.id


def test_evidence_is_added_and_never_written_over(service: Service, lead: Participant, park: str) -> None:
    first, second, *_ = (one.id for one in service.maps.journey(lead, park).moments)
    proof = {"evidence_by": "Anna", "evidence_on": "2026-05-04", "evidence_source": "Interview 3"}
    sets = [Set(table="moments", id=first, field=name, value=value) for name, value in proof.items()]
    service.changes.change(
        lead, park, [*sets, Set(table="moments", id=first, field="evidence_status", value="internal")]
    )
    service.changes.change(lead, park, [Set(table="moments", id=second, field="evidence_status", value="assumed")])
    round_id, (token, other) = came(service, lead, park, "", "")
    for moment in (first, second):
        service.walks.say(round_id, token, moment, "confirm")
    assert service.states.note_evidence(lead, park) == 1
    assert service.states.note_evidence(lead, park) == 0
    journey = service.maps.journey(lead, park)
    kept, new = journey.moments[0], journey.moments[1]
    assert (kept.evidence_status, kept.evidence_by) == (EvidenceStatus.INTERNAL, "Anna")
    assert (new.evidence_status, new.evidence_by) == (EvidenceStatus.VALIDATED, "1 customer")
    assert "Visitors in June" in new.evidence_source
    service.walks.say(round_id, other, second, "contest")
    assert not service.rounds.counts(lead, park)[second].validated


def test_with_the_map_its_rounds_and_states_go(service: Service, lead: Participant, park: str) -> None:
    round_id, (token,) = came(service, lead, park, "Anna")
    service.states.decide(lead, park, "in-review")
    title = service.maps.head(lead, park).title
    service.maps.archive(lead, park)
    service.maps.delete(lead, park, title)
    assert key_of(service.walks.walk, round_id, token) == "round-over"
    service.house.store.tidy()
    with closing(sqlite3.connect(service.house.store.path)) as db:
        for table in ("map_states", "validation_rounds", "round_customers", "round_verdicts"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


def test_a_file_validates_nothing_that_it_does_not_prove(service: Service, noor: Participant) -> None:
    proof = {"evidence_by": "Anna", "evidence_on": "2026-05-04", "evidence_source": "Interview 3"}
    said = [{"text": text, "evidence_status": "validated", **more} for text, more in (("a", {}), ("b", proof))]
    file = {"format": "journeymap", "version": 1, "map": {"title": "A"}, "episodes": [{"title": "E", "moments": said}]}
    content = json.dumps(file).encode()
    map_id = service.exchange.import_document(noor, content)
    found = [moment.evidence_status for moment in service.maps.journey(noor, map_id).moments]
    assert found == [EvidenceStatus.ASSUMED, EvidenceStatus.VALIDATED]
    assert service.states.of(noor, map_id).state is MapState.DRAFT
    told = json.loads(service.exchange.export(noor, map_id, "json").content)["validation"]
    assert (told["state"], told["validated"]) == ("draft", False)


def test_where_the_installation_is_set_so_stories_stay_until_a_customer_validated_the_map(
    service: Service, lead: Participant, park: str
) -> None:
    to_be = service.maps.design_to_be(lead, park)
    kept_back = Service.of(replace(service.house, stories_need_validation=True))
    for format_name in ("stories-markdown", "stories-csv", "stories-tracker-csv"):
        assert service.exchange.export(lead, to_be, format_name).content
        assert key_of(kept_back.exchange.export, lead, to_be, format_name) == "state-stories"
    assert kept_back.exchange.export(lead, to_be, "json").content
    round_id, (token,) = came(service, lead, to_be, "")
    service.walks.say(round_id, token, first_moment(service, lead, to_be), "confirm")
    for state in ("in-review", "validated"):
        service.states.decide(lead, to_be, state)
    assert kept_back.exchange.export(lead, to_be, "stories-markdown").content


def test_boards_that_look_again_have_nothing_read_to_them_again(
    service: Service, lead: Participant, park: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_id, (anna, bas) = came(service, lead, park, "Anna", "Bas")
    moment = first_moment(service, lead, park)
    service.walks.say(round_id, anna, moment, "confirm", quote="yes")
    assert service.rounds.counts(lead, park)[moment].confirmed == 1
    with monkeypatch.context() as without:
        for reading in ("tally", "verdicts", "words"):
            without.setattr(f"journeymap.storage.validation_rows.ValidationReader.{reading}", None)
        assert service.rounds.counts(lead, park)[moment].confirmed == 1
    service.walks.say(round_id, bas, moment, "contest")
    assert service.rounds.counts(lead, park)[moment].contested == 1
    service.walks.forget_me(round_id, bas)
    assert service.rounds.counts(lead, park)[moment].contested == 0


def test_what_customers_wrote_comes_a_page_at_a_time(service: Service, lead: Participant, park: str) -> None:
    round_id, (anna,) = came(service, lead, park, "Anna")
    first, second, *_ = (one.id for one in service.maps.journey(lead, park).moments)
    for n in range(5):
        service.walks.say(round_id, anna, (first, second)[n % 2], "add", text=f"word {n}")
    page, following = service.rounds.words(lead, park, most=3)
    rest, end = service.rounds.words(lead, park, most=3, before=following)
    assert [one.text for one in (*page, *rest)] == [f"word {n}" for n in (4, 3, 2, 1, 0)]
    assert end is None
    newest = service.rounds.newest_words(lead, park, [first, second], 2)
    assert {moment: [one.text for one in said] for moment, said in newest.items()} == {
        first: ["word 4", "word 2"],
        second: ["word 3", "word 1"],
    }


def test_all_that_was_said_in_one_round_goes_at_once_and_other_rounds_stay(
    service: Service, lead: Participant, park: str
) -> None:
    fake, tokens = came(service, lead, park, *(f"Fake {n}" for n in range(7)))
    real, (anna,) = came(service, lead, park, "Anna")
    moment = first_moment(service, lead, park)
    for token in tokens:
        service.walks.say(fake, token, moment, "contest")
    service.walks.say(real, anna, moment, "confirm")
    mila = joined(service, lead, "Mila")
    assert key_of(service.rounds.clear, mila, fake) == "round-gone"
    assert service.rounds.clear(lead, fake) == 7
    assert [one.customer.name for one in service.rounds.customers(lead, park)] == ["Anna"]
    count = service.rounds.counts(lead, park)[moment]
    assert (count.confirmed, count.contested) == (1, 0)
    assert key_of(service.walks.say, fake, tokens[0], moment, "contest") == "round-not-in"


@pytest.mark.parametrize("how", ["removed", "cleared", "takes back"])
def test_what_only_a_removed_customer_validated_is_a_guess_again(
    service: Service, lead: Participant, park: str, how: str
) -> None:
    journey = service.maps.journey(lead, park)
    first, second, third = (*(one.id for one in journey.moments[:2]), "third")
    more = Add(table="moments", id=third, parent=journey.episodes[0].id, values={"text": "I leave"})
    service.changes.change(lead, park, [more])
    own = {"evidence_by": "1 customer", "evidence_on": "2026-05-04", "evidence_source": "Interview 3"}
    plain = [Set(table="moments", id=one, field="evidence_status", value="assumed") for one in (first, second)]
    blank = [
        Set(table="moments", id=one, field=name, value=None if name == "evidence_on" else "")
        for one in (first, second)
        for name in own
    ]
    proof = [Set(table="moments", id=third, field=name, value=value) for name, value in own.items()]
    service.changes.change(
        lead, park, [*plain, *blank, *proof, Set(table="moments", id=third, field="evidence_status", value="validated")]
    )
    fake_round, (fake,) = came(service, lead, park, "Fake")
    made, link = service.rounds.make(lead, park, "Visitors in July")
    _, anna = service.walks.begin(link, "Anna")
    service.walks.say(made.id, anna, second, "confirm")
    for moment in (first, second, third):
        service.walks.say(fake_round, fake, moment, "confirm")
    assert service.states.note_evidence(lead, park) == 2
    (fakes,) = service.rounds.customers(lead, park, fake_round)
    if how == "removed":
        service.rounds.remove_customer(lead, fakes.customer.id)
    elif how == "cleared":
        service.rounds.clear(lead, fake_round)
    else:
        service.walks.forget_me(fake_round, fake)
    now = {one.id: one for one in service.maps.journey(lead, park).moments}
    guess, fewer, other = (now[one] for one in (first, second, third))
    assert (guess.evidence_status, guess.evidence_by, guess.evidence_on, guess.evidence_source) == (
        "assumed", "", None, ""
    )  # fmt: skip
    assert (fewer.evidence_status, fewer.evidence_by) == ("validated", "1 customer")
    assert "Visitors in July" in fewer.evidence_source
    assert (other.evidence_status, other.evidence_source) == ("validated", "Interview 3"), "a person's own stays"
