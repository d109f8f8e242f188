"""The app that the tests of screens visit."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from tests.support.app import App, app_in


@pytest.fixture(scope="session", autouse=True)
def installed() -> Iterator[None]:
    """What is installed is looked through for components once, and not anew for every page that is opened."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """An empty house, without samples.

    A test presses the next button as fast as the second half of a double click, but means it: what becomes of
    a real double click is told in tests/browser/test_workshop_page.py.
    """
    monkeypatch.setattr("journeymap.ui.screens.workshop.current_step.DOUBLE_CLICK", 0)
    with app_in(tmp_path) as it:
        yield it
