"""How long 10 epics and 140 stories take to a real Redmine, again, and with 14 edits: prints one JSON line.

Run it with nothing else going on: `.venv/bin/python -m tests.benchmarks.trackers`. Redmine is that of Debian's packages
(see .ci/run); how long it takes to start is no part of it.
"""

import json
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from time import perf_counter

# Also as a plain file, from anywhere: the checkout is found.
sys.path.insert(0, str(Path(__file__).parents[2]))

from journeymap.domain.model.operations import Set
from journeymap.exchange.document import from_document
from journeymap.service.house import House
from journeymap.service.service import Service
from journeymap.service.tracker_desk import TrackerDesk
from tests.support.small_maps import document
from tests.support.store_calls import new_store
from tests.support.trackers.redmine_server import redmine

EPISODES, MOMENTS, EDITS = 10, 14, 14
MAP = "backlog"


def main() -> None:
    """Send the stories three times: all of them, none, and those of 14 micro-moments."""
    with tempfile.TemporaryDirectory() as folder, redmine(Path(folder) / "redmine") as server:
        desk = TrackerDesk({"redmine": server.target()})
        with closing(Service.of(House(new_store(Path(folder) / "maps.db"), b"k" * 32, trackers=desk))) as service:
            owner = service.people.owner()
            episodes = [
                {"title": f"Episode {n}", "moments": [{"text": f"I do {m} in {n}"} for m in range(MOMENTS)]}
                for n in range(EPISODES)
            ]
            told = {**document(), "map": {"title": "A visit", "kind": "to-be"}, "episodes": episodes}
            service.maps.build(owner, MAP, from_document(told, MAP))
            seconds = {"first": sent(service), "unchanged": sent(service)}
            moments = service.maps.journey(owner, MAP).moments[:EDITS]
            changes = [Set(table="moments", id=one.id, field="minutes", value=10) for one in moments]
            service.changes.submit(owner, MAP, changes).result()
            seconds["edits_14"] = sent(service)
    print(json.dumps({"benchmark": "trackers", **{f"s_{name}": round(took, 2) for name, took in seconds.items()}}))


def sent(service: Service) -> float:
    """Seconds from the wish until all is there."""
    begun = perf_counter()
    running = service.trackers.start(service.people.owner(), MAP, "redmine", only_changed=False)
    running.over.wait()
    if running.fault:
        raise running.fault
    return perf_counter() - begun


if __name__ == "__main__":
    main()
