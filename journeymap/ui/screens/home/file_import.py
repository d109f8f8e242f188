"""A map from a file: what the file holds, what its columns mean, what would be made, and only then the map."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import TypeVar

import streamlit as st

from journeymap.domain.model import limits
from journeymap.domain.model.rows import MapKind
from journeymap.domain.text.catalogue import LANGUAGES, capital
from journeymap.domain.text.errors import Refusal
from journeymap.exchange import columns
from journeymap.exchange.identity import Identity, identity_of
from journeymap.exchange.import_choices import ImportChoices
from journeymap.exchange.nested_data import is_journey_document
from journeymap.exchange.questions import questions
from journeymap.exchange.table import Table
from journeymap.exchange.table_import import Plan
from journeymap.service.arrivals import Arrival
from journeymap.ui import state
from journeymap.ui.actions import REFUSED, refuse, submit
from journeymap.ui.navigation import go
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.choice_labels import kind_names
from journeymap.ui.screens.home.documents import draw_documents, draw_known
from journeymap.ui.screens.home.import_target import ImportTarget, choose_target, draw_update
from journeymap.ui.screens.home.preview import draw_plan_preview
from journeymap.ui.screens.home.table_choices import (
    chosen_before_reading,
    column_key,
    draw_file,
    draw_problem_columns,
    draw_questions,
    remember,
    remembered,
)
from journeymap.ui.shared import language, me, service, t

T = TypeVar("T")

_DOCUMENTS = state.key("import", "kept", "documents")

EXAMPLES = 3
"""So many different values show what a column holds."""


def draw_import() -> None:
    """Upload, mapping, preview; nothing is written before the last click."""
    st.caption(t("import-why"))
    files = st.file_uploader(
        t("import-file"), accept_multiple_files=True, help=t("import-file-help"), key=state.key("import", "file")
    )
    if not files:
        return
    tables = [file for file in files if not is_journey_document(file.name, file.getvalue())]
    try:
        if not tables:
            _draw_documents([(file.name, file.file_id, file.getvalue()) for file in files])
        elif len(files) == 1:
            _draw_table(files[0].name, files[0].file_id, files[0].getvalue())
        else:
            st.error(plain(t("import-one-table", name=tables[0].name)), icon=REFUSED)
    except Refusal as refusal:
        refuse(refusal)


def _draw_documents(files: Sequence[tuple[str, str, bytes]]) -> None:
    """What is wrong with one file is said of it, and the others can be imported all the same."""
    kept: dict[str, Arrival] = state.get(_DOCUMENTS, {})
    read: dict[str, Arrival] = {}
    for name, file_id, content in files:
        try:
            read[file_id] = kept.get(file_id) or service().exchange.read_document(me(), content)
        except Refusal as refusal:
            if len(files) == 1:
                raise
            st.error(plain(f"{name}: {refusal.reason(language())}"), icon=REFUSED)
    state.put(_DOCUMENTS, read)
    coming = {one.identity.identity: one for one in read.values()}
    if len(coming) < len(read):
        st.info(t("import-twice"), icon=":material/info:")
    made = draw_documents(list(coming.values()))
    if made:
        _opened(made[-1])


def _draw_table(name: str, file_id: str, content: bytes) -> None:
    choices = chosen_before_reading(file_id)
    found, guessed = _read(name, file_id, content, choices)
    draw_file(found, file_id)
    st.subheader(t("import-step-map"), anchor=False)
    about = _draw_about(name, file_id, found.facts.said)
    st.subheader(t("import-step-columns"), anchor=False)
    st.caption(t("import-columns-why", rows=len(found.rows)))
    guessed = {**guessed, **remembered(found)}
    mapping = {column: _draw_column(found, n, column, guessed, file_id) for n, column in enumerate(found.header)}
    choices = draw_questions(questions(found, mapping, choices), choices, file_id)
    st.subheader(t("import-step-preview"), anchor=False)
    plan = _planned(file_id, found, mapping, about, choices)
    draw_plan_preview(plan, language(), lambda problems: draw_problem_columns(problems, found, file_id))
    place = choose_target(file_id)
    made = _draw_last_click(place, plan, content, file_id)
    if made is not None:
        remember(found, mapping)
        _opened(made)


def _draw_last_click(place: ImportTarget, plan: Plan, content: bytes, file_id: str) -> str | None:
    """What is written, and where, with the last click; the map's id once it is."""
    if place.map_id and plan.fits:
        update, remove = draw_update(place, plan, file_id)
        asked = update.changes(remove_missing=remove)
        if not _clicked("import-write-update", enabled=bool(asked)):
            return None
        done = submit(lambda: service().changes.submit(me(), place.map_id, asked).result())
        return place.map_id if done is not None else None
    if place.map_id:
        _clicked("import-write-update", enabled=False)
        return None
    identity = Identity(identity_of(content))
    known = service().exchange.known(me(), identity)
    again = draw_known(known, identity.identity)
    if not _clicked("import-write", enabled=plan.fits and (known.itself is None or again)):
        return None
    workshop = place.workshop_id or None
    return submit(lambda: service().exchange.import_plan(me(), plan, content, again=again, workshop_id=workshop))


