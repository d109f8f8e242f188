"""What every test can ask for: a running server, and strictness in CI."""

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.support.server_process import Server
from tests.support.warm_server import warm

settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The same histories every time, and fewer of them: who works here draws new ones all day.
settings.register_profile("ci", parent=settings.get_profile("dev"), derandomize=True, print_blob=True, max_examples=60)
# A few of them, for whoever waits for the answer: `make test-fast` and `make test-newest` ask for it by its name.
QUICK = 10
settings.register_profile("quick", parent=settings.get_profile("ci"), max_examples=QUICK)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks for a server is slow, in whichever folder; who is in a hurry draws few examples everywhere."""
    for item in items:
        if settings.get_current_profile_name() == "quick":
            _hurry(item)
        if {"server", "start_server"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("slow")


def _hurry(item: pytest.Item) -> None:
    """As few examples as the profile says, also where a test asks for more of its own."""
    test: Any = getattr(item, "obj", None)
    test = getattr(test, "__func__", test)
    own = getattr(test, "_hypothesis_internal_use_settings", None)
    if isinstance(own, settings) and own.max_examples > QUICK:
        test._hypothesis_internal_use_settings = settings(own, max_examples=QUICK)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI nothing may be skipped: what a test needs is installed there."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, which CI does not allow: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server with the samples, shared by the tests that only need one to be there."""
    with warm(tmp_path_factory.mktemp("server") / "journeymap.db") as it:
        yield it


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Start a server of one's own: `start_server(samples=False)`; all are stopped after the test."""
    with ExitStack() as stack:

        def start(database: Path | None = None, **wishes: object) -> Server:
            return stack.enter_context(warm(database or tmp_path / "journeymap.db", **wishes))

        yield start
