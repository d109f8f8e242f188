"""The command that lets a room in: the one that this server was started with, listening to everybody."""

import os
import shlex
import sys
from collections.abc import Iterator, Mapping, Sequence

EVERYBODY = ("--host", "0.0.0.0")  # noqa: S104 - it is shown, and binds nothing
_UNQUOTED = frozenset('"$`\\')
"""What make and a shell would read otherwise between double quotes."""


def reachable_command() -> str:
    """What to type instead of what was typed."""
    return reachable(sys.orig_argv, os.environ)


def reachable(words: Sequence[str], variables: Mapping[str, str]) -> str:
    """The same for these words of a command line; where they are none of ours, the plain command."""
    if "run" not in words or not any("journeymap" in word for word in words[: words.index("run")]):
        return shlex.join(["journeymap", "run", *EVERYBODY])
    at = words.index("run")
    options = [*_but_host(words[at + 1 :]), *EVERYBODY]
    if variables.get("MAKELEVEL") and not _UNQUOTED & set("".join(options)):
        return f'make run ARGS="{shlex.join(options)}"'
    program = words[:at] if "-m" in words[:at] else words[at - 1 : at]
    return shlex.join([*program, "run", *options])


def _but_host(options: Sequence[str]) -> Iterator[str]:
    """All options but the address that it listens on now."""
    rest = iter(options)
    for word in rest:
        if word == "--host":
            next(rest, "")
        elif not word.startswith("--host="):
            yield word
