"""An emotion as a form: five faces, a finer choice, and a word for it from the wheels or one's own."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from journeymap.domain.changes import Change, Set
from journeymap.domain.emotions import EmotionLabel, wheels
from journeymap.domain.rows import Row
from journeymap.ui import faces, state
from journeymap.ui.frame import MapContext
from journeymap.ui.panels.fields import field_key, label_of, setter
from journeymap.ui.panels.reading import draw_words
from journeymap.ui.panels.saving import draw_reason, leave, show, show_clearable
from journeymap.ui.resources import language, t
from journeymap.ui.wording import plain


def draw_feeling(context: MapContext, row: Row, which: str, *, label: str = "", help: str | None = None) -> None:  # noqa: A002
    """The felt or the targeted emotion (`which`) of this row."""
    if not context.may_set(row, f"{which}_valence"):
        said = feeling_said(getattr(row, f"{which}_valence"), getattr(row, f"{which}_label"))
        draw_words(label or label_of(row.table, f"{which}_valence"), said)
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        _draw_faces(context, row, f"{which}_valence", label, help)
        _draw_exactly(context, row, f"{which}_valence")
    _draw_label(context, row, which)


def _draw_faces(context: MapContext, row: Row, name: str, label: str, note: str | None) -> None:
    value = getattr(row, name)
    key = state.key("face", field_key(context.map_id, row, name))
    place = show(key, None if value is None else faces.step_of(value))
    st.segmented_control(
        label or label_of(row.table, name),
        faces.STEPS,
        default=place.value,
        format_func=lambda step: faces.face(step, language()),
        key=place.widget,
        help=note,
        on_change=leave,
        args=(place, context.map_id, setter(row, name, seen=context.journey.revision)),
        width="content",
    )
    draw_reason(key)


def _draw_exactly(context: MapContext, row: Row, name: str) -> None:
    """The same on the finer scale, from -2 to +2 in tenths."""
    key = field_key(context.map_id, row, name)
    place = show_clearable(key, getattr(row, name))
    st.number_input(
        t("map-feeling-exactly"),
        value=None,
        step=0.1,
        format="%.1f",
        key=place.widget,
        help=t("map-feeling-exactly-help"),
        placeholder="–",
        on_change=leave,
        args=(place, context.map_id, setter(row, name, seen=context.journey.revision)),
        width=104,
    )
    draw_reason(key)


def _draw_label(context: MapContext, row: Row, which: str) -> None:
    name, valence = f"{which}_label", getattr(row, f"{which}_valence")
    key = field_key(context.map_id, row, name)
    place = show_clearable(key, getattr(row, name) or None)
    tongue = context.journey.language
    words = _words(valence, tongue)
    now: str | None = place.value
    options = list(dict.fromkeys((*([now] if now else []), *words)))
    st.selectbox(
        label_of(row.table, name),
        options,
        index=None,
        format_func=lambda word: f"{word} · {words[word]}" if words.get(word) else word,
        accept_new_options=True,
        placeholder=t("map-feeling-word"),
        label_visibility="collapsed",
        key=place.widget,
        on_change=leave,
        args=(place, context.map_id, _named(row, which, tongue, context.journey.revision)),
    )
    draw_reason(key)


def _words(valence: float | None, tongue: str) -> dict[str, str]:
    """The wheels' words, the closest to the chosen face first; with the wheel's name beyond the everyday one."""
    found: dict[str, str] = {}
    for n, wheel in enumerate(wheels()):
        labels: Sequence[EmotionLabel] = wheel.labels
        if valence is not None:
            labels = sorted(labels, key=lambda word: abs(word.valence - valence))
        name = (wheel.nl if tongue == "nl" else wheel.en) if n else ""
        for word in labels:
            found.setdefault(word.text(tongue), name)
    return found


def _named(row: Row, which: str, tongue: str, seen: int | None) -> Callable[[Any], Sequence[Change]]:
    """A word sets the word; a word of the wheels says how good or bad too, where nobody has said so yet."""
    write = setter(row, f"{which}_label", seen=seen)
    unsaid = getattr(row, f"{which}_valence") is None

    def make(word: Any) -> Sequence[Change]:
        changes = write(word or "")
        if not (changes and word and unsaid):
            return changes
        asked = str(word).casefold()
        known = (label for wheel in wheels() for label in wheel.labels if label.text(tongue).casefold() == asked)
        found = next(known, None)
        if found is None:
            return changes
        return (*changes, Set(table=row.table, id=row.id, field=f"{which}_valence", value=found.valence, base=seen))

    return make


def feeling_said(valence: float | None, label: str) -> str:
    """An emotion in one line for a place that reads Markdown: its face and its word."""
    face = "" if valence is None else faces.face(valence, language())
    said = plain(label) if label else ("" if valence is None else faces.word(valence, language()))
    return " ".join(part for part in (face, said) if part)
