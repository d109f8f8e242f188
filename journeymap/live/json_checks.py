"""What any JSON from outside has to be: not too large, of a sane depth, text that is text, and of the right shape."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from journeymap.domain.text.errors import Refusal, invalid

MOST_BYTES = 64 * 1024
"""The largest frame of the live socket, and the largest body of a request."""

MOST_DEEP = 16
"""How deep JSON may nest; ours needs three."""

MOST_VALUES = 5_000
"""So many values one text may hold: the longest agenda has half of that."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def is_too_large(text: str) -> bool:
    """Whether a frame is larger than any may be."""
    return len(text) > MOST_BYTES or len(text.encode(errors="surrogatepass")) > MOST_BYTES


def parse(text: bytes | str) -> Any:
    """The JSON value in this text. Errors: Refusal `invalid`, whatever it is that was sent."""
    return checked(loaded(text))


def loaded(text: bytes | str, most: int = MOST_VALUES) -> Any:
    """The JSON value of `most` values or so, not looked at yet. Errors: Refusal `invalid` where there is none."""
    try:
        plain = text.decode() if isinstance(text, bytes) else text
        _count(plain, most)
        return json.loads(plain, parse_constant=_no_number)
    except (ValueError, RecursionError):  # not UTF-8, not JSON, a number of 5,000 digits, nested without end
        raise invalid("web-not-json") from None


def checked(found: Any) -> Any:
    """The same value. Errors: Refusal `invalid` where it is too deep, or holds half a character."""
    if not all(_is_plain(value) for value in _values(found)):
        raise invalid("web-character")
    return found


def misshapen(found: Mapping[str, Any]) -> Refusal:
    """One of pydantic's findings about what was sent, as a refusal."""
    names = [str(part) for part in found["loc"][1:] if not isinstance(part, int)]
    kind, context = str(found["type"]), found.get("ctx", {})
    if not names and kind not in ("union_tag_invalid", "union_tag_not_found"):
        return invalid("web-not-an-object")
    field = names[-1][:80] if names else "do"
    if kind in ("missing", "union_tag_not_found"):
        return invalid("web-missing", field=field)
    if kind == "extra_forbidden":
        return invalid("no-such-field", field=field)
    if kind == "union_tag_invalid":
        return invalid("not-one-of", field=field, choices=str(context["expected_tags"]).replace("'", ""))
    if kind in ("enum", "literal_error"):
        choices = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        return invalid("not-one-of", field=field, choices=choices)
    if kind == "string_pattern_mismatch":
        return invalid("bad-id")
    if kind == "string_too_long":
        return invalid("too-long", field=field, most=context["max_length"], length=_length(found))
    if kind == "greater_than_equal":
        return invalid("too-low", field=field, least=context["ge"])
    if kind == "less_than_equal":
        return invalid("too-high", field=field, most=context["le"])
    return invalid("wrong-type", field=field)


def _count(text: str, most: int) -> None:
    """Refuse what holds too many values before any of them is made.

    30,000 zeros in a frame took 7 ms of the event loop. Counted by `str` alone, 64 KiB of whatever take a quarter of a
    millisecond.
    """
    if text.count(",") <= most and text.count("[") + text.count("{") <= most:
        return
    # Commas and brackets in strings do not count: what is escaped goes first, then every other piece between quotes.
    plain = text.replace("\\\\", "").replace('\\"', "") if "\\" in text else text
    if plain.count('"') > 4 * most:
        raise invalid("web-too-many")
    outside = "".join(plain.split('"')[::2])
    if outside.count("[") + outside.count("{") > most:
        raise invalid("web-too-deep")
    if outside.count(",") > most:
        raise invalid("web-too-many")


def _no_number(name: str) -> NoReturn:
    """NaN and the infinities are no JSON."""
    raise ValueError(name)


def _values(found: Any) -> Iterator[Any]:
    """Every value and every key, level by level. Errors: Refusal where there are too many levels."""
    level, depth = [found], 0
    while level:
        if depth > MOST_DEEP:
            raise invalid("web-too-deep")
        yield from level
        dicts = [value for value in level if isinstance(value, dict)]
        yield from (key for value in dicts for key in value)
        lists = [value for value in level if isinstance(value, list)]
        level = [inner for value in dicts for inner in value.values()] + [inner for value in lists for inner in value]
        depth += 1


def _is_plain(value: Any) -> bool:
    """Half a character (a lone surrogate) can neither be kept nor sent."""
    return not isinstance(value, str) or _SURROGATE.search(value) is None


def _length(found: Mapping[str, Any]) -> int:
    length: int = found.get("ctx", {}).get("length") or len(str(found.get("input", "")))
    return length
