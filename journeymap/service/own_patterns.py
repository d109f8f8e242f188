"""How the stories of this installation are worded: the owner says it, and every map is written by it at once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from journeymap.domain.model.roles import Participant, Right, require
from journeymap.domain.text.catalogue import FALLBACK, LANGUAGES
from journeymap.domain.text.errors import invalid
from journeymap.domain.text.story_patterns import OURS, PLACES, StoryPatterns, faults_of, our_pattern
from journeymap.service.audit_log import AuditLog
from journeymap.service.house import House
from journeymap.storage.store import Transaction

NOTE = "story-patterns-"
"""What is kept of each language stands under this name."""


def patterns_of(house: House, language: str) -> StoryPatterns:
    """The patterns by which the stories of maps in this language are written."""
    tongue = language if language in LANGUAGES else FALLBACK
    return _read(house.store.noted(f"{NOTE}{tongue}") or "")


@dataclass(frozen=True, slots=True)
class OwnPatterns:
    """The patterns of stories, for whoever owns the installation."""

    house: House

    def of(self, person: Participant, language: str) -> StoryPatterns:
        """The patterns of a language. Errors: Refusal where somebody else than the owner asks."""
        require(person, Right.OWN, None)
        return patterns_of(self.house, language)

    def change(self, person: Participant, language: str, texts: Mapping[str, str], share: int) -> StoryPatterns:
        """Write stories by these patterns from now on; a text that is ours is not kept, nor is an empty one.

        `share` is in percent. Errors: Refusal where a pattern cannot be written by, or this is not the owner.
        """
        require(person, Right.OWN, None)
        patterns = checked(language, texts, share)
        kept = "" if patterns == OURS else json.dumps({"own": dict(patterns.own), "share": patterns.share})

        def keep(tx: Transaction) -> None:
            tx.note(f"{NOTE}{language}", kept)

        self.house.store.write(keep).result()
        AuditLog(self.house).note("story-wording", person, subject=language)
        return patterns

    def reset(self, person: Participant, language: str) -> StoryPatterns:
        """Back to our own patterns."""
        return self.change(person, language, {}, OURS.share)


def checked(language: str, texts: Mapping[str, str], share: int) -> StoryPatterns:
    """These as patterns. Errors: Refusal with the first thing that is wrong, and where."""
    if language not in LANGUAGES:
        raise invalid("pattern-language")
    if not 1 <= share <= 100:
        raise invalid("pattern-share")
    own = {}
    for name, text in texts.items():
        said = text.strip()
        if name not in PLACES or not said or said == our_pattern(name, language):
            continue
        for fault in faults_of(name, said):
            raise fault
        own[name] = said
    return replace(OURS, own=tuple(sorted(own.items())), share=share)


@lru_cache(maxsize=16)
def _read(kept: str) -> StoryPatterns:
    """What is kept; a pattern that this version knows no more, or cannot write by, is ours again."""
    if not kept:
        return OURS
    try:
        told: dict[str, Any] = json.loads(kept)
        own = {str(name): str(text) for name, text in dict(told["own"]).items() if name in PLACES}
        share = int(told["share"])
    except (ValueError, TypeError, KeyError):
        return OURS
    good = {name: text for name, text in own.items() if not any(True for _ in faults_of(name, text))}
    return StoryPatterns(tuple(sorted(good.items())), share if 1 <= share <= 100 else OURS.share)
