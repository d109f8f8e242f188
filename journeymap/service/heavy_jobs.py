"""What a helper does, by name: each is given the service and what was asked, and answers with plain values."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import to_json

from journeymap.domain.model.roles import Participant
from journeymap.domain.model.visibility import Sight
from journeymap.exchange.file_reader import read_file
from journeymap.exchange.import_choices import ImportChoices
from journeymap.live import wire
from journeymap.service import operation_pages
from journeymap.service.service import Service


def export(service: Service, person: Participant, map_id: str, format_name: str, how: Mapping[str, Any]) -> Any:
    """A file."""
    return service.exchange.make_file(person, map_id, format_name, **how)


def snapshot(service: Service, person: Participant, map_id: str) -> bytes:
    """A whole map, as JSON."""
    return to_json(wire.snapshot(service.maps.journey(person, map_id), nameless=Sight.own(person).nameless))


def operations(service: Service, person: Participant, map_id: str, since: int, limit: int) -> bytes:
    """A page of the log, as JSON."""
    return operation_pages.operations_page(service.changes, person, map_id, since, limit)


def open_file(_: Service, content: bytes, filename: str, choices: ImportChoices) -> Any:
    """The table in a file that somebody brings in."""
    return read_file(content, filename, choices)


JOBS: Mapping[str, Callable[..., Any]] = {
    "export": export,
    "snapshot": snapshot,
    "operations": operations,
    "read_file": open_file,
}
