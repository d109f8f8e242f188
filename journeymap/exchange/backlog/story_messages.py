"""Where each message of an episode belongs: to one moment, or to the episode as a whole."""

from collections.abc import Mapping, Sequence

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Channel, Communication
from journeymap.exchange.backlog.own_channels import is_ours


def placed_messages(journey: Journey, episode_id: str) -> Mapping[str, Sequence[Communication]]:
    """The messages by the moment they are said at; under "" those that are said at none.

    A message is said once: at the moment of its episode that uses its channel, where that is ours. Where several do,
    nobody knows at which of them, and a criterion on the wrong one could not be met: it stays with the episode.
    """
    users: dict[str, list[str]] = {}
    for moment in journey.moments_of(episode_id):
        for channel_id in {touchpoint.channel for touchpoint in journey.touchpoints_of(moment.id)}:
            users.setdefault(channel_id, []).append(moment.id)
    found: dict[str, list[Communication]] = {}
    for message in journey.communications_of(episode_id):
        channel = channel_of(journey, message)
        places = users.get(channel.id, []) if channel and is_ours(channel) else []
        found.setdefault(places[0] if len(places) == 1 else "", []).append(message)
    return found


def channel_of(journey: Journey, message: Communication) -> Channel | None:
    """The channel a message goes through, where it names one."""
    found = journey.tables["channels"].get(message.channel or "")
    return found if isinstance(found, Channel) else None
