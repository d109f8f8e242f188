"""What a typed text can be: something the persona does, something that happens, a thing, or nothing that is certain."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["moment", "need"]
"""What a text is: what somebody does, or why."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What the persona does or is, in the base form: “call the desk”, “be heard”, “de balie bellen”."""

    words: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """What somebody or something else does.

    `said` is the whole clause, as it follows “so that” or “dat”; `who` and `words` are its parts in the base form,
    as English wants them: “the doctor”, “explain the result”.
    """

    said: str
    who: str = ""
    words: str = ""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Thing:
    """What one has or gets: “peace of mind”, “a quick answer”."""

    words: str


@dataclass(frozen=True, slots=True)
class Lack:
    """A need said as one: “ik heb zekerheid nodig”; `words` is what is needed, `said` the clause."""

    words: str
    said: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """A text whose form is not certain. `statement`: a sentence about how it goes badly, which nobody wishes for."""

    words: str
    statement: bool = False


Reading = Deed | Event | Thing | Lack | Unsure
