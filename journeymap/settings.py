"""The settings: what may differ from one machine to the next, read from JOURNEYMAP_… variables."""

import ipaddress
import os
import secrets
import socket
from collections.abc import Iterable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.domain.text.errors import Refusal, Term, invalid, unavailable
from journeymap.domain.text.resources import home

PREFIX = "JOURNEYMAP_"
CHECKOUT_DATABASE = "data/journeymap.db"
SECRET_LENGTH = 32
METRICS_KEY_LENGTH = 20
SECRETS = ("secret", "metrics_key")
"""What no refusal and no log repeats."""
ANYWHERE = ("0.0.0.0", "::")  # noqa: S104 - it names the addresses, it binds nothing


class Browser(StrEnum):
    """Whether `journeymap run` opens a browser; auto: only where there is a screen."""

    AUTO = "auto"
    YES = "yes"
    NO = "no"


class AskOwner(StrEnum):
    """Whether the owner at this very machine shows the link that was printed: once a browser, at every start, never."""

    ONCE = "once"
    ALWAYS = "always"
    NEVER = "never"


def default_database() -> Path:
    """Beside the data of a checkout one can write to, else in the person's own data folder."""
    checkout = home()
    if (checkout / "pyproject.toml").is_file() and os.access(checkout / "data", os.W_OK):
        return checkout / CHECKOUT_DATABASE
    return user_data_path("journeymap", appauthor=False) / "journeymap.db"


