"""The app that the tests of screens visit."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.app import App, app_in


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """An empty house, without samples.

    A test presses the next button as fast as the second half of a double click, but means it: what becomes of
    a real double click is told in tests/browser/test_workshop_page.py.
    """
    monkeypatch.setattr("journeymap.ui.room.now.DOUBLE_CLICK", 0)
    with app_in(tmp_path) as it:
        yield it
