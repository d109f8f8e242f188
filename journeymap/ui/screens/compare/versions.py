"""Several to-be versions against one as-is: a row for each moment of today, a column for each version."""

from collections.abc import Iterator, Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.dispositions import Ruling
from journeymap.domain.model.rows import MapKind
from journeymap.domain.text.catalogue import say
from journeymap.storage.store import MapHead
from journeymap.ui import state
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.badges import badge, cell
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.unique_labels import distinct

PAGE = 100
"""So many moments at a time."""

MOST = 5
"""So many versions stand beside one another."""


def draw_versions(pair: Pair, bar: DeltaGenerator) -> None:
    """What each version makes of every moment of today."""
    heads = [h for h in service().maps.heads(me()) if h.kind is MapKind.TO_BE and h.as_is_id == pair.as_is.map_id]
    heads.sort(key=lambda head: (head.created_at, head.id))
    if len(heads) < 2:
        st.info(t("versions-one"), icon=":material/content_copy:")
        return
    if len(heads) > MOST:
        st.caption(t("versions-most", n=MOST, all=len(heads)))
        heads = heads[-MOST:]
    only = bar.toggle(t("versions-only"), key=state.key("compare", "versions-only"))
    versions = _versions(heads)
    rows = version_rows(versions, language(), only_differing=only)
    st.caption(" · ".join(_left(name, found) for name, found in versions.items()))
    if not rows:
        st.markdown(t("versions-same"))
        return
    page = 1
    place = st.container()
    if len(rows) > PAGE:
        with st.container(horizontal_alignment="center"):
            page = st.pagination(-(-len(rows) // PAGE), key=state.key("compare", "versions-page", only))
    shown = rows[(page - 1) * PAGE : page * PAGE]
    place.table(shown, border="horizontal", hide_index=True, alt=t("versions-alt"))


def _versions(heads: Sequence[MapHead]) -> dict[str, tuple[Ruling, ...]]:
    """What each of them makes of every moment of today, by its name: the same as in its own list of decisions."""
    names = distinct({"": t("compare-column-as-is")} | {head.id: head.title for head in heads})
    return {names[head.id]: service().dispositions.of(me(), head.id) for head in heads}


def _left(name: str, found: Sequence[Ruling]) -> str:
    return plain(t("versions-left", name=name, n=sum(one.open for one in found), all=len(found)))


def version_rows(
    versions: Mapping[str, Sequence[Ruling]], tongue: str, *, only_differing: bool = False
) -> list[dict[str, str]]:
    """A row for each as-is moment: what it says, and what each version makes of it, as Markdown."""
    today = say("compare-column-as-is", tongue)
    return [
        {today: cell(made[0].moment.text)}
        | {plain(name): _told(one, tongue) for name, one in zip(versions, made, strict=True)}
        for made in _side_by_side(list(versions.values()))
        if not only_differing or len({_same(one) for one in made}) > 1
    ]


def _side_by_side(versions: Sequence[Sequence[Ruling]]) -> Iterator[list[Ruling]]:
    """What all versions make of a moment; one that came or went while they were read is left out."""
    by_moment = [{one.moment.id: one for one in found} for found in versions]
    for moment in by_moment[0]:
        if all(moment in found for found in by_moment):
            yield [found[moment] for found in by_moment]


def _same(ruling: Ruling) -> tuple[object, ...]:
    """What two versions have to agree in to be said to make the same of a moment."""
    return (_fate(ruling), *sorted(heir.text for heir in ruling.proposed.heirs))


def _fate(ruling: Ruling) -> Disposition:
    return ruling.proposed.disposition if ruling.decision is None else ruling.disposition


def _told(ruling: Ruling, tongue: str) -> str:
    """What is proposed or, where somebody decided, what was decided; and the cards."""
    said = "" if ruling.decision is None else say(f"versions-{'overtaken' if ruling.open else 'decided'}", tongue)
    names = cell(" · ".join(heir.text for heir in ruling.proposed.heirs))
    cards = f":small[{names}]" if names else ""
    return "  \n".join(filter(None, (f"{badge(_fate(ruling))} {said}".strip(), cards)))
