"""What somebody outside is shown of a map."""

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import NOT_FOR_READERS, OF_THE_ROOM, TABLES
from journeymap.domain.model.visibility import READERS
from tests.support.marked_map import marked


def test_a_reader_sees_all_of_the_map_and_nothing_of_the_room() -> None:
    journey, _ = perform(Journey("map"), marked("m"))
    assert all(journey.tables[table] for table in TABLES)
    seen = READERS.of_map(journey)
    assert {table for table in TABLES if not seen.tables[table]} == NOT_FOR_READERS
    assert OF_THE_ROOM | {"decisions"} <= NOT_FOR_READERS
    assert "ben" not in str(seen.tables), "whoever is credited is a person of the room"
