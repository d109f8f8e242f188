"""Dutch readings in a sentence: what follows “wil ik”, and what follows “want”."""

from collections.abc import Sequence

from journeymap.domain.text.grammar.readings import Deed, Event, Lack, Reading, Thing, Unsure
from journeymap.domain.text.grammar.words import listed


def wanted(reading: Reading) -> tuple[str, str]:
    """The frame and its words: “wil ik [de balie bellen]”, “wil ik [dat mijn moeder belt]”."""
    match reading:
        case Unsure(words, statement):
            return ("better" if statement else "neutral"), words
        case _:
            return "want", _after_want(reading)


def purpose(readings: Sequence[Reading]) -> str | None:
    """What follows “want”; None where a form is not certain."""
    if any(isinstance(reading, Unsure) for reading in readings):
        return None
    wishes = [_after_want(reading) for reading in readings if not isinstance(reading, Event | Lack)]
    wishes += [_after_want(reading) for reading in readings if isinstance(reading, Event)]
    lacks = [reading.said for reading in readings if isinstance(reading, Lack)]
    wish = f"ik wil {listed(wishes, 'en')}" if wishes else ""
    return " en ".join(filter(None, [wish, *lacks]))


def _after_want(reading: Reading) -> str:
    match reading:
        case Deed(words, negated):
            return f"niet {words}" if negated else words
        case Event(said):
            return f"dat {said}"
        case Thing(words) | Lack(words):
            return words
        case Unsure(words):
            return words
