"""Which trackers are connected: read from JOURNEYMAP_… variables, or from the secrets of Streamlit.

What opens them is read here and kept in memory alone. Nobody else says where they are: an address that a person could
choose would make this machine ask for things in its own network.
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from journeymap.domain.text.errors import invalid
from journeymap.exchange.connected.faults import NAMES
from journeymap.exchange.connected.tracker import Target
from journeymap.settings import PREFIX


@dataclass(frozen=True, slots=True)
class TrackerSetting:
    """What one kind of tracker wants to know beside its key and its project.

    `form` is what its further word is called (“format”), `forms` what that may be (none: any text). `url` is where it
    is where nobody says so; `user` whether it can be told whose key it is.
    """

    form: str = ""
    forms: tuple[str, ...] = ()
    url: str = ""
    user: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All that can be set, the key among it."""
        return ("url", "key", *(("user",) if self.user else ()), "project", *((self.form,) if self.form else ()))


TRACKERS: Mapping[str, TrackerSetting] = {
    "redmine": TrackerSetting("format", ("textile", "markdown")),
    "jira": TrackerSetting("types", user=True),
    "azure": TrackerSetting("process", ("agile", "scrum", "basic")),
    "github": TrackerSetting(url="https://api.github.com"),
    "linear": TrackerSetting(url="https://api.linear.app"),
}
LARGEST = 256 * 1024
"""Bytes of a file of secrets that are read."""


def secrets_of_streamlit() -> tuple[Path, ...]:
    """Where Streamlit has them: what the second says goes before the first, and a variable before both."""
    beside = Path(".streamlit") / "secrets.toml"
    return (Path("~").expanduser() / beside, beside)


def variable(kind: str, name: str) -> str:
    """How a setting is called in the environment."""
    return f"{PREFIX}{kind}_{name}".upper()


VARIABLES = frozenset(variable(kind, name) for kind, setting in TRACKERS.items() for name in setting.names)


def targets(variables: Mapping[str, str] = os.environ, secrets: tuple[Path, ...] | None = None) -> Mapping[str, Target]:
    """The trackers that are set up, by their kind; `secrets` are files of Streamlit's, which has its own places.

    Errors: Refusal, where one is set up by half or by a word it does not know; it repeats no key.
    """
    tables = [_read(path) for path in (secrets_of_streamlit() if secrets is None else secrets)]
    found: dict[str, Target] = {}
    for kind, setting in TRACKERS.items():
        said: dict[str, str] = {}
        for table in tables:
            said |= dict(_of_table(table, kind, setting))
        said |= {name: text for name in setting.names if (text := variables.get(variable(kind, name), "").strip())}
        if said:
            found[kind] = _target(kind, setting, said)
    return found


def _target(kind: str, setting: TrackerSetting, said: Mapping[str, str]) -> Target:
    known = {"url": setting.url, **said}
    for name in ("url", "key", "project"):
        if not known.get(name):
            raise invalid("tracker-half", tracker=NAMES[kind], variable=variable(kind, name))
    if not known["key"].isascii() or not known["key"].isprintable() or " " in known["key"]:
        raise invalid("tracker-key", tracker=NAMES[kind], variable=variable(kind, "key"))
    form = known.get(setting.form, setting.forms[0] if setting.forms else "")
    if setting.forms and form not in setting.forms:
        raise invalid("tracker-form", variable=variable(kind, setting.form), forms=", ".join(setting.forms))
    key = SecretStr(known["key"])
    return Target(kind, known["url"].rstrip("/"), known["project"], key, known.get("user", ""), form)


def _of_table(table: Mapping[str, Any], kind: str, setting: TrackerSetting) -> Iterator[tuple[str, str]]:
    of_kind = table.get(kind)
    if isinstance(of_kind, dict):
        for name in setting.names:
            if isinstance(text := of_kind.get(name), str) and text.strip():
                yield name, text.strip()


def _read(path: Path) -> Mapping[str, Any]:
    """What is in the file; nothing where there is none. It may hold secrets of others: no error repeats it."""
    try:
        with path.open("rb") as file:
            return tomllib.loads(file.read(LARGEST).decode())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise invalid("tracker-secrets", path=str(path)) from None
