"""The pages and the ways between them."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from journeymap.domain.text.catalogue import known
from journeymap.domain.text.resources import home
from journeymap.ui.shared import reads_only, t


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its file in pages/ without the ending, which is its address too, and its icon."""

    name: str
    icon: str

    @property
    def file(self) -> str:
        """The path of the page's script."""
        return str(home() / "pages" / f"{self.name}.py")

    @property
    def title(self) -> str:
        """What the page is called in this person's language; by its address while it has no name."""
        return _said(f"shell-page-{self.name}") or self.name.capitalize()

    @property
    def help(self) -> str | None:
        """What the page is good for."""
        return _said(f"shell-page-{self.name}-help")


def _said(key: str) -> str | None:
    """This text, where there is one: a page that nobody has named yet takes no other one down with it."""
    return t(key) if known(key) else None


PAGES = (
    Page("home", ":material/home:"),
    Page("map", ":material/map:"),
    Page("graph", ":material/hub:"),
    Page("compare", ":material/compare_arrows:"),
    Page("stories", ":material/assignment:"),
    Page("history", ":material/history:"),
)
"""The pages about one map, and the way to them."""

ROOMS = (Page("workshop", ":material/groups:"), Page("summary", ":material/summarize:"))
"""The pages about one workshop."""

READ = ("home", "map", "graph", "compare")
"""The pages of whoever reads a map by a link."""

OWNERS = (Page("audit", ":material/shield:"),)
"""The pages about the installation, for the owner."""


def place(name: str) -> Page:
    """The page with this name."""
    return next(found for found in (*PAGES, *ROOMS, *OWNERS) if found.name == name)


def page(found: Page, *, hidden: bool = False) -> Any:
    """The page as Streamlit's navigation takes it; a hidden one is reached by links only."""
    return st.Page(
        found.file,
        title=found.title,
        icon=found.icon,
        url_path="" if found.name == "home" else found.name,
        default=found.name == "home",
        visibility="hidden" if hidden else "visible",
        help=found.help,
    )


def go(name: str, **address: str) -> None:
    """Leave for another page; `map=…` says which map is worked on there."""
    st.switch_page(place(name).file, query_params=address)


def link(name: str, label: str, *, icon: str = "", help: str = "", width: Any = "content", **address: str) -> None:  # noqa: A002 - as in Streamlit
    """A link to another page, such as a map's title; the label reads Markdown. None to what one may not open."""
    if reads_only() and (name == "home" or name not in READ):
        return
    st.page_link(place(name).file, label=label, icon=icon, help=help, width=width, query_params=address)
