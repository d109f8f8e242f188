"""Real servers of others."""

from collections.abc import Iterator

import pytest

from tests.support.trackers.redmine_server import RedmineServer, is_installed, redmine


@pytest.fixture(scope="session")
def redmine_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedmineServer]:
    """A real Redmine for all tests of this process."""
    if not is_installed():
        pytest.skip("Redmine is not installed: apt-get install redmine redmine-sqlite puma")
    with redmine(tmp_path_factory.mktemp("redmine")) as it:
        yield it
