"""A small menu behind three dots: what else can be done with the one thing it stands beside."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st


def draw_more(
    names: Mapping[str, str], tip: str, key: str, on_click: Callable[..., None], args: tuple[Any, ...]
) -> None:
    """What can be chosen, with its sign and words; `tip` says what the menu is about, also to those who hear it."""
    st.menu_button(
        "",
        list(names),
        format_func=names.__getitem__,
        icon=":material/more_horiz:",
        type="tertiary",
        help=tip,
        key=key,
        on_click=on_click,
        args=args,
    )
