"""Quick entry: one line such as “I call the desk through phone because I need certainty” becomes a moment."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_NEEDS = (
    re.compile(r"[\s,]+(?:because|since|as)\s+I\s+(?:need|want)\s+(?:to\s+)?(?P<need>\S.*)$", re.IGNORECASE),
    re.compile(r"[\s,]+omdat\s+ik\s+(?:graag\s+)?(?P<need>\S.*?)\s+nodig\s+heb$", re.IGNORECASE),
    re.compile(r"[\s,]+want\s+ik\s+heb\s+(?P<need>\S.*?)\s+nodig$", re.IGNORECASE),
    re.compile(r"[\s,]+want\s+ik\s+wil\s+(?:graag\s+)?(?P<need>\S.*)$", re.IGNORECASE),
    re.compile(r"[\s,]+omdat\s+ik\s+(?:graag\s+)?(?P<need>\S.*?)\s+wil(?P<verb>\s+\w+)?$", re.IGNORECASE),
)
"""How a need follows what somebody does, in English and in Dutch; the map's language may be either."""

_CHANNEL = re.compile(
    r"\s+(?:through|via|per)\s+(?:the\s+|my\s+|an?\s+|de\s+|het\s+|mijn\s+|een\s+)?(?P<name>\S.*)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Quick:
    """What one line says: the moment, the need behind it and the channel it goes through, where it says them."""

    text: str
    need: str = ""
    channel: str = ""


def read_line(line: str, channels: Iterable[str] = ()) -> Quick:
    """Take a line apart; what is not understood stays in the moment's text, so nothing typed is lost.

    A channel is only taken for one where its name is among `channels`.
    """
    text, need = _without_need(line.strip())
    known = {name.casefold(): name for name in channels}
    found = _CHANNEL.search(text)
    name = known.get(found["name"].strip(" .").casefold(), "") if found else ""
    if found and name:
        text = text[: found.start()]
    return Quick(text.rstrip(" ,"), need, name)


def _without_need(line: str) -> tuple[str, str]:
    bare = line.rstrip(" .!")
    for pattern in _NEEDS:
        if (found := pattern.search(bare)) and found.start() > 0:
            need = found["need"] + (found.groupdict().get("verb") or "")
            return bare[: found.start()], need[:1].upper() + need[1:]
    return line, ""
