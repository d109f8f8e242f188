"""A live beacon for pages that show a map but are no board: it reruns them, at most once a second, when it moved."""

from collections.abc import Mapping

from journeymap.ui.components.component import component

_draw = component("beacon")


def draw_beacon(revisions: Mapping[str, int], *, key: str, least: int = 1_000) -> None:
    """Rerun this page when one of these maps is no longer at the revision shown; nothing is drawn.

    `least`: so many milliseconds at least lie between two reruns.
    """
    maps = ",".join(sorted(revisions))
    _draw({"revisions": dict(revisions), "least": least}, key=key, identity=maps, on_moved_change=lambda: None)