def _spoken(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(language)
    return language


def _host(host: str) -> str:
    if not host or not all(c.isalnum() or c in ".-:_" for c in host):
        raise ValueError(host)
    return host


def _address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(url)
    return url.rstrip("/")


Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def networks(listed: str) -> tuple[Network, ...]:
    """The addresses and networks in this list. Errors: ValueError where one is none."""
    return tuple(ipaddress.ip_network(part.strip()) for part in listed.split(",") if part.strip())


def _proxies(listed: str) -> str:
    return ",".join(str(network) for network in networks(listed))


def _full(path: Path) -> Path:
    return path.expanduser().absolute()


def _trimmed(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


_Trimmed = BeforeValidator(_trimmed)
Host = Annotated[str, _Trimmed, AfterValidator(_host)]
Address = Annotated[str, _Trimmed, AfterValidator(_address)]
Database = Annotated[Path, _Trimmed, AfterValidator(_full)]
AuditFile = Annotated[Path, _Trimmed, AfterValidator(_full)]
Language = Annotated[str, _Trimmed, AfterValidator(_spoken)]
Proxies = Annotated[str, _Trimmed, AfterValidator(_proxies)]
LogLevel = Literal["debug", "info", "warning", "error"]


class Settings(BaseSettings):
    """Every setting, and what holds when nobody chose it.

    Errors: `Settings.load` raises a Refusal that names the variable and says what it may be.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, env_ignore_empty=True, extra="forbid")

    database: Database = Field(
        default_factory=default_database,
        description="The file that holds the maps; it is made on the first start. Unset, it is "
        f"`{CHECKOUT_DATABASE}` in a checkout, and elsewhere `journeymap.db` in your own data folder.",
    )
    host: Host = Field(
        "127.0.0.1",
        description="The address to listen on. `127.0.0.1` is this machine only; `0.0.0.0` is everybody who can reach "
        "this machine. Wherever it listens, one comes in by the owner link that the start prints, or by a join code.",
    )
    port: int = Field(8501, ge=1, le=65_535, description="The port to listen on, 1 to 65535.")
    public_url: Address | None = Field(
        None,
        description="The address people type when a proxy stands in front, such as `https://maps.example.org` or "
        "`https://example.org/tools/maps` (see [proxy](proxy.md)).",
    )
    trusted_proxies: Proxies = Field(
        "",
        description="Whose word is taken for who asks and whether by https (`X-Forwarded-For`, `X-Forwarded-Proto`): "
        "addresses and networks with commas between them, such as `127.0.0.1,10.0.0.0/24`. Unset, nobody's.",
    )
    language: Language = Field(
        "en",
        description="The language of a first visit and of the command line: "
        + " or ".join(f"`{code}` ({name})" for code, name in LANGUAGES.items())
        + ".",
    )
    owner_name: Annotated[str, _Trimmed] = Field(
        "", max_length=80, description="The name beside what the owner changes; unset, it says “Owner”."
    )
    ask_owner: AskOwner = Field(
        AskOwner.ONCE,
        description="When a browser has to open the owner link that the start prints: `once` for each browser, "
        "`always`: again after every start, `never`: whoever opens Journeymap on this machine is the owner (only where "
        "nobody else uses the machine, and no proxy stands in front).",
    )
    session_days: int = Field(
        90, ge=1, le=400, description="After so many days one signs in anew on a device, however much it is used."
    )
    session_idle_days: int = Field(
        30, ge=1, le=400, description="A device that is not used for so many days is signed out."
    )
    metrics_key: SecretStr | None = Field(
        None,
        min_length=METRICS_KEY_LENGTH,
        description=f"What collects `/metrics` shows as its bearer token, {METRICS_KEY_LENGTH} characters or more. "
        "Unset, it is the one that `journeymap owner metrics` prints.",
    )
    joins_per_address: int = Field(
        550,
        ge=1,
        description="So many people join a workshop from one address at once (of IPv6: a /64, and a /48 in all), and "
        "one more every two seconds; whoever comes then waits until somebody who leads lets them in.",
    )
    stories_need_validation: bool = Field(
        False,
        description="Whether stories are taken away only from maps that customers have validated (`true`), or from all "
        "maps, saying so on their face (`false`).",
    )
    audit_days: int = Field(
        365, ge=1, le=3_650, description="So many days the audit log keeps what happened to people, keys and data."
    )
    audit_file: AuditFile | None = Field(
        None,
        description="A file to which the audit log is written as well, a line of JSON for each entry, with ids and "
        "without names.",
    )
    samples: bool = Field(True, description="Whether the first start of an empty database loads the sample maps.")
    browser: Browser = Field(
        Browser.AUTO,
        description="Whether `journeymap run` opens a browser: `yes`, `no`, or `auto`: only where there is a screen.",
    )
    secret: SecretStr | None = Field(
        None,
        min_length=SECRET_LENGTH,
        description=f"What seats and links are signed with, {SECRET_LENGTH} characters or more. "
        "Unset, a key is made once and kept beside the database, readable by you alone.",
    )
    disk_low: int = Field(
        500,
        ge=0,
        description="With fewer megabytes than this left beside the database, the log, `/api/health` and the screens "
        "of those who lead say that the disk is nearly full; 0: never.",
    )
    log_level: Annotated[LogLevel, _Trimmed] = Field(
        "info", description="How much is written to the terminal: `debug`, `info`, `warning` or `error`."
    )

    @classmethod
    def load(cls, **chosen: Any) -> Self:
        """The settings of this machine; what was chosen on the command line goes first (None: not chosen)."""
        try:
            return cls(**{name: value for name, value in chosen.items() if value is not None})
        except ValidationError as problem:
            raise _refused(problem) from None

    @property
    def local(self) -> bool:
        """Whether only this machine can reach the app: nobody needs a key then."""
        if self.public_url:
            return False
        with suppress(ValueError):
            return ipaddress.ip_address(self.host).is_loopback
        return self.host == "localhost"

    @property
    def public_origin(self) -> str:
        """Where a browser says that a page of the public address comes from; empty without one."""
        parts = urlsplit(self.public_url or "")
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""

    @property
    def public_path(self) -> str:
        """The path below which a proxy serves the app, such as `/tools/maps`; empty where it serves nothing else."""
        return urlsplit(self.public_url or "").path

    @property
    def base(self) -> str:
        """The address people open, without a slash at the end."""
        if self.public_url:
            return self.public_url
        host = _reachable() if self.host in ANYWHERE else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    def signing_key(self) -> str:
        """The chosen secret, or the key beside the database, made on first use (mode 0600)."""
        if self.secret:
            return self.secret.get_secret_value()
        return _kept_key(self.key_file)

    @property
    def key_file(self) -> Path:
        """Where the key is kept that nobody chose."""
        return self.database.with_suffix(".key")

    @classmethod
    def unknown(cls, variables: Iterable[str]) -> list[str]:
        """The variables that look like a setting and are none: a slip of the pen, most likely."""
        known = {f"{PREFIX}{name}".upper() for name in cls.model_fields}
        return sorted(name for name in variables if name.startswith(PREFIX) and name.upper() not in known)

    def environment(self) -> dict[str, str]:
        """These settings as variables, so that a server started from here reads the same ones."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        for name in SECRETS:
            values[name] = values[name] and values[name].get_secret_value()
        return {f"{PREFIX}{name.upper()}": "" if value is None else str(value) for name, value in values.items()}


def _kept_key(path: Path) -> str:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), open(path, "x", opener=_private, encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        key = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise unavailable("start-key", path=str(path)) from None
    if len(key) < SECRET_LENGTH:
        raise unavailable("start-key", path=str(path))
    return key


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _reachable() -> str:
    """This machine's address in its network; nothing is sent to find it."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("10.255.255.255", 1))
        return str(probe.getsockname()[0])
    return socket.gethostname()


def _refused(problem: ValidationError) -> Refusal:
    """The first thing that is wrong, as a sentence that says what the setting may be."""
    first = problem.errors()[0]
    name = str(first["loc"][0])
    if name not in Settings.model_fields:
        return invalid("setting-unknown", name=name)
    typed = "…" if name in SECRETS else str(first["input"])
    may_be = Term(f"start-setting-{name.replace('_', '-')}")
    return invalid("setting", name=name, variable=f"{PREFIX}{name.upper()}", value=typed, may_be=may_be)


def table(model: type[BaseModel] = Settings) -> str:
    """The settings as the Markdown table of docs/settings.md."""
    rows = ["| Setting | Default | What it does |", "|---|---|---|"]
    for name, field in model.model_fields.items():
        default = "" if field.default_factory or field.default in (None, "") else f"`{str(field.default).lower()}`"
        rows.append(f"| `{PREFIX}{name.upper()}` | {default} | {field.description} |")
    return "\n".join(rows)
