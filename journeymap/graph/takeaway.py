"""A view to take away: a page that opens offline, pictures, and data for other tools.

pyvis builds the network, and its package files bring vis-network; its own page (`generate_html`) is not used: it
loads scripts from elsewhere, and puts what people wrote into the page as HTML.
"""

import base64
import hashlib
import json
import re
from functools import cache
from html import escape
from string import Template
from typing import Any

from journeymap import frontend
from journeymap.domain.model.journey import Journey
from journeymap.domain.text.catalogue import say
from journeymap.fonts.styles import embedded
from journeymap.graph.assets import SCRIPT, STYLE, assets_folder
from journeymap.graph.graph_formats import gexf, graphml
from journeymap.graph.palette import DARK, LIGHT
from journeymap.graph.picture import TwinRow, View
from journeymap.graph.pyvis_network import FEW, FEW_SIZE, FEW_WIDTH, SCREEN_SIZE, SCREEN_WIDTH, payload
from journeymap.graph.svg import sample, svg
from journeymap.graph.text_layout import held

__all__ = ["gexf", "graphml", "html", "svg"]


def html(journey: Journey, view: View, *, language: str | None = None) -> str:
    """One file that holds everything: the graph one can move about in, its legend and table. It asks for nothing."""
    tongue = language or journey.language
    vis, script = _asset(SCRIPT), whole_script()
    vis_style, style, letters = (
        _asset(STYLE),
        frontend.text("takeaway/page.css"),
        embedded(_said(journey, view, tongue)),
    )
    return Template(frontend.text("takeaway/page.html")).substitute(
        language=tongue,
        policy=_policy(scripts=(vis, script), styles=(vis_style, letters, style)),
        title=_text(journey.title),
        sentence=_text(view.sentence),
        note=_text(view.note),
        whole=_text(say("graph-take-whole", tongue)),
        other_ground=_text(say("graph-take-ground", tongue)),
        aria=_text(say("graph-take-aria", tongue)),
        table_title=_text(say("graph-take-table", tongue)),
        paths=_paths(journey, view),
        legend="".join(_mark(mark) for mark in view.legend),
        columns=_columns(view, tongue),
        rows="".join(_row(row, view) for row in view.rows),
        data=_data(view),
        vis=vis,
        script=script,
        vis_style=vis_style,
        style=style,
        letters=letters,
    )


_IMPORT = re.compile(r'^import \{([^}]*)\} from "\.\./graph/label_places\.js";$', re.MULTILINE)


@cache
def whole_script() -> str:
    """What moves in the page, with what it imports in the place of the import: the file asks for nothing."""
    places = frontend.text("graph/label_places.js").replace("\nexport ", "\n")
    return _IMPORT.sub(
        lambda names: f"const {{{names[1]}}} = (() => {{\n{places}\nreturn {{{names[1]}}};\n}})();",
        frontend.text("takeaway/page.js"),
    )


def _said(journey: Journey, view: View, language: str) -> str:
    """All that is written on the page, in no order: its letters go with it."""
    rows = (text for row in view.rows for text in (row["name"], row["before"], row["after"], *row["values"].values()))
    nodes = (text for dot in view.dots for text in (dot.label, dot.told))
    marks = "".join(_mark(mark) for mark in view.legend)
    return "".join((journey.title, view.sentence, view.note, _columns(view, language), marks, *nodes, *rows))


def _text(text: str) -> str:
    """Text as it stands in HTML, within an element as in an attribute."""
    return escape(held(text))


def _data(view: View) -> str:
    """The network as JSON in a script element: ASCII, and no “<” in it that could end the element."""
    grounds = {name: ground._asdict() for name, ground in (("light", LIGHT), ("dark", DARK))}
    few = view.name == "channels" and len(view.dots) < FEW
    letters = {"size": FEW_SIZE, "width": FEW_WIDTH} if few else {"size": SCREEN_SIZE, "width": SCREEN_WIDTH}
    begin = {"whole": view.name == "channels", "below": view.name == "needs"}
    data: dict[str, Any] = {**payload(view.network), "grounds": grounds, "letters": letters, **begin}
    return json.dumps(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _policy(scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """Nothing may run or be loaded but what this file was made with."""
    run, look = (" ".join(f"'sha256-{_hash(text)}'" for text in texts) for texts in (scripts, styles))
    return (
        f"default-src 'none'; script-src {run}; style-src {look}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'; connect-src 'none'"
    )


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _paths(journey: Journey, view: View) -> str:
    drawn = {line.path for line in view.lines}
    return "".join(
        f'<label dir="auto"><input type="checkbox" checked data-path="{_text(path.id)}"> {_text(path.name)}</label>'
        for path in journey.paths
        if path.id in drawn
    )


_ON_ANY = LIGHT._replace(halo="none")
"""The legend's signs show the page's own ground through."""


def _mark(mark: Any) -> str:
    names = mark.get("names") or []
    label = f"{mark['label']}: {'; '.join(names)}" if names else mark["label"]
    drawn = (
        f'<svg width="34" height="22" viewBox="0 0 34 22" aria-hidden="true">{sample(mark, 2, 11, 1, _ON_ANY)}</svg>'
    )
    return f'<li>{drawn}<span dir="auto">{_text(label)}</span></li>'


def _columns(view: View, language: str) -> str:
    named = (say("graph-column-name", language), *view.columns.values())
    around = (say("graph-column-before", language), say("graph-column-after", language))
    return "".join(f'<th scope="col">{_text(name)}</th>' for name in (*named, *around))


def _row(row: TwinRow, view: View) -> str:
    cells = (*(row["values"].get(name, "") for name in view.columns), row["before"], row["after"])
    name = f'<td><button type="button" dir="auto">{_text(row["name"])}</button></td>'
    return (
        f'<tr data-node="{_text(row["id"])}">{name}{"".join(f"<td dir=auto>{_text(cell)}</td>" for cell in cells)}</tr>'
    )


@cache
def _asset(name: str) -> str:
    """A file of vis-network as it is inlined: nothing in it ends a script or style, or looks for a source map."""
    text = (assets_folder() / name).read_text(encoding="utf-8")
    text = text.replace("\r\n", "\n").replace(f"//# sourceMappingURL={name}.map", "")
    for opening in ("<script", "</script", "<!--", "</style"):
        # In a string of JavaScript they mean the same so; in HTML they would begin or end something.
        text = text.replace(opening, f"\\x3c{opening[1:]}")
    return text
