"""What a file says on its face of how far its map is: above all that no customer has validated it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from journeymap.domain.model.validation import CONFIRMED_STATES, MapState
from journeymap.domain.text.catalogue import LANGUAGES, say
from journeymap.domain.text.dates import day_said

KEY = "validation"
"""Under this key it stands in a journey document, which is read without it."""
LABEL = "not-validated"
"""What is on the story of a map that nobody validated, for trackers."""


@dataclass(frozen=True, slots=True)
class FileStanding:
    """Where a map stands: its state, since when, how many customers had judged it, and changes since then.

    Unless somebody says otherwise it is a draft that nobody validated.
    """

    state: MapState = MapState.DRAFT
    on: date | None = None
    customers: int = 0
    changes_since: int = 0

    @property
    def validated(self) -> bool:
        """Whether customers have validated the map."""
        return self.state in CONFIRMED_STATES

    def sentence(self, language: str) -> str:
        """What stands on the face of whatever is taken away: always something."""
        if not self.validated:
            return say("standing-not-validated", language, state=say(f"state-{self.state}", language))
        day = day_said(self.on, language) if self.on else "–"
        key = "standing-changed" if self.changes_since else "standing-validated"
        return say(key, language, n=self.customers, day=day, changes=self.changes_since)

    def warning(self, language: str) -> str:
        """The same where there is something to be careful about; "" for a map as customers validated it."""
        return "" if self.validated and not self.changes_since else self.sentence(language)

    def told(self, language: str) -> Mapping[str, Any]:
        """The same for programs."""
        return {"state": str(self.state), "validated": self.validated, "note": self.sentence(language)}


def columns_of_standing() -> frozenset[str]:
    """What the column is called that says it, in every language: an import need not speak of it."""
    return frozenset(say("exchange-column-validation", language) for language in LANGUAGES)
