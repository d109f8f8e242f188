"""Faces as high as the text they stand in: the one thing about them that Streamlit has no option for."""

import streamlit as st

from journeymap.ui.state import key

_STYLE = '<style>[class*="st-key-jm-faces-"] img { max-height: 1.3em; vertical-align: -.3em }</style>'


def with_faces(*parts: object) -> str:
    """The key of a container in which faces stand in the text; the style comes along."""
    st.html(_STYLE)
    return key("faces", *parts)