def _clicked(label: str, *, enabled: bool) -> bool:
    return st.button(
        t(label), type="primary", icon=":material/check:", disabled=not enabled, key=state.key("import", "write")
    )


def _draw_about(name: str, file_id: str, said: Mapping[str, str]) -> Mapping[str, str]:
    """What the file does not say: title, kind, persona, language."""
    left, right = st.columns(2)
    title = left.text_input(
        t("new-title"),
        shortened(said.get("title", ""), limits.TITLE) or title_from(name),
        help=t("new-title-help"),
        key=state.key("import", file_id, "title"),
    )
    persona = right.text_input(
        t("new-persona"),
        shortened(said.get("persona", ""), limits.NAME),
        placeholder=t("new-persona-for"),
        help=t("new-persona-help"),
        key=state.key("import", file_id, "persona"),
    )
    kinds = kind_names()
    kind = left.segmented_control(
        t("new-kind"),
        list(kinds),
        format_func=kinds.__getitem__,
        default=MapKind.AS_IS,
        required=True,
        key=state.key("import", file_id, "kind"),
    )
    tongue = right.segmented_control(
        t("new-language"),
        list(LANGUAGES),
        format_func=LANGUAGES.__getitem__,
        default=language(),
        required=True,
        key=state.key("import", file_id, "language"),
    )
    return {
        "title": title or "",
        "persona": persona or "",
        "kind": str(kind or MapKind.AS_IS),
        "language": tongue or language(),
    }


def _draw_column(found: Table, n: int, column: str, guessed: Mapping[str, str], file_id: str) -> str:
    """One column: its name, what stands in it, and which of our words it is."""
    targets = target_names()
    left, right = st.columns([3, 2], vertical_alignment="center")
    with left.container(gap=None):
        st.markdown(f"**{plain(shortened(column, 80))}**")
        st.caption(plain(examples(found, n)) or t("import-column-blank"))
    chosen = right.selectbox(
        t("import-column-is", column=column),
        list(targets),
        index=list(targets).index(guessed[column]),
        format_func=targets.__getitem__,
        label_visibility="collapsed",
        key=column_key(found, file_id, n),
    )
    return chosen or columns.IGNORE


def target_names() -> dict[str, str]:
    """What a column can be, in this person's words."""
    named = {name: columns.header(name, language()) for name in columns.TARGETS}
    return {columns.IGNORE: t("import-column-ignore"), **named}


def examples(found: Table, n: int) -> str:
    """The first few different values of a column."""
    values = dict.fromkeys(row[n] for row in found.rows if row[n])
    shown = [shortened(value, 50) for value, _ in zip(values, range(EXAMPLES), strict=False)]
    return " · ".join(shown)


def title_from(name: str) -> str:
    """A title made of a file's name."""
    words = PurePath(name).stem.replace("_", " ").replace("-", " ").split()
    title = shortened(" ".join(words), limits.TITLE)
    return capital(title)


def _read(name: str, file_id: str, content: bytes, choices: ImportChoices) -> tuple[Table, dict[str, str]]:
    """The table, read anew only where it is to be read otherwise."""
    what = (file_id, choices.sheet, choices.layout, choices.header)
    return _once(what, lambda: service().exchange.read_table(me(), content, name, choices), "table")


def _planned(
    file_id: str, found: Table, mapping: Mapping[str, str], about: Mapping[str, str], choices: ImportChoices
) -> Plan:
    """The plan, worked out anew only where something was chosen otherwise."""
    what = (file_id, tuple(mapping.items()), tuple(about.items()), repr(choices))
    return _once(what, lambda: service().exchange.plan(me(), found, mapping, choices=choices, **about), "plan")


def _once(what: object, make: Callable[[], T], name: str) -> T:
    """The last value made for `what`, so that a large file is not read again on every click."""
    kept = state.key("import", "kept", name)
    last: tuple[object, T] | None = state.get(kept, None)
    if last is None or last[0] != what:
        last = (what, make())
        state.put(kept, last)
    return last[1]


def _opened(map_id: str | None) -> None:
    """The map is there: forget the file, and go and work on it."""
    if map_id is None:
        return
    state.forget(_DOCUMENTS, *(state.key("import", "kept", name) for name in ("table", "plan")))
    state.forget(state.key("new", "way"))
    go("map", map=map_id)
