"""What somebody may do to a map in this step of the workshop, and who will see it: asked before every change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from journeymap.domain.changes.apply import caught
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.limits import KEPT_BACK, ROWS, SHARE_OF_ROWS
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.domain.model.roles import Participant, Role, leads
from journeymap.domain.model.rows import OF_THE_BACKLOG, ROW_TYPES, MapKind, ParkedNote, Row, Vote
from journeymap.domain.model.visibility import FACILITATORS, SILENT_TABLES, Sight
from journeymap.domain.model.workshop import Ballot, Step, StepState, Workshop
from journeymap.domain.text.errors import Term, forbidden, gone, invalid
from journeymap.domain.workshop.step_kinds import rules_of

PARTICIPANTS_NOTES = frozenset({"parked", "idea"})
_GIVEN_FOR_ONE = frozenset({"proposals", "verdicts"})
"""What somebody says of one moment. It goes to another one only where those who lead merge the two."""


def permit(journey: Journey, workshop: Workshop | None, person: Participant, changes: Iterable[Change]) -> list[Change]:
    """The changes as they may be made: each addition with its author, and the step it is private in.

    Errors: Refusal `forbidden` where the step or the workshop does not allow it.
    """
    rules = _Rules(workshop, person)
    granted: list[Change] = []
    made: dict[str, Add] = {}
    for change in changes:
        one = rules.grant(journey, change, made)
        granted.append(one)
        if isinstance(one, Add):
            made[one.id] = one
            if one.table == "votes":
                _check_budget(journey, rules.step, one, made.values())
            if one.table == "proposals" and journey.find("moments", str(one.values.get("item"))) is None:
                raise invalid("proposal-on-nothing")
    return granted


@dataclass(frozen=True, slots=True)
class StepTask:
    """What a step asks of participants: `tables` they add to, and `shared` fields of what is everybody's."""

    tables: frozenset[str] = frozenset()
    shared: frozenset[tuple[str, str]] = frozenset()

    def may_set(self, row: Row, field: str, person_id: str) -> bool:
        """Whether this person sets this field: in a row of their own, or one that is shared."""
        return (row.table, field) in self.shared or self.may_change(row, person_id)

    def may_change(self, row: Row, person_id: str) -> bool:
        """Whether this person changes this row as a whole."""
        return row.table in self.tables and row.author == person_id


def step_task(workshop: Workshop, of: MapKind) -> StepTask | None:
    """What participants are asked for on a map of this kind now; None: for anything.

    So that nobody is invited to what `permit` refuses; it has the last word.
    """
    if workshop.closed_at is not None:
        return StepTask()
    step = workshop.step
    if step is None or _is_free(step):
        return None
    if not step.runs or _is_of_another_map(step, of):
        return StepTask()
    rules = rules_of(step.kind)
    return StepTask(rules.adds or frozenset(), rules.shared)


def _is_free(step: Step | None) -> bool:
    """Whether everything goes: there is no agenda, none of it has begun, or it says so."""
    return step is None or (rules_of(step.kind).adds is None and step.runs)


def _is_shared(change: Change, step: Step) -> bool:
    """Whether this sets a field that the step gives to everybody."""
    return isinstance(change, Set) and (change.table, change.field) in rules_of(step.kind).shared


def _is_of_another_map(step: Step, of: MapKind) -> bool:
    """How it should be never stands in how it is."""
    return step.map is MapKind.TO_BE and of is MapKind.AS_IS


