"""How texts of a map fit into a sentence: first letters, lists, who it is about."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import ROW_TYPES
from journeymap.domain.text.catalogue import say


def proper_words(journey: Journey) -> frozenset[str]:
    """Words that this map writes with a capital inside a sentence: names, which keep it at the start too."""
    texts = [row.called for row in journey.rows() if ROW_TYPES[row.table].main_field == "text"]
    if journey.persona:
        texts += [journey.persona.goal, f"- {journey.persona.name}"]
    return frozenset(
        word for text in texts for word in re.findall(r"(?<=[^.!?:…\s“”\"‘’'(–-] )[^\W\d_a-z][^\W_]*", text)
    )


def lowered(text: str, proper: frozenset[str] = frozenset()) -> str:
    """The text as it stands inside a sentence: its first letter small, unless it begins with a name or an acronym."""
    letters = re.match(r"[^\W_]+", text)
    first = letters[0] if letters else ""
    if not first[:1].isupper() or first in proper or first == "I":
        return text
    if first.startswith("IJ") and not any(map(str.isupper, first[2:])):
        return text[:2].lower() + text[2:]
    if any(c.isupper() or c.isdigit() for c in first[1:]):
        return text
    return text[:1].lower() + text[1:]


def phrase(text: str, proper: frozenset[str] = frozenset()) -> str:
    """The text as a part of a sentence: first letter small, no full stop at the end."""
    return lowered(text.rstrip(" .;,") or text, proper)


_WISH = {"en": r"^(?:I (?:want|need|would like) to|to) (?=\S)", "nl": r"^ik (?:wil|zou graag|moet) (?=\S)"}
_STATEMENT = {
    "en": r"(?:I['’]|I (?:can(?:not)?|could|may|might|must|shall|should|will|would|do not|don['’]t|did|have to)\b|we )",
    "nl": r"(?:ik|we|wij) ",
}


def wish(moment: str, language: str, proper: frozenset[str] = frozenset()) -> tuple[str, bool]:
    """A micro-moment as it follows “I want to”, and whether it has to be quoted: “I cannot find it” is a sentence."""
    wording = re.sub(_WISH[language], "", phrase(moment, proper), flags=re.IGNORECASE)
    if re.match(_STATEMENT[language], wording, re.IGNORECASE):
        return moment.rstrip(" .;,"), True
    if language == "en":
        wording = re.sub(r"^I (?=\S)", "", wording)
        wording = re.sub(r"^am (?=\S)", "be ", wording)
    return wording, False


def need_phrase(need: str, language: str, proper: frozenset[str] = frozenset()) -> str:
    """A need as it follows “so that I can”."""
    wording = re.sub(_WISH[language], "", phrase(need, proper), flags=re.IGNORECASE)
    return re.sub(r"^I can (?=\S)", "", wording) if language == "en" else wording


def listed(values: Sequence[str], language: str) -> str:
    """“a, b and c”."""
    if len(values) < 2:
        return "".join(values)
    return say("exchange-and", language, all=", ".join(values[:-1]), last=values[-1])


def persona_name(journey: Journey) -> str:
    """Whom the map is about, in the middle of a sentence."""
    return journey.persona.name if journey.persona else say("story-the-customer", journey.language)


def shortened(text: str, most: int) -> str:
    """The text, cut between words where it is longer."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[most // 2 :] else cut}…"


def signed(valence: float, language: str) -> str:
    """A valence as people write it: +2, 0, −1.5."""
    number = f"{abs(valence):g}".replace(".", "," if language == "nl" else ".")
    return number if valence == 0 else f"{'+' if valence > 0 else '−'}{number}"


def slug(text: str, most: int = 60) -> str:
    """Letters and digits of any script, small, with hyphens between; `most` bytes of UTF-8. May be empty."""
    letters = (c if unicodedata.category(c)[0] in "LNM" else " " for c in unicodedata.normalize("NFC", text.casefold()))
    found = ""
    words = "".join(letters).split()
    for word in words:
        longer = f"{found}-{word}" if found else word
        if len(longer.encode()) > most:
            break
        found = longer
    return found or _cut("-".join(words), most)


def _cut(text: str, most: int) -> str:
    return text.encode()[:most].decode(errors="ignore").strip("-")


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """Each value once, in order."""
    return tuple(dict.fromkeys(values))
