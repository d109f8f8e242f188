"""How long the stories of a to-be take, with what people decided about them: prints one JSON line.

Run it with nothing else going on: `.venv/bin/python -m tests.benchmarks.stories`. Times are the best of several runs.
No sentence is remembered from a run before: every text is another one each time.
"""

import json
import sys
from itertools import count
from pathlib import Path
from time import perf_counter

# Also as a plain file, from anywhere: the checkout is found.
sys.path.insert(0, str(Path(__file__).parents[2]))

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Set
from journeymap.exchange.formats import Format, Takes, offered
from journeymap.exchange.stories import stories
from journeymap.exchange.story_findings.whole_backlog import story_findings
from journeymap.exchange.wishes import MapWish
from tests.benchmarks.compare import redesigned, with_paths
from tests.benchmarks.domain import best_ms, journey_of

FORMS = (
    "I call the desk about visit {n} because I need certainty",
    "The doctor explains result {n}",
    "Confirmation e-mail {n} arrives",
    "Have I got place {n}?",
    "I was called back about visit {n}",
    "Looking for entrance {n} and parking the car",
    "Blub {n}",
)
FILES = 5
"""So many files of each format, each of texts that no other has."""
STORIES = 140
MOMENTS = 176
"""Of so many as-is moments that many are left in the to-be."""


def typed(journey: Journey, run: int) -> Journey:
    """The journey with texts of every form, other ones in each run."""
    changes: list[Change] = [
        Set(table="moments", id=moment.id, field="text", value=FORMS[n % len(FORMS)].format(n=f"{run}{n}"))
        for n, moment in enumerate(journey.moments)
    ]
    changes += [
        Set(table="needs", id=need.id, field="text", value=f"Know {run} {n}")
        for n, need in enumerate(need for moment in journey.moments for need in journey.needs_of(moment.id))
    ]
    return decided(perform(journey, changes)[0])


def decided(journey: Journey) -> Journey:
    """The journey with as much decided about its stories as a team does: all estimated, some written, put elsewhere."""
    rows: list[Change] = []
    moments = journey.moments
    for n, moment in enumerate(moments):
        values: dict[str, object] = {"moment": moment.id, "estimate": n % 8, "team": "Desk", "labels": "quick, desk"}
        if n % 3 == 0:
            values |= {"title": f"Story {n}", "title_base": moment.text, "criteria": "Given I call\nThen I am helped"}
        if n % 5 == 0:
            values["stands_after"] = moment.parent
        rows.append(Add(table="stories", id=f"s{n}", values=values))
        if n:
            rows.append(Add(table="story_links", id=f"l{n}", parent=f"s{n}", values={"depends_on": f"s{n - 1}"}))
    return perform(journey, rows)[0]


def main() -> None:
    """Measure 140 stories of a to-be, compared with its as-is, and each of the files they are taken away as."""
    as_is = with_paths(journey_of(MOMENTS))
    to_be = redesigned(as_is)
    runs = count()
    used, unseen = (iter([typed(to_be, next(runs)) for _ in range(40)] * 40) for _ in range(2))
    assert sum(len(epic.stories) for epic in stories(to_be, as_is)) == STORIES
    best = best_ms(lambda: stories(next(used), as_is))
    checked = best_ms(lambda: made_and_checked(next(unseen), as_is))
    told = {"ms_140": round(best, 2), "ms_140_checked": round(checked, 2)}
    for one in offered(Takes.STORIES):
        maps = iter([typed(to_be, next(runs)) for _ in range(FILES)])
        told[f"ms_{one.name}"] = round(min(file_ms(one, next(maps), as_is) for _ in range(FILES)), 2)
    print(json.dumps({"benchmark": "stories", **told}))


def file_ms(one: Format, to_be: Journey, as_is: Journey) -> float:
    """Make the stories and write them as a file of this format."""
    begun = perf_counter()
    one.render(MapWish(to_be, as_is=as_is))
    return (perf_counter() - begun) * 1000


def made_and_checked(to_be: Journey, as_is: Journey) -> None:
    """Make the stories and say what is not good about them."""
    story_findings(to_be, stories(to_be, as_is))


if __name__ == "__main__":
    main()
