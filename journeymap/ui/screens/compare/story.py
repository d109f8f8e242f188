"""First of all the story: peak, low, end and the deepest fall, and what becomes of the moments of truth."""

import streamlit as st

from journeymap.domain.analysis.comparison.journey_routes import Along, Route
from journeymap.exchange.figure_words import percent, signed
from journeymap.ui import state
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.compare.badges import badge, cell
from journeymap.ui.screens.compare.card_grid import draw_cards
from journeymap.ui.screens.compare.chosen_path import path_key
from journeymap.ui.screens.compare.figure_cards import story_cards
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.shared import language, t


def choose_along(pair: Pair) -> str:
    """What figures run along: one path, or all of them by their shares; what is chosen by itself is ""."""
    routes = pair.comparison.routes
    if len(routes) < 2:
        st.caption(_explained(routes[0], chosen=False))
        return ""
    key = path_key(pair)
    names = {"": t("compare-along-default", path=shortened(_name(routes[0]), 60))}
    names |= {route.id: plain(shortened(_name(route), 80)) for route in routes}
    chosen = st.selectbox(t("compare-along"), list(names), format_func=lambda i: names.get(i, i), key=key, width=520)
    st.caption(_explained(pair.comparison.route(chosen), chosen=bool(chosen)))
    return str(chosen)


def _name(route: Route) -> str:
    if route.along is Along.SHARES:
        return t("compare-along-shares")
    names = [name for name in dict.fromkeys((route.legs[0].name, route.name)) if name]
    return " → ".join(names)


def _explained(route: Route, *, chosen: bool) -> str:
    """What the figures are of."""
    if route.along is Along.CARDS:
        return t("compare-along-cards")
    if route.along is Along.SHARES:
        shares = [percent(share / 100, language()) for share in route.shares]
        key = "compare-along-shares-said" if all(route.shares) else "compare-along-shares-one"
        return plain(t(key, before=shares[0], after=shares[1]))
    leg = route.legs[0]
    if leg.before is None or leg.after is None:
        return plain(t("compare-along-alone", path=leg.name))
    return plain(t("compare-along-path" if chosen else "compare-along-path-first", path=_name(route)))


def draw_story(pair: Pair, along: str) -> None:
    """Peak, low, end, fall; and every moment of truth."""
    st.subheader(t("compare-story"), anchor=False)
    draw_cards(pair, story_cards(pair, language(), along), "story")
    truths = pair.comparison.emotion.truths()
    if not truths:
        return
    names = [t(f"compare-truth-{name}") for name in ("moment", "became", "before", "after", "worst")]
    table = []
    for truth in truths:
        before = " + ".join(cell(moment.text) for moment in truth.match.as_is)
        after = " + ".join(cell(moment.text) for moment in truth.match.to_be)
        became = f"{badge(truth.match.disposition)} {after}"
        numbers = ("–" if n is None else signed(n, language()) for n in (truth.before, truth.after, truth.worst))
        table.append(dict(zip(names, (before or "–", became, *numbers), strict=True)))
    with st.expander(t("compare-truths", n=len(truths)), icon=":material/star:", key=state.key("compare", "truths")):
        st.table(table, border="horizontal", hide_index=True, alt=t("compare-truths-alt"))
