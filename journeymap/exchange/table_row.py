"""One row of a table: its cells read by what their columns are, into the draft of a map."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from journeymap.domain.changes.validation_errors import field_name
from journeymap.domain.model import limits
from journeymap.domain.model.field_rules import columns_of
from journeymap.domain.model.rows import ROW_TYPES, EvidenceStatus, Moment
from journeymap.domain.text.errors import invalid
from journeymap.domain.text.lengths import length_of
from journeymap.exchange import cells as read
from journeymap.exchange.cell_lists import split
from journeymap.exchange.cell_values import reader_of
from journeymap.exchange.columns import MANY
from journeymap.exchange.days import day
from journeymap.exchange.draft import NO_AIM, Aim, Draft, DraftEpisode, DraftMoment, fits, out_of_range
from journeymap.exchange.evidence_words import evidence, evidence_from
from journeymap.exchange.file_position import shown
from journeymap.exchange.import_choices import Scale
from journeymap.exchange.map_columns import COLUMNS, further
from journeymap.exchange.scales import feeling, name_of_feeling, valence
from journeymap.exchange.time_lengths import minutes

T = TypeVar("T")

_EPISODE = frozenset({"episode", "targeted_valence", "targeted_label", "communication", *further("episodes").values()})
"""What a row may say of its episode without naming a micro-moment."""

_FIELDS = {name: field_name("moments", name) for name in Moment.fields()} | {
    target: field_name(column.table, column.field) for target, column in COLUMNS.items() if target != "targeted_valence"
}


class TableRow:
    """The cells of one row by target, as (column, cell) pairs; blank cells are left out."""

    def __init__(self, draft: Draft, number: int, cells: Mapping[str, str], mapping: Mapping[str, str]) -> None:
        self.draft = draft
        self.number = number
        self.given: dict[str, list[tuple[str, str]]] = {}
        exact = draft.rules.exact
        for column, cell in cells.items():
            if cell and column in mapping and (exact or not read.is_nothing(cell)):
                self.given.setdefault(mapping[column], []).append((column, cell))

    def text(self, target: str) -> str:
        """The one text of this target, or nothing."""
        return self.given[target][0][1] if target in self.given else ""

    def parts(self, target: str) -> list[str]:
        """All values of this target, each once."""
        return list(dict.fromkeys(filter(None, self.aligned(target))))

    def column(self, target: str) -> str:
        """The column of this target that says something in this row, or nothing."""
        return self.given[target][0][0] if target in self.given else ""

    def aligned(self, target: str) -> list[str]:
        """All values of this target in order, blank ones among them."""
        found = [part for _, cell in self.given.get(target, []) for part in read.aligned(cell)]
        return found if self.draft.rules.exact else [self._bare(part) for part in found]

    def _bare(self, part: str) -> str:
        """A value without the bullet before it; nothing where it says that there is none."""
        bare = read.unlisted(part)
        return "" if read.is_nothing(bare) else bare

    def parsed(self, target: str, parse: Callable[[str], T | None], problem: str) -> T | None:
        """The value of this target; a problem of the row where the cell is something else."""
        if target not in self.given:
            return None
        value = parse(self.text(target))
        if value is None:
            why = invalid(problem, field=_FIELDS[target], cell=shown(self.text(target)))
            self.draft.problem(self.number, why, self.column(target))
        return value

    def valence(self, target: str) -> float | None:
        """A number from -2 to +2, read by the scale of its column."""
        scale = self.draft.rules.scales.get(self.column(target), Scale.OURS)
        value = self.parsed(target, lambda cell: valence(cell, scale), "import-not-a-number")
        if value is not None and abs(value) > limits.VALENCE:
            why = out_of_range(_FIELDS[target], self.text(target), scale)
            self.draft.problem(self.number, why, self.column(target))
            return None
        return value

    def truth(self, target: str) -> bool:
        """Whether the cell says yes."""
        column = self.column(target)
        return bool(self.parsed(target, lambda cell: read.yes_or_no(cell, column), "import-not-yes-or-no"))

    def evidence(self) -> dict[str, str]:
        """The evidence status, and where the cell says something else, that as its source."""
        said = self.text("evidence_status")
        status = evidence(said) if said else EvidenceStatus.ASSUMED
        if status is not None:
            return {"evidence_status": str(status)}
        status = evidence_from(said)
        self.draft.note(self.number, f"evidence-{status}", cell=shown(said))
        if "evidence_source" in self.given or length_of(said) > limits.TITLE:
            self.given.setdefault("notes", []).append(self.given["evidence_status"][0])
            return {"evidence_status": str(status)}
        return {"evidence_status": str(status), "evidence_source": said}

    def further(self, table: str) -> dict[str, Any]:
        """The values of a table's columns that follow only from a field's rule."""
        found = {name: self._read(table, name, target) for name, target in further(table).items()}
        return {name: value for name, value in found.items() if value is not None and value != ""}

    def _read(self, table: str, name: str, target: str) -> Any:
        reader, problem = reader_of(table, name)
        column = self.column(target)
        return self.parsed(target, lambda cell: reader(cell, column), problem)


def read_row(draft: Draft, number: int, cells: Mapping[str, str], mapping: Mapping[str, str]) -> None:
    """Take one row of the table into the draft; as several where its micro-moment is a list that is to be split."""
    for part in split(draft, number, cells, mapping):
        _read_part(draft, number, part, mapping)


def _read_part(draft: Draft, number: int, cells: Mapping[str, str], mapping: Mapping[str, str]) -> None:
    row = TableRow(draft, number, cells, {column: target for column, target in mapping.items() if target != "ignore"})
    if not row.given:
        return
    if title := row.text("episode"):
        draft.enter(number, title, row.column("episode"))
    aim: Aim = (row.valence("targeted_valence"), " ".join(row.text("targeted_label").split()))
    if "moment" in row.given:
        episode = draft.here(number)
        episode.moments.append(_moment(row, aim))
        _note_twin(row, episode)
    elif not set(row.given) <= _EPISODE:
        _go_on(row)
        return
    else:
        episode = draft.here(number)
        episode.aim = episode.aim if aim == NO_AIM else aim
    _communications(row, episode)
    _further_of_episode(row, episode)
    if aim != NO_AIM:
        draft.accepts(number, "episodes", {"title": "-", "targeted_valence": aim[0], "targeted_label": aim[1]})


def _moment(row: TableRow, aim: Aim) -> DraftMoment:
    values: dict[str, Any] = {
        "text": row.text("moment") if row.draft.rules.exact else read.unlisted(row.text("moment")),
        "felt_valence": row.valence("felt_valence"),
        "felt_label": row.text("felt_label"),
        "targeted_valence": row.valence("moment_targeted_valence"),
        "targeted_label": row.text("moment_targeted_label"),
        "moment_of_truth": row.truth("moment_of_truth"),
        "optional": row.truth("optional"),
        "minutes": row.parsed("minutes", minutes, "import-not-minutes"),
        "evidence_by": row.text("evidence_by"),
        "evidence_on": row.parsed("evidence_on", lambda cell: day(cell, row.draft.rules.dates), "import-not-a-date"),
        **row.evidence(),
        **row.further("moments"),
    }
    if not row.draft.rules.exact:
        _name_feeling(row, values)
    _check(row, values)
    values = {name: value for name, value in values.items() if value is not None and value is not False and value != ""}
    if row_id := _id(row):
        values = {"id": row_id, **values}
    moment = DraftMoment(row.number, values, aim=aim)
    _add_many(row, moment)
    return moment


def _name_feeling(row: TableRow, values: dict[str, Any]) -> None:
    """A feeling that is only named stands where our wheels have it; one that stands by its name keeps the name."""
    if values["felt_valence"] is None and values["felt_label"]:
        values["felt_valence"] = feeling(values["felt_label"])
    elif values["felt_valence"] is not None and not values["felt_label"]:
        values["felt_label"] = name_of_feeling(row.text("felt_valence"))


def _check(row: TableRow, values: dict[str, Any]) -> None:
    """Each value that a micro-moment cannot hold is a problem of its own cell."""
    if fits("moments", values):
        return
    targets = {**columns_of("moments"), "text": "moment"}
    for name, value in values.items():
        one = {"text": "-", name: value}
        row.draft.accepts(row.number, "moments", one, row.column(targets.get(name) or name))


def _add_many(row: TableRow, moment: DraftMoment) -> None:
    """The channels, needs, pain points, backstage steps and notes of this row."""
    for name in row.parts("channels"):
        channel = row.draft.channel(row.number, name, row.column("channels"))
        if channel and channel not in moment.channels:
            moment.channels.append(channel)
    for table in ("needs", "pain_points", "backstage_steps"):
        for values in _rows_below(row, table):
            _add(row, moment, table, values)
    if notes := _notes(row):
        together = "\n".join(filter(None, [moment.values.get("notes", ""), notes]))
        if row.draft.accepts(row.number, "moments", {"text": "-", "notes": together}, row.column("notes")):
            moment.values["notes"] = together


def _add(row: TableRow, moment: DraftMoment, table: str, values: dict[str, Any]) -> None:
    column = next(map(row.column, filter(row.column, columns_of(table).values())), "")
    if row.draft.accepts(row.number, table, values, column):
        moment.values.setdefault(table, []).append(values)


def _rows_below(row: TableRow, table: str) -> Iterable[dict[str, Any]]:
    """Rows under a moment, from columns whose values stand in step: steps with their teams and systems.

    Where there is one value for several rows it is that of all of them; a row without a text of its own is called
    by what else is said of it.
    """
    targets = columns_of(table)
    main = ROW_TYPES[table].main_field
    lanes = {name: row.aligned(target) for name, target in targets.items() if target in row.given or name == main}
    if set(lanes) == {main}:
        return [{main: text} for text in (row.parts if table in _ONCE else row.aligned)(targets[main]) if text]
    count = max(map(len, lanes.values()))
    found = []
    for n in range(count):
        first = {name: lane[0 if len(lane) == 1 and name != main else n :][:1] for name, lane in lanes.items()}
        given = {name: cells[0] for name, cells in first.items() if cells and cells[0]}
        if given:
            found.append({main: next(iter(given.values()))} | _read_cells(row, table, given))
    return found


_ONCE = frozenset({"needs", "pain_points"})
"""Rows that are the same where they say the same."""


def _read_cells(row: TableRow, table: str, given: Mapping[str, str]) -> dict[str, Any]:
    """The values of cells that stand in step; a problem of the row where one is something else."""
    found: dict[str, Any] = {}
    for name, cell in given.items():
        reader, problem = reader_of(table, name)
        found[name] = reader(cell, "")
        if found[name] is None:
            why = invalid(problem, field=field_name(table, name), cell=shown(cell))
            row.draft.problem(row.number, why, row.column(columns_of(table)[name]))
            del found[name]
    return found


def _further_of_episode(row: TableRow, episode: DraftEpisode) -> None:
    """What only a field's rule makes a column of, as the first row of the episode that says it."""
    for name, value in row.further("episodes").items():
        if name not in episode.values and row.draft.accepts(row.number, "episodes", {"title": "-", name: value}):
            episode.values[name] = value


