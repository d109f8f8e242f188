"""The board pack as PDF: one page in landscape, with letters of our own, and texts that one can select and search."""

import json
from functools import cache
from importlib.resources import files
from typing import Literal

import typst

from journeymap.domain.analysis.silhouette import Silhouette
from journeymap.domain.model.emotions import step_of
from journeymap.domain.text.catalogue import say
from journeymap.exchange.pack.board_pack import BoardPack, StoryPoint, fitted
from journeymap.exchange.poster_curve import curve
from journeymap.fonts.families import FACES
from journeymap.fonts.shelf import printed
from journeymap.graph.thumbnail import told

LABELS = (
    "felt", "aimed", "figures", "before", "after", "pains", "none", "unanswered", "improvements", "open",
    "nothing-open", "validation",
)  # fmt: skip


def pdf_bytes(pack: BoardPack) -> bytes:
    """The page as PDF. Errors: RuntimeError where the letters cannot be made."""
    return _made(pack, "pdf")


def png_bytes(pack: BoardPack, pixels_per_inch: float = 160) -> bytes:
    """The page as a picture, for the screen. Errors: as `pdf_bytes`."""
    return _made(pack, "png", pixels_per_inch)


def _made(pack: BoardPack, form: Literal["pdf", "png"], pixels_per_inch: float | None = None) -> bytes:
    content = json.dumps(_content(fitted(pack)), ensure_ascii=False)
    return typst.compile(
        _template(),
        font_paths=_letters(_all_ours(content)),
        ignore_system_fonts=True,
        format=form,
        ppi=pixels_per_inch,
        sys_inputs={"pack": content},
    )


@cache
def _letters(ours_alone: bool) -> typst.Fonts:
    """Our letters; what they lack (Chinese, emoji) comes from the machine, which is looked through only then."""
    return typst.Fonts(include_system_fonts=not ours_alone, include_embedded_fonts=False, font_paths=[str(printed())])


@cache
def _template() -> bytes:
    return files("journeymap.exchange.pack").joinpath("pack.typ").read_bytes()


def _all_ours(text: str) -> bool:
    return all(c.isspace() or any(one.holds(c) for one in FACES) for c in set(text))


def _content(pack: BoardPack) -> dict[str, object]:
    language = pack.language
    return {
        "language": language,
        "title": pack.title,
        "subtitle": pack.subtitle,
        "warning": pack.warning,
        "validated": pack.validated,
        "story": [_story(it, language) for it in pack.story],
        "curve": drawn(pack.as_is, pack.to_be),
        "curve_told": told(pack.as_is, language, aims=False),
        "figures": [
            {"name": it.name, "before": it.before, "after": it.after, "coverage": it.coverage} for it in pack.figures
        ],
        "improvements": [list(one) for one in pack.improvements],
        "pains": [{"text": it.text, "place": it.place, "answer": it.answer} for it in pack.pains],
        "still_open": list(pack.still_open),
        "more_pains": more(pack.more_pains, language),
        "more_open": more(pack.more_open, language),
        "labels": {name.replace("-", "_"): say(f"pack-{name}", language) for name in LABELS},
    }


def drawn(as_is: Silhouette, to_be: Silhouette) -> str:
    """The curve of both as SVG; empty where there is no moment."""
    return curve(as_is, to_be, {}) if as_is.moments else ""


def more(n: int, language: str) -> str:
    """How many more there are, in words; nothing where there are none."""
    return say("poster-more", language, n=n) if n else ""


def _story(it: StoryPoint, language: str) -> dict[str, object]:
    before, after = it.words(language)
    return {
        "name": it.name,
        "place": it.place,
        "before": before,
        "after": after,
        "before_face": face(it.before),
        "after_face": face(it.after),
    }


def face(valence: float | None) -> int | None:
    """Which of the five faces a valence has, from 0 for very bad; None where nothing is said."""
    return None if valence is None else step_of(valence) + 2
