"""A map of the pair that is in the archive: said in a sentence, with the way back for whoever may."""

from collections.abc import Sequence

import streamlit as st

from journeymap.domain.model.roles import Right, may
from journeymap.domain.model.rows import MapKind
from journeymap.storage.store import MapHead
from journeymap.ui import state
from journeymap.ui.map_header import MapContext, restore
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.shared import me, service, t

MOST = 5
"""So many archived to-be versions are offered."""


def draw_archived(context: MapContext, pair: Pair) -> None:
    """Say which map of the pair is in the archive; of the one that the page is about its own header says so."""
    for map_id in (pair.as_is.map_id, pair.to_be.map_id):
        if map_id == context.map_id:
            continue
        head = service().maps.head(me(), map_id)
        if head.archived_at is not None:
            _draw_notice(head, f"compare-archived-{head.kind}")


def draw_archived_to_be(context: MapContext) -> bool:
    """Say that the only to-be there is lies in the archive; whether that is so."""
    found = _archived_to_be(context)
    for head in found[:MOST]:
        _draw_notice(head, "compare-archived-only")
        link("compare", t("compare-archived-look"), icon=":material/compare_arrows:", map=head.id)
    return bool(found)


def _archived_to_be(context: MapContext) -> Sequence[MapHead]:
    heads = service().maps.heads(me(), archived=True)
    return [head for head in heads if head.kind is MapKind.TO_BE and head.as_is_id == context.map_id]


def _draw_notice(head: MapHead, key: str) -> None:
    may_restore = may(me(), Right.MANAGE, head.workshop_id)
    said = t(key, title=head.title)
    if not may_restore:
        said = f"{said} {t('compare-archived-ask')}"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(plain(said), icon=":material/inventory_2:", width="stretch")
        if may_restore:
            st.button(
                t("shell-restore"),
                icon=":material/unarchive:",
                key=state.key("compare", "restore", head.id),
                on_click=restore,
                args=(head.id,),
            )