class _Rules:
    """What this person may do now."""

    def __init__(self, workshop: Workshop | None, person: Participant) -> None:
        self.workshop = workshop
        self.person = person
        self.leading = leads(person.role)
        self.step = workshop.step if workshop is not None else None

    def grant(self, journey: Journey, change: Change, made: Mapping[str, Add]) -> Change:
        row = journey.find(change.table, change.id)
        if row is not None and not Sight.of(self.person).sees_row(row) and not isinstance(change, Add):
            raise gone("row-gone", row=_the(row.table))
        if change.table == "votes":
            self._check_vote(journey, change)
        if change.table == "parked":
            _check_note(change)
        if change.table == "dispositions":
            _check_disposition(journey, change)
            if isinstance(change, Remove) and not self.leading and row is not None and row.author != self.person.id:
                raise forbidden("not-yours")
        if change.table in OF_THE_BACKLOG:
            self._check_story(journey, change)
        if change.table in _GIVEN_FOR_ONE and isinstance(change, Set) and change.field == "item" and not self.leading:
            raise forbidden("answer-stays")
        if not self.leading:
            self._check(journey, change, made)
            if isinstance(change, Add) and self.workshop is not None:
                _check_share(journey, change.table, self.person.id, made)
        return self._owned(journey, change, made) if isinstance(change, Add) else change

    def _check_story(self, journey: Journey, change: Change) -> None:
        """Stories are decided about in a to-be, by those who work on it."""
        if journey.kind is not MapKind.TO_BE and not _is_put_back(change):
            raise invalid("story-in-as-is")
        if self.person.role is Role.CUSTOMER:
            raise forbidden("story-of-the-team")

    def _check_vote(self, journey: Journey, change: Change) -> None:
        """Nobody changes a vote but the voter, and then only a score; facilitators merge what was voted on."""
        if isinstance(change, Set) and change.field == "item" and self.leading:
            return
        row = journey.find("votes", change.id)
        if isinstance(change, Add) and change.values.get("round") in self.person.veiled:
            raise forbidden("vote-on-other-device")
        if isinstance(change, Add) or row is None:
            return
        if row.author != self.person.id:
            raise forbidden("not-yours")
        if isinstance(change, Set):
            _check_score(self.step, row, change)

    def _check(self, journey: Journey, change: Change, made: Mapping[str, Add]) -> None:
        workshop = self.workshop
        if workshop is None:
            return
        if workshop.closed_at is not None:
            raise forbidden("workshop-closed")
        if isinstance(change, Move) and workshop.locked:
            raise forbidden("moving-locked")
        if workshop.locked_rows & set(_stands_in(journey, change)):
            raise forbidden("row-locked")
        if _is_free(self.step):
            return
        step = self.step
        if step is None or not self._is_theirs_to_make(change, step):
            raise forbidden("not-in-this-step")
        if _is_of_another_map(step, journey.kind) and change.table != "parked":
            raise forbidden("step-is-to-be")
        if isinstance(change, Add) or change.id in made:
            return
        self._check_row(journey, journey.find(change.table, change.id), change, step)

    def _is_theirs_to_make(self, change: Change, step: Step) -> bool:
        if change.table == "parked":
            kind = change.values.get("kind", "parked") if isinstance(change, Add) else None
            kind = change.value if isinstance(change, Set) and change.field == "kind" else kind
            return rules_of(step.kind).parks and (kind is None or kind in PARTICIPANTS_NOTES)
        if not step.runs:
            return False
        if change.table == "votes" and step.state is not StepState.RUNNING:
            return False
        return _is_shared(change, step) or rules_of(step.kind).allows(change.table)

    def _check_row(self, journey: Journey, row: Row | None, change: Change, step: Step) -> None:
        """Somebody changes or takes away what is there: it must be theirs."""
        if row is None:
            return  # it is gone: said by the rules of the map
        if _is_shared(change, step):
            return
        if row.author != self.person.id:
            raise forbidden("not-yours")
        if isinstance(row, ParkedNote) and row.kind not in PARTICIPANTS_NOTES:
            raise forbidden("not-yours")
        if isinstance(row, Vote) and row.round != step.id:
            raise forbidden("vote-over")
        if isinstance(change, Remove):
            mine, sight = ("", self.person.id), Sight.of(self.person)
            if any(r.author not in mine and sight.sees_row(r) for r in caught(journey, row)[0]):
                raise forbidden("others-built-on")

    # Whose it is

    def _owned(self, journey: Journey, change: Add, made: Mapping[str, Add]) -> Add:
        """With its author; hidden where the step is, or where what it belongs to is."""
        if change.key is not None:  # put back by undo, as it was
            return self._put_back(change)
        author, private = self.person.id, self._private(change)
        for table, row_id in _above(journey, change):
            other = made.get(row_id) or journey.find(table, row_id)
            if isinstance(other, Row) and not Sight.of(self.person).sees_row(other):
                raise gone("parent-gone", row=_the(change.table), parent=_the(table))
            if isinstance(other, Add | Row) and other.private:
                if other.author != author and not self.leading:
                    raise forbidden("not-yours")
                author, private = other.author, other.private
        values = change.values
        if change.table == "votes":
            values = {**values, "named": bool(self.step and self.step.ballot and not self.step.ballot.anonymous)}
        return change.model_copy(update={"author": author, "private": private, "values": values})

    def _private(self, change: Add) -> str:
        step = self.step
        if change.table == "parked":
            return FACILITATORS if change.values.get("kind") == "note" else ""
        if step is None or (self.leading and change.table != "votes"):
            return ""
        if change.table == "votes":
            ballot = step.ballot or Ballot()
            return step.id if ballot.hidden or ballot.anonymous else ""
        return step.id if step.secret else ""

    def _put_back(self, change: Add) -> Add:
        hidden = change.private
        if hidden and hidden != FACILITATORS and change.table != "votes" and self.workshop is not None:
            hidden = hidden if self.workshop.is_secret(hidden) else ""
        return change.model_copy(update={"private": hidden})


def _check_disposition(journey: Journey, change: Change) -> None:
    """It stands in a to-be and is never rewritten: whoever thinks otherwise decides anew, and both are kept."""
    if journey.kind is not MapKind.TO_BE:
        raise invalid("disposition-in-as-is")
    if isinstance(change, Set | Move):
        raise invalid("disposition-made-anew")


