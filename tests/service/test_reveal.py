"""What several people named alone is one channel once everybody sees it, and stays so on the disk and after an undo."""

from contextlib import closing
from pathlib import Path

import pytest

from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import Communication
from journeymap.domain.model.workshop import Step, StepKind
from journeymap.domain.text.errors import Refusal
from journeymap.domain.text.normalize import plain
from journeymap.service.house import House
from journeymap.service.service import Service
from journeymap.storage.sqlite_store import open_store

WRITE = Step(id="write", kind=StepKind.FREE, title="Write alone", private=True)
MORE = Step(id="more", kind=StepKind.FREE, title="Write more", private=True)


class Writing:
    """A workshop in which people write alone, on a map with one episode."""

    def __init__(self, service: Service, database: Path) -> None:
        self.service, self.database = service, database
        made = service.workshops.create(service.people.owner(), "A room", agenda=[WRITE, MORE])
        self.lead, self.map_id, self.id = made.lead, made.map_id, made.workshop.id
        self.steps = [step.id for step in made.workshop.steps]
        self.people = [service.people.join(made.workshop.join_code, name) for name in ("Anna", "Ben", "Cleo")]
        self.do(self.lead, Add(table="episodes", id="e", values={"title": "Before"}))
        self.start(0)

    def start(self, n: int) -> None:
        """Begin a step; what the one before hid is shown."""
        self.service.workshops.facilitation.start(self.lead, self.id, self.steps[n])

    def do(self, person: Participant, *changes: Add | Set) -> None:
        self.service.changes.change(person, self.map_id, changes)

    def name(self, person: Participant, name: str, moment: str = "") -> str:
        """They name a channel, as something that they do there; the id of both begins with theirs."""
        row_id = f"{person.name}-{name.strip()}".replace("Ô", "O")
        self.do(person, Add(table="channels", id=row_id, values={"name": name}))
        if not moment:
            moment = f"m-{row_id}"
            self.do(person, Add(table="moments", id=moment, parent="e", values={"text": f"I use {name}"}))
        self.do(person, Add(table="touchpoints", id=f"t-{row_id}", parent=moment, values={"channel": row_id}))
        return moment

    def reveal(self) -> None:
        self.service.workshops.facilitation.reveal(self.lead, self.id)

    @property
    def channels(self) -> list[str]:
        """The channels of the map, by name."""
        return [channel.name for channel in self.journey.channels]

    @property
    def journey(self):
        return self.service.house.store.journey(self.map_id)

    def spelled(self, *names: str) -> list[str]:
        """How the map writes these channels."""
        known = {plain(name): name for name in self.channels}
        return [known[plain(name)] for name in names]

    def of(self, moment: str) -> list[str]:
        """The channels of a moment, by name."""
        return [channel.name for channel in self.journey.channels_of(moment)]

    def check(self) -> None:
        """The tables, the log from its first entry, and what is in memory say the same."""
        store = self.service.house.store
        assert store.journey_at(self.map_id, self.journey.revision) == self.journey
        with closing(open_store(self.database)) as again:
            assert again.journey(self.map_id) == self.journey


@pytest.fixture
def writing(tmp_path: Path):
    database = tmp_path / "writing.db"
    it = Service.of(House(store=open_store(database), secret=b"k" * 32, owner_name="Noor"))
    yield Writing(it, database)
    it.close()


def test_a_channel_that_several_people_named_alone_is_one_after_the_reveal(writing: Writing) -> None:
    anna, ben, cleo = writing.people
    named = [(anna, "Phone"), (ben, "phone"), (cleo, " PHÔNE "), (anna, "Website"), (ben, "website"), (cleo, "Mail")]
    moments = [writing.name(*one) for one in named]
    assert len(writing.channels) == 6
    writing.reveal()
    assert sorted(map(plain, writing.channels)) == ["mail", "phone", "website"]
    assert [writing.of(moment) for moment in moments] == [
        [name] for name in writing.spelled(*(name for _, name in named))
    ]
    assert not writing.journey.private
    writing.check()
    writing.service.changes.merge(writing.lead, writing.map_id, [(moments[0], moments[1:4])])
    assert writing.of(moments[0]) == writing.spelled("phone", "website"), "once each"
    writing.service.changes.undo(writing.lead, writing.map_id)
    assert writing.of(moments[3]) == writing.spelled("website")
    writing.check()


def test_the_one_that_everybody_sees_stays_and_no_moment_has_it_twice(writing: Writing) -> None:
    anna, ben, _ = writing.people
    writing.name(anna, "phone")
    writing.do(writing.lead, Add(table="channels", id="seen", values={"name": "Phone", "owned": False}))
    writing.do(writing.lead, Add(table="moments", id="call", parent="e", values={"text": "I call"}))
    writing.do(ben, Add(table="touchpoints", id="t-seen", parent="call", values={"channel": "seen"}))
    writing.name(ben, "PHONE", "call")
    said = Add(table="communications", id="c", parent="e", values={"text": "Hello", "channel": "Ben-PHONE"})
    writing.do(ben, said)
    writing.reveal()
    assert [channel.id for channel in writing.journey.channels] == ["seen"]
    assert [row.id for row in writing.journey.touchpoints_of("call")] == ["t-seen"]
    assert writing.of("m-Anna-phone") == ["Phone"]
    assert writing.journey.get(Communication, "c").channel == "seen"
    writing.check()


def test_what_became_one_with_what_is_there_is_gone_though_nothing_else_is_shown(writing: Writing) -> None:
    writing.do(writing.lead, Add(table="channels", id="seen", values={"name": "Phone"}))
    writing.do(writing.people[0], Add(table="channels", id="mine", values={"name": "phone"}))
    writing.reveal()
    assert [channel.id for channel in writing.journey.channels] == ["seen"]
    assert not writing.journey.private
    writing.check()


def test_drafts_of_another_step_stay_hidden_with_the_channels_they_go_through(writing: Writing) -> None:
    anna, ben, _ = writing.people
    writing.name(anna, "phone")
    writing.service.workshops.facilitation.take_break(writing.lead, writing.id)
    writing.service.workshops.facilitation.start(writing.lead, writing.id, writing.steps[1])
    hidden = {row.id for row in writing.journey.private_rows()}
    writing.name(ben, "Phone")
    writing.reveal()
    assert writing.of("m-Ben-Phone") == ["Phone"]
    assert {row.id for row in writing.journey.private_rows()} == hidden
    writing.check()


def test_undo_after_a_reveal_harms_nothing_that_was_united(writing: Writing) -> None:
    anna, ben, _ = writing.people
    writing.do(writing.lead, Add(table="channels", id="seen", values={"name": "Phone"}))
    writing.name(anna, "PHONE")
    writing.name(ben, "phone")
    writing.do(ben, Add(table="channels", id="mail", values={"name": "Mail"}))
    writing.do(ben, Set(table="touchpoints", id="t-Ben-phone", field="channel", value="mail"))
    writing.reveal()
    assert sorted(map(plain, writing.channels)) == ["mail", "phone"]
    before = writing.journey
    with pytest.raises(Refusal):
        writing.service.changes.undo(ben, writing.map_id)
    assert writing.journey == before, "his channel is another one now: his touchpoint does not go back to it"
    for person in (ben, anna):
        for _ in range(6):
            try:
                writing.service.changes.undo(person, writing.map_id)
            except Refusal:
                continue
    writing.check()
    assert not any(channel.private for channel in writing.journey.channels)
