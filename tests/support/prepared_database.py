"""A database with a workshop, a map and people, made before any server looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from journeymap.domain.model.roles import Participant, Role
from journeymap.service.service import Service
from journeymap.service.shared_service import open_service
from journeymap.settings import Settings
from tests.support.journeys import FULL
from tests.support.lean_socket import Socket, connect
from tests.support.store_calls import begin

SECRET = "s" * 40


@dataclass(frozen=True)
class Settled:
    """What is in the database, and everybody's tokens."""

    database: Path
    map_id: str
    people: Sequence[Participant]
    tokens: Sequence[str]

    async def enter(self, port: int, number: int = 0, since: int | None = None, **how: object) -> Socket:
        """Somebody's socket, with the hello said; its answer is the next to receive."""
        token = self.tokens[number % len(self.tokens)]
        socket = await connect(port, f"/live/maps/{self.map_id}", Authorization=f"Bearer {token}", **how)  # type: ignore[arg-type]
        socket.send({"type": "hello", "since": since})
        return socket


def service(database: Path) -> Service:
    """A service on this database, to be closed."""
    begin(database)
    return open_service(Settings.load(database=database, samples=False, secret=SECRET))


def settle(database: Path, people: int = 4, map_id: str = "map") -> Settled:
    """A small map in a workshop with so many participants."""
    opened = service(database)
    try:
        owner = opened.people.owner()
        workshop, lead = opened.people.create_workshop(owner, "A room")
        story = [FULL[0].model_copy(update={"id": map_id}), *FULL[1:]]
        opened.maps.build(lead, map_id, story, workshop_id=workshop.id)
        joined = [opened.people.join(workshop.join_code, f"Person {n}", Role.PARTICIPANT) for n in range(people)]
        return Settled(database, map_id, joined, [opened.people.seat(person) for person in joined])
    finally:
        opened.close()
