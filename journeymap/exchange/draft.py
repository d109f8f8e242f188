"""A map in the making, row by row of a table: what is there so far, what does not fit, what is good to know."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeymap.domain.text.catalogue import Value, say
from journeymap.domain.text.errors import Refusal, Term, invalid
from journeymap.exchange.document import check_row
from journeymap.exchange.file_position import Remark, Sentence, shown
from journeymap.exchange.import_choices import Scale
from journeymap.exchange.questions import CellRules

Aim = tuple[float | None, str]
"""A targeted emotion: valence and label."""

NO_AIM: Aim = (None, "")


@dataclass(eq=False, slots=True)
class DraftMoment:
    """A micro-moment of the draft, with the row it comes from."""

    row: int
    values: dict[str, Any]
    channels: list[str] = field(default_factory=list)
    aim: Aim = NO_AIM

    def texts(self, table: str) -> list[str]:
        """The texts of its needs, or of its pain points."""
        return [str(row["text"]) for row in self.values.get(table, [])]


@dataclass(eq=False, slots=True)
class DraftEpisode:
    """An episode of the draft."""

    title: str
    moments: list[DraftMoment] = field(default_factory=list)
    communications: list[str] = field(default_factory=list)
    aim: Aim = NO_AIM
    values: dict[str, Any] = field(default_factory=dict)
    rows_of_texts: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """What the rows read so far make up."""

    language: str
    counted: str = "row"
    """What the numbers of its rows count in the file."""
    rules: CellRules = field(default_factory=CellRules)
    head: dict[str, Any] = field(default_factory=dict)
    episodes: list[DraftEpisode] = field(default_factory=list)
    channels: dict[str, str] = field(default_factory=dict)
    """Names of channels as first written, by the name without capitals."""
    problems: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    rows_of_ids: dict[str, int] = field(default_factory=dict)
    episode: DraftEpisode | None = None
    _by_title: dict[str, DraftEpisode] = field(default_factory=dict)

    def problem(self, row: int | None, why: Refusal, column: str = "") -> None:
        """Note something that has to be corrected before this can be imported; `column` is its cell's."""
        self.problems.append(Remark(why, row, column, self.counted))

    def note(self, row: int | None, key: str, **values: Value) -> None:
        """Note something harmless that is good to know."""
        self.notes.append(Remark(Sentence(f"exchange-note-{key}", values), row, counted=self.counted))

    def accepts(self, row: int | None, table: str, values: Mapping[str, Any], column: str = "") -> bool:
        """Whether a row of the map can hold these values; a problem where it cannot."""
        try:
            check_row(table, values)
        except Refusal as why:
            self.problem(row, why, column)
            return False
        return True

    def enter(self, row: int, title: str, column: str = "") -> None:
        """The rows from here on are of this episode: a new one, or one that was there before."""
        title = " ".join(title.split())
        known = self._by_title.get(title.casefold())
        if known is not None and known is not self.episode:
            self.note(row, "back-to-episode", title=shown(title))
        if known is None:
            self.accepts(row, "episodes", {"title": title}, column)
            known = self._by_title[title.casefold()] = DraftEpisode(title)
            self.episodes.append(known)
        self.episode = known

    def here(self, row: int) -> DraftEpisode:
        """The episode of this row; one is made where the table has named none yet."""
        if self.episode is None:
            title = say("exchange-one-episode", self.language)
            self.note(row, "no-episode", title=title)
            self.enter(row, title)
        return self.episode or self.episodes[-1]

    def channel(self, row: int, name: str, column: str = "") -> str | None:
        """The channel of this name, as it was written first."""
        if name.casefold() not in self.channels and self.accepts(row, "channels", {"name": name}, column):
            self.channels[name.casefold()] = name
            if "," in name and not self.rules.exact:
                self.note(row, "comma-in-channel", channel=shown(name))
        return self.channels.get(name.casefold())

    def settle_aims(self) -> None:
        """What most moments of an episode aim at is the episode's aim; the others keep their own."""
        for episode in self.episodes:
            aims = Counter(moment.aim for moment in episode.moments if moment.aim != NO_AIM)
            if episode.aim == NO_AIM and aims:
                episode.aim = aims.most_common(1)[0][0]
            for moment in episode.moments:
                own = "targeted_valence" in moment.values or "targeted_label" in moment.values
                if moment.aim not in (NO_AIM, episode.aim) and not own:
                    moment.values |= _aim(moment.aim)
                    self.note(moment.row, "own-aim", episode=shown(episode.title))

    def note_left_out(self, columns: Sequence[str]) -> None:
        """Say which columns are not imported, so that nothing is lost in silence."""
        for column in columns:
            self.note(None, "column-left-out", column=shown(column))

    def document(self) -> dict[str, Any]:
        """The draft as a journey document."""
        ids = {name: self.free_id(f"channel-{n}") for n, name in enumerate(self.channels.values(), 1)}
        return {
            **self.head,
            "channels": [{"id": ids[name], "name": name} for name in self.channels.values()],
            "episodes": [_episode(episode, ids) for episode in self.episodes],
        }

    def free_id(self, row_id: str) -> str:
        """This id, or one like it that no row of the table has."""
        while row_id in self.rows_of_ids:
            row_id += "-"
        return row_id


def fits(table: str, values: Mapping[str, Any]) -> bool:
    """Whether a row of the map can hold these values."""
    try:
        check_row(table, values)
    except Refusal:
        return False
    return True


def out_of_range(target: Term, cell: str, scale: Scale) -> Refusal:
    """The problem with a felt emotion of 7."""
    worst, best = scale.ends
    ends = {"worst": str(worst).replace("-", "−"), "best": f"+{best}" if worst < 0 else str(best)}
    return invalid("import-valence-range", field=target, cell=shown(cell), **ends)


def _episode(episode: DraftEpisode, channel_ids: Mapping[str, str]) -> dict[str, Any]:
    return {
        "title": episode.title,
        **_aim(episode.aim),
        **episode.values,
        "communications": [{"text": text} for text in episode.communications],
        "moments": [
            {**moment.values, "touchpoints": [{"channel": channel_ids[name]} for name in moment.channels]}
            for moment in episode.moments
        ],
    }


def _aim(aim: Aim) -> dict[str, Any]:
    return {"targeted_valence": aim[0], "targeted_label": aim[1]}
