"""From a request to a person: the seat they show, or local mode."""

import ipaddress
from dataclasses import dataclass
from typing import ClassVar

from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import Refusal, forbidden
from journeymap.service.people import Seated
from journeymap.service.service import Service
from journeymap.settings import AskOwner


@dataclass(frozen=True, slots=True)
class Caller:
    """What is known about whoever asks: a seat token, and where the request comes from.

    `peer` is the address at the other end, `host` the Host header, `bound_to` what the server listens
    on, `forwarded` whether a proxy passed the request on.
    """

    FORWARDING: ClassVar[frozenset[str]] = frozenset(
        {"forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"}
    )

    seat: str | None
    peer: str
    host: str
    bound_to: str
    forwarded: bool = False

    @property
    def local(self) -> bool:
        """Whether the request was made on this very machine, to a server that only this machine reaches.

        The Host header is asked too: a page elsewhere that points its own name at 127.0.0.1 is not local.
        """
        return (
            not self.forwarded
            and is_loopback(self.bound_to)
            and is_loopback(self.peer)
            and is_loopback(_name(self.host))
        )


def person_of(service: Service, caller: Caller) -> Participant:
    """Who is asking. Errors: Refusal `forbidden` for whoever has no seat.

    A seat goes before whoever sits at this machine, so that one can try a participant's view on one's own machine; a
    seat left over from another database does not lock the owner out.
    """
    return seated_of(service, caller).person


def seated_of(service: Service, caller: Caller) -> Seated:
    """The same, and by which session. Errors: Refusal `forbidden`."""
    local = is_owners(service, caller)
    if caller.seat:
        try:
            return service.people.seated(caller.seat)
        except Refusal:
            if not local:
                raise
    if local:
        return Seated(service.people.owner())
    raise forbidden("no-seat")


def is_owners(service: Service, caller: Caller) -> bool:
    """Whether whoever asks at this very machine is the owner without showing anything."""
    return caller.local and not service.house.public_url and service.house.ask_owner is AskOwner.NEVER


def is_at_home(service: Service, caller: Caller) -> bool:
    """Whether somebody asks at this very machine who may well be the owner, and has to show it."""
    return caller.local and not service.house.public_url and not is_owners(service, caller)


def is_loopback(host: str) -> bool:
    """Whether an address or name means this machine only."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _name(host: str) -> str:
    """A Host header without its port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]