def _is_put_back(change: Change) -> bool:
    """Whether undo puts a row back, as it was."""
    return isinstance(change, Remove) or (isinstance(change, Add) and change.key is not None)


def _check_note(change: Change) -> None:
    """A decision has an owner and a day: it is no note."""
    kind = change.values.get("kind") if isinstance(change, Add) and change.key is None else None
    if isinstance(change, Set) and change.field == "kind":
        kind = change.value
    if kind == "decision":
        raise invalid("decision-not-a-note")


def _the(table: str) -> Term:
    return Term(f"the-{table}".replace("_", "-"))


def _stands_in(journey: Journey, change: Change) -> Iterator[str]:
    """The row that is changed, what it stands in, and what it is to stand in."""
    yield change.id
    row, kind = journey.find(change.table, change.id), ROW_TYPES.get(change.table)
    if row is not None:
        yield from _over(journey, row)
    parent = getattr(change, "parent", None)
    if parent is not None and kind is not None and kind.parent_table:
        yield parent
        above = journey.find(kind.parent_table, parent)
        if above is not None:
            yield from _over(journey, above)


def _over(journey: Journey, row: Row) -> Iterator[str]:
    """What a row stands in, and what that stands in."""
    while row.parent is not None and row.parent_table:
        yield row.parent
        above = journey.find(row.parent_table, row.parent)
        if above is None:
            return
        row = above


def _above(journey: Journey, change: Add) -> list[tuple[str, str]]:
    """What a new row belongs to and refers to; a place in the graph, to the row whose node stands there."""
    kind = ROW_TYPES.get(change.table)
    if kind is None:
        return []
    named = [(kind.parent_table, change.parent)]
    named += [(table, change.values.get(field)) for field, table in kind.references.items()]
    if change.table == "places":
        node = str(change.values.get("node"))
        named.append((journey.table_of(node), node))
    return [(table, row_id) for table, row_id in named if table and isinstance(row_id, str)]


def _check_score(step: Step | None, vote: Row, change: Set) -> None:
    """A score may be thought over while its step runs; a dot is given or taken."""
    ballot = step.ballot if step is not None else None
    if step is None or ballot is None or not isinstance(vote, Vote) or vote.round != step.id:
        raise forbidden("vote-over")
    if change.field != "value" or not vote.question or not _is_in_range(vote.question, change.value):
        raise invalid("vote-value")


def _is_in_range(question: object, value: object) -> bool:
    low, high = (-2, 2) if question == "felt" else (1, 5)
    return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


def _check_share(journey: Journey, table: str, by: str, made: Mapping[str, Add]) -> None:
    """Nobody fills a map alone: a fifth of each limit is one person's, and the last tenth is for those who lead."""
    most = ROWS.get(table, 0)
    if table in SILENT_TABLES or most <= 1:
        return
    more = sum(added.table == table for added in made.values())
    there = journey.count(table) + more
    if there < most // SHARE_OF_ROWS:
        return
    if there >= most - most // KEPT_BACK:
        raise forbidden("map-nearly-full", row=_the(table))
    if more + sum(row.author == by for row in journey.tables[table].values()) >= most // SHARE_OF_ROWS:
        raise forbidden("share-used", row=_the(table), most=most // SHARE_OF_ROWS)


def _check_budget(journey: Journey, step: Step | None, vote: Add, made: Iterable[Add]) -> None:
    """A vote belongs to the step that runs, is on what is voted on, and keeps to the budget and the cap."""
    ballot = step.ballot if step is not None else None
    if step is None or ballot is None or vote.values.get("round") != step.id:
        raise forbidden("vote-over")
    if journey.find(ballot.items, str(vote.values.get("item"))) is None:
        raise invalid("vote-on-nothing")
    if step.asked is not None and vote.values.get("item") not in step.asked:
        raise forbidden("vote-not-asked")
    question, value = vote.values.get("question", ""), vote.values.get("value", 1)
    if ballot.questions:
        if question not in ballot.questions or not _is_in_range(question, value):
            raise invalid("vote-value")
        return
    if question or value != 1:
        raise invalid("vote-value")
    dots = [(v.id, v.item) for v in journey.tables["votes"].values() if isinstance(v, Vote) and _is_dot(v, vote, step)]
    more = [(added.id, str(added.values.get("item"))) for added in made if added.table == "votes"]
    dots += [one for one in more if one not in dots]
    on_item = sum(item == vote.values.get("item") for _, item in dots)
    slot = vote.values.get("slot", 0)
    if len(dots) > ballot.budget or not isinstance(slot, int) or not 0 <= slot < ballot.budget:
        raise forbidden("vote-budget", budget=ballot.budget)
    if ballot.cap and on_item > ballot.cap:
        raise forbidden("vote-cap", cap=ballot.cap)


def _is_dot(found: Vote, vote: Add, step: Step) -> bool:
    return found.author == vote.author and found.round == step.id and not found.question
