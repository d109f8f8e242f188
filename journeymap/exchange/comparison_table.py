"""A comparison as a table: a row for every match of moments, a column for everything one may sort and filter by."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Literal

from journeymap.domain.analysis.comparison.compare import Comparison
from journeymap.domain.analysis.comparison.emotion import mean
from journeymap.domain.analysis.comparison.matches import Match
from journeymap.domain.analysis.comparison.pains import PainAnswer
from journeymap.domain.analysis.dispositions import Ruling, rulings_of
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Episode, Moment
from journeymap.domain.text.catalogue import capital, say
from journeymap.domain.workshop.round_verdicts import MomentCount
from journeymap.exchange.comparison_words import fate_word, match_in_words
from journeymap.exchange.map_status import FileStanding

Cell = str | float | None
Kind = Literal["choice", "text", "number"]
Counts = Mapping[str, MomentCount]
"""What customers said of each moment of one map, by its id."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column. `choice`: few values that return; `wide`: whole sentences."""

    name: str
    kind: Kind
    of: "Callable[[_MatchLine], Cell]"
    wide: bool = False
    decided: bool = False
    """Whether it tells of decisions, which there are only about an as-is and its to-be."""

    def label(self, language: str) -> str:
        """What it is called."""
        return say(f"compare-column-{self.name}", language)


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One row; `cells` are its values by the names of their columns."""

    id: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class ComparisonTable:
    """Two maps side by side, in this language; `counts` is what customers said of the as-is, and of the to-be."""

    found: Comparison
    language: str
    counts: tuple[Counts, Counts] = field(default=({}, {}))

    @property
    def columns(self) -> Sequence[TableColumn]:
        """The columns that say something about these two maps."""
        return [one for one in COLUMNS if not one.decided or not self.found.lineage.by_id]

    @cached_property
    def rows(self) -> Sequence[ComparedRow]:
        """Every match once, in the order of the as-is, the new ones last."""
        return [self._row(match) for match in self.found.matches]

    def labels(self) -> list[str]:
        """What the columns are called, in their order."""
        return [column.label(self.language) for column in self.columns]

    def cells(self) -> Iterable[list[Cell]]:
        """The values of every row, in the order of the columns."""
        return ([row.cells[column.name] for column in self.columns] for row in self.rows)

    def _row(self, match: Match) -> ComparedRow:
        row = _MatchLine(self, match)
        return ComparedRow(match.id, {column.name: column.of(row) for column in self.columns})

    @cached_property
    def ruling_of(self) -> Mapping[str, Ruling]:
        """What was decided about each as-is moment, by its id."""
        return {} if self.found.lineage.by_id else {one.moment.id: one for one in rulings_of(self.found)}

    @cached_property
    def answers_of(self) -> Mapping[str, list[PainAnswer]]:
        """The pains of each as-is moment, by its id."""
        found: dict[str, list[PainAnswer]] = {}
        for answer in self.found.pains:
            found.setdefault(answer.moment.id, []).append(answer)
        return found


def faces(found: Comparison, standings: tuple[FileStanding, FileStanding], language: str) -> str:
    """What a file says on its face of how far both maps are; "" where customers validated both as they are."""
    sides = ((found.as_is, standings[0]), (found.to_be, standings[1]))
    warned = [(side.title, said) for side, standing in sides if (said := standing.warning(language))]
    return " ".join(say("compare-table-standing", language, title=title, standing=said) for title, said in warned)


class _MatchLine:
    """One match, and what each column says of it."""

    def __init__(self, table: ComparisonTable, match: Match) -> None:
        self.table, self.match, self.found, self.language = table, match, table.found, table.language

    def moments(self, *, to_be: bool) -> tuple[Moment, ...]:
        return self.match.to_be if to_be else self.match.as_is

    def journey(self, *, to_be: bool) -> Journey:
        return self.found.to_be if to_be else self.found.as_is

    def text(self, *, to_be: bool) -> str:
        return " + ".join(moment.text for moment in self.moments(to_be=to_be))

    def episode(self, *, to_be: bool) -> str:
        journey = self.journey(to_be=to_be)
        titles = [journey.get(Episode, moment.parent or "").title for moment in self.moments(to_be=to_be)]
        return " · ".join(dict.fromkeys(titles))

    def channels(self, *, to_be: bool) -> str:
        journey = self.journey(to_be=to_be)
        names = [one.name for moment in self.moments(to_be=to_be) for one in journey.channels_of(moment.id)]
        return ", ".join(dict.fromkeys(names))

    def emotion(self, *, to_be: bool) -> float | None:
        said = self.found.emotion.after if to_be else self.found.emotion.before
        value = mean([said(moment.id) for moment in self.moments(to_be=to_be)])
        return None if value is None else round(value, 2)

    def minutes(self, *, to_be: bool) -> float | None:
        values = [moment.minutes for moment in self.moments(to_be=to_be)]
        known = [value for value in values if value is not None]
        return sum(known) if known and len(known) == len(values) else None

    def fate(self) -> str:
        return fate_word(self.match.disposition, self.language)

    def also(self) -> str:
        return ", ".join(fate_word(sign, self.language) for sign in self.match.signs[1:])

    def changes(self) -> str:
        return "\n".join(match_in_words(self.found, self.match, self.language))

    def truth(self) -> str:
        told = any(moment.moment_of_truth for moment in (*self.match.as_is, *self.match.to_be))
        return capital(say("exchange-yes" if told else "exchange-no", self.language))

    def _answers(self) -> list[PainAnswer]:
        return [one for moment in self.match.as_is for one in self.table.answers_of.get(moment.id, ())]

    def pains(self) -> str:
        return "\n".join(one.pain.text for one in self._answers())

    def answered(self) -> str:
        return self._words("compare-table-answered", [one.answered for one in self._answers()])

    def _rulings(self) -> list[Ruling]:
        rulings = self.table.ruling_of
        return [rulings[moment.id] for moment in self.match.as_is if moment.id in rulings]

    def decided(self) -> str:
        return self._words("compare-table-ruling", [one.state for one in self._rulings()])

    def reason(self) -> str:
        reasons = [one.decision.reason for one in self._rulings() if one.decision]
        return "\n".join(reason for reason in dict.fromkeys(reasons) if reason)

    def evidence(self) -> str:
        return self._words("exchange-evidence", [one.evidence_status for one in self.match.as_is])

    def count(self, name: str, *, to_be: bool) -> float | None:
        counts = self.table.counts[to_be]
        said = [counts[moment.id] for moment in self.moments(to_be=to_be) if moment.id in counts]
        return sum(getattr(one, name) for one in said) if said else None

    def _words(self, key: str, values: Iterable[str]) -> str:
        return ", ".join(say(f"{key}-{value}", self.language) for value in dict.fromkeys(values))


def _side(
    name: str, kind: Literal["choice", "text", "number"], method: str, *, wide: bool = False
) -> list[TableColumn]:
    """The same column of the as-is and of the to-be."""
    return [
        TableColumn(f"{side}{name}", kind, partial(_said, method=method, to_be=to_be), wide)
        for side, to_be in (("as-is", False), ("to-be", True))
    ]


def _said(row: _MatchLine, method: str, *, to_be: bool) -> Cell:
    found: Cell = getattr(row, method)(to_be=to_be)
    return found


def _counted(row: _MatchLine, name: str, *, to_be: bool) -> Cell:
    return row.count(name, to_be=to_be)


def _counts() -> list[TableColumn]:
    return [
        TableColumn(f"{side}-{name}", "number", partial(_counted, name=name, to_be=to_be))
        for side, to_be in (("as-is", False), ("to-be", True))
        for name in ("confirmed", "contested", "added")
    ]


_EPISODES, _TEXTS = _side("-episode", "choice", "episode"), _side("", "text", "text", wide=True)
_CHANNELS, _MINUTES = _side("-channels", "text", "channels"), _side("-minutes", "number", "minutes")

COLUMNS: Sequence[TableColumn] = (
    _EPISODES[0],
    _TEXTS[0],
    TableColumn("fate", "choice", _MatchLine.fate),
    TableColumn("also", "text", _MatchLine.also),
    _TEXTS[1],
    _EPISODES[1],
    TableColumn("changes", "text", _MatchLine.changes, wide=True),
    TableColumn("felt", "number", lambda row: row.emotion(to_be=False)),
    TableColumn("targeted", "number", lambda row: row.emotion(to_be=True)),
    *_CHANNELS,
    *_MINUTES,
    TableColumn("truth", "choice", _MatchLine.truth),
    TableColumn("pains", "text", _MatchLine.pains, wide=True),
    TableColumn("answered", "choice", _MatchLine.answered),
    TableColumn("decided", "choice", _MatchLine.decided, decided=True),
    TableColumn("reason", "text", _MatchLine.reason, wide=True, decided=True),
    TableColumn("evidence", "choice", _MatchLine.evidence),
    *_counts(),
)
"""Every column there is, in order."""
