"""What a tracker may have against what it is asked, said in a person's words. No credential is ever in it."""

from collections.abc import Iterator
from typing import Any, Literal

from journeymap.domain.text.catalogue import FALLBACK, Value
from journeymap.domain.text.errors import Code, Refusal
from journeymap.exchange.sentences import shortened
from journeymap.exchange.trackers.work_items import line

Fault = Literal[
    "credential", "right", "missing", "field", "busy", "unreachable", "late", "answer", "failed", "moved", "address",
    "stopped", "lacks", "wants", "large",
]  # fmt: skip
"""What is wrong:

- credential: it is not accepted (401), or is none; right: it may not do this (403); missing: no such project or item;
- field: a value is not taken; lacks: something the project must have is not there;
- wants: it must be given something that we do not know; large: an answer without end;
- busy: too many requests; unreachable, late, answer, failed: no connection, none in time, none that can be read, a 5xx;
- moved: it sends elsewhere, where the credential must not go; address: it is not https; stopped: somebody cancelled.
"""

MOST_OF_WORDS = 200
_DEEPEST = 4

NAMES = {
    "redmine": "Redmine",
    "jira": "Jira",
    "azure": "Azure DevOps",
    "github": "GitHub",
    "linear": "Linear",
}
"""What each tracker is called."""

_CODES: dict[Fault, Code] = {
    "credential": "forbidden",
    "right": "forbidden",
    "missing": "gone",
    "field": "invalid",
    "lacks": "invalid",
    "wants": "invalid",
    "moved": "invalid",
    "address": "invalid",
    "busy": "too_fast",
}


class TrackerFault(Refusal):
    """A tracker's no, or none at all. `kind` is what is wrong, `tracker` which one (a key of NAMES).

    `unanswered`: the request may have been carried out though nobody said so; whoever asks again looks first.
    `again`: the same may be asked once more, after `seconds`.
    """

    def __init__(
        self, kind: Fault, tracker: str, *, words: str = "", unanswered: bool = False, again: bool = False,
        seconds: float = 0, **more: Value,
    ) -> None:  # fmt: skip
        self.kind: Fault = kind
        self.tracker = tracker
        self.unanswered = unanswered
        self.again = again
        self.seconds = seconds
        named = {"tracker": NAMES.get(tracker, tracker), "words": words, "minutes": max(1, round(seconds / 60)), **more}
        super().__init__(_CODES.get(kind, "unavailable"), f"tracker-{kind}", **named)

    def reason(self, language: str = FALLBACK) -> str:
        """The sentence, which ends where the tracker said nothing itself."""
        return super().reason(language).strip()


def words_of(data: Any) -> str:
    """A tracker's own words about what is wrong, in one short line; "" where it has none."""
    found = dict.fromkeys(filter(None, (line(text) for text in _texts(data, _DEEPEST))))
    return shortened(" ".join(found), MOST_OF_WORDS)


def _texts(data: Any, deep: int) -> Iterator[str]:
    """The messages in an answer: Jira names its fields, GitHub and Linear have lists, Redmine has texts alone."""
    if isinstance(data, str):
        yield data
    elif deep and isinstance(data, list):
        for one in data[:8]:
            yield from _texts(one, deep - 1)
    elif deep and isinstance(data, dict):
        yield from _texts(data.get("errorMessages"), deep - 1)
        yield from _texts(data.get("message"), deep - 1)
        yield from _named(data.get("errors"), deep - 1)
        if "message" not in data and {"field", "code"} <= data.keys():
            yield f"{data['field']}: {data['code']}"


def _named(data: Any, deep: int) -> Iterator[str]:
    if isinstance(data, dict):
        for name, said in list(data.items())[:8]:
            yield from (f"{name}: {text}" for text in _texts(said, deep))
    else:
        yield from _texts(data, deep)
