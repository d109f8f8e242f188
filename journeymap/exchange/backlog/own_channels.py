"""Which channels are ours: only in those can a team make something work."""

import json
from functools import cache, lru_cache

from journeymap.domain.model.rows import Channel
from journeymap.domain.text.resources import data


def is_ours(channel: Channel) -> bool:
    """Whether the map says so of it, and its name does not say the contrary.

    Every channel is ours until somebody says otherwise, also where a file brought it. So what can be nobody's but the
    customer's is known by its name: people around them, and what is called their own (“own car”, “eigen telefoon”).
    """
    return channel.owned and not _never_ours(channel.name)


@lru_cache(maxsize=4096)
def _never_ours(name: str) -> bool:
    bare = " ".join(name.casefold().replace("’", "'").split("(")[0].split()).strip(" .,;:")
    bare = bare.removeprefix("the ").removeprefix("de ")
    people, owned_things = _lists()
    return bare in people or bare in owned_things


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    """Whom and what it names, in all languages: a map may mix them."""
    lists = json.loads(data("never-ours.json").read_text(encoding="utf-8")).values()
    people = frozenset(name for one in lists for name in one["people"])
    owned = frozenset(f"{own} {thing}" for one in lists for own in one["own"] for thing in one["things"])
    return people, owned
