"""The language that was chosen on a screen, kept in the browser: for its next visit, and for our light pages."""

from journeymap.service.cookies import LANGUAGE_COOKIE, LANGUAGE_SECONDS, cookie_path
from journeymap.ui import state
from journeymap.ui.components.component import component
from journeymap.ui.shared import service

# It runs when the choice changes, not with every rerun: meanwhile another tab may have chosen another language.
_draw = component("language")


def keep_language() -> None:
    """Have the browser keep the language that was chosen in this session, if one was; nothing is drawn."""
    chosen = state.chosen_here()
    if chosen:
        given = {"name": LANGUAGE_COOKIE, "language": chosen, "seconds": LANGUAGE_SECONDS}
        given["path"] = cookie_path(service().house.public_url, state.headers())
        _draw(given, key=state.key("shell", "tongue"))
