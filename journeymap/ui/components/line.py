"""A line to type one thing after another in: it empties itself at once, and each thing is added once.

Streamlit's own `st.text_input` sends its text with every rerun until an answer empties it, and what is typed meanwhile
stands behind it. Of two texts that a form with `clear_on_submit` or `st.chat_input` hands over while the script runs,
the later takes the place of the earlier. In a fragment both are as they are. This line therefore hands over all that is
not answered yet, each under a name of its own, and the server says of each what came of it.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from journeymap.domain.model.limits import ID_PATTERN, TEXT
from journeymap.domain.text.catalogue import say
from journeymap.ui import state
from journeymap.ui.components.component import component
from journeymap.ui.shared import language, me

MOST = 200
"""So many things are taken at a time; the line hands over the others again."""

LONGEST = 20_000
"""Nothing that is typed is longer; what is is no text of ours."""

Enter = Callable[[str, str], str]
"""Adds a text, under the name the line gave it; the reason where it was refused, else nothing."""

HTML = """
<div class="whole">
  <div class="line"><input type="text" autocomplete="off" dir="auto" enterkeyhint="done" />
    <span class="left" hidden></span><button type="button" class="add" hidden></button></div>
  <p class="why" hidden></p>
  <div class="under"></div>
  <span class="aloud" role="status" aria-live="polite"></span>
</div>
"""

_draw = component("line", styles=("line/line.css",), html=HTML)


def draw_line(
    key: str, label: str, enter: Enter, *, example: str = "", add: str = "", most: int = TEXT, leaves: bool = True
) -> None:
    """Draw a line; `enter` is called once for each thing that is typed in it.

    `add` puts a button beside it. `leaves`: whether leaving the line adds what stands in it, as Enter does.
    """
    place = f"{me().id}:{key}"
    data: Mapping[str, Any] = {
        "label": label,
        "example": example,
        "add": add,
        "most": most,
        "leaves": leaves,
        "place": place,
        "answers": state.get(_heard(key), {}),
        "words": _words(language()),
    }
    found = _draw(data, key=key, identity=place, default={"entries": []}, on_entries_change=lambda: hear(key, enter))
    if _unheard(key, found.get("entries")):
        # A session that has just begun, after the server was started anew: nobody was called.
        hear(key, enter)
        st.rerun()


def hear(key: str, enter: Enter) -> None:
    """Do what the line hands over; what was done before is passed over, and what is answered is forgotten."""
    entries = _entries(getattr(state.get(key, None), "entries", None))
    before: Mapping[str, str] = state.get(_heard(key), {})
    answers = {op: before[op] for op, _ in entries if op in before}
    for op, text in entries:
        if op not in answers:
            answers[op] = enter(text, op)
    state.put(_heard(key), answers)


def refused(key: str) -> bool:
    """Whether something stands in this line that was not taken, and that nobody has seen to yet."""
    answers: Mapping[str, str] = state.get(_heard(key), {})
    return any(answers.values())


def _unheard(key: str, said: Any) -> bool:
    before: Mapping[str, str] = state.get(_heard(key), {})
    return any(op not in before for op, _ in _entries(said))


def _entries(said: Any) -> list[tuple[str, str]]:
    """What a browser says that was typed, as far as it can be that."""
    if not isinstance(said, list):
        return []
    pairs = [(one.get("op"), one.get("text")) for one in said[:MOST] if isinstance(one, dict)]
    return [
        (op, text)
        for op, text in pairs
        if isinstance(op, str) and isinstance(text, str) and re.fullmatch(ID_PATTERN, op) and len(text) <= LONGEST
    ]


def _heard(key: str) -> str:
    return state.key("line", key)


def _words(tongue: str) -> dict[str, str]:
    names = ("long-one", "long-other", "waiting", "mend", "leave")
    return {name: say(f"line-{name}", tongue, n="{n}", most="{most}", text="{text}") for name in names}
