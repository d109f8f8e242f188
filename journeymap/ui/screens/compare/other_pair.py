"""Other pairs to compare: two revisions of one map, two versions of a to-be, last year's as-is with this year's."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from journeymap.domain.analysis.same_kind import traced
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import MapKind, Moment
from journeymap.domain.text.errors import Refusal
from journeymap.ui import state
from journeymap.ui.actions import refuse
from journeymap.ui.map_header import MapContext
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.shared import me, service, t
from journeymap.ui.times import exact
from journeymap.ui.unique_labels import distinct

WITH = ("design", "revisions", "map")
"""What one may compare a map with: what it was designed from, itself at another time, another of its kind."""


@dataclass(frozen=True)
class SameKindPair(Pair):
    """Two maps of one kind: what is felt, or what is aimed for, is told of both."""

    kind: MapKind = MapKind.AS_IS

    def targeted(self, moment: Moment) -> float | None:
        """How the later moment feels, or should."""
        return _feeling(self.kind, self.to_be, moment)

    def felt(self, moment: Moment) -> float | None:
        """How the earlier moment feels, or should."""
        return _feeling(self.kind, self.as_is, moment)


def _feeling(kind: MapKind, journey: Journey, moment: Moment) -> float | None:
    return journey.targeted_of(moment)[0] if kind is MapKind.TO_BE else moment.felt_valence


@dataclass(frozen=True)
class OtherPair:
    """Two maps that were chosen, and what they are called: nothing is worked out of them yet."""

    before: Journey
    after: Journey
    names: tuple[str, str]
    live: bool = False
    """Whether these are the maps as they are now: a revision stays what it was."""

    def pair(self) -> Pair:
        """What to compare: which rows belong together is worked out here, which takes a turn with large maps."""
        one, other = traced(self.before, self.after)
        return SameKindPair(one, other, names=self.names, kind=self.after.kind)


def choose_other_pair(context: MapContext, bar: DeltaGenerator) -> tuple[bool, OtherPair | None]:
    """Draw the choice; whether another pair was asked for, and what was chosen where there is something."""
    key = state.key("compare", "with", context.map_id)
    with bar:
        names = {one: t(f"pairs-with-{one}-{context.journey.kind}") for one in WITH}
        chosen = st.selectbox(t("pairs-with"), list(names), format_func=names.__getitem__, key=key, width=320)
        if chosen == "revisions":
            return True, _of_revisions(context)
        if chosen == "map":
            return True, _with_map(context)
    return False, None


def _of_revisions(context: MapContext) -> OtherPair | None:
    last = context.journey.revision
    names = ("first", "second")
    first, second = (
        st.number_input(
            t(f"pairs-{name}"), min_value=1, max_value=last, value=value, step=1, width=160,
            key=state.key("compare", "revision", name, context.map_id),
        )
        for name, value in zip(names, (1, last), strict=True)
    )  # fmt: skip
    low, high = sorted((int(first), int(second)))
    st.caption(" · ".join(filter(None, (_when(context, low), _when(context, high)))))
    try:
        before = service().maps.journey(me(), context.map_id, low)
        after = context.journey if high == last else service().maps.journey(me(), context.map_id, high)
    except Refusal as refusal:
        refuse(refusal)
        return None
    told = (t("pairs-revision", n=low), t("pairs-revision", n=high))
    return OtherPair(before, after, told)


def _when(context: MapContext, revision: int) -> str:
    """When a revision was made: a number alone tells nobody what to expect."""
    found = service().changes.history(me(), context.map_id, before=revision + 1, most=1)
    return t("pairs-revision-at", n=revision, at=exact(found[0].at)) if found else ""


def _with_map(context: MapContext) -> OtherPair | None:
    heads = service().maps.heads(me())
    names = distinct({h.id: h.title for h in heads if h.kind is context.journey.kind and h.id != context.map_id})
    if not names:
        st.caption(t(f"pairs-no-other-{context.journey.kind}"))
        return None
    chosen = st.selectbox(
        t("pairs-map"), list(names), index=None, format_func=names.__getitem__, placeholder=t("pairs-choose"),
        key=state.key("compare", "other-map", context.map_id), width=360,
    )  # fmt: skip
    if chosen is None:
        return None
    try:
        before = service().maps.journey(me(), chosen)
    except Refusal as refusal:
        refuse(refusal)
        return None
    return OtherPair(before, context.journey, (names[chosen], context.journey.title), live=True)
