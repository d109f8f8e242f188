"""Where people find this installation: the one address behind every code, QR code and link that is shown."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from journeymap.service.seats import is_loopback
from journeymap.settings import Settings

EVERYWHERE = "0.0.0.0"  # noqa: S104 - what it means to listen to nothing in particular


@dataclass(frozen=True, slots=True)
class PageRequest:
    """How somebody opened a page: the Host header and scheme, and what the server listens on (nothing: to all)."""

    host: str
    scheme: str
    bound_to: str
    port: int


def address(settings: Settings, opened: PageRequest) -> str:
    """The address to show to whoever opened a page like this, without a slash at the end.

    It is the public address; else the one this page was opened at. Where that is this very machine's own name for
    itself (`127.0.0.1`), which leads nobody else here, it is the machine's address in its network.
    """
    if settings.public_url:
        return settings.public_url
    if not leads_here_only(f"//{opened.host}"):
        return f"{opened.scheme}://{opened.host}"
    listening = settings.model_copy(update={"host": opened.bound_to or EVERYWHERE, "port": opened.port})
    return f"{opened.scheme}://{listening.base.partition('://')[2]}"


def leads_here_only(url: str) -> bool:
    """Whether this address only works on this machine, so that no phone can use it."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return True
    return not host or is_loopback(host)


def as_typed(url: str) -> str:
    """The join page at this address, as people say or type it."""
    return f"{url.partition('://')[2]}/join"
