"""Which channels are ours: only in those can a team make something work."""

import json
import re
from functools import cache, lru_cache

from journeymap.domain.model.rows import Channel
from journeymap.domain.text.resources import data


def is_ours(channel: Channel) -> bool:
    """Whether the map says so of it, and its name does not say the contrary.

    Every channel is ours until somebody says otherwise, also where a file brought it. So what can be nobody's but the
    customer's is known by its name: people around them, and what is called their own (“own car”, “eigen telefoon”).
    """
    return channel.owned and not _never_ours(channel.name)


_JOINED = re.compile(r"\s*[&/,+;]\s*|\s+(?:and|or|en|of)\s+")
_ARTICLE = re.compile(r"^(?:the|a|an|my|de|het|een|mijn) ")


@lru_cache(maxsize=4096)
def _never_ours(name: str) -> bool:
    bare = " ".join(name.casefold().replace("’", "'").split("(")[0].split()).strip(" .,;:")
    parts = [part.strip() for part in _JOINED.split(bare) if part.strip()]
    return bool(parts) and (_is_theirs(bare) or all(map(_is_theirs, parts)))


def _is_theirs(name: str) -> bool:
    people, owned_things = _lists()
    return name.removeprefix("the ").removeprefix("de ") in owned_things or _ARTICLE.sub("", name) in people


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    """Whom and what it names, in all languages: a map may mix them."""
    lists = json.loads(data("never-ours.json").read_text(encoding="utf-8")).values()
    people = frozenset(name for one in lists for name in one["people"])
    owned = frozenset(f"{own} {thing}" for one in lists for own in one["own"] for thing in one["things"])
    return people, owned