def _notes(row: TableRow) -> str:
    lines = [cell for _, cell in row.given.get("notes", [])]
    lines += [f"{column}: {cell}" for column, cell in row.given.get("bright_spot", [])]
    return "\n".join(lines)


def _communications(row: TableRow, episode: DraftEpisode) -> None:
    for text in row.parts("communication"):
        known = {given.casefold() for given in episode.communications}
        if text.casefold() not in known and row.draft.accepts(row.number, "communications", {"text": text}):
            episode.communications.append(text)


def _go_on(row: TableRow) -> None:
    """A row without a micro-moment goes on with the one above, as merged cells do; else it is a problem."""
    episode = row.draft.episode
    if "episode" in row.given or not set(row.given) <= MANY or episode is None or not episode.moments:
        row.draft.problem(row.number, invalid("import-no-moment"))
        return
    above = episode.moments[-1]
    _add_many(row, above)
    _communications(row, episode)
    row.draft.note(row.number, "goes-with-above", moment=shown(above.values["text"]))


def _id(row: TableRow) -> str:
    """The row's own id, where it can be one."""
    given = row.text("id")
    if not given:
        return ""
    if not re.fullmatch(limits.ID_PATTERN, given):
        row.draft.note(row.number, "new-id", id=shown(given))
        return ""
    other = row.draft.rows_of_ids.setdefault(given, row.number)
    if other != row.number:
        row.draft.problem(row.number, invalid("import-id-twice", id=given, row=str(other)))
        return ""
    return given


def _note_twin(row: TableRow, episode: DraftEpisode) -> None:
    twin = episode.rows_of_texts.setdefault(row.text("moment").casefold(), row.number)
    if twin != row.number and row.draft.counted == "row":
        row.draft.note(row.number, "same-moment", other=str(twin))
    elif twin != row.number:
        row.draft.note(row.number, "same-moment-again")
