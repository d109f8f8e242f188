"""The page that compares two maps, as a test reads it."""

import json
from typing import Any

from tests.support.app import Screen


def picture_of(screen: Screen) -> dict[str, Any]:
    """What the picture of both maps is told."""
    told = [json.loads(found.proto.json) for found in screen.get("bidi_component") if found.proto.json]
    return next(one for one in told if "as_is_episodes" in one)


def texts_of(screen: Screen) -> tuple[list[str], list[str]]:
    """The micro-moments that stand on the picture, of the as-is and of the to-be."""
    picture = picture_of(screen)
    as_is, to_be = ([card["text"] for card in picture[side]] for side in ("as_is", "to_be"))
    return as_is, to_be
