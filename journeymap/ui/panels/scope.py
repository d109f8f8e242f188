"""The panel of the map itself: whose journey it is, and where it starts and ends."""

from functools import partial

import streamlit as st

from journeymap.domain.model.operations import Set
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.ui import state
from journeymap.ui.actions import submit_changes
from journeymap.ui.components.portrait import draw_portrait
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.counterpart import draw_pair
from journeymap.ui.panels.fields import field, field_key, label_of, setter
from journeymap.ui.panels.header import draw_title
from journeymap.ui.panels.read_only import draw_words
from journeymap.ui.panels.row_lines import adder, draw_adder
from journeymap.ui.panels.saved_field import draw_reason, leave, show
from journeymap.ui.shared import t


def draw_scope(context: MapContext) -> None:
    """The persona, the scope and the map's own fields."""
    draw_title(context, "scope")
    _draw_persona(context)
    header = context.journey.header
    st.markdown(f"**{t('map-scope-title')}**")
    field(context, header, "title")
    field(context, header, "scope_start", placeholder=t("map-scope-start-example"))
    field(context, header, "scope_end", placeholder=t("map-scope-end-example"))
    field(context, header, "kind")
    _draw_language(context)
    draw_pair(context)
    field(context, header, "notes")


def _draw_persona(context: MapContext) -> None:
    persona = context.journey.persona
    st.markdown(f"**{t('map-persona-title')}**", help=t("map-persona-help"))
    if persona is None and context.may_add("personas"):
        draw_adder(context, state.key("map", context.map_id, "add", "personas"), adder("personas", None), "personas")
    if persona is None:
        return
    if persona.picture or context.may_set(persona, "picture"):
        draw_portrait(
            context.map_id,
            persona,
            key=state.key("map", context.map_id, "picture", persona.id),
            may=context.may_set(persona, "picture"),
            on_sent=_seen_anew,
            on_removed=partial(_take_away, context.map_id, persona.id),
        )
    field(context, persona, "name")
    field(context, persona, "goal", wrapping=True, placeholder=t("map-goal-example"))
    field(context, persona, "context", placeholder=t("map-context-example"))
    field(context, persona, "segment")
    field(context, persona, "quote", wrapping=True, placeholder=t("map-quote-example"))


def _seen_anew() -> None:
    """The map is read anew with the run that follows."""


def _take_away(map_id: str, persona_id: str) -> None:
    submit_changes(map_id, Set(table="personas", id=persona_id, field="picture", value=""), later=True)


def _draw_language(context: MapContext) -> None:
    header = context.journey.header
    if not context.may_set(header, "language"):
        draw_words(label_of("maps", "language"), LANGUAGES[header.language])
        return
    key = field_key(context.map_id, header, "language")
    place = show(key, header.language)
    st.segmented_control(
        label_of("maps", "language"),
        list(LANGUAGES),
        default=place.value,
        required=True,
        format_func=lambda code: LANGUAGES[code],
        key=place.widget,
        help=t("map-language-help"),
        on_change=leave,
        args=(place, context.map_id, setter(header, "language")),
    )
    draw_reason(key)
