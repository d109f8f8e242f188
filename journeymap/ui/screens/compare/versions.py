"""Several to-be versions against one as-is: a row for each moment of today, a column for each version."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from journeymap.domain.analysis.dispositions import Ruling, rulings
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import MapKind
from journeymap.domain.text.catalogue import say
from journeymap.ui import state
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.unique_labels import distinct

PAGE = 100
"""So many moments at a time."""

MOST = 5
"""So many versions stand beside one another."""


def draw_versions(pair: Pair, _bar: DeltaGenerator) -> None:
    """What each version makes of every moment of today."""
    heads = [h for h in service().maps.heads(me()) if h.kind is MapKind.TO_BE and h.as_is_id == pair.as_is.map_id]
    heads.sort(key=lambda head: (head.created_at, head.id))
    if len(heads) < 2:
        st.info(t("versions-one"), icon=":material/content_copy:")
        return
    if len(heads) > MOST:
        st.caption(t("versions-most", n=MOST, all=len(heads)))
        heads = heads[-MOST:]
    names = distinct({head.id: head.title for head in heads})
    versions = {name: service().maps.journey(me(), head) for head, name in names.items()}
    rows = version_rows(pair.as_is, versions, language())
    page = 1
    place = st.container()
    if len(rows) > PAGE:
        with st.container(horizontal_alignment="center"):
            page = st.pagination(-(-len(rows) // PAGE), key=state.key("compare", "versions-page"))
    shown = rows[(page - 1) * PAGE : page * PAGE]
    place.table(shown, border="horizontal", hide_index=True, alt=t("versions-alt"))


def version_rows(as_is: Journey, versions: dict[str, Journey], tongue: str) -> list[dict[str, str]]:
    """A row for each as-is moment: what it says, and what each version makes of it, as Markdown."""
    found = [(plain(name), rulings(as_is, to_be)) for name, to_be in versions.items()]
    today = say("compare-column-as-is", tongue)
    return [
        {today: plain(moment.text), **{name: _told(made[n], tongue) for name, made in found}}
        for n, moment in enumerate(as_is.moments)
    ]


def _told(ruling: Ruling, tongue: str) -> str:
    """What is proposed or, where somebody decided, what was decided; and the cards."""
    decision = ruling.decision
    fate = str(ruling.proposed.disposition) if decision is None else decision.kind
    word = say(f"compare-fate-{fate}", tongue)
    state_ = say("versions-undecided", tongue) if ruling.open else ""
    return "  \n".join(filter(None, (f"**{word}** {state_}".strip(), _cards(ruling.proposed.heirs))))


def _cards(heirs: Sequence[object]) -> str:
    return f":small[{plain(' · '.join(str(getattr(heir, 'text', '')) for heir in heirs))}]" if heirs else ""
