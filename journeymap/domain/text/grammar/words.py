"""Word lists and typed texts made ready to be read."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache

from journeymap.domain.text.resources import data

REMEMBERED = 32_768
"""Words and texts that are kept once they were looked at."""

QUOTES = "\"'“”‘’„«»"
"""What opens and closes a quotation."""
_MARK = re.compile(
    r"^(?:[-*•–—·]\s+|(?:\d{1,2}[.)]|[a-z]\)|e\.g\.|i\.e\.|bijv\.|bv\."
    r"|(?:step|stap|phase|fase) \d{1,2} ?[:.)–-])\s+)(?=\S)",
    re.IGNORECASE,
)
_NEXT_SENTENCE = re.compile(
    r"(?<!\bDr\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bSt\.)(?<!\bdr\.)(?<!\bdhr\.)(?<!\bmw\.)(?<!\bnr\.)(?:(?<=[^.\s]{2}[.!?…])\s+(?=\S)|;\s+)"
)


@cache
def words_of(name: str, language: str) -> frozenset[str]:
    """A list of words that ships in data/grammar/."""
    return frozenset(str(_lists(language)[name]).split())


@cache
def _lists(language: str) -> dict[str, str]:
    return tomllib.loads(data("grammar", f"{language}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=REMEMBERED)
def key(word: str) -> str:
    """A word as it stands in the lists: small, without the marks around it."""
    return word.replace("’", "'").strip(f"{QUOTES}.,;:!?…()[]").casefold()


@lru_cache(maxsize=REMEMBERED)
def cleaned(text: str) -> str:
    """The text as it is read: without list marks, pictures or quotes around it, and without its last stop."""
    bare = _MARK.sub("", " ".join(text.split()))
    bare = _without_pictures(bare)
    bare = bare.rstrip(" .;,!…:")
    for opening, closing in (("“", "”"), ('"', '"'), ("'", "'"), ("‘", "’"), ("«", "»"), ("„", "”"), ("`", "`")):
        if len(bare) > 2 and bare[0] == opening and bare[-1] == closing and opening not in bare[1:-1]:
            bare = bare[1:-1].rstrip(" .;,!…:")
    return bare or text.strip()


def sentences(text: str) -> list[str]:
    """The sentences of a text; most have one."""
    return list(_sentences(text))


@lru_cache(maxsize=REMEMBERED)
def _sentences(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for part in _NEXT_SENTENCE.split(text.strip()):
        if found and found[-1].endswith(".") and key(found[-1].rsplit(None, 1)[-1]) in _abbreviations():
            found[-1] = f"{found[-1]} {part}"
        elif part.strip(" .;,"):
            found.append(part)
    return tuple(found) or (text,)


@cache
def _abbreviations() -> frozenset[str]:
    return words_of("abbreviations", "en") | words_of("abbreviations", "nl")


@lru_cache(maxsize=REMEMBERED)
def is_latin(text: str) -> bool:
    """Whether the text is written in our alphabet, in which alone we can read its form."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all(c.isascii() or unicodedata.name(c, "").startswith("LATIN") for c in letters)


def listed(parts: list[str], conjunction: str) -> str:
    """“a, b and c”."""
    return f"{', '.join(parts[:-1])} {conjunction} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _without_pictures(text: str) -> str:
    start, end = 0, len(text)
    while start < end and _is_picture(text[start]):
        start += 1
    while end > start and _is_picture(text[end - 1]):
        end -= 1
    return text[start:end].strip() or text


def _is_picture(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in ("So", "Sk", "Cf", "Mn", "Me")
