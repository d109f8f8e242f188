"""A list of the room behind a button that says how much is in it: decisions, the parking lot."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec

import streamlit as st

from journeymap.ui import state
from journeymap.ui.screens.workshop.context import DIALOGS

Given = ParamSpec("Given")


@dataclass(frozen=True, slots=True)
class ListDialog:
    """One of them, by the name it has among the workshop's dialogs."""

    name: str
    icon: str

    def draw_button(self, label: str) -> None:
        """The button that opens it."""
        st.button(
            label,
            icon=self.icon,
            key=state.key("workshop", "open", self.name),
            on_click=state.put,
            args=(DIALOGS[self.name], True),
        )

    def draw(self, title: str, body: Callable[Given, None], *given: Given.args, **named: Given.kwargs) -> None:
        """The dialog, while it is open."""
        if state.get(DIALOGS[self.name], default=False):
            st.dialog(title, width="medium", icon=self.icon, on_dismiss=self._close)(body)(*given, **named)

    def _close(self) -> None:
        state.forget(DIALOGS[self.name])
