"""A live beacon for pages that show a map but are no board: it reruns them, at most once a second, when it moved."""

from collections.abc import Callable, Mapping

from journeymap.ui.components.component import component

_draw = component("beacon")


def draw_beacon(revisions: Mapping[str, int], *, key: str, on_moved: Callable[[], None], least: int = 1_000) -> None:
    """Rerun this page when one of these maps is no longer at the revision shown; nothing is drawn.

    `on_moved` is called before that. `least`: so many milliseconds at least lie between two reruns.
    """
    maps = ",".join(sorted(revisions))
    _draw({"revisions": dict(revisions), "least": least}, key=key, identity=maps, on_moved_change=on_moved)
