"""Letters on paper: what XML can hold, how wide a text is, where its lines break, and which way it runs."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from xml.sax.saxutils import escape

from journeymap.fonts.families import STACK

_UNHELD = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""

_ASIDE, _BACK = "\u2068", "\u2069"
"""What stands between these two finds its own direction and turns nothing around it."""

_TURNING = re.compile("[\u202a-\u202e\u2066\u2067]")
"""Signs that turn the direction of all that follows, also of what is not theirs."""

_SIDED = re.compile(f"[{_ASIDE}{_BACK}]")
_LEFTWARD = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""What is written from right to left, and what makes it so."""

_DRAWN = (
    "[\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab"
    "\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e"
    "\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001faff]"
)
_WITH = "\ufe0f?[\U0001f3fb-\U0001f3ff]?[\U000e0020-\U000e007f]*"
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_EMOJI = re.compile(
    f"{_FLAG}|[0-9#*]\ufe0f?\u20e3|(?:{_DRAWN}|[\u00a9-\u3299]\ufe0f){_WITH}"
    f"(?:\u200d(?:{_DRAWN}|[\u2190-\u3299]){_WITH})*"
)
"""An emoji, joined ones as one: a family, a flag, a thumb with its skin."""

_PIECES = re.compile(f"{_EMOJI.pattern}|.", re.DOTALL)

EMOJI_FONTS = f"'Noto Color Emoji', 'Apple Color Emoji', 'Segoe UI Emoji', {STACK}"

_OURS_FIRST = "\u2060"
"""Without a width; at the beginning of a line it says that the line is drawn by our font, and emoji put into it."""


def held(text: str) -> str:
    """The text without what XML 1.0 cannot hold."""
    return _UNHELD.sub("", text)


def written(text: str) -> str:
    """The text as written in an SVG: valid XML, isolated from its neighbours' direction, and escaped."""
    return escape(_unturned(held(text)), {'"': "&quot;"})


def lettered(line: str) -> str:
    """A line of text as it is drawn in an SVG: an emoji asks for its own font, as not every program looks for one.

    resvg gets lost where a font joins signs that the line's first font did not join: so the emoji's font comes first.
    Where letters may be joined too, ours does, and `plainly` leaves it emoji of one sign alone.
    """
    text = unicodedata.normalize("NFC", line)
    parts = _EMOJI.split(text)
    if len(parts) == 1:
        return written(line)
    ours = any(_joined(c) for part in parts for c in part)
    begun = _OURS_FIRST if ours else _spanned(_OURS_FIRST) if parts[0] else ""
    return begun + _EMOJI.sub(lambda emoji: _spanned(emoji[0]), written(text))


def plainly(svg: str) -> str:
    """An SVG as resvg can draw it: beside letters that join, no emoji is joined of several."""
    return _MIXED.sub(lambda line: _OWN_FONT.sub(lambda emoji: _single(emoji[1]), line[0]), svg)


_MIXED = re.compile(f"<tspan x=[^>]*>{_OURS_FIRST}.*?</tspan>(?=<tspan x=|</text>)", re.DOTALL)
_OWN_FONT = re.compile('<tspan font-family="[^"]*">([^<]*)</tspan>')


def _single(emoji: str) -> str:
    """What is left of an emoji in one sign: of a family its first one, of a flag its letters, of a key its figure."""
    if re.fullmatch(_FLAG, emoji):
        return "".join(chr(ord(c) - ord(_FIRST_OF_FLAG) + ord("A")) for c in emoji)
    return _spanned(emoji[0]) if re.match(_DRAWN, emoji) else emoji[0]


_FIRST_OF_FLAG = "\U0001f1e6"


def _spanned(emoji: str) -> str:
    return f'<tspan font-family="{EMOJI_FONTS}">{emoji}</tspan>'


def _joined(c: str) -> bool:
    """Whether a font may draw this as one with the letter before it."""
    return bool(_LEFTWARD.match(c)) or unicodedata.category(c)[0] == "M"


def isolated(text: str) -> str:
    """Somebody's words as a part of a sentence of ours: written from right to left, they turn nothing around them."""
    return f"{_ASIDE}{_unturned(text)}{_BACK}" if _LEFTWARD.search(text) else text


