"""Labels that people put on an item over there are theirs: they are neither told as a change nor removed."""

from collections.abc import Iterable

from journeymap.exchange.backlog.decided_stories import is_an_id

_OURS = ("episode-", "channel-", "priority-", "jm-")
_ALWAYS = ("moment-of-truth", "not-validated")


class OwnLabels:
    """The labels that are ours: those of any story that was drafted, and those whose form only we write."""

    def __init__(self) -> None:
        self._known: set[str] = {*_ALWAYS}

    def drafted(self, labels: Iterable[str]) -> str:
        """These are ours from now on; as one text, in an order of their own."""
        own = {label for label in labels if not is_an_id(label)}
        self._known |= {label.casefold() for label in own}
        return told(own)

    def among(self, labels: Iterable[str]) -> str:
        """Those of an item over there that are ours, as one text; its id is none of them."""
        return told(one for one in labels if self._is_ours(one) and not is_an_id(one))

    def merged(self, there: Iterable[str], wanted: str) -> list[str]:
        """What should stand there: what does and is not ours, or our id, and what we want."""
        asked = wanted.split()
        names = {one.casefold() for one in asked}
        left = [one for one in there if is_an_id(one) or not self._is_ours(one)]
        return [*(one for one in left if one.casefold() not in names), *asked]

    def _is_ours(self, label: str) -> bool:
        return label.casefold() in self._known or label.casefold().startswith(_OURS)


def told(labels: Iterable[str]) -> str:
    """Labels as one text: none of them holds a space."""
    return " ".join(sorted(labels))
