"""What all addresses of one server share: its settings, where it listens, its limits, the service."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.service.address import PageRequest, address
from journeymap.service.cookies import chosen_language, first_cookie, seat_cookie
from journeymap.service.service import Service
from journeymap.service.shared_service import running_service
from journeymap.settings import Settings
from journeymap.web import rate_limits
from journeymap.web.connections.connections import Connections
from journeymap.web.door import place_limits
from journeymap.web.door.guesses import Guesses
from journeymap.web.door.place_limits import PlaceLimits
from journeymap.web.language import spoken
from journeymap.web.live.live_server import LiveServer
from journeymap.web.rate_limits import Buckets
from journeymap.web.uploads import NothingKept, Uploads


@dataclass(frozen=True, slots=True)
class Site:
    """One server. `bound_to` says what it listens on, asked when it matters: it is known only once it serves."""

    settings: Settings
    bound_to: Callable[[], str]
    writes: Buckets = field(default_factory=rate_limits.writes)
    openings: PlaceLimits = field(default_factory=place_limits.openings)
    readings: PlaceLimits = field(default_factory=place_limits.readings)
    answers: PlaceLimits = field(default_factory=place_limits.answers)
    walk_readings: PlaceLimits = field(default_factory=place_limits.readings)
    walks: Buckets = field(default_factory=rate_limits.walks)
    guesses: Guesses = field(default_factory=Guesses)
    joins: PlaceLimits = field(init=False)
    hall: LiveServer = field(default_factory=LiveServer)
    connections: Connections = field(default_factory=Connections)
    uploads: Uploads = field(default_factory=lambda: Uploads(NothingKept()))

    def __post_init__(self) -> None:
        """What depends on the settings."""
        object.__setattr__(self, "joins", place_limits.joins(self.settings.joins_per_address))
        self.guesses.notes.told = self._note_guesses

    def _note_guesses(self, kind: str, place: str, n: int) -> None:
        self.service.audit.note("wrong-code", place=place, subject=kind, times=n)

    @property
    def service(self) -> Service:
        """The one door."""
        return running_service()

    def language(self, connection: HTTPConnection, asked: str = "") -> str:
        """The language of whoever asks: the one asked for here, the one they chose before, the browser's, or ours."""
        if asked in LANGUAGES:
            return asked
        chosen = chosen_language(connection.cookies, connection.headers)
        return chosen or spoken(connection.headers.get("accept-language", ""), self.settings.language)

    def address(self, connection: HTTPConnection) -> str:
        """The address to show to whoever asks, wherever there is a code, a QR code or a link."""
        _, port = connection.scope.get("server") or ("", None)
        opened = PageRequest(
            host=connection.headers.get("host", ""),
            scheme="https" if connection.scope["scheme"] in ("https", "wss") else "http",
            bound_to=self.bound_to(),
            port=port or self.settings.port,
        )
        return address(self.settings, opened)

    def secure(self, connection: HTTPConnection) -> bool:
        """Whether people reach this server by https, so that a cookie may travel no other way."""
        public = self.settings.public_url or ""
        return connection.scope["scheme"] in ("https", "wss") or public.startswith("https:")

    def seat_cookie(self, connection: HTTPConnection) -> str:
        """What the seat's cookie is called for whoever asks."""
        return seat_cookie(self.settings.public_url or "", connection.headers, secure=self.secure(connection))

    def shown_seat(self, connection: HTTPConnection) -> str | None:
        """The token in the seat's cookie of whoever asks."""
        return first_cookie(connection.headers, self.seat_cookie(connection))

    def is_own(self, origin: str, host: str) -> bool:
        """Whether an Origin header names this very server: the host that was asked, or the public address."""
        try:
            asked = urlsplit(origin)
            public = urlsplit(self.settings.public_url or "")
        except ValueError:
            return False
        if asked.scheme not in ("http", "https") or not asked.netloc:
            return False
        return asked.netloc.lower() == host.lower() or (asked.scheme, asked.netloc.lower()) == (
            public.scheme,
            public.netloc.lower(),
        )
