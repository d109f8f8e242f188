"""The nature park that ships, loaded into a test's own house; and a house of hostile words."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from journeymap.domain.model.operations import Add, Change, Remove, Set
from journeymap.service.house import House
from journeymap.service.service import Service
from tests.support.app import App
from tests.support.small_maps import HOSTILE
from tests.support.store_calls import new_store
from tests.support.warm_server import warm

LONG = "W" * 140 + " ؟" + "م" * 138
AWKWARD: Sequence[str] = (*HOSTILE, LONG, "هل يمكنني حجز مكان اليوم؟ " * 8, "🌳👩‍👩‍👧 A day out")
"""Texts that a page has to show as they are, however long and in whatever script."""


def park(app: App) -> tuple[str, str]:
    """Both maps of it: the ids of the as-is and of its to-be."""
    as_is = app.service.exchange.load_sample(app.owner, "nature-park")
    to_be = next(head.id for head in app.service.maps.heads(app.owner) if head.as_is_id == as_is)
    return as_is, to_be


class Maps(NamedTuple):
    """A server with the nature park and a journey of awkward words, each with its to-be."""

    base: str
    as_is: str
    to_be: str
    awkward: str
    awkward_to_be: str

    def at(self, page: str, map_id: str) -> str:
        """The address of this page about this map."""
        return f"{self.base}/{page}?map={map_id}"


@contextmanager
def house(database: Path) -> Iterator[Service]:
    """A service over this database, for what has to be there before a server starts."""
    service = Service.of(House(store=new_store(database), secret=b"s" * 32))
    try:
        yield service
    finally:
        service.close()


def awkward_changes() -> list[Change]:
    """A map in which everything a person can type is awkward."""
    made: list[Change] = [Add(table="channels", id="c", values={"name": HOSTILE[0]})]
    for n in range(2):
        made.append(Add(table="episodes", id=f"e{n}", values={"title": AWKWARD[n][:120], "targeted_valence": 1}))
        made.append(Add(table="paths", id=f"w{n}", values={"name": AWKWARD[n][:80]}))
    for n, text in enumerate(AWKWARD):
        values = {"text": text, "felt_valence": n % 5 - 2, "felt_label": text[:40]}
        made.append(Add(table="moments", id=f"m{n}", parent=f"e{n % 2}", values=values))
        made.append(Add(table="touchpoints", id=f"t{n}", parent=f"m{n}", values={"channel": "c"}))
        made.append(Add(table="needs", id=f"n{n}", parent=f"m{n}", values={"text": text}))
        made.append(Add(table="pain_points", id=f"p{n}", parent=f"m{n}", values={"text": text}))
        made.extend(
            Add(table="path_steps", id=f"s{n}-{w}", parent=f"w{w}", values={"moment": f"m{n}"}) for w in range(2)
        )
    return made


@contextmanager
def served(database: Path) -> Iterator[Maps]:
    """Both journeys in a server of their own."""
    with house(database) as service:
        owner = service.people.owner()
        as_is = service.exchange.load_sample(owner, "nature-park")
        to_be = next(head.id for head in service.maps.heads(owner) if head.as_is_id == as_is)
        awkward = service.maps.create(owner, "Awkward words")
        service.changes.change(owner, awkward, awkward_changes())
        redesigned = service.maps.design_to_be(owner, awkward)
        reworded = Set(table="moments", id="m1", field="text", value=AWKWARD[5])
        service.changes.change(owner, redesigned, [Remove(table="moments", id="m0"), reworded])
    with warm(database, samples=False) as server:
        yield Maps(server.base, as_is, to_be, awkward, redesigned)
