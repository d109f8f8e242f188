"""Wrong codes, counted: for the place they come from, for the workshop they are about, and in all.

Whatever the counts say, a right code is let in: a room sits behind one address. What keeps guessing hopeless is how
many codes there are, see docs/decisions/0013-a-right-code-is-never-refused.md.
"""

import ipaddress
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from journeymap.web.rate_limits import Buckets

log = logging.getLogger(__name__)

SAID_EVERY = 60.0
"""Wrong codes are logged once in so many seconds for a place and a kind, with their number since."""
MOST_PLACES = 1_000
"""So many places are told apart in the log at once; the others are “elsewhere”."""
ELSEWHERE = "elsewhere"

Told = Callable[[str, str, int], None]
"""Told of wrong codes: what kind, from which network, and how many there were since it was told last."""


@dataclass(slots=True)
class Guesses:
    """`place`: one IPv4 address or a /64 of IPv6; `network`: a /24 or a /48; `workshop`; and `all` there are.

    `names` alone is a limit that is asked first: a name is no secret with room enough, so the question whether
    somebody of this name is in is answered slowly. It counts for a workshop and a place together.
    """

    place: Buckets = field(default_factory=lambda: Buckets(rate=1 / 6, burst=30))
    network: Buckets = field(default_factory=lambda: Buckets(rate=1, burst=200))
    workshop: Buckets = field(default_factory=lambda: Buckets(rate=1 / 3, burst=100))
    all: Buckets = field(default_factory=lambda: Buckets(rate=10, burst=2_000))
    names: Buckets = field(default_factory=lambda: Buckets(rate=1 / 6, burst=30))
    notes: "Notes" = field(default_factory=lambda: Notes())  # noqa: PLW0108 - it is made further down

    def count(self, kind: str, peer: str, code: str = "") -> int:
        """One more that was wrong; 0 within all limits, else after how many seconds there is room for another."""
        place, network = places(peer)
        self.notes.note(kind, network or place)
        asked = [(self.place, place), (self.network, network), (self.all, "")]
        if code:
            asked.append((self.workshop, code))
        return max(buckets.take(key) for buckets, key in asked)


@dataclass(slots=True)
class Notes:
    """Says in the log, and to whoever else listens, that codes are guessed: each place and kind once a minute."""

    told: Told = lambda _kind, _place, _n: None
    clock: Callable[[], float] = time.monotonic
    _since: dict[tuple[str, str], tuple[float, int]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, place: str) -> None:
        """One wrong code more."""
        due = self._due(kind, place)
        if due is None:
            return
        where, n = due
        log.warning("%d wrong since the last minute: %s from %s", n, kind, where or "nowhere")
        self.told(kind, where, n)

    def _due(self, kind: str, place: str) -> tuple[str, int] | None:
        now = self.clock()
        with self._lock:
            if (kind, place) not in self._since and len(self._since) >= MOST_PLACES:
                self._since = {one: kept for one, kept in self._since.items() if now - kept[0] < SAID_EVERY}
                if len(self._since) >= MOST_PLACES:
                    place = ELSEWHERE
            at, n = self._since.get((kind, place), (now - SAID_EVERY, 0))
            if now - at < SAID_EVERY:
                self._since[kind, place] = at, n + 1
                return None
            self._since[kind, place] = now, 0
            return place, n + 1


def places(peer: str) -> tuple[str, str]:
    """What counts as one place, and the network around it: whoever has an IPv6 network has 2^64 addresses in it."""
    try:
        address = ipaddress.ip_address(peer.partition("%")[0])
    except ValueError:
        return "", ""
    if isinstance(address, ipaddress.IPv6Address):
        if not address.ipv4_mapped:
            return _around(address, 64), _around(address, 48)
        address = address.ipv4_mapped
    return str(address), _around(address, 24)


def _around(address: ipaddress.IPv4Address | ipaddress.IPv6Address, bits: int) -> str:
    return str(ipaddress.ip_network((address, bits), strict=False))
