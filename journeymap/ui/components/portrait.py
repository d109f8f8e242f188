"""The persona's picture in its panel: the browser sends it to the API, by which it is checked and made small."""

from collections.abc import Callable

from journeymap.domain.model.rows import Persona
from journeymap.ui.components.component import component
from journeymap.ui.shared import language, t

_draw = component("portrait", styles=("portrait/portrait.css",))


def portrait_address(map_id: str, persona: Persona | None) -> str:
    """Where the persona's picture is, from a page of ours; "" where there is none."""
    return f"api/maps/{map_id}/pictures/{persona.picture}" if persona is not None and persona.picture else ""


def draw_portrait(
    map_id: str, persona: Persona, *, key: str, may: bool, on_sent: Callable[[], None], on_removed: Callable[[], None]
) -> None:
    """Draw it; whoever `may` can choose another or have none."""
    names = ("choose", "change", "remove", "help", "sending", "failed")
    words = {name: t(f"portrait-{name}") for name in names}
    words |= {"of": t("portrait-of", name=persona.name), "language": language()}
    given = {
        "address": portrait_address(map_id, persona),
        "put": f"api/maps/{map_id}/picture",
        "name": persona.name,
        "may": may,
        "words": words,
    }
    _draw(given, key=key, on_sent_change=on_sent, on_removed_change=on_removed)
