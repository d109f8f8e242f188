"""Stories and maps as CSV: for people with a spreadsheet, and, to the letter, for trackers."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Episode, Moment
from journeymap.domain.text.catalogue import say
from journeymap.exchange import cells
from journeymap.exchange.columns import label
from journeymap.exchange.stories import Epic, UserStory

Flavour = Literal["spreadsheet", "tracker"]
Cell = str | float | None
Named = dict[str, Cell]

MAP_TARGETS = (
    *("episode", "moment", "channels", "needs", "pain_points", "felt_valence", "felt_label"),
    *("targeted_valence", "targeted_label", "moment_targeted_valence", "moment_targeted_label"),
    *("backstage", "team", "system", "minutes", "optional", "moment_of_truth"),
    *("evidence_status", "evidence_by", "evidence_on", "communication", "notes", "id"),
)
"""The columns of a map's CSV; our own import knows every one of them by its name."""

STORY_FIELDS = (
    *("id", "type", "epic", "title", "story", "criteria", "channels", "needs", "origin", "replaces", "pain-points"),
    *("evidence", "backstage", "moment-of-truth", "labels", "hints"),
)


def map_csv(journey: Journey) -> bytes:
    """The map with one row per micro-moment, for a spreadsheet; episodes without moments have a row too."""
    names = [say(label(target), journey.language) for target in MAP_TARGETS]
    return _written([names, *(row.values() for row in _map_rows(journey))], "spreadsheet")


def stories_csv(journey: Journey, epics: Sequence[Epic], flavour: Flavour = "spreadsheet") -> bytes:
    """The stories as rows. `spreadsheet`: UTF-8 with a mark, formulas made harmless, one row a story.

    `tracker`: the texts to the letter, epics as rows of their own before their stories; where a text
    would begin like a formula, its column's name goes before it.
    """
    language = journey.language
    names = {field: say(f"story-field-{field}", language) for field in STORY_FIELDS}
    rows: list[Iterable[Cell]] = [list(names.values())]
    for epic in epics:
        if flavour == "tracker":
            rows.append(_lettered(_epic_row(epic, language), names))
        for story in epic.stories:
            row = _story_row(story, epic, language, flavour)
            rows.append(_lettered(row, names) if flavour == "tracker" else row.values())
    return _written(rows, flavour)


def _written(rows: Iterable[Iterable[Cell]], flavour: Flavour) -> bytes:
    """The rows as a file. Numbers are ours and stay numbers; every text stands in quotation marks."""
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
        moments = journey.moments_of(episode.id)
        messages = cells.joined(c.text for c in journey.communications_of(episode.id))
        if not moments:
            aim = {"targeted_valence": episode.targeted_valence, "targeted_label": episode.targeted_label}
            yield dict.fromkeys(MAP_TARGETS) | {"episode": episode.title, "communication": messages} | aim
        for n, moment in enumerate(moments):
            yield _map_row(journey, episode, moment) | {"communication": "" if n else messages}


def _map_row(journey: Journey, episode: Episode, moment: Moment) -> Named:
    steps = journey.backstage_of(moment.id)
    lang = journey.language
    values: Named = {
        "episode": episode.title,
        "moment": moment.text,
        "channels": cells.joined(channel.name for channel in journey.channels_of(moment.id)),
        "needs": cells.joined(need.text for need in journey.needs_of(moment.id)),
        "pain_points": cells.joined(pain.text for pain in journey.pain_points_of(moment.id)),
        "felt_valence": moment.felt_valence,
        "felt_label": moment.felt_label,
        "targeted_valence": episode.targeted_valence,
        "targeted_label": episode.targeted_label,
        "moment_targeted_valence": moment.targeted_valence,
        "moment_targeted_label": moment.targeted_label,
        "backstage": cells.joined(step.text for step in steps),
        "team": cells.joined(step.team for step in steps),
        "system": cells.joined(step.system for step in steps),
        "minutes": moment.minutes,
        "optional": _yes(moment.optional, lang),
        "moment_of_truth": _yes(moment.moment_of_truth, lang),
        "evidence_status": say(f"exchange-evidence-{moment.evidence_status}", lang),
        "evidence_by": moment.evidence_by,
        "evidence_on": moment.evidence_on.isoformat() if moment.evidence_on else "",
        "notes": moment.notes,
        "id": moment.id,
    }
    return {target: values.get(target) for target in MAP_TARGETS}


def _yes(value: bool, language: str) -> str:
    return say("exchange-yes" if value else "exchange-no", language)


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
        "moment-of-truth": _yes(story.moment_of_truth, language),
        "labels": " ".join(story.labels),
        "hints": "\n".join(story.hints),
    }


def _epic_row(epic: Epic, language: str) -> Named:
    said: Named = {
        "id": epic.id,
        "type": say("story-type-epic", language),
        "title": epic.title,
        "story": "\n".join(epic.communications),
        "replaces": "\n".join(epic.dropped),
        "labels": " ".join(epic.labels),
    }
    return {field: said.get(field, "") for field in STORY_FIELDS}
