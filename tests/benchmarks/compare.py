"""How long two maps take to be compared, and with every figure of the screen: prints one JSON line.

Run it with nothing else going on: `.venv/bin/python -m tests.benchmarks.compare`. Times are the best of several runs.
The as-is has changed since the to-be was begun, so that its base is looked at, too.
"""

import json
import sys
from pathlib import Path

# Also as a plain file, from anywhere: the checkout is found.
sys.path.insert(0, str(Path(__file__).parents[2]))

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.analysis.open_points import open_points
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Remove, Set
from tests.benchmarks.domain import SIZES, best_ms, journey_of


def with_paths(journey: Journey) -> Journey:
    """The same with two paths, pains and backstage steps: what a map that was worked on has."""
    moments = [moment.id for moment in journey.moments]
    changes: list[Change] = []
    for name, share, step in (("happy", 70, 1), ("unhappy", 30, 3)):
        changes.append(Add(table="paths", id=name, values={"name": name, "kind": name, "share": share}))
        changes += [
            Add(table="path_steps", id=f"{name}-{i}", parent=name, values={"moment": i}) for i in moments[::step]
        ]
    for i in moments[::2]:
        changes.append(Add(table="pain_points", id=f"pain-{i}", parent=i, values={"text": "It takes long"}))
        changes.append(Add(table="backstage_steps", id=f"step-{i}", parent=i, values={"text": "Look it up"}))
    for episode in journey.episodes:
        changes.append(Set(table="episodes", id=episode.id, field="targeted_valence", value=1.5))
    return perform(journey, changes)[0]


def redesigned(as_is: Journey) -> Journey:
    """Its to-be: a tenth reworded, a tenth in another channel, a tenth gone, a tenth merged."""
    journey, _ = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "The to-be"))
    ids = [moment.id for moment in journey.moments]
    changes: list[Change] = [Set(table="moments", id=i, field="text", value=f"Otherwise {i}") for i in ids[::10]]
    for i in ids[1::10]:
        changes += [Remove(table="touchpoints", id=t.id) for t in journey.touchpoints_of(i)[:1]]
    changes += [Remove(table="moments", id=i) for i in ids[2::10]]
    for one, other in zip(ids[3::10], ids[4::10], strict=False):
        changes.append(Remove(table="moments", id=other))
        changes.append(Add(table="origins", id=f"o-{other}", parent=one, values={"as_is": other}))
    return perform(journey, changes)[0]


def everything(as_is: Journey, to_be: Journey, base: Journey) -> None:
    """All that the screen asks."""
    found = compare(as_is, to_be, base=base)
    assert not found.empty
    found.figures()
    found.story()
    emotion = found.emotion
    asked = [emotion.felt_now(), emotion.promise(), emotion.gap(), emotion.truths()]
    asked += [found.fates, found.needs, found.pains, open_points(to_be, found)]
    assert None not in asked


def main() -> None:
    """Measure both sizes."""
    figures: dict[str, float] = {}
    for size in SIZES:
        base = with_paths(journey_of(size))
        to_be = redesigned(base)
        edits = [Set(table="moments", id=m.id, field="text", value=f"{m.text}, later") for m in base.moments[::20]]
        as_is = perform(base, edits)[0]
        figures[f"ms_{size}"] = best_ms(lambda: compare(as_is, to_be, base=base))  # noqa: B023 - called at once
        figures[f"with_figures_ms_{size}"] = best_ms(lambda: everything(as_is, to_be, base))  # noqa: B023
    growth = figures[f"with_figures_ms_{SIZES[1]}"] / figures[f"with_figures_ms_{SIZES[0]}"] / (SIZES[1] / SIZES[0])
    figures = {name: round(value, 2) for name, value in figures.items()}
    print(json.dumps({"benchmark": "compare", **figures, "growth": round(growth, 2)}))


if __name__ == "__main__":
    main()
