"""The summary as Markdown, to keep or to send: what people typed stays text."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Protocol

from journeymap.domain.analysis.gain import Gain
from journeymap.domain.changes.describe import count, listed
from journeymap.domain.model.roles import Role
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Step, Workshop
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.dates import day_said
from journeymap.domain.workshop.votes import Result, Spread
from journeymap.exchange.map_status import FileStanding
from journeymap.exchange.markdown import escaped
from journeymap.exchange.wishes import SummaryWish

MADE = ("episodes", "moments", "needs", "channels", "touchpoints", "pain_points", "backstage_steps", "paths")
"""What is counted of a map, in the order in which it is said."""


class MapMade(Protocol):
    """A map that the workshop worked on."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> MapKind: ...  # noqa: D102


class NoteMade(Protocol):
    """Something set aside, or an idea, and whose it is where names are told."""

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def by(self) -> str: ...  # noqa: D102


class DecisionMade(Protocol):
    """A decision, with who owns it and when it is looked at again."""

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def owner(self) -> str: ...  # noqa: D102
    @property
    def review_on(self) -> date | None: ...  # noqa: D102


class VoteMade(Protocol):
    """One vote and what came of it."""

    @property
    def step(self) -> Step: ...  # noqa: D102
    @property
    def result(self) -> Result: ...  # noqa: D102
    @property
    def texts(self) -> Mapping[str, str]: ...  # noqa: D102


