"""Which language an answer is in."""

from journeymap.domain.text.catalogue import LANGUAGES


def spoken(accept_language: str, default: str) -> str:
    """The language of ours that an Accept-Language header likes best; else the default."""
    liked = [_liked(part) for part in accept_language.split(",")[:32]]
    known = [(quality, -place, tongue) for place, (tongue, quality) in enumerate(liked) if tongue in LANGUAGES]
    best = max(known, default=(0.0, 0, default))
    return best[2] if best[0] > 0 else default


def _liked(part: str) -> tuple[str, float]:
    name, _, weight = part.partition(";")
    tongue = name.strip().lower().partition("-")[0]
    _, _, number = weight.partition("q=")
    try:
        return tongue, float(number) if number else 1.0
    except ValueError:
        return tongue, 0.0
