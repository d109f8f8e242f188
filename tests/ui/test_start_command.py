"""The command that lets a room in is the one that was used, and drops nothing of it."""

import pytest

from journeymap.ui.start_command import reachable

MADE = {"MAKELEVEL": "1"}
IN_MAKE = [".venv/bin/python", "-m", "journeymap", "run"]


@pytest.mark.parametrize(
    ("words", "variables", "shown"),
    [
        (IN_MAKE, MADE, 'make run ARGS="--host 0.0.0.0"'),
        (
            [*IN_MAKE, "--port", "8790", "--database", "/tmp/a map.db"],
            MADE,
            "make run ARGS=\"--port 8790 --database '/tmp/a map.db' --host 0.0.0.0\"",
        ),
        (
            [*IN_MAKE, "--host", "127.0.0.1", "--port", "8790"],
            {},
            ".venv/bin/python -m journeymap run --port 8790 --host 0.0.0.0",
        ),
        (
            ["/x/.venv/bin/python", "/x/.venv/bin/journeymap", "run", "--host=localhost"],
            {},
            "/x/.venv/bin/journeymap run --host 0.0.0.0",
        ),
        (
            [*IN_MAKE, "--database", "/tmp/$a.db"],
            MADE,
            ".venv/bin/python -m journeymap run --database '/tmp/$a.db' --host 0.0.0.0",
        ),
        (["streamlit", "run", "streamlit_app.py"], {}, "journeymap run --host 0.0.0.0"),
    ],
)
def test_it_is_the_command_that_was_used_listening_to_everybody(
    words: list[str], variables: dict[str, str], shown: str
) -> None:
    assert reachable(words, variables) == shown
