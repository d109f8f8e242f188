"""Three ways to look at an as-is and its to-be: one over the other, side by side, and as a table."""

from collections.abc import Callable, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from journeymap.domain.analysis.comparison.matches import Disposition, Fate
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Episode, Moment
from journeymap.ui import state
from journeymap.ui.components.overlay import draw_overlay
from journeymap.ui.faces import face
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.badges import badge
from journeymap.ui.screens.compare.customer_words import draw_customers_of
from journeymap.ui.screens.compare.disposition_list import draw_list
from journeymap.ui.screens.compare.match_table import draw_table
from journeymap.ui.screens.compare.moment_changes import changes_in_words
from journeymap.ui.screens.compare.overlay import overlay
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.screens.compare.table_rows import feels
from journeymap.ui.screens.compare.versions import draw_versions
from journeymap.ui.screens.face_style import with_faces
from journeymap.ui.shared import language, t

_OVERLAY = state.key("compare", "overlay")
_PICKED = state.key("compare", "picked")
_ONLY = state.key("compare", "only-changed")


def _draw_overlay(pair: Pair, bar: DeltaGenerator) -> None:
    only_changed = bar.toggle(t("compare-overlay-only-changed"), key=_ONLY)
    picture = overlay(pair, language(), only_changed=only_changed)
    if not picture["columns"]:
        st.info(t("compare-overlay-nothing"), icon=":material/content_copy:")
        return
    names = ("emotion", "felt", "targeted", "truth")
    words = {name: t(f"compare-{name}") for name in names} | {"language": language()}
    as_is, to_be = pair.names or (t("shell-kind-as-is"), t("shell-kind-to-be"))
    words |= {"as_is": as_is, "to_be": to_be} | ({"felt": as_is, "targeted": to_be} if pair.names else {})
    picked = _picked(pair)
    draw_overlay({**picture, "selected": picked or ""}, words=words, key=_OVERLAY, on_pick=_pick)
    if picked:
        _draw_picked(pair, *picked.split(":", 1))
        return
    left_out = t("compare-overlay-left-out", n=picture["left_out"]) if picture["left_out"] else ""
    st.caption(" ".join(filter(None, (t("compare-overlay-hint"), left_out))))


def _pick() -> None:
    found = state.get(_OVERLAY, None)
    state.put(_PICKED, getattr(found, "picked", None) or "")


def _picked(pair: Pair) -> str:
    """The moment that was clicked, while it is there: "as-is:<id>" or "to-be:<id>"."""
    picked = state.get(_PICKED, "")
    side, _, moment = picked.partition(":")
    known = pair.fate_of if side == "as-is" else pair.fates_of
    return picked if moment in known else ""


def _draw_picked(pair: Pair, side: str, moment_id: str) -> None:
    """What becomes of the chosen moment, field by field."""
    fates = (pair.fate_of[moment_id],) if side == "as-is" else pair.fates_of[moment_id]
    journey = pair.as_is if side == "as-is" else pair.to_be
    moment = journey.get(Moment, moment_id)
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{plain(moment.text)}**", width="content")
            signs = _signs(pair, side, fates)
            st.markdown(" ".join(badge(sign) for sign in signs), width="content")
            st.space("stretch")
            link("map", t("compare-to-map"), icon=":material/map:", map=journey.map_id)
            st.button(
                t("compare-close"),
                icon=":material/close:",
                type="tertiary",
                key=state.key("compare", "close"),
                on_click=state.put,
                args=(_PICKED, ""),
            )
        for fate_here in fates:
            _draw_fate(pair, fate_here, moment if side == "to-be" else None)
        draw_customers_of(pair, fates)


def _signs(pair: Pair, side: str, fates: Sequence[Fate]) -> tuple[Disposition, ...]:
    """All that is true of the chosen moment: that it changed, and that it moved as well."""
    first = fates[0]
    fate = first.disposition if side == "as-is" else pair.disposition(first.to_be[0].id)
    also = (d for d in (Disposition.MOVED, Disposition.MOVED_CHANNEL) if any(one.has(d) for one in fates))
    return tuple(dict.fromkeys((fate, *also)))


