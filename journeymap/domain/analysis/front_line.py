"""Who is in the room, by what they say they do: the front line, and the teams behind the moments."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from rapidfuzz import fuzz

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import BackstageStep
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.domain.text.normalize import plain, stems, word_list

NEAR = 82
"""From this likeness on (0 to 100), a team and a person's work count as the same team."""


def front_line_is_here(doing: Iterable[str]) -> bool:
    """Whether anybody meets customers every day. People describe their work in either language."""
    jobs = [f" {plain(one)} " for one in doing]
    known = [plain(name) for language in LANGUAGES for name in word_list("front-line", language)]
    return any(f" {name} " in one or one.strip().endswith(name) for one in jobs for name in known)


def missing_teams(journey: Journey, doing: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Teams named in backstage steps but not present in the room, with those steps; the most often named first."""
    steps: dict[str, list[BackstageStep]] = {}
    for moment in journey.moments:
        for step in journey.backstage_of(moment.id):
            if step.team:
                steps.setdefault(_core(step.team), []).append(step)
    present = [_core(one) for one in doing]
    away = [found for team, found in steps.items() if not any(_same(team, one) for one in present)]
    away.sort(key=lambda found: -len(found))
    return [(found[0].team, tuple(step.id for step in found)) for found in away]


@lru_cache(maxsize=4096)
def _core(name: str) -> str:
    """The part of a team's name that distinguishes it: “Web team” and “webteam” are “web”."""
    general = _general()
    words = plain(name).split()
    telling = [word for word in words if word not in general] or words
    line = " ".join(stems(" ".join(telling), "en"))
    shorter = next((line.removesuffix(end) for end in ("team", "afdel") if line.endswith(end)), line)
    return shorter.strip() or line


@cache
def _general() -> frozenset[str]:
    """Words that do not help to tell teams apart."""
    return frozenset(plain(word) for language in LANGUAGES for word in word_list("team-words", language))


def _same(team: str, one: str) -> bool:
    """Whether the words are nearly the same, or the longer name contains the whole shorter one."""
    together = team.replace(" ", ""), one.replace(" ", "")
    if min(map(len, together)) >= 3 and (together[0] in together[1] or together[1] in together[0]):
        return True
    within = min(map(len, together)) >= 5 and fuzz.partial_ratio(team, one) >= NEAR
    return within or fuzz.token_set_ratio(team, one) >= NEAR
