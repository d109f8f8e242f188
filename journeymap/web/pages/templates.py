"""Our own light pages: Jinja2 templates, texts from the catalogue, no script at all."""

from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from journeymap import frontend
from journeymap.domain.text.catalogue import LANGUAGES, say
from journeymap.web.typeface import style

_HERE = Path(__file__).parents[1]
STATIC = _HERE / "static"

POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
"""Nothing runs on these pages, and nothing comes from elsewhere."""

_templates = Environment(loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined)


@cache
def asset(name: str) -> str:
    """The address of a file of ours, relative to a page; with a stamp, so that it may be kept for good."""
    stamp = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"assets/{name}?v={stamp}"


def draw(template: str, language: str, status: int = 200, **values: Any) -> HTMLResponse:
    """The page made from this template; it is about one person, so nothing keeps it."""
    usual = {
        "asset": asset,
        "frontend": frontend.address,
        "letters": style(),
        "language": language,
        "languages": LANGUAGES,
    }
    content = _templates.get_template(template).render(t=partial(say, language=language), **usual, **values)
    headers = {
        "Cache-Control": "no-store",
        "Content-Language": language,
        "Content-Security-Policy": POLICY,
        "Vary": "Accept-Language, Cookie",
    }
    return HTMLResponse(content, status, headers)


def draw_sentence(sentence: str, language: str, status: int) -> HTMLResponse:
    """A page with one sentence, and the way to the join page."""
    return draw("sentence.html", language, status, sentence=sentence)
