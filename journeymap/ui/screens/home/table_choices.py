"""What a file leaves open is asked: what it is, its sheet and layout, its scales and dates, its lists."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from journeymap.exchange import columns
from journeymap.exchange.event_log_table import looks_like_event_log
from journeymap.exchange.file_position import Remark
from journeymap.exchange.import_choices import DateOrder, ImportChoices, Layout, Scale
from journeymap.exchange.questions import Question, QuestionKind
from journeymap.exchange.table import Table
from journeymap.ui import state
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.shared import t

_HEADERS = state.key("import", "kept", "headers")
MOST_HEADERS = 50
"""So many kinds of table are remembered."""


def chosen_before_reading(file_id: str) -> ImportChoices:
    """What was said of this file so far that decides how it is read."""
    header: bool | None = state.get(_key(file_id, "header"), None)
    layout: Layout | None = state.get(_key(file_id, "layout"), None)
    insisted: bool = state.get(_key(file_id, "insist"), False)
    sheet: str | None = state.get(_key(file_id, "sheet"), None)
    return ImportChoices(sheet=sheet or "", layout=layout or (Layout.ROWS if insisted else None), header=header)


def draw_file(found: Table, file_id: str) -> None:
    """What the file is, and what of it can be taken otherwise."""
    facts = found.facts
    st.info(t(f"import-is-{facts.kind}", layout=t(f"import-layout-{facts.layout}")), icon=":material/description:")
    if len(facts.sheets) > 1:
        st.selectbox(
            t("import-sheet"),
            facts.sheets,
            index=facts.sheets.index(facts.sheet),
            key=_key(file_id, "sheet"),
        )
    if len(facts.layouts) > 1:
        st.segmented_control(
            t("import-layout"),
            list(facts.layouts),
            format_func=lambda layout: t(f"import-layout-{layout}"),
            default=facts.layout,
            required=True,
            key=_key(file_id, "layout"),
        )
    if facts.layout is Layout.ROWS and facts.kind in _WITH_HEADERS:
        st.toggle(t("import-header"), facts.header, help=t("import-header-help"), key=_key(file_id, "header"))
    if looks_like_event_log(found):
        st.toggle(t("import-insist"), help=t("import-insist-help"), key=_key(file_id, "insist"))


_WITH_HEADERS = ("csv", "excel")


def draw_questions(asked: Sequence[Question], choices: ImportChoices, file_id: str) -> ImportChoices:
    """The choices with an answer to each question, the likeliest where nobody gave one."""
    scales = {
        question.column: Scale(_draw_question(question, n, file_id))
        for n, question in enumerate(asked)
        if question.what is QuestionKind.SCALE
    }
    for question in asked:
        if question.what is QuestionKind.DATES:
            choices = replace(choices, dates=DateOrder(_draw_question(question, "dates", file_id)))
        if question.what is QuestionKind.SPLIT:
            split = st.toggle(t("import-split"), True, help=t("import-split-help"), key=_key(file_id, "split"))
            choices = replace(choices, split=split)
    return replace(choices, scales=scales)


def _draw_question(question: Question, n: object, file_id: str) -> str:
    answers = list(question.answers)
    return st.selectbox(
        t(f"import-{question.what}", column=question.column),
        answers,
        format_func=lambda answer: t(f"import-answer-{answer}".replace("..", "-to-")),
        help=t(f"import-{question.what}-help"),
        key=_key(file_id, question.what, n, question.column),
    )


def draw_problem_columns(problems: Sequence[Remark], found: Table, file_id: str) -> None:
    """Beside what is wrong, a button that leaves the column out."""
    named = dict.fromkeys(remark.column for remark in problems if remark.column in found.header)
    for column in named:
        n = found.header.index(column)
        st.button(
            t("import-leave-out", column=plain(shortened(column, 40))),
            icon=":material/visibility_off:",
            key=_key(file_id, "leave-out", n),
            on_click=lambda n=n: state.put(column_key(found, file_id, n), columns.IGNORE),
        )


def remembered(found: Table) -> Mapping[str, str]:
    """What the columns of a table with this very header were, when it was imported last."""
    known: dict[tuple[str, ...], Mapping[str, str]] = state.get(_HEADERS, {})
    return known.get(found.header, {})


def remember(found: Table, mapping: Mapping[str, str]) -> None:
    """Keep it for the next table with this header."""
    known: dict[tuple[str, ...], Mapping[str, str]] = state.get(_HEADERS, {})
    known.pop(found.header, None)
    state.put(_HEADERS, dict([*known.items(), (found.header, dict(mapping))][-MOST_HEADERS:]))


def column_key(found: Table, file_id: str, n: int) -> str:
    """The key of a column's choice: read in another layout or from another sheet, it is another column."""
    facts = found.facts
    return _key(file_id, "column", facts.layout, facts.sheet, facts.header, n)


def _key(file_id: str, *parts: object) -> str:
    return state.key("import", file_id, *parts)
