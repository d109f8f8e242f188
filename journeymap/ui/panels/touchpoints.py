"""The channels of a moment: each pairing is a touchpoint, and a channel that is named and not there yet is made."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.text.resources import data
from journeymap.service.house import new_id


def use_channel(journey: Journey, moment_id: str, name: str, *, tongue: str = "") -> Sequence[Change]:
    """The changes that make this moment happen in the channel with this name, which is made where there is none."""
    name = " ".join(name.split())
    known = next((c for c in journey.channels if c.name.casefold() == name.casefold()), None)
    if known is not None:
        return (_touchpoint(moment_id, known.id),)
    channel = new_id()
    owned = catalogue(tongue or journey.language).get(name, True)
    return (
        Add(table="channels", id=channel, values={"name": name, "owned": owned}),
        _touchpoint(moment_id, channel),
    )


def unused(journey: Journey) -> Sequence[str]:
    """The channels of the catalogue that this map does not have yet."""
    there = {channel.name.casefold() for channel in journey.channels}
    return [name for name in catalogue(journey.language) if name.casefold() not in there]


@cache
def catalogue(tongue: str) -> dict[str, bool]:
    """The channels that ship as suggestions, by name, and whether such a channel is usually one's own."""
    found: list[dict[str, Any]] = json.loads(data("channels.json").read_text(encoding="utf-8"))
    return {str(channel["nl" if tongue == "nl" else "en"]): bool(channel["owned"]) for channel in found}


def _touchpoint(moment_id: str, channel_id: str) -> Change:
    return Add(table="touchpoints", id=new_id(), parent=moment_id, values={"channel": channel_id})
