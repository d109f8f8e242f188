"""Where in a file something is, in the words of the person who made the file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journeymap.domain.text.catalogue import FALLBACK, Value, say
from journeymap.domain.text.errors import Refusal, Term
from journeymap.exchange.sheet_grid import letter

Place = tuple[str, int]
"""A table of a map and the how-manieth row in it, counted from one."""


class Located(Refusal):
    """A refusal that says first where it is: “In episode 3, micro-moment 2: …”."""

    def __init__(self, place: Sequence[Place], why: Refusal) -> None:
        self.place = tuple(place)
        self.why = why
        super().__init__(why.code, "at", where=_where(self.place, FALLBACK), why=why.reason())

    def reason(self, language: str = FALLBACK) -> str:
        """The sentence a person reads."""
        return say(self.key, language, where=_where(self.place, language), why=self.why.reason(language))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text of the catalogue with its values, said later in a language yet to be chosen."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def reason(self, language: str = FALLBACK) -> str:
        """The sentence a person reads."""
        values = {name: say(v, language) if isinstance(v, Term) else v for name, v in self.values.items()}
        return say(self.key, language, **values)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about a row of a table; the first row is the header's, as in a spreadsheet.

    `column` is the name of the cell's column, `counted` what the number counts: a row, a column, a line.
    """

    what: Refusal | Sentence
    row: int | None = None
    column: str = ""
    counted: str = "row"

    def text(self, language: str = FALLBACK) -> str:
        """“row 7, Satisfaction: …”."""
        why = self.what.reason(language)
        where = "" if self.row is None else say(f"exchange-{self.counted}", language, number=self._number)
        places = [place for place in (where, shown(self.column)) if place]
        return say("exchange-there", language, where=", ".join(places), why=why) if places else why

    @property
    def _number(self) -> str:
        """The row's number, or the letter of a column."""
        return letter(self.row - 1) if self.counted == "column" and self.row else str(self.row)


def shown(text: object, most: int = 40) -> str:
    """What somebody's file says, short enough to stand in a sentence."""
    line = " ".join(str(text)[: 4 * most].split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _where(place: Sequence[Place], language: str) -> str:
    return ", ".join(say(f"exchange-place-{table}".replace("_", "-"), language, number=str(n)) for table, n in place)
