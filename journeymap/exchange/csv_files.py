"""Stories and maps as CSV: for people with a spreadsheet, and, to the letter, for trackers."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from journeymap.domain.model.field_rules import lines_of_story
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment, Row
from journeymap.domain.text.catalogue import say
from journeymap.exchange import cells
from journeymap.exchange.backlog.decided_stories import left_out_said
from journeymap.exchange.cell_values import Cell, cell_of, yes
from journeymap.exchange.map_columns import COLUMNS, MAP_TARGETS, header, header_of
from journeymap.exchange.stories import Epic, UserStory

Flavour = Literal["spreadsheet", "tracker"]
Named = dict[str, Cell]

STORY_FIELDS = (
    *("id", "type", "epic", "title", "story", "criteria", "channels", "needs", "origin", "replaces", "pain-points"),
    *("evidence", "backstage", "moment-of-truth", "labels", "hints", "validation"),
    *("persona", "changes", "before", "after", "targeted", "messages", "outcomes", "votes"),
    *("priority", "priority-reasons", "estimate", "team", "status", "depends-on", "taken-in", "notes", "left-out"),
)


def map_csv(journey: Journey, standing: str = "") -> bytes:
    """The map with one row per micro-moment, for a spreadsheet; episodes without moments have a row too.

    `standing` says in a column of its own that no customer validated it.
    """
    names = [header(target, journey.language) for target in MAP_TARGETS]
    told = [standing] if standing else []
    names += [say("exchange-column-validation", journey.language) for _ in told]
    return written([names, *([*row.values(), *told] for row in _map_rows(journey))], "spreadsheet")


def stories_csv(journey: Journey, epics: Sequence[Epic], flavour: Flavour = "spreadsheet") -> bytes:
    """The stories as rows. `spreadsheet`: UTF-8 with a mark, formulas made harmless, one row a story.

    `tracker`: the texts to the letter, epics as rows of their own before their stories; where a text
    would begin like a formula, its column's name goes before it.
    """
    language = journey.language
    names = {field: say(f"story-field-{field}", language) for field in STORY_FIELDS}
    names |= {field: header_of("moments", field, language) for field in lines_of_story()}
    rows: list[Iterable[Cell]] = [list(names.values())]
    for epic in epics:
        if flavour == "tracker":
            rows.append(_lettered(_epic_row(epic, language), names))
        for story in epic.stories:
            row = _story_row(story, epic, language, flavour)
            rows.append(_lettered(row, names) if flavour == "tracker" else row.values())
    return written(rows, flavour)


def written(rows: Iterable[Iterable[Cell]], flavour: Flavour) -> bytes:
    """Rows of any table as a file. Numbers are ours and stay numbers; every text stands in quotation marks."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    guard = cells.protect if flavour == "spreadsheet" else str
    writer.writerows([guard(c) if isinstance(c, str) else "" if c is None else c for c in row] for row in rows)
    return out.getvalue().encode("utf-8-sig" if flavour == "spreadsheet" else "utf-8")


def _lettered(row: Named, names: dict[str, str]) -> list[Cell]:
    return [
        f"{names[field]}: {cell}" if isinstance(cell, str) and cells.starts_as_formula(cell) else cell
        for field, cell in row.items()
    ]


# The map


def _map_rows(journey: Journey) -> Iterator[Named]:
    for episode in journey.episodes:
        of_episode = {"episodes": (episode,), "communications": journey.communications_of(episode.id)}
        moments = journey.moments_of(episode.id)
        if not moments:
            yield _map_row(journey, of_episode)
        for n, moment in enumerate(moments):
            if n:
                of_episode.pop("communications", None)
            said = _map_row(journey, of_episode | _of_moment(journey, moment)) | {"id": moment.id}
            yield said | dict.fromkeys(_SAID_ONCE) if n else said


_SAID_ONCE = ("episode_notes",)
"""What may be a page of text about an episode: it stands in the episode's first row alone."""


def _of_moment(journey: Journey, moment: Moment) -> dict[str, Sequence[Row]]:
    """The rows that stand in a moment's row of the file, by table."""
    return {
        "moments": (moment,),
        "touchpoints": journey.touchpoints_of(moment.id),
        "needs": journey.needs_of(moment.id),
        "pain_points": journey.pain_points_of(moment.id),
        "backstage_steps": journey.backstage_of(moment.id),
    }


def _map_row(journey: Journey, rows: Mapping[str, Sequence[Row]]) -> Named:
    found: Named = dict.fromkeys(MAP_TARGETS)
    for target, column in COLUMNS.items():
        row_cells = [cell_of(journey, row, column.field) for row in rows.get(column.table, ())]
        if column.table in ("episodes", "moments"):
            found[target] = row_cells[0] if row_cells else None
        else:
            found[target] = cells.joined("" if cell is None else str(cell) for cell in row_cells)
    return found


# Stories


def _story_row(story: UserStory, epic: Epic, language: str, flavour: Flavour) -> Named:
    origin = say(f"story-disposition-{story.disposition}", language) if story.disposition else ""
    return {
        "id": story.id,
        "type": say("story-type-story", language),
        "epic": epic.id if flavour == "tracker" else epic.title,
        "title": story.title,
        "story": story.sentence,
        "criteria": "\n".join(story.criteria),
        "channels": ", ".join(story.channels),
        "needs": "\n".join(story.needs),
        "origin": origin,
        "replaces": "\n".join(story.replaces),
        "pain-points": "\n".join(story.pain_points),
        "evidence": "\n".join(story.evidence),
        "backstage": "\n".join(story.backstage),
        "moment-of-truth": yes(story.moment_of_truth, language),
        "labels": " ".join(story.labels),
        "hints": "\n".join(story.hints),
        "validation": story.standing,
        "persona": story.persona,
        "changes": "\n".join(story.changes),
        "before": story.before,
        "after": story.after,
        "targeted": story.targeted,
        "messages": "\n".join(story.messages),
        "outcomes": "\n".join(story.outcomes),
        "votes": story.votes,
        "priority": say(f"choice-{story.priority}", language),
        "priority-reasons": "\n".join(story.priority_reasons),
        "estimate": story.estimate,
        "team": story.team,
        "status": say(f"choice-{story.status}", language),
        "depends-on": " ".join(story.depends_on),
        "taken-in": "\n".join(f"{one.title}: {one.sentence}" for one in story.taken_in),
        "notes": story.notes,
        "left-out": "\n".join(left_out_said(epic.left_out, language)) if story is epic.stories[0] else "",
        **{field: dict(story.details).get(header_of("moments", field, language), "") for field in lines_of_story()},
    }


def _epic_row(epic: Epic, language: str) -> Named:
    named: Named = {
        "id": epic.id,
        "type": say("story-type-epic", language),
        "title": epic.title,
        "story": "\n".join(epic.communications),
        "replaces": "\n".join(epic.dropped),
        "labels": " ".join(epic.labels),
        "validation": epic.standing,
        "targeted": epic.targeted,
        "left-out": "\n".join(left_out_said(epic.left_out, language)),
    }
    return {field: named.get(field, "") for field in (*STORY_FIELDS, *lines_of_story())}
