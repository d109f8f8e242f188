"""What priority a story is proposed to have: a small sum of what the map tells, each part of it with a sentence.

docs/stories.md says how it is worked out. Whoever thinks otherwise chooses.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from journeymap.exchange.backlog.story_words import filled
from journeymap.exchange.backlog.user_stories import Epic, Priority, UserStory
from journeymap.exchange.sentences import signed

LEVELS: tuple[tuple[int, Priority], ...] = ((7, "highest"), (4, "high"), (2, "medium"), (0, "low"))
"""From so many points on it is this."""
RANKS = 3
"""So far down the list it is said how many have more votes."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a story. `felt` is felt today and `aimed` what should be felt, from −2 to +2.

    `known_needs` is how many of its needs are more than assumed.
    """

    truth: bool = False
    votes: int = 0
    felt: float | None = None
    aimed: float | None = None
    pains: int = 0
    known_needs: int = 0


def prioritised(epics: Sequence[Epic], language: str, known: Mapping[str, Known]) -> list[Epic]:
    """The epics with what is proposed for each story of which something is `known`, by its id."""
    ballot = sorted({one.votes for one in known.values()}, reverse=True)
    told = {one: proposed(it, ballot, language) for one, it in known.items()}
    return [replace(epic, stories=tuple(_with(story, told) for story in epic.stories)) for epic in epics]


def _with(story: UserStory, told: Mapping[str, tuple[Priority, tuple[str, ...]]]) -> UserStory:
    if story.id not in told:
        return story
    level, reasons = told[story.id]
    return replace(story, priority=level, priority_proposed=level, priority_reasons=reasons)


Point = tuple[int, str]
"""So many points, and the sentence that says what for."""


def proposed(known: Known, ballot: Sequence[int], language: str) -> tuple[Priority, tuple[str, ...]]:
    """The priority, and its reasons, what weighs most first.

    `ballot`: how many votes stories have, each number once, the most first.
    """
    points = sorted(_points(known, ballot, language), key=lambda point: -point[0])
    total = sum(weight for weight, _ in points)
    level = next(level for least, level in LEVELS if total >= least)
    return level, tuple(reason for _, reason in points)


def _points(known: Known, ballot: Sequence[int], language: str) -> Iterator[Point]:
    if known.truth:
        yield 3, filled("priority-truth", language)
    if known.votes > 0 and ballot:
        share = known.votes / ballot[0]
        rank = ballot.index(known.votes) + 1
        key = "one" if known.votes == 1 else str(rank) if rank <= RANKS else "some"
        yield (
            3 if share >= 2 / 3 else 2 if share >= 1 / 3 else 1,
            filled(f"priority-votes-{key}", language, n=str(known.votes)),
        )
    if known.felt is not None and known.aimed is not None and (gap := known.aimed - known.felt) >= 1:
        feelings = {"felt": signed(round(known.felt, 1), language), "aimed": signed(known.aimed, language)}
        yield min(3, int(gap)), filled("priority-gap", language, **feelings)
    if known.pains:
        key = "one" if known.pains == 1 else "some"
        yield min(2, known.pains), filled(f"priority-pains-{key}", language, n=str(known.pains))
    if known.known_needs and known.felt is not None and known.felt <= 0:
        yield 1, filled("priority-opportunity", language, felt=signed(round(known.felt, 1), language))
