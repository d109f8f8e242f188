"""Fonts cut to size, in a process of their own: it takes seconds, and holds the interpreter all the while.

Run as a file, it reads what to make as JSON, and writes a font; it imports nothing of ours, so that it starts at once.
"""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from tempfile import TemporaryDirectory
from typing import Any

from fontTools.merge import Merger
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import instantiateVariableFont

LETTERS = 2048
"""Units of the square that letters are drawn in: Inter's."""

RISE, FALL = 1984, -494
"""Inter's own; the others get the same, or lines with their letters would stand farther apart."""

KEPT_NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14)
"""What a font says of itself; 0, 13 and 14 are who made it and under which licence."""


def cut(part: Mapping[str, Any], features: Sequence[str]) -> TTFont:
    """One font with these signs only, its axes where they are wanted, in our measures."""
    font = TTFont(part["file"], recalcTimestamp=False)
    options = Options()
    options.layout_features = list(features)
    options.hinting = False
    options.name_IDs = list(KEPT_NAMES)
    options.name_languages = [0x409]
    signs = {sign for first, last in part["signs"] for sign in range(first, last + 1)}
    picker = Subsetter(options)
    picker.populate(unicodes=signs)
    picker.subset(font)
    axes = {name: tuple(value) if isinstance(value, list) else value for name, value in part["axes"].items()}
    font = instantiateVariableFont(font, axes)
    if font["head"].unitsPerEm != LETTERS:
        scale_upem(font, LETTERS)
    _measure(font)
    return font


def _measure(font: TTFont) -> None:
    head, os2 = font["hhea"], font["OS/2"]
    head.ascent, head.descent, head.lineGap = RISE, FALL, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = RISE, FALL, 0
    os2.usWinAscent, os2.usWinDescent = max(os2.usWinAscent, RISE), max(os2.usWinDescent, -FALL)


def joined(fonts: Iterable[TTFont]) -> TTFont:
    """All of them as one: what draws by it needs no second one for a line in two scripts."""
    with TemporaryDirectory() as folder:
        paths = []
        for n, font in enumerate(fonts):
            paths.append(f"{folder}/{n}.ttf")
            font.save(paths[-1])
        font = Merger().merge(paths)
    font.recalcTimestamp = False
    font["head"].modified = font["head"].created = 0
    _quieten(font)
    _measure(font)
    return font


def _quieten(font: TTFont) -> None:
    """What no font has is a small ring, and not a box in the middle of a sentence."""
    pen = TTGlyphPen(None)
    middle = 560
    for radius, turn in ((230, 1), (170, -1)):
        corners = [(radius, 0), (radius, radius), (0, radius), (-radius, radius)]
        corners += [(-x, -y) for x, y in corners]
        at = [(620 + x, middle + y * turn) for x, y in corners]
        pen.moveTo(at[0])
        for n in (0, 2, 4, 6):
            pen.qCurveTo(at[n + 1], at[(n + 2) % 8])
        pen.closePath()
    font["glyf"][".notdef"] = pen.glyph()
    font["hmtx"][".notdef"] = (1240, 390)


def named(font: TTFont, family: str, style: str, weight: int) -> None:
    """Give it a family, and say how bold it is there."""
    bold = weight >= 600
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["head"].macStyle = int(bold)
    plain = family.replace(" ", "")
    said = {1: family, 2: style, 3: f"{plain}-{style}", 4: f"{family} {style}", 6: f"{plain}-{style}"}
    for number, text in said.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["name"].names = [name for name in font["name"].names if name.nameID in KEPT_NAMES]


def make(order: Mapping[str, Any]) -> None:
    """Make what is ordered, and write it where it is wanted."""
    fonts = [cut(part, order["features"]) for part in order["parts"]]
    font = joined(fonts) if order["kind"] == "printed" else fonts[0]
    named(font, order["family"], order["style"], order["weight"])
    if order["kind"] == "web":
        font.flavor = "woff2"
    font.save(order["to"])


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(10)  # people who are being served go first
    make(json.load(sys.stdin))
