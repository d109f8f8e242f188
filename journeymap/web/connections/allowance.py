"""How many connections there may be, worked out from how many descriptors there are."""

from typing import NamedTuple

KEPT_BACK = 512
"""At most so many descriptors are kept back for the database, its copies, and files that are read."""

MOST_STRANGERS = 4_096
"""So many connections without a seat at most, however many descriptors there are: each takes some 15 kB."""

MOST_OF_AN_ADDRESS = 1_024
"""So many of them from one address. Those that only wait make room for newer ones; none that is answered is closed."""

MOST_SOCKETS = 300
"""So many sockets one person may have open, on all their devices and tabs."""


class Allowance(NamedTuple):
    """`most` in all; `strangers`: those on which nobody with a seat has asked yet; `address`: those of one address."""

    most: int
    strangers: int
    address: int


def allowance(descriptors: int) -> Allowance:
    """What so many descriptors allow: an eighth is kept back, and half of the rest is for people with a seat alone."""
    most = max(16, descriptors - max(32, min(KEPT_BACK, descriptors // 8)))
    strangers = min(MOST_STRANGERS, most // 2)
    return Allowance(most, strangers, min(MOST_OF_AN_ADDRESS, max(8, strangers // 2)))
