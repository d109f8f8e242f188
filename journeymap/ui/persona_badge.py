"""Whose journey it is: in a line, with what they want and would say on hover; or all of it, where there is room."""

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


def draw_persona(map_id: str, persona: Persona) -> None:
    """Their picture, or the first letter of their name; who they are, what they want and what they would say."""
    address = portrait_address(map_id, persona)
    large = "flex:none;width:64px;height:64px;border-radius:50%"
    face = (
        f'<img src="{escape(address)}" alt="" style="{large};object-fit:cover">'
        if address
        else f'<span aria-hidden="true" style="{large};display:grid;place-items:center;font-size:1.5rem;'
        f'font-weight:700;background:rgba(128,132,149,.16)">{escape(persona.name[:1])}</span>'
    )
    segment = f' <span dir="auto" style="opacity:.75">{escape(persona.segment)}</span>' if persona.segment else ""
    about = "".join(
        f'<div dir="auto" style="{style}">{escape(text)}</div>'
        for text, style in ((quoted(persona), "font-style:italic"), (persona.goal, ""))
        if text
    )
    st.html(
        f'<div style="display:flex;gap:.875rem;align-items:center;line-height:1.4;overflow-wrap:anywhere">{face}'
        f'<div style="min-width:0"><strong dir="auto">{escape(persona.name)}</strong>{segment}{about}</div></div>'
    )


def quoted(persona: Persona) -> str:
    """What the persona would say, in quotation marks of its own or ours."""
    text = persona.quote
    return text if not text or text[0] in "“„«\"'‘" else f"“{text}”"
