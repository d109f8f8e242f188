"""A live beacon for pages that show a map but are no board: it reruns them, at most once a second, when it moved."""

from collections.abc import Mapping

from journeymap.ui.components.component import component

_draw = component("beacon")


def draw_beacon(revisions: Mapping[str, int], *, key: str) -> None:
    """Rerun this page when one of these maps is no longer at the revision shown; nothing is drawn."""
    maps = ",".join(sorted(revisions))
    _draw({"revisions": dict(revisions)}, key=key, identity=maps, on_moved_change=lambda: None)
