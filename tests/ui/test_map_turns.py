"""What is worked out of a large map for a page takes its reader's turn, and a small one waits for nobody."""

import threading
from collections.abc import Callable

import pytest

from journeymap.domain.analysis import coach
from journeymap.domain.analysis.comparison import compare
from journeymap.domain.model.operations import Add
from journeymap.service.turns import AT_ONCE, OF_A_PERSON, WAITING
from journeymap.ui.screens.graph import picture
from tests.service.test_turns import crowd
from tests.support.app import App

PAGES = ("compare", "graph", "stories", "summary")
WORK = {
    "compare": "journeymap.service.comparisons.compare",
    "graph": "journeymap.ui.screens.graph.screen.picture",
    "stories": "journeymap.exchange.stories.compare",
    "summary": "journeymap.ui.screens.summary.screen.coach",
}
"""What is heavy on each page."""

DONE: dict[str, Callable[..., object]] = {
    "compare": compare.compare,
    "graph": picture.picture,
    "stories": compare.compare,
    "summary": coach.coach,
}


@pytest.fixture
def where(app: App) -> dict[str, str]:
    """A workshop with a small to-be of its as-is."""
    rows = [Add(table="moments", id=f"m{n}", parent="e", values={"text": f"I walk {n}"}) for n in range(3)]
    as_is = app.new_map("A visit", Add(table="episodes", id="e", values={"title": "Before"}), *rows)
    to_be = app.service.maps.design_to_be(app.owner, as_is)
    workshop, _ = app.workshop(as_is, to_be)
    return {"map": to_be, "workshop": workshop.id}


def opened(app: App, page: str, where: dict[str, str]) -> str:
    if page == "summary":
        return app.open(page, workshop=where["workshop"]).said
    return app.open(page, map=where["map"]).said


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch, app: App) -> dict[str, list[bool]]:
    """Whether whoever worked something out for a page had a turn."""
    found: dict[str, list[bool]] = {page: [] for page in PAGES}
    for page, place in WORK.items():

        def watched(*given: object, page: str = page, **how: object) -> object:
            found[page].append(threading.get_ident() in app.service.house.turns._working)
            return DONE[page](*given, **how)

        monkeypatch.setattr(place, watched)
    return found


@pytest.mark.parametrize("page", PAGES)
def test_a_large_map_is_worked_out_in_its_readers_turn_alone(
    app: App, where: dict[str, str], worked: dict[str, list[bool]], monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    for limit in ("turns.LARGE_ROWS", "posters.LARGE_MOMENTS"):
        monkeypatch.setattr(f"journeymap.service.{limit}", 3)
    with crowd(app.service.house.turns, 0) as it:
        for n in range(OF_A_PERSON):
            it.ask(app.owner.id)
            assert it.here(n + 1)
        assert "You have several large maps" in opened(app, page, where)
        assert not worked[page]
    assert "You have several large maps" not in opened(app, page, where)
    assert worked[page]
    assert all(worked[page])
    assert app.service.house.turns._here.total() == 0


@pytest.mark.parametrize("page", PAGES)
def test_a_small_map_waits_for_nobody(
    app: App, where: dict[str, str], worked: dict[str, list[bool]], page: str
) -> None:
    with crowd(app.service.house.turns, AT_ONCE + WAITING):
        assert "large maps" not in opened(app, page, where)
    assert worked[page]
    assert not any(worked[page])
