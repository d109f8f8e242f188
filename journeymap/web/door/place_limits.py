"""Limits for the place that somebody comes from: an address, and the network around it."""

from dataclasses import dataclass

from journeymap.web.door.guesses import places
from journeymap.web.rate_limits import Buckets


@dataclass(frozen=True, slots=True)
class PlaceLimits:
    """`place`: one IPv4 address or a /64 of IPv6; `network`: a /48, for whoever has one has 65,536 of the others.

    Of IPv4 the address alone counts: whoever sits in one office has one, and nobody has a network of them for nothing.
    """

    place: Buckets
    network: Buckets

    def take(self, peer: str, of: str = "") -> int:
        """Take a token of both: 0 where there were, else after how many seconds there are."""
        if seconds := self.wait(peer, of):
            return seconds
        self.spend(peer, of)
        return 0

    def wait(self, peer: str, of: str = "") -> int:
        """After how many seconds there is a token of both (0: now); none is taken."""
        return max(buckets.wait(key) for buckets, key in self._asked(peer, of))

    def spend(self, peer: str, of: str = "") -> None:
        """Take a token of both even where there is none."""
        for buckets, key in self._asked(peer, of):
            buckets.spend(key)

    def _asked(self, peer: str, of: str) -> list[tuple[Buckets, str]]:
        place, network = places(peer)
        asked = [(self.place, f"{place} {of}")]
        return [*asked, (self.network, f"{network} {of}")] if ":" in network else asked


NETWORKS = 4
"""A /48 has so many times what one place has, where people only read: several offices may be in one."""


def joins(at_once: int) -> PlaceLimits:
    """Who joins a workshop anew: a room of 500 never meets it, whatever addresses its phones have; a program does."""
    return PlaceLimits(Buckets(rate=1 / 2, burst=at_once), Buckets(rate=1 / 2, burst=at_once))


def openings() -> PlaceLimits:
    """Who opens a view link: everybody of a large office at once, and then two a second."""
    return _wider(2, 1_000)


def readings() -> PlaceLimits:
    """What whoever reads by view links asks, beside files that everybody has."""
    return _wider(50, 5_000)


def answers() -> PlaceLimits:
    """What customers send in rounds: a hall of 200 that answers at once, and then 40 a second."""
    return _wider(40, 2_000)


def _wider(rate: float, burst: float) -> PlaceLimits:
    return PlaceLimits(Buckets(rate, burst), Buckets(NETWORKS * rate, NETWORKS * burst))
