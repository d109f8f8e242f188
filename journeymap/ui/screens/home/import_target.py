"""Where a file goes: a new map, one in a workshop, or a map that is here and is brought up to date."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from journeymap.domain.model.roles import Right, Role, may
from journeymap.domain.model.rows import Row
from journeymap.domain.text.catalogue import say
from journeymap.exchange.map_columns import header_of
from journeymap.exchange.map_update import FieldChange, MapUpdate
from journeymap.exchange.table_import import Plan
from journeymap.ui import state
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.home.preview import FEW, MOST
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.unique_labels import distinct


@dataclass(frozen=True, slots=True)
class ImportTarget:
    """A map to update, or a workshop that a new map goes into; neither: a new map here."""

    map_id: str = ""
    workshop_id: str = ""
    title: str = ""


def choose_target(file_id: str) -> ImportTarget:
    """Ask where it goes, where there is more than one answer."""
    person = me()
    places = [ImportTarget()]
    if person.role is Role.OWNER:
        workshops = service().workshops.all(person)
        places += [ImportTarget(workshop_id=it.id, title=it.title) for it in workshops]
    heads = [head for head in service().maps.heads(person) if may(person, Right.EDIT, head.workshop_id)]
    places += [ImportTarget(map_id=head.id, title=head.title) for head in heads]
    by_key = {place.map_id or place.workshop_id: place for place in places}
    names = distinct({key: _label(place) for key, place in by_key.items()})
    if len(places) == 1:
        return places[0]
    chosen = st.selectbox(
        t("import-into"),
        list(names),
        format_func=names.__getitem__,
        help=t("import-into-help"),
        key=state.key("import", file_id, "into"),
    )
    return by_key[chosen or ""]


def _label(place: ImportTarget) -> str:
    if place.map_id:
        return t("import-into-map", title=shortened(place.title, 80))
    return t("import-into-workshop", title=shortened(place.title, 80)) if place.workshop_id else t("import-into-new")


def draw_update(place: ImportTarget, plan: Plan, file_id: str) -> tuple[MapUpdate, bool]:
    """What the file would change of a map, and whether what it does not have is to go."""
    update = service().exchange.read_update(me(), place.map_id, plan)
    if not update.says_something:
        st.info(t("import-update-nothing", title=plain(place.title)), icon=":material/check:")
    _draw_lines("import-update-changed", [_changed(one) for one in update.changed])
    _draw_lines("import-update-added", [_named(row) for row in update.added])
    _draw_lines("import-update-moved", [_named(row) for row in update.moved])
    if not update.missing:
        return update, False
    _draw_lines("import-update-missing", [_missing(place.map_id, row) for row in update.missing])
    remove = st.toggle(
        t("import-update-remove"),
        False,
        help=t("import-update-remove-help"),
        key=state.key("import", file_id, "remove"),
    )
    return update, bool(remove)


def _changed(one: FieldChange) -> str:
    name = header_of(one.row.table, one.name, language())
    before, after = (
        plain(shortened("–" if value in (None, "") else str(value), 60)) for value in (one.before, one.after)
    )
    return f"{_named(one.row)} · {plain(name)}: {before} → {after}"


def _named(row: Row) -> str:
    return plain(shortened(row.called, 80))


def _missing(map_id: str, row: Row) -> str:
    """What a row is called; a touchpoint by its channel and its micro-moment."""
    kind = say(f"row-{row.table}".replace("_", "-"), language())
    if row.table != "touchpoints":
        return f"{_named(row)} ({kind})"
    journey = service().maps.journey(me(), map_id)
    moment = journey.find("moments", row.parent or "")
    channel = journey.find("channels", str(row.plain("channel")))
    return " · ".join(_named(one) for one in (moment, channel) if one is not None) + f" ({kind})"


def _draw_lines(key: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    with st.expander(t(key, n=len(lines)), expanded=len(lines) <= FEW):
        st.markdown("\n".join(f"- {line}" for line in lines[:MOST]))
        if len(lines) > MOST:
            st.caption(t("import-rest-remarks", n=len(lines) - MOST))
