"""What of the map the graph shows: by episode, channel, path, team and feeling, behind one button with a count."""

import json

import streamlit as st

from journeymap.domain.model.journey import Journey
from journeymap.ui import state
from journeymap.ui.panels.widgets import labels, unlike
from journeymap.ui.screens.graph.picture import ShownParts
from journeymap.ui.shared import t

WIDE = 340
LISTS = ("episodes", "channels", "paths", "teams")
_STEPS = (-2, -1, 0, 1, 2)
EVERYTHING = (-2, 2)


def draw_filter(journey: Journey) -> ShownParts:
    """The button with its lists; what is to be shown."""
    on = _count(journey.map_id)
    label = t("graph-screen-filter-on", n=on) if on else t("graph-screen-filter")
    with (
        st.popover(label, icon=":material/filter_alt:", key=state.key("graph", "filter"), type="secondary"),
        st.container(width=WIDE, gap="small"),
    ):
        for name, names in _names(journey).items():
            if names:
                _draw_list(journey.map_id, name, names)
        st.select_slider(
            t("graph-screen-filter-feeling"),
            _STEPS,
            value=EVERYTHING,
            format_func=lambda step: f"{step:+d}".replace("-", "−").replace("+0", "0"),
            key=_key(journey.map_id, "feeling"),
        )
        st.button(
            t("graph-screen-filter-clear"),
            icon=":material/filter_alt_off:",
            disabled=not on,
            key=state.key("graph", "filter", "clear"),
            on_click=clear,
            args=(journey.map_id,),
            width="stretch",
        )
    return shown(journey)


def shown(journey: Journey) -> ShownParts:
    """What the lists select, without anything that is no longer on the map."""
    names = _names(journey)
    asked = {name: frozenset(i for i in _chosen(journey.map_id, name) if i in names[name]) for name in LISTS}
    low, high = state.get(_key(journey.map_id, "feeling"), EVERYTHING)
    feeling = None if (low, high) == EVERYTHING else (float(low), float(high))
    return ShownParts(**{name: ids or None for name, ids in asked.items()}, feeling=feeling)


def asked(shown: ShownParts) -> str:
    """The filter as one word to compare; empty where all is shown."""
    lists = {name: sorted(ids) for name in LISTS if (ids := getattr(shown, name))}
    return json.dumps([lists, shown.feeling]) if lists or shown.feeling else ""


def clear(map_id: str) -> None:
    """Show everything again; for a button's on_click.

    By lists that are new: those in a folded menu would not hear of it, and say again what they said before.
    """
    state.put(_times(map_id), state.get(_times(map_id), 0) + 1)


def _draw_list(map_id: str, name: str, names: dict[str, str]) -> None:
    st.multiselect(
        t(f"graph-screen-filter-{name}"),
        list(names),
        format_func=lambda i: names.get(i, i),
        placeholder=t("graph-screen-filter-all"),
        key=_key(map_id, name),
    )


def _names(journey: Journey) -> dict[str, dict[str, str]]:
    steps = journey.tables["backstage_steps"].values()
    teams = sorted({str(getattr(step, "team", "")) for step in steps} - {""}, key=str.casefold)
    return {
        "episodes": labels(journey, "episodes", [row.id for row in journey.episodes]),
        "channels": labels(journey, "channels", [row.id for row in journey.channels]),
        "paths": labels(journey, "paths", [row.id for row in journey.paths]),
        "teams": unlike({team: team for team in teams}),
    }


def _count(map_id: str) -> int:
    feeling = state.get(_key(map_id, "feeling"), EVERYTHING) != EVERYTHING
    return sum(bool(_chosen(map_id, name)) for name in LISTS) + feeling


def _chosen(map_id: str, name: str) -> list[str]:
    found: list[str] = state.get(_key(map_id, name), [])
    return found


def _key(map_id: str, name: str) -> str:
    return state.key("graph", map_id, "filter", name, *filter(None, [state.get(_times(map_id), 0)]))


def _times(map_id: str) -> str:
    """How often the filter was cleared."""
    return state.key("graph", map_id, "cleared")
