"""Inter and Noto Sans Arabic as one family: which files it is made of, and which signs are in which."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

FAMILY = "Journeymap Sans"
"""A name of our own: no typeface that is installed on a machine is ever taken for it, whatever its version."""

STACK = f"'{FAMILY}', system-ui, sans-serif"
"""As CSS has it: what ours lacks (Chinese, emoji) comes from the machine."""

WEIGHTS = (400, 800)
"""From the lightest to the boldest that a page asks for."""

FEATURES = ("ccmp", "fina", "init", "isol", "kern", "locl", "mark", "medi", "mkmk", "rlig", "tnum")
"""What letters need to join, stand apart and carry their marks; and figures of one width for clocks and tables."""

INTER = "fontpkg_inter"
ARABIC = "fontpkg_noto_sans_arabic"
_FILES = {INTER: "Inter[opsz,wght].ttf", ARABIC: "NotoSansArabic[wdth,wght].ttf"}
_PINNED: Mapping[str, Mapping[str, float]] = {INTER: {"opsz": 14}, ARABIC: {"wdth": 100}}
"""The cut for small letters, which reads best from afar as well; so a width is the same in every size."""


@dataclass(frozen=True, slots=True)
class Face:
    """A part of the family that is fetched by itself, when a page has a sign of it. `signs`: first and last ones."""

    name: str
    package: str
    signs: tuple[tuple[int, int], ...]

    @property
    def unicode_range(self) -> str:
        """Its signs, as CSS has them."""
        return ", ".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in self.signs)

    def holds(self, text: str) -> bool:
        """Whether it has a sign of this text."""
        return any(first <= ord(c) <= last for c in set(text) for first, last in self.signs)


def _signs(ranges: str) -> tuple[tuple[int, int], ...]:
    parts = (part.partition("-") for part in ranges.split())
    return tuple((int(first, 16), int(last or first, 16)) for first, _, last in parts)


LATIN = Face(
    "latin",
    INTER,
    _signs("20-7E A0-FF 131 152-153 2010-2015 2018-201E 2020-2022 2026 202F 2039-203A 20AC 2122 2212"),
)
"""What English, Dutch and their neighbours are written with: small, and needed on every page."""

FACES = (
    LATIN,
    Face("latin-more", INTER, _signs("100-130 132-151 154-24F 2B0-36F")),
    Face("latin-rare", INTER, _signs("250-2AF 1D00-1DBF 1E00-1EFF 2000-200A 2016-2017 201F 2023-2025 2030-2038 "
                                     "203B-2064 2070-20AB 20AD-20C0 2100-2121 2123-218F 2C60-2C7F A720-A7FF")),
    Face("greek", INTER, _signs("370-3FF 1F00-1FFF")),
    Face("cyrillic", INTER, _signs("400-52F 1C80-1C8F 2DE0-2DFF A640-A69F")),
    Face("signs", INTER, _signs("2190-2211 2213-22FF 2300-2319 231C-23E8 2460-25FC 25FF-2613 2616-2647 2654-267E "
                                "2680-2692 2694-26A0 26A2-26A9 26AC-26BC 26BF-26C3 2701-2704 2706-2709 270C-2727 "
                                "2729-274B 274D 274F-2752 2756 2758-2794 2798-27AF 27B1-27BE 27C0-2AFF")),
    Face("arabic", ARABIC, _signs("600-6FF 750-77F 870-891 897-8E1 8E3-8FF FB50-FDFF FE70-FEFC")),
)  # fmt: skip
"""Emoji are in none: where Unicode draws a sign in colour, the machine's own is taken."""

PRINTED = {"regular": 400, "bold": 700}
"""The weights that pictures and papers are drawn with, by names of files."""


def source(package: str) -> Path:
    """The file that a package brings. Errors: FileNotFoundError where it is not whole."""
    found = find_spec(package)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"{package} is not installed")
    return Path(found.origin).parent / "files" / _FILES[package]


def pinned(package: str) -> Mapping[str, float]:
    """Where its other axes than weight stand."""
    return _PINNED[package]
