"""Home: the workshops, the journeys as cards, the archive, and where a new one starts."""

from typing import Literal, get_args

import streamlit as st

from journeymap.domain.model.roles import Right, Role, may
from journeymap.ui import state
from journeymap.ui.account import draw_account
from journeymap.ui.components.tour import rest_tour
from journeymap.ui.deletion_dialog import draw_deletion
from journeymap.ui.navigation import go
from journeymap.ui.screens.home.map_list import draw_archive, draw_maps
from journeymap.ui.screens.home.new_entry import forget_made, go_on
from journeymap.ui.screens.home.new_map import draw_new_map
from journeymap.ui.screens.home.style import draw_style
from journeymap.ui.screens.home.workshop_list import draw_workshops
from journeymap.ui.screens.workshop.new_workshop import draw_new_workshop
from journeymap.ui.share import draw_share
from journeymap.ui.shared import me, reads_only, service, t
from journeymap.ui.takeaway import draw_taking

View = Literal["maps", "new", "archive", "workshop"]
VIEWS: tuple[View, ...] = get_args(View)


def draw_home() -> None:
    """Draw the screen."""
    if reads_only():
        go("map", map=min(me().reads))
    go_on()
    forget_made()
    view = view_now()
    makes = may_make()
    if (view == "new" and not makes) or (view == "workshop" and me().role is not Role.OWNER):
        view = "maps"
    draw_style()
    _draw_header(view, makes=makes)
    if view in ("new", "workshop"):
        rest_tour()
    if view == "new":
        draw_new_map()
    elif view == "archive":
        draw_archive()
    elif view == "workshop":
        draw_new_workshop()
    else:
        workshops = service().workshops.all(me())
        draw_workshops(workshops)
        draw_maps({it.id: it for it in workshops}, makes=makes)
    draw_share()
    draw_taking()
    draw_deletion()


def view_now() -> View:
    """The view in the address, so that the browser's Back button works."""
    asked = state.in_address("view")
    return next((view for view in VIEWS if view == asked), "maps")


def may_make() -> bool:
    """Whether I may make maps: the owner anywhere, facilitators in their workshop."""
    person = me()
    return may(person, Right.MANAGE, None if person.role is Role.OWNER else person.workshop_id)


def _draw_header(view: View, *, makes: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=state.key("home", "head")):
        st.title(t(f"home-title-{view}"), anchor=False, width="content")
        st.space("stretch")
        if view != "maps":
            _view_button("maps", ":material/arrow_back:")
        else:
            _view_button("archive", ":material/inventory_2:", quiet=True)
            if me().role is Role.OWNER:
                _view_button("workshop", ":material/group_add:")
            if makes:
                _view_button("new", ":material/add:", main=True)
        draw_account()


def _view_button(view: View, icon: str, *, main: bool = False, quiet: bool = False) -> None:
    st.button(
        t(f"home-to-{view}"),
        icon=icon,
        type="primary" if main else "tertiary" if quiet else "secondary",
        key=state.key("home", "to", view),
        on_click=show,
        args=(view,),
    )


def show(view: View) -> None:
    """Go to the maps, the archive, a new map or a new workshop; for a button's on_click."""
    if view == "maps":
        state.drop_from_address("view")
    else:
        state.put_in_address("view", view)
