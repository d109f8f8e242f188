"""A new map: from scratch, from a template, from a file, or a sample to look at."""

from functools import partial

import streamlit as st

from journeymap.domain.model.rows import MapKind
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.ui import state
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.choice_labels import kind_names
from journeymap.ui.screens.home.file_import import draw_import
from journeymap.ui.screens.home.new_entry import WAY, make_map
from journeymap.ui.screens.home.welcome import WAYS
from journeymap.ui.shared import language, me, service, t


def draw_new_map() -> None:
    """Choose a way; the map is opened as soon as it is there."""
    if state.get(WAY, "") not in WAYS:
        state.put(WAY, "scratch")
    ways = {name: f"{icon} {t(f'new-way-{name}')}" for name, icon in WAYS.items()}
    way = st.segmented_control(
        t("new-way"),
        list(ways),
        format_func=ways.__getitem__,
        required=True,
        label_visibility="collapsed",
        key=WAY,
    )
    with st.container(width=1000 if way == "file" else 720):
        _FORMS[way or "scratch"]()


def _draw_scratch() -> None:
    st.caption(t("new-scratch-why"))
    with st.form(state.key("new", "scratch")):
        title = _title(t("new-title-for"))
        kind = _kind()
        persona = st.text_input(
            t("new-persona"),
            placeholder=t("new-persona-for"),
            help=t("new-persona-help"),
            key=state.key("new", "persona"),
        )
        tongue = _language()
        made = st.form_submit_button(t("new-make"), type="primary", key=state.key("new", "make"))
        message = st.container(key=state.key("new", "said"))
    with message:
        make_map(
            state.key("new", "make"),
            made,
            lambda: service().maps.create(me(), title, kind, language=tongue, persona=persona or ""),
        )


def _draw_template() -> None:
    tongue = _language()
    templates = {name: plain(title) for name, title in service().exchange.templates(tongue)}
    if not templates:
        st.caption(t("new-no-templates"))
        return
    st.caption(t("new-template-why"))
    name = st.radio(
        t("new-template"),
        list(templates),
        format_func=templates.__getitem__,
        key=state.key("new", "template"),
    )
    with st.form(state.key("new", "from-template")):
        title = _title(t("new-title-for"))
        made = st.form_submit_button(t("new-make"), type="primary", key=state.key("new", "make"))
        message = st.container(key=state.key("new", "said"))
    with message:
        make_map(
            state.key("new", "make"),
            made,
            lambda: service().exchange.create_from_template(me(), name, title, language=tongue),
        )


def _draw_sample() -> None:
    st.caption(t("new-sample-why"))
    for sample in service().exchange.samples():
        button = state.key("new", "sample", sample.name)
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{plain(sample_title(sample.name, sample.title))}**", width="stretch")
            st.badge(LANGUAGES.get(sample.language, sample.language), color="gray")
            if sample.to_be is not None:
                st.badge(t("new-sample-with-to-be"), color="green")
            pressed = st.button(t("new-sample-load"), key=button)
        make_map(button, pressed, partial(service().exchange.load_sample, me(), sample.name))


def sample_title(name: str, title: str) -> str:
    """What a sample is called: its own title, or its name made readable."""
    return title or name


def _title(example: str) -> str:
    return (
        st.text_input(
            t("new-title"),
            placeholder=example,
            help=t("new-title-help"),
            key=state.key("new", "title"),
        )
        or ""
    )


def _kind() -> MapKind:
    kinds = kind_names()
    chosen = st.radio(
        t("new-kind"),
        list(kinds),
        format_func=kinds.__getitem__,
        captions=[t("new-kind-as-is"), t("new-kind-to-be")],
        horizontal=True,
        key=state.key("new", "kind"),
    )
    return MapKind(chosen)


def _language() -> str:
    return (
        st.segmented_control(
            t("new-language"),
            list(LANGUAGES),
            format_func=LANGUAGES.__getitem__,
            default=language(),
            required=True,
            key=state.key("new", "language"),
        )
        or language()
    )


_FORMS = {
    "scratch": _draw_scratch,
    "template": _draw_template,
    "file": draw_import,
    "sample": _draw_sample,
}