def _draw_fate(pair: Pair, fate: Fate, heir: Moment | None) -> None:
    """One fate, of an as-is moment with all its heirs, or of one heir."""
    if fate.as_is is None:
        st.markdown(t("compare-picked-new"))
    elif heir:
        st.markdown(f"{t('compare-picked-from')} **{plain(fate.as_is.text)}**")
    elif fate.to_be and fate.disposition is not Disposition.KEPT:
        names = " · ".join(f"**{plain(moment.text)}**" for moment in fate.to_be)
        st.markdown(f"{t('compare-picked-becomes')} {names}")
    changes = changes_in_words(pair, fate, language(), heir)
    if changes:
        st.markdown("\n".join(f"- {plain(change)}" for change in changes))
    elif fate.disposition is Disposition.KEPT:
        st.markdown(t("compare-picked-kept"))
    st.caption(t("compare-picked-feels", emotion=plain(feels(pair, fate, language()))))


def _draw_side(pair: Pair, _bar: DeltaGenerator) -> None:
    """Episode by episode: the as-is on the left, the to-be on the right."""
    with st.container(key=with_faces("compare")):
        for before, after in _episodes(pair):
            left, right = st.columns(2)
            with left.container(border=before is not None, height="stretch"):
                _draw_episode(pair, pair.as_is, before, "compare-side-new")
            with right.container(border=after is not None, height="stretch"):
                _draw_episode(pair, pair.to_be, after, "compare-side-gone")


def _episodes(pair: Pair) -> Sequence[tuple[Episode | None, Episode | None]]:
    """Each as-is episode with what became of it, and new ones where they stand."""
    heirs = {(e.origin or e.id): e for e in reversed(pair.to_be.episodes)}
    rows: list[tuple[Episode | None, Episode | None]] = [(e, heirs.get(e.id)) for e in pair.as_is.episodes]
    shown = {after.id for _, after in rows if after}
    for n, episode in enumerate(pair.to_be.episodes):
        if episode.id not in shown:
            before = {e.id for e in pair.to_be.episodes[:n]}
            at = max((k for k, (_, after) in enumerate(rows, 1) if after and after.id in before), default=0)
            rows.insert(at, (None, episode))
    return rows


def _draw_episode(pair: Pair, journey: Journey, episode: Episode | None, absent: str) -> None:
    if episode is None:
        st.caption(t(absent))
        return
    valence, label = episode.targeted_valence, episode.targeted_label
    aim = t("compare-side-aim", aim=plain(label)) if label else "" if valence is not None else t("compare-side-no-aim")
    drawn = "" if valence is None else face(valence, language())
    kind = f":{'gray' if journey is pair.as_is else 'green'}-badge[{t(f'shell-kind-{journey.kind}')}]"
    st.markdown(f"{kind} **{plain(episode.title)}**  \n:small[{' '.join(filter(None, (drawn, aim)))}]")
    moments = journey.moments_of(episode.id)
    lines = [_line(pair, journey, moment) for moment in moments]
    st.markdown("\n".join(lines) if lines else t("compare-side-none"))


def _line(pair: Pair, journey: Journey, moment: Moment) -> str:
    """One moment: how it feels, what it is, through which channels, and its fate."""
    is_to_be = journey is pair.to_be
    fate = pair.disposition(moment.id) if is_to_be else pair.fate_of[moment.id].disposition
    valence = pair.targeted(moment) if is_to_be else moment.felt_valence
    text = f"~~{plain(moment.text)}~~" if fate is Disposition.REMOVED else plain(moment.text)
    word = "" if fate is Disposition.KEPT else badge(fate)
    channels = ", ".join(channel.name for channel in journey.channels_of(moment.id))
    about = f":gray[:small[{plain(channels)}]]" if channels else ""
    drawn = face(valence, language()) if valence is not None else ""
    return "- " + " ".join(filter(None, (drawn, text, word, about)))


VIEWS: dict[str, Callable[[Pair, DeltaGenerator], None]] = {
    "overlay": _draw_overlay,
    "side": _draw_side,
    "table": draw_table,
    "decide": draw_list,
    "versions": draw_versions,
}
"""By name; each gets the bar above it for a control of its own."""

OF_ANY_PAIR = ("overlay", "side", "table")
"""The views that show any two maps; the others need an as-is and its to-be."""
