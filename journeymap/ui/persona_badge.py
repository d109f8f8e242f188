"""Whose journey it is, in a line: with their picture where there is one, and what they want and would say on hover."""

from html import escape

import streamlit as st

from journeymap.domain.model.rows import Persona
from journeymap.ui.components.portrait import portrait_address
from journeymap.ui.plain_text import plain, shortened

NAME_LENGTH = 40
_STYLE = (
    "display:inline-flex;align-items:center;gap:.5rem;white-space:nowrap;font-size:.875rem;line-height:1.2;"
    "padding-inline-end:.625rem;border-radius:999px;background:rgba(128,132,149,.12)"
)
_PICTURE = "width:32px;height:32px;border-radius:50%;object-fit:cover;display:block"


def draw_persona_badge(map_id: str, persona: Persona) -> None:
    """Draw it; text is text."""
    about = "\n".join(text for text in (persona.goal, quoted(persona)) if text)
    name = shortened(persona.name, NAME_LENGTH)
    address = portrait_address(map_id, persona)
    if not address:
        st.badge(plain(name), icon=":material/person:", color="gray", help=plain(about) or None)
        return
    st.html(
        f'<span style="{_STYLE}" title="{escape(about)}"><img src="{escape(address)}" alt="" style="{_PICTURE}">'
        f'<span dir="auto">{escape(name)}</span></span>',
        width="content",
    )


def quoted(persona: Persona) -> str:
    """What the persona would say, in quotation marks of its own or ours."""
    text = persona.quote
    return text if not text or text[0] in "“„«\"'‘" else f"“{text}”"
