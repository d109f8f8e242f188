"""After customers were asked “is this true?”: what they confirmed, what they contested, and the evidence of it."""

import streamlit as st

from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.workshop import Step
from journeymap.domain.workshop.customer_verdicts import Judged, Validation
from journeymap.ui.actions import submit
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import WorkshopView
from journeymap.ui.shared import me, service, t

SHOWN = 12
QUOTED = 3
"""So many of the customers’ own sentences at one item."""
_SIGNS = {
    "contested": ":orange-badge[:material/priority_high: {}]",
    "confirmed": ":green-badge[:material/verified: {}]",
    "open": ":gray-badge[{}]",
}


def draw_verdicts(room: WorkshopView, step: Step) -> None:
    """What customers said, what they contest first."""
    found = submit(lambda: service().workshops.results.judged(me(), room.id, step.id))
    if found is None:
        return
    _, journey, said = found
    with st.container(border=True):
        st.markdown(f"**{t('lead-verdicts')}**")
        st.caption(_counted(said))
        order = {"contested": 0, "confirmed": 1, "open": 2}
        judged = sorted(said.items, key=lambda one: order[one.standing])
        for one in judged[:SHOWN]:
            _draw_judged(journey, one)
        if len(judged) > SHOWN:
            with st.expander(t("lead-outcome-rest", n=len(judged) - SHOWN)):
                for one in judged[SHOWN:]:
                    _draw_judged(journey, one)


def _counted(said: Validation) -> str:
    if not said.customers:
        return t("lead-verdicts-none")
    return t(
        "lead-verdicts-n",
        customers=said.customers,
        confirmed=len(said.of("confirmed")),
        contested=len(said.of("contested")),
        open=len(said.of("open")),
    )


def _draw_judged(journey: Journey, one: Judged) -> None:
    table = journey.table_of(one.item) or ""
    row = journey.find(table, one.item)
    if row is None:
        return
    text = shortened(row.called, 120)
    sign = _SIGNS[one.standing].format(t(f"lead-standing-{one.standing}"))
    st.markdown(f"{sign} {plain(text)}")
    notes = list(dict.fromkeys(one.notes))
    if notes:
        said = [f"“{note}”" for note in notes[:QUOTED]]
        more = [t("lead-more-people", n=len(notes) - QUOTED)] if len(notes) > QUOTED else []
        st.caption(plain(" · ".join(said + more)))