def unsided(text: str) -> str:
    """The text without the signs that `isolated` puts around words: for programs, which read and do not show."""
    return _SIDED.sub("", text)


def whole(lines: Iterable[str]) -> list[str]:
    """Lines of one text, so that what is isolated across a break is so in both."""
    found, depth = [], 0
    for line in lines:
        begun = _ASIDE * depth + line
        for sign in _SIDED.findall(line):
            depth = depth + 1 if sign == _ASIDE else max(0, depth - 1)
        found.append(begun + _BACK * depth)
    return found


def wide(text: str, size: float) -> float:
    """How wide a text is, as our typeface draws it; about, where a sign comes from elsewhere or letters join."""
    if not text.isascii():
        return sum(_em(piece) for piece in _PIECES.findall(text)) * size
    return sum(map(_em, text)) * size


def fitting(text: str, width: float, size: float) -> float:
    """How much smaller than this size a text must be for its longest word to stand on one line; 1 where it does."""
    longest = max((wide(word, size) for word in text.split()), default=0.0)
    return 1.0 if longest <= width else max(LEAST, LEAST_SIZE / size, int(100 * width / longest) / 100)


LEAST = 0.6
LEAST_SIZE = 11
"""No text gets smaller than either of these: a word that is longer still is broken."""


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The text in lines no wider than this; a word that is too wide is broken."""
    lines: list[str] = []
    now = ""
    for word in text.split():
        longer = f"{now} {word}" if now else word
        if wide(longer, size) <= width:
            now = longer
            continue
        if now:
            lines.append(now)
        *before, now = _broken(word, width, size)
        lines += before
    return [*lines, now] if now else lines


def _broken(word: str, width: float, size: float) -> list[str]:
    parts, now = [], ""
    for piece in _PIECES.findall(word):
        if now and wide(now + piece, size) > width:
            parts.append(now)
            now = ""
        now += piece
    return [*parts, now]


def _unturned(text: str) -> str:
    """The text without signs that turn what follows; words set aside stay so where they are set back, too."""
    found, depth = [], 0
    plain = _TURNING.sub("", text)
    backs = plain.count(_BACK)
    for c in plain:
        if c == _ASIDE:
            if depth >= backs:
                continue
            depth += 1
        elif c == _BACK:
            backs -= 1
            if not depth:
                continue
            depth -= 1
        found.append(c)
    return "".join(found)


@cache
def _em(piece: str) -> float:
    """How wide a sign or an emoji is, in sizes of its letters."""
    if _EMOJI.fullmatch(piece):
        return 1.3
    if unicodedata.category(piece) in ("Cf", "Mn", "Me"):
        return 0.0
    if unicodedata.east_asian_width(piece) in "WF":
        return 1.05
    letter = unicodedata.normalize("NFD", piece)[0]
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    return 0.55 if unicodedata.bidirectional(piece) in ("R", "AL") else 0.75


_WIDTHS = {
    c: width
    for width, signs in (
        (0.28, "Iijl’‘łı"),
        (0.32, "!',.:; ·¡"),
        (0.36, "`t|"),
        (0.4, "()/[\\]fr"),
        (0.44, "1{}"),
        (0.48, '"-^_“”°'),
        (0.52, "*?–¿"),
        (0.56, "ksxz"),
        (0.6, "57FJLacehnouvyøðŁ§•«»"),
        (0.64, "#023689EPZbdgpqßđþ™"),
        (0.68, "$&+4<=>BKRSTY~€®×÷±−≈≤≥"),
        (0.72, "AVX"),
        (0.76, "CDGHNUĐ"),
        (0.8, "OQØ"),
        (0.84, "w↑↓¼"),
        (0.88, "m…½"),
        (0.92, "Mæ©✓✗●○■□¾"),
        (0.96, "←→"),
        (1.0, "%@W—œÆ"),
        (1.04, "Œ▲△▼⚠"),
        (1.08, "★☆◆"),
        (1.36, "‰"),
    )
    for c in signs
}
"""By our own typeface, upright and of usual weight; rounded up, so that a line never runs into its neighbour."""
