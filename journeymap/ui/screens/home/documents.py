"""Journey documents that are to come in: what each would become, what is here already, and whose pair it is."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from journeymap.domain.model.rows import MapKind
from journeymap.service.arrivals import Arrival, ArrivalMatch
from journeymap.ui import state
from journeymap.ui.actions import submit
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.home.preview import draw_journey_preview
from journeymap.ui.shared import me, service, t
from journeymap.ui.unique_labels import distinct


def draw_documents(coming: Sequence[Arrival]) -> list[str] | None:
    """The previews and the last click; the ids of the maps that were made by it."""
    chosen = [one for one in (_draw_one(one, coming) for one in coming) if one is not None]
    if not chosen:
        return None
    if not st.button(
        t("import-write-all", n=len(chosen)),
        type="primary",
        icon=":material/check:",
        key=state.key("import", "write"),
    ):
        return None
    return submit(lambda: service().exchange.bring(me(), chosen))


def _draw_one(one: Arrival, together: Sequence[Arrival]) -> Arrival | None:
    """One of them as it would come in; None where it is left out, for it is here already."""
    known = service().exchange.known(me(), one.identity)
    with st.container(border=len(together) > 1, key=state.key("import", "document", one.identity.identity)):
        draw_journey_preview(one.journey)
        if one.unproven:
            st.caption(f":material/help: {t('import-unproven', n=one.unproven)}")
        if one.unsigned:
            st.caption(f":material/help: {t('import-unsigned', n=one.unsigned)}")
        as_is_id = _draw_pair(one, known, together)
        again = known.itself is not None and draw_known(known, one.identity.identity)
    if known.itself is not None and not again:
        return None
    return replace(one, again=again, as_is_id=as_is_id)


def draw_known(known: ArrivalMatch, identity: str) -> bool:
    """It is here already: the way there, and whether a copy is wanted all the same."""
    if known.itself is None:
        return False
    with st.container(border=True, gap="xsmall", key=state.key("import", "known", identity)):
        archived = known.itself.archived_at is not None
        sentence = t("import-known-archived" if archived else "import-known", title=known.itself.title)
        st.markdown(f":material/info: {plain(sentence)}")
        link("map", t("import-known-open"), icon=":material/map:", map=known.itself.id)
        return st.checkbox(t("import-again"), help=t("import-again-help"), key=state.key("import", "again", identity))


def _draw_pair(one: Arrival, known: ArrivalMatch, together: Sequence[Arrival]) -> str | None:
    """The as-is of a to-be: it comes along, it is here, or one is chosen; the id of a chosen one."""
    named = one.identity.designed_from
    if one.journey.kind is not MapKind.TO_BE:
        return None
    along = [other.journey for other in together if named and other.identity.identity == named.identity]
    if along:
        st.markdown(f":material/link: {plain(t('import-pair-along', title=along[0].title))}")
        return None
    if known.as_is is not None:
        st.markdown(f":material/link: {plain(t('import-pair-here', title=known.as_is.title))}")
        return None
    if named is not None:
        key = "import-pair-gone" if named.title else "import-pair-gone-unnamed"
        st.markdown(f":material/link_off: {plain(t(key, title=named.title))}")
    return _choose_as_is(one.identity.identity, waits=named is not None)


def _choose_as_is(identity: str, *, waits: bool) -> str | None:
    heads = [head for head in service().maps.heads(me()) if head.kind is MapKind.AS_IS]
    if not heads:
        return None
    none = t("import-pair-later" if waits else "pair-none")
    names = distinct({"": none} | {head.id: head.title for head in heads})
    chosen = st.selectbox(
        t("import-pair-choose"),
        list(names),
        format_func=names.__getitem__,
        help=t("pair-help"),
        key=state.key("import", "as-is", identity),
        width=480,
    )
    return chosen or None
