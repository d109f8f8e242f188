"""What of a comparison one wants to see, asked in one place: it stays through every change of the maps."""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from journeymap.domain.analysis.comparison.match_filter import PAINS, MatchFilter, episodes_of, teams_of
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.ui import state
from journeymap.ui.plain_text import shortened
from journeymap.ui.screens.compare.moment_changes import fate_word
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.shared import language, t
from journeymap.ui.unique_labels import distinct

_LOOKED_FOR = state.key("compare", "looked-for")
ONLY = state.key("compare", "only-changed")
_LISTS = ("episodes", "dispositions", "teams")
_LONGEST = 60


def draw_filter(pair: Pair, bar: DeltaGenerator) -> MatchFilter:
    """The button with everything one may ask for, and beside it what changes only."""
    found = looked_for().known(pair.comparison)
    with bar.popover(
        t("compare-filter-do", n=found.count - found.changed),
        icon=":material/filter_list:",
        key=state.key("compare", "filter"),
    ):
        _draw_lists(pair, found)
        _draw_choices(found)
        if found:
            _draw_clear("inside")
    state.put(ONLY, found.changed)
    bar.toggle(t("compare-overlay-only-changed"), key=ONLY, on_change=_keep, args=("changed", ONLY))
    return found


def draw_nothing_found() -> None:
    """That nothing is what was asked for, and the one press that shows everything again."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(t("compare-filter-nothing"), icon=":material/filter_list_off:", width="stretch")
        _draw_clear("nothing")


def draw_found(picture: Mapping[str, Any]) -> None:
    """How much of both maps is shown."""
    shown = picture["columns"]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(t("compare-filter-found", n=shown, all=shown + picture["left_out"]), width="content")
        _draw_clear("found")


def looked_for() -> MatchFilter:
    """What somebody asked for last; a widget forgets it whenever it is out of sight, this does not."""
    return state.get(_LOOKED_FOR, MatchFilter())


def _draw_lists(pair: Pair, found: MatchFilter) -> None:
    """Episodes, dispositions and teams: any number of each."""
    teams = teams_of(pair.comparison)
    named: dict[str, dict[str, str]] = {
        "episodes": distinct({i: shortened(title, _LONGEST) for i, title in episodes_of(pair.comparison).items()}),
        "dispositions": {str(one): fate_word(one, language()) for one in Disposition},
        # A team that is gone stays, so that it can be let go of.
        "teams": distinct({one: one for one in sorted(found.teams - teams.keys())} | teams),
    }
    for name, titles in named.items():
        if not titles:
            continue
        key = state.key("compare", "filter", name)
        chosen = getattr(found, name)
        state.put(key, [one for one in titles if one in chosen])
        st.multiselect(
            t(f"compare-filter-{name}"),
            list(titles),
            format_func=titles.__getitem__,
            placeholder=t("compare-filter-all"),
            key=key,
            on_change=_keep,
            args=(name, key),
        )


def _draw_choices(found: MatchFilter) -> None:
    """Pain and moment of truth."""
    key = state.key("compare", "filter", "pain")
    state.put(key, found.pain)
    pains = {one: t(f"compare-filter-pain-{one or 'all'}") for one in ("", *map(str, PAINS))}
    st.selectbox(
        t("compare-filter-pain"),
        list(pains),
        format_func=pains.__getitem__,
        key=key,
        on_change=_keep,
        args=("pain", key),
    )
    key = state.key("compare", "filter", "truth")
    state.put(key, found.truth)
    st.toggle(t("compare-filter-truth"), key=key, on_change=_keep, args=("truth", key))


def _draw_clear(where: str) -> None:
    st.button(
        t("compare-filter-clear"),
        icon=":material/filter_list_off:",
        type="tertiary",
        key=state.key("compare", "filter", "clear", where),
        on_click=state.forget,
        args=(_LOOKED_FOR,),
    )


def _keep(name: str, key: str) -> None:
    """Remember what was chosen just now."""
    chosen: Any = state.get(key, None)
    if name == "dispositions":
        chosen = frozenset(Disposition(one) for one in chosen)
    elif name in _LISTS:
        chosen = frozenset(chosen)
    now = looked_for()
    values = {one: getattr(now, one) for one in now.__slots__}
    state.put(_LOOKED_FOR, MatchFilter(**{**values, name: chosen}))