class SomebodyThere(Protocol):
    """Somebody who was there."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def role(self) -> Role: ...  # noqa: D102
    @property
    def doing(self) -> str: ...  # noqa: D102


class Summed(Protocol):
    """What a workshop came to, as the service sums it up."""

    @property
    def workshop(self) -> Workshop: ...  # noqa: D102
    @property
    def maps(self) -> Sequence[MapMade]: ...  # noqa: D102
    @property
    def made(self) -> Mapping[str, Mapping[str, int]]: ...  # noqa: D102
    @property
    def crowd(self) -> Mapping[Role, int]: ...  # noqa: D102
    @property
    def people(self) -> Sequence[SomebodyThere]: ...  # noqa: D102
    @property
    def decisions(self) -> Sequence[DecisionMade]: ...  # noqa: D102
    @property
    def parked(self) -> Sequence[NoteMade]: ...  # noqa: D102
    @property
    def ideas(self) -> Sequence[NoteMade]: ...  # noqa: D102
    @property
    def votes(self) -> Sequence[VoteMade]: ...  # noqa: D102


def summary_bytes(wish: SummaryWish) -> bytes:
    """The summary as a file."""
    return summary_markdown(
        wish.summary, wish.open_points, wish.language, held=wish.held, gains=wish.gains, standings=wish.standings
    ).encode()


def summary_markdown(
    found: Summed, points: Sequence[str], language: str, *, held: str, gains: Sequence[Gain] = (),
    standings: Mapping[str, FileStanding] = MappingProxyType({}),
) -> str:  # fmt: skip
    """The whole summary. `points` is what is still open, `held` when the workshop was, `gains` what it brought.

    `standings` say how far its maps are; one of which nothing is known is a draft.
    """
    left = [escaped(gain.words(language)) for gain in gains if gain.n]
    told = [f"> **{escaped(text)}**" for text in standings_said(found.maps, standings, language)]
    return "\n".join(_lines(found, points, language, held, left, told)) + "\n"


def standings_said(maps: Sequence[MapMade], standings: Mapping[str, FileStanding], language: str) -> list[str]:
    """Which of these maps no customer validated, or were changed since, in a sentence each."""
    said = [(one, standings.get(one.id, FileStanding()).warning(language)) for one in maps]
    return [f"{say(f'shell-kind-{one.kind}', language)} “{one.title}”: {text}" for one, text in said if text]


def crowd(found: Summed, language: str) -> str:
    """Who was there, by role: “one facilitator, 12 participants and 2 customers”."""
    roles = (Role.FACILITATOR, Role.CO_FACILITATOR, Role.PARTICIPANT, Role.CUSTOMER, Role.OBSERVER)
    counts = [(role, found.crowd.get(role, 0)) for role in roles]
    return listed([say(f"summary-crowd-{role}", language, n=n) for role, n in counts if n], language)


def made_on(found: Summed, map_id: str, language: str) -> str:
    """What is on one of its maps: “6 episodes, 44 micro-moments and 11 channels”; nothing where it is empty."""
    made = found.made.get(map_id, {})
    return listed([count(table, made[table], language) for table in MADE if made.get(table)], language)


def owned_said(one: DecisionMade, language: str) -> str:
    """Who owns a decision and when it is looked at again: “Mila, look again on 12 March 2026”."""
    day = say("summary-decision-review", language, day=day_said(one.review_on, language)) if one.review_on else ""
    return ", ".join(part for part in (one.owner, day) if part)


def decision_said(one: DecisionMade, language: str) -> str:
    """What was decided, by whom it is done and when it is looked at again."""
    about = owned_said(one, language)
    return f"{one.text} ({about})" if about else one.text


def _lines(
    found: Summed, points: Sequence[str], language: str, held: str, left: Sequence[str], told: Sequence[str]
) -> Iterator[str]:
    it = found.workshop
    yield f"# {escaped(it.title)}"
    yield ""
    yield " · ".join(part for part in (held, escaped(it.persona), crowd(found, language)) if part)
    for line in told:
        yield from ("", line)
    if it.purpose:
        yield from ("", escaped(it.purpose))
    for name, value in (("owner", it.owner), ("next-review", it.next_review)):
        if value:
            yield from ("", f"**{say(f'summary-{name}', language)}**: {escaped(value)}")
    made = [(head.title, head.kind, made_on(found, head.id, language)) for head in found.maps]
    lines = [f"{escaped(title)} ({say(f'shell-kind-{kind}', language)}): {what}" for title, kind, what in made if what]
    yield from _section("made", lines, language)
    yield from _section("gains", left, language)
    yield from _section("decision", [escaped(decision_said(one, language)) for one in found.decisions], language)
    for vote in found.votes:
        yield from ("", f"## {escaped(vote.step.title)}", "")
        yield from (_scores(vote, language) if vote.result.scores else _ranking(vote.result, vote))
    yield from _section("parked", _notes(found.parked), language)
    yield from _section("idea", _notes(found.ideas), language)
    yield from _section("open", [escaped(point) for point in points], language)
    people = [
        " · ".join(part for part in (escaped(one.name), say(f"role-{one.role}", language), escaped(one.doing)) if part)
        for one in found.people
    ]
    yield from _section("people", people, language)


def _section(name: str, lines: Sequence[str], language: str) -> Iterator[str]:
    if lines:
        yield from ("", f"## {say(f'summary-{name}', language)}", "")
        yield from (f"- {line}" for line in lines)


def _notes(notes: Sequence[NoteMade]) -> list[str]:
    return [escaped(note.text) + (f" ({escaped(note.by)})" if note.by else "") for note in notes]


def _ranking(result: Result, vote: VoteMade) -> Iterator[str]:
    for one in result.ranked:
        place = f"{one.place}=" if one.tied else f"{one.place}"
        yield f"- {place} {escaped(vote.texts.get(one.item, '…'))}: {one.dots}"


def _scores(vote: VoteMade, language: str) -> Iterator[str]:
    """What was scored, what there is most to win with first; each figure with its question and its spread."""
    questions = vote.step.ballot.questions if vote.step.ballot else ()
    worth = {one.item: one.opportunity for one in vote.result.opportunities}
    for item in (*worth, *(item for item in vote.result.scores if item not in worth)):
        asked = vote.result.scores[item]
        parts = [_score(asked[question], question, language) for question in questions if question in asked]
        if item in worth:
            parts.insert(0, f"{say('lead-opportunity', language)} {worth[item]:.1f}")
        yield f"- {escaped(vote.texts.get(item, '…'))}: {', '.join(parts)}"


def _score(spread: Spread, question: str, language: str) -> str:
    asked = say(f"lead-question-{question}".replace("_", "-"), language)
    return f"{asked} {spread.mean:.1f} ({spread.least:g}–{spread.most:g})"
