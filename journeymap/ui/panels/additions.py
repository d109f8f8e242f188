"""Adding after what is there: a moment after a moment, an episode after an episode."""

from collections.abc import Sequence

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.order_keys import LAST
from journeymap.domain.model.rows import Row
from journeymap.service.house import new_id
from journeymap.ui.panels.touchpoints import unused, use_channel
from journeymap.ui.screens.map.quick_entry import read_line


def moment_from(journey: Journey, line: str, episode: str, after: str | None = LAST) -> tuple[str, Sequence[Change]]:
    """The id of a new moment and the changes that add it, with the need and the channel its line names."""
    names = [channel.name for channel in journey.channels] + list(unused(journey))
    found = read_line(line, names)
    moment = new_id()
    changes: list[Change] = [Add(table="moments", id=moment, parent=episode, values={"text": found.text}, after=after)]
    if found.need:
        changes.append(Add(table="needs", id=new_id(), parent=moment, values={"text": found.need}))
    if found.channel:
        changes.extend(use_channel(journey, moment, found.channel))
    return moment, changes


def after(journey: Journey, row: Row, line: str) -> tuple[str, Sequence[Change]]:
    """The id of a new moment or episode right after this one, and the changes that add it."""
    if row.table == "moments":
        return moment_from(journey, line, row.parent or "", after=row.id)
    made = new_id()
    return made, (Add(table=row.table, id=made, values={row.main_field: line}, after=row.id),)
