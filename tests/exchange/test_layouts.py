"""A file for every layout and format, each with the map that it must become (see `files/`)."""

import json
from pathlib import Path
from typing import Any

import pytest

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.exchange.columns import guess
from journeymap.exchange.file_reader import read_file
from journeymap.exchange.import_choices import DateOrder, ImportChoices, Layout, Scale
from journeymap.exchange.table_import import Plan, plan
from tests.support.small_maps import built

FILES = Path(__file__).parent / "files"
NAMES = sorted(path.name for path in FILES.iterdir() if not path.name.endswith(".map.json"))


def planned(data: bytes, name: str, **said: Any) -> Plan:
    """What a file would become, with what somebody said of it."""
    layout, dates = said.get("layout"), said.get("dates")
    choices = ImportChoices(
        columns=said.get("columns", {}),
        scales={column: Scale(scale) for column, scale in said.get("scales", {}).items()},
        dates=DateOrder(dates) if dates else None,
        layout=Layout(layout) if layout else None,
        split=said.get("split"),
        sheet=said.get("sheet", ""),
        header=said.get("header"),
    )
    table = read_file(data, name, choices)
    found = table.facts.said
    mapping = {**guess(table), **choices.columns}
    title = found.get("title") or "A visit"
    return plan(table, mapping, title=title, persona=found.get("persona", ""), choices=choices)


def drawn(journey: Journey) -> dict[str, Any]:
    """A map as it stands beside its file: what says nothing is left out."""
    persona = {"persona": journey.persona.name} if journey.persona else {}
    return {
        "title": journey.title,
        **persona,
        "episodes": {
            episode.title: [_moment(journey, moment.id) for moment in journey.moments_of(episode.id)]
            for episode in journey.episodes
        },
    }


def _moment(journey: Journey, moment_id: str) -> dict[str, Any]:
    moment = journey.get(Moment, moment_id)
    said: dict[str, Any] = {
        "text": moment.text,
        "channels": [channel.name for channel in journey.channels_of(moment_id)],
        "needs": [need.text for need in journey.needs_of(moment_id)],
        "pains": [pain.text for pain in journey.pain_points_of(moment_id)],
        "felt": moment.felt_valence,
        "felt_label": moment.felt_label,
        "backstage": [" / ".join(filter(None, (s.text, s.team))) for s in journey.backstage_of(moment_id)],
        "minutes": moment.minutes,
        "truth": moment.moment_of_truth,
        "evidence": "" if moment.evidence_status == "assumed" else str(moment.evidence_status),
        "source": moment.evidence_source,
        "on": str(moment.evidence_on or ""),
        "notes": moment.notes,
    }
    return {
        name: value
        for name, value in said.items()
        if value is not None and value is not False and value not in ("", [])
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_file_becomes_the_map_that_stands_beside_it(name: str) -> None:
    beside = json.loads((FILES / f"{name}.map.json").read_text(encoding="utf-8"))
    found = planned((FILES / name).read_bytes(), name, **beside.pop("said", {}))
    assert [problem.text() for problem in found.problems] == []
    assert [problem.text("nl") for problem in found.notes] != [] or not found.notes
    assert drawn(built(found.changes("map"))) == beside["map"]
