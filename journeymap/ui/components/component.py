"""How a component of ours gets onto a page: its module in the frontend tree, its styles, and what it is told."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from journeymap import frontend

Draw = Callable[..., Any]
"""`draw(data, key=…, identity=…, …)`: mounts it, or tells what is mounted; what else is given goes to Streamlit."""


def component(name: str, *, styles: tuple[str, ...] = (), html: str = "") -> Draw:
    """Register the component whose module is `NAME/index.js`, and answer what draws it.

    `styles` are paths in the frontend tree. What is mounted lives on through reruns as long as `identity` stays.
    """
    script = f"{name}/index.js"
    css = "".join(frontend.text(style) for style in styles)
    mount = st.components.v2.component(
        f"journeymap.{name}", html=html or None, css=css or None, js=frontend.text("component.js")
    )

    def draw(data: Mapping[str, Any], *, key: str, identity: str = "", **options: Any) -> Any:
        told = {**data, "script": frontend.address(script), "identity": identity}
        return mount(data=told, key=key, **options)

    return draw
