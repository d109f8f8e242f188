"""What customers said in rounds of the moments of both maps: confirmed, contested, added, in their words."""

from collections.abc import Mapping, Sequence

import streamlit as st

from journeymap.domain.analysis.comparison.matches import Fate
from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.domain.model.validation import RoundVerdict
from journeymap.domain.workshop.round_verdicts import MomentCount
from journeymap.ui import state
from journeymap.ui.panels.validation import count_said, word_said
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.shared import me, service, t

WORDS = 3
"""So many of the newest words on a moment are shown; all are beside the board and in the API."""

MOMENTS = 30
"""So many moments of each map are listed, those that are contested first."""

Counts = Mapping[str, MomentCount]


def counts_of(pair: Pair) -> tuple[Counts, Counts]:
    """What customers said of the as-is, and of the to-be; nothing beside any other pair."""
    if pair.names:
        return {}, {}
    counts = service().rounds.counts
    return counts(me(), pair.as_is.map_id), counts(me(), pair.to_be.map_id)


def draw_customers(pair: Pair) -> None:
    """Every moment that somebody judged, folded away, with the sums in its title."""
    sides = [one for one in zip((pair.as_is, pair.to_be), counts_of(pair), strict=True) if one[1]]
    if not sides:
        return
    everything = [one for _, counts in sides for one in counts.values()]
    names = ("confirmed", "contested", "added")
    told = count_said(MomentCount(*(sum(getattr(one, name) for one in everything) for name in names)))
    label = t("compare-customers", told=told)
    with st.expander(label, icon=":material/record_voice_over:", key=state.key("compare", "customers")):
        for journey, counts in sides:
            _draw_map(journey, counts)


def draw_customers_of(pair: Pair, fates: Sequence[Fate]) -> None:
    """What customers said of these moments, before and after."""
    before = [fate.as_is for fate in fates if fate.as_is]
    after = list({moment.id: moment for fate in fates for moment in fate.to_be}.values())
    for journey, moments, counts in zip((pair.as_is, pair.to_be), (before, after), counts_of(pair), strict=True):
        said = [moment for moment in moments if moment.id in counts]
        if said:
            st.caption(t(f"compare-customers-{journey.kind}"))
            _draw_moments(journey, said, counts)


def _draw_map(journey: Journey, counts: Counts) -> None:
    moments = [moment for moment in journey.moments if moment.id in counts]
    moments.sort(key=lambda one: not counts[one.id].contested)
    said = t(f"compare-customers-{journey.kind}")
    st.markdown(f"**{said}** · {t('compare-customers-judged', n=len(moments), all=len(journey.moments))}")
    _draw_moments(journey, moments[:MOMENTS], counts)
    if len(moments) > MOMENTS:
        st.caption(t("validation-more", n=len(moments) - MOMENTS))


def _draw_moments(journey: Journey, moments: Sequence[Moment], counts: Counts) -> None:
    words = service().rounds.newest_words(me(), journey.map_id, [one.id for one in moments], WORDS)
    with st.container(gap="xsmall"):
        for moment in moments:
            st.markdown(f"{plain(shortened(moment.text, 80))} · {plain(count_said(counts[moment.id]))}")
            for said in map(_said, words.get(moment.id, ())):
                st.caption(said)


def _said(one: RoundVerdict) -> str:
    return plain(word_said(one))
