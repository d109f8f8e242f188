"""What people write about why something is believed."""

import re

from journeymap.domain.model.rows import EvidenceStatus

_WORDS = {
    EvidenceStatus.ASSUMED: ("assumed", "assumption", "guess", "hypothesis", "aanname", "aangenomen", "gok"),
    EvidenceStatus.INTERNAL: ("internal", "internal data", "data", "intern", "interne gegevens", "interne data"),
    EvidenceStatus.VALIDATED: (
        *("validated", "validated by a customer", "customer validated", "customer", "confirmed", "proven"),
        *("gevalideerd", "gevalideerd door een klant", "klant", "bevestigd", "bewezen"),
    ),
}

_SEEN = re.compile(
    r"\b(interviews?|observ\w*|surveys?|analytics|data|research|complaints?|logs?|crm|usability|test\w*|diar\w*|ethnograph\w*"
    r"|focus ?groups?|feedback|reviews?|nps|csat|ces|measure\w*|n ?= ?\d+|shadow\w*|stud(?:y|ies)|statistics|reports?"
    r"|geobserveerd|observatie\w*|enqu[eê]te\w*|onderzo\w*|klacht\w*|klantonderzoek|meting\w*|gemeten|vragenlijst\w*"
    r"|meegelopen|rapport\w*|cijfers|statistiek\w*|gesprek\w*)\b",
    re.IGNORECASE,
)


def evidence(cell: str) -> EvidenceStatus | None:
    """The evidence status that these very words mean. None: none of them."""
    said = " ".join(cell.casefold().replace("-", " ").split())
    return next((status for status, words in _WORDS.items() if said in words), None)


def evidence_from(cell: str) -> EvidenceStatus:
    """The evidence status that a source comes to: what was seen or measured is internal data, all else assumed."""
    return EvidenceStatus.INTERNAL if _SEEN.search(cell) else EvidenceStatus.ASSUMED
