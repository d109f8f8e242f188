"""The app that the tests of screens visit."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.app import App, app_in


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """An empty house, without samples."""
    with app_in(tmp_path) as it:
        yield it
