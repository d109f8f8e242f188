"""Names that look alike, and texts in which there is nothing to see.

What looks like which Latin letter stands in data/lookalikes.json: the single letters and figures of Unicode's own table
(UTS #39, confusables.txt, as confusable-homoglyphs 3.3.1 carries it), without scripts that run from right to left, and
small capitals and others that it leaves out.
"""

import json
import re
import unicodedata
from functools import cache, lru_cache

import regex

from journeymap.domain.text.resources import data

_REMEMBERED = 8_192
"""Names whose keys are remembered: everybody who joins is compared with everybody who is in."""

_SIGNS = str.maketrans("0134578@$!|€", "oleastbaslle")
"""Figures and signs that are read as letters."""

_STROKES = str.maketrans("i", "l")
"""In a title an i, an l and a stroke are one."""

_SIGN_OF_LETTER = re.compile(r"LETTER ([A-Z])$")
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE_SCRIPTS = [
    regex.compile(rf"\p{{Script={script}}}")
    for script in ("Latin", "Cyrillic", "Greek", "Armenian", "Cherokee", "Coptic", "Lisu", "Deseret")
]

_BLANK = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0")
"""What shows nothing, though its kind does not say so: fillers of Hangul, an empty cell of Braille and others."""


def is_invisible(text: str) -> bool:
    """Whether there is something in it, and nothing to see."""
    return bool(text.strip()) and not text.isascii() and all(_shows_nothing(c) for c in text)


@lru_cache(maxsize=_REMEMBERED)
def name_key(name: str) -> str:
    """A name as names are compared: without regard to case, width, extra spaces and what one does not see."""
    seen = "".join(c for c in unicodedata.normalize("NFKC", name) if c.isspace() or not _shows_nothing(c))
    return " ".join(seen.casefold().split())


def is_written_alike(one: str, other: str) -> bool:
    """Whether two names differ in case, width and spaces alone: in nothing that hides."""
    return _folded(one) == _folded(other)


@lru_cache(maxsize=_REMEMBERED)
def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@lru_cache(maxsize=_REMEMBERED)
def skeletons(name: str) -> frozenset[str]:
    """What a name looks like as it is written, in capitals and in small letters: never shown.

    Names that share one of them are taken for one another: `FACILlTATOR` for `FACILITATOR`, and so for `Facilitator`.
    """
    composed = unicodedata.normalize("NFKC", name)
    looks = {_skeleton(form) for form in (composed, composed.upper(), composed.lower())} - {""}
    return frozenset(looks or {name_key(name)})


def are_alike(one: str, other: str) -> bool:
    """Whether one of these names may be taken for the other."""
    return name_key(one) == name_key(other) or not skeletons(one).isdisjoint(skeletons(other))


def is_taken_for(name: str, lead: str) -> bool:
    """Whether a name is taken for that of somebody who leads: ornaments beside it tell nobody apart."""
    bare, theirs = _bare(name), _bare(lead)
    return are_alike(name, lead) or bool(bare and theirs and are_alike(bare, theirs))


def is_read_as(name: str, title: str) -> bool:
    """Whether a name reads as this title, however it is drawn: with signs for letters, marks or figures beside it."""
    return bool(_read(name) & _read(title)) or is_taken_for(name, title)


def mixes_scripts(name: str) -> bool:
    """Whether a word of it has letters of several of the scripts that look alike: no honest name has."""
    return any(sum(bool(one.search(word)) for one in _ALIKE_SCRIPTS) > 1 for word in _WORD.findall(name))


def _skeleton(text: str) -> str:
    """Case is told apart until it is looked at: I is an l, and L is not."""
    looks = "".join(_latin().get(c, c) for c in text if _is_kept(c))
    folded = "".join(c if c == "L" else c.casefold() for c in looks)
    return folded.replace("rn", "m").replace("vv", "w")


@lru_cache(maxsize=_REMEMBERED)
def _bare(name: str) -> str:
    """Its letters and figures alone; a letter in a box or of a flag is one."""
    spelt = "".join(_letter_of(c) for c in unicodedata.normalize("NFKC", name))
    return "".join(c for c in spelt if unicodedata.category(c)[0] in "LN")


@lru_cache(maxsize=_REMEMBERED)
def _read(name: str) -> frozenset[str]:
    """How a name may be read: with its signs and figures as letters, without its signs, and without its figures too."""
    spelt = unicodedata.normalize("NFKD", "".join(map(_letter_of, name)))
    plain = "".join(_latin().get(c, c) for c in spelt)
    letters = "".join(_latin().get(c, c) for c in spelt if c.isalpha())
    forms = (plain.translate(_SIGNS), _bare(plain).translate(_SIGNS), letters)
    folded = ("".join(c for c in form if c.isalnum()).casefold().translate(_STROKES) for form in forms)
    return frozenset(folded) - {""}


@lru_cache(maxsize=_REMEMBERED)
def _letter_of(c: str) -> str:
    """The letter that a sign shows, such as one in a box or of a flag; else the sign itself."""
    shown = _SIGN_OF_LETTER.search(unicodedata.name(c, "")) if unicodedata.category(c) == "So" else None
    return shown[1] if shown else c


@lru_cache(maxsize=_REMEMBERED)
def _is_kept(c: str) -> bool:
    return not _shows_nothing(c) and unicodedata.category(c)[0] in "LNS"


def _shows_nothing(c: str) -> bool:
    if c in _BLANK or "\ufe00" <= c <= "\ufe0f" or "\U000e0100" <= c <= "\U000e01ef":
        return True
    kind = unicodedata.category(c)
    return kind[0] == "Z" or kind in ("Cf", "Cc")


@cache
def _latin() -> dict[str, str]:
    """Letters and figures, and the Latin letter that one takes them for. Case is told apart: I is an l."""
    alike: dict[str, str] = json.loads(data("lookalikes.json").read_text(encoding="utf-8"))
    return {c: letter for letter, them in alike.items() for c in them}
