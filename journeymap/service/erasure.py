"""Pseudonyms personal data: a name goes from the list of people at once; taking it out of texts is another act.

Everybody may have their own name erased: that changes name fields and nothing else. Words in texts are changed by
those who lead, who are shown every place first, and only for names that somebody bore before it was asked.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from journeymap.domain.changes.pseudonymize import Pseudonyms
from journeymap.domain.model.limits import NOTES
from journeymap.domain.model.operations import Operation
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.workshop import Workshop
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.errors import Refusal, forbidden, gone, invalid, stale
from journeymap.domain.text.ordinary_words import is_ordinary, is_same
from journeymap.domain.workshop.timer import later
from journeymap.service.audit_log import AuditLog
from journeymap.service.house import House
from journeymap.service.word_removal import (
    AT_ONCE,
    NameSearch,
    Offered,
    Preview,
    portions,
    reword_log,
    reword_rows,
    reword_workshop,
)
from journeymap.service.workshop_access import WorkshopAccess, as_they_are, require_in, require_lead
from journeymap.storage.store import MapHead, Transaction
from journeymap.storage.validation_rows import TEXTS, Written

KNOWN_DAYS = 30
"""How long the names of an erased person are kept, so that they can be taken out of texts."""

ROUNDS = 5
"""While names are taken out people go on writing: so often one looks again."""

LOG_PAGE = 500
FIRST = {table: "0" if key == "number" else "" for table, (key, _) in TEXTS.items()}
"""What stands before the first row of each table in which rounds of customers have their words."""
DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Erasure:
    """People's names are replaced, and gone from the database file."""

    house: House
    access: WorkshopAccess

    # Name fields

    def erase_one(self, person: Participant, workshop_id: str, participant_id: str) -> int:
        """Somebody is called “Participant 7” from now on, in their language; no word of any text changes.

        Everybody may ask it for themselves, once a day. Errors: Refusal, `invalid` where there is nothing to erase.
        """
        allowed = require_in if participant_id == person.id else require_lead
        allowed(person, workshop_id)
        alias = self._aliases(self.access.get(person, workshop_id)).get(participant_id, "")

        def work(tx: Transaction) -> None:
            allowed(as_they_are(tx, person), workshop_id)
            if refusal := self._refused(tx, workshop_id, participant_id, alias):
                raise refusal
            tx.people.erase_name(participant_id, alias, self.house.now())
            tx.people.drop_old_names(later(self.house.now(), -KNOWN_DAYS * DAY))
            tx.people.touch_workshop(workshop_id)

        self.house.store.write(work).result()
        self._forgotten(workshop_id)
        about = self.house.store.people.participant(participant_id)
        AuditLog(self.house).note("erased", about if participant_id == person.id else person, about)
        return 1

    def erase(self, person: Participant, workshop_id: str, *, places: int | None = None) -> int:
        """Everybody's name, in the list of people and in texts; how many people there were.

        `places` is how many the preview showed. Errors: Refusal; `stale` where there are others by now.
        """
        self.access.led(person, workshop_id)
        preview = self.words(person, workshop_id)
        if places is not None and preview.count > places:
            raise stale("erase-other-places", places=preview.count)

        aliases = self._aliases(self.access.get(person, workshop_id))

        def work(tx: Transaction, some: Sequence[str]) -> int:
            require_lead(as_they_are(tx, person), workshop_id)
            due = [one for one in some if not self._refused(tx, workshop_id, one, aliases[one])]
            for participant_id in due:
                tx.people.erase_name(participant_id, aliases[participant_id], self.house.now())
            tx.people.touch_workshop(workshop_id)
            return len(due)

        n = sum(self.house.store.write(partial(work, some=some)).result() for some in portions(list(aliases)))
        if not n and not preview.count:
            raise invalid("erase-nothing")
        while self.house.store.write(lambda tx: tx.validation.erase_names(workshop_id, AT_ONCE)).result() == AT_ONCE:
            pass
        usable = [one for one in preview.names if not one.why]
        self._reword(workshop_id, {one.name: one.alias for one in usable})
        self._reworded(workshop_id, {one.participant_id for one in preview.names})
        by = self.house.store.people.participant(person.id) or person
        AuditLog(self.house).note("erased", by, workshop_id=workshop_id, times=n)
        return n

    def _refused(self, tx: Transaction, workshop_id: str, participant_id: str, alias: str) -> Refusal | None:
        """Why this person's name is not erased now."""
        found = tx.people.participant(participant_id)
        if found is None or found.workshop_id != workshop_id:
            return gone("no-such-person")
        if found.name == alias and not found.doing:
            return invalid("erase-nothing")
        erased_at, _ = tx.people.erased(participant_id)
        if erased_at > later(self.house.now(), -DAY):
            return forbidden("erase-once-a-day")
        return None

    # Words in texts

    def words(
        self, person: Participant, workshop_id: str, participant_id: str | None = None,
        names: Collection[str] | None = None,
    ) -> Preview:  # fmt: skip
        """What taking somebody's names (None: everybody's) out of texts would change: nothing is written.

        `names`: only these of them. Reads all maps and their history. Errors: Refusal, for whoever does not lead.
        """
        workshop = self.access.led(person, workshop_id)
        offered = tuple(self._offered(workshop, participant_id))
        if participant_id is not None and not offered:
            raise gone("no-such-person")
        chosen = [one for one in offered if not one.why and (names is None or one.name in names)]
        finding = NameSearch(chosen)
        for head in self._all_heads(workshop_id) if chosen else ():
            finding.look(self.house.store.journey(head.id))
            finding.look_back(self._log(head.id))
        if chosen:
            titles = {head.id: head.title for head in self._all_heads(workshop_id)}
            finding.hear(titles, self._written(workshop_id))
        finding.read(workshop, [one for one in self.house.store.people.agendas() if one.workshop_id == workshop_id])
        return Preview(offered, tuple(finding.places), finding.logged, finding.counts)

    def take_out_words(
        self, person: Participant, workshop_id: str, participant_id: str, names: Sequence[str], places: int
    ) -> int:
        """Somebody's names become “Participant 7” in every text of the workshop, for good; how many texts changed.

        `places` is how many the preview of these names showed. Errors: Refusal: `invalid` for a name that the person
        never bore, that is an ordinary word, or that stands nowhere; `stale` where it stands in more places by now.
        """
        preview = self.words(person, workshop_id, participant_id, names)
        known = {one.name: one for one in preview.names}
        for name in names:
            if name not in known:
                raise invalid("erase-not-borne", name=name)
            if known[name].why:
                raise invalid("erase-ordinary", name=name)
        if not preview.count:
            raise invalid("erase-nowhere")
        if preview.count > places:
            raise stale("erase-other-places", places=preview.count)

        def begin(tx: Transaction) -> None:
            require_lead(as_they_are(tx, person), workshop_id)
            if tx.people.erased(participant_id)[1] > later(self.house.now(), -DAY):
                raise forbidden("erase-once-a-day")

        self.house.store.write(begin).result()
        self._reword(workshop_id, {name: known[name].alias for name in names})
        self._reworded(workshop_id, {participant_id})
        about = self.house.store.people.participant(participant_id)
        AuditLog(self.house).note("words-erased", person, about, times=preview.count)
        return preview.count

    def leave_words(self, person: Participant, workshop_id: str, participant_id: str) -> None:
        """The texts stay as they are, and what somebody was called before is forgotten."""
        self.access.led(person, workshop_id)

        def work(tx: Transaction) -> None:
            require_lead(as_they_are(tx, person), workshop_id)
            found = tx.people.participant(participant_id)
            if found is None or found.workshop_id != workshop_id:
                raise gone("no-such-person")
            tx.people.drop_names(participant_id)

        self.house.store.write(work).result()
        self.house.store.tidy_later()

    def asked_to_forget(self, person: Participant, workshop_id: str) -> list[Participant]:
        """Those whose name was erased, and whose names may still stand in texts: somebody who leads decides."""
        self.access.led(person, workshop_id)
        borne = self.house.store.people.borne(workshop_id)
        waiting = {one.participant_id for one in borne if one.since <= one.erased_at}
        return [one for one in self.house.store.people.participants(workshop_id) if one.id in waiting]

    def _offered(self, workshop: Workshop, participant_id: str | None) -> Iterator[Offered]:
        """The names that may be taken out: only what somebody bore before their name was erased."""
        everybody = self.house.store.people.participants(workshop.id)
        aliases = self._aliases(workshop)
        personas = [head.persona for head in self._all_heads(workshop.id)] + [workshop.persona]
        for one in self.house.store.people.borne(workshop.id):
            if participant_id not in (None, one.participant_id) or (one.erased_at and one.since > one.erased_at):
                continue
            alias = aliases[one.participant_id]
            others = [other.name for other in everybody if other.id != one.participant_id and not other.removed]
            why = "ordinary" if is_ordinary(one.name) else "persona" if is_same(one.name, personas) else ""
            if not why and participant_id is not None and is_same(one.name, others):
                why = "other"
            if one.name != alias:
                yield Offered(one.participant_id, one.name, alias, why)

    def _aliases(self, workshop: Workshop) -> dict[str, str]:
        """What each of its people is called once their name is erased: by when they came, so that it stays the same."""
        everybody = self.house.store.people.participants(workshop.id)
        return {
            one.id: say("workshop-erased-name", workshop.language, number=number)
            for number, one in enumerate(everybody, 1)
        }

    def _reword(self, workshop_id: str, aliases: Mapping[str, str]) -> None:
        """Say it otherwise everywhere, a little at a time; people go on writing, so one looks again."""
        if not aliases:
            return
        erasing = Pseudonyms(aliases)
        for _ in range(ROUNDS):
            changed = sum(self._reword_map(head.id, erasing) for head in self._all_heads(workshop_id))
            if not changed:
                break
        self.house.store.write(lambda tx: reword_workshop(tx, workshop_id, erasing)).result()
        self._reword_verdicts(workshop_id, erasing)

    def _reword_verdicts(self, workshop_id: str, erasing: Pseudonyms) -> None:
        """What customers said in rounds, and what rounds are called: their words may name somebody, too."""
        say_it = partial(erasing.text, most=NOTES)
        for table in TEXTS:
            last = FIRST[table]
            while True:
                work = partial(_reworded_verdicts, table=table, workshop_id=workshop_id, say_it=say_it, after=last)
                if not (last := self.house.store.write(work).result()):
                    break

    def _written(self, workshop_id: str) -> Iterator[tuple[str, Written]]:
        """The same words as they are, with their table, a page at a time."""
        for table in TEXTS:
            last = FIRST[table]
            while page := self.house.store.validation.texts(table, workshop_id, last, LOG_PAGE):
                yield from ((table, one) for one in page)
                last = page[-1].key

    def _reword_map(self, map_id: str, erasing: Pseudonyms) -> int:
        store = self.house.store
        rows = [(row.table, row.id) for row in store.journey(map_id).rows() if erasing.row(row) is not row]
        for some in portions(rows):
            store.write(partial(reword_rows, map_id=map_id, rows=some, erasing=erasing)).result()
        log = [one.revision for one in self._log(map_id) if erasing.operation(one) is not one]
        for revisions in portions(log):
            store.write(partial(reword_log, map_id=map_id, revisions=revisions, erasing=erasing)).result()
        return len(rows) + len(log)

    def _reworded(self, workshop_id: str, participant_ids: Iterable[str]) -> None:
        def work(tx: Transaction) -> None:
            for participant_id in participant_ids:
                tx.people.put_reworded(participant_id, self.house.now())
            tx.people.touch_workshop(workshop_id)

        self.house.store.write(work).result()
        self._forgotten(workshop_id)

    def _forgotten(self, workshop_id: str) -> None:
        self.house.bell.ring(workshop_id)
        self.house.store.tidy_later()

    def _all_heads(self, workshop_id: str) -> list[MapHead]:
        """Its maps, the archived ones too."""
        heads = self.house.store.heads
        return [*heads(workshop_id=workshop_id), *heads(workshop_id=workshop_id, archived=True)]

    def _log(self, map_id: str) -> Iterator[Operation]:
        """The log of a map, a page at a time."""
        since = 0
        while page := self.house.store.operations(map_id, since=since, most=LOG_PAGE):
            yield from page
            since = page[-1].revision


def _reworded_verdicts(tx: Transaction, table: str, workshop_id: str, say_it: Callable[[str], str], after: str) -> str:
    return tx.validation.reword(table, workshop_id, say_it, after, AT_ONCE)
