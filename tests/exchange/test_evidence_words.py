"""Why something is believed, in people's words."""

import pytest

from journeymap.domain.model.rows import EvidenceStatus
from journeymap.exchange.evidence_words import evidence, evidence_from


def test_evidence_in_two_languages() -> None:
    assert evidence("Customer-validated") is EvidenceStatus.VALIDATED
    assert evidence("interne gegevens") is EvidenceStatus.INTERNAL
    assert evidence(" Aanname ") is EvidenceStatus.ASSUMED
    assert evidence("sure") is None


@pytest.mark.parametrize(
    "cell", ["Interview", "observed", "survey n=40", "Enquête 2025", "12 klachten", "web analytics"]
)
def test_what_was_seen_or_measured_is_internal_data(cell: str) -> None:
    assert evidence_from(cell) is EvidenceStatus.INTERNAL


@pytest.mark.parametrize("cell", ["sure", "workshop", "Mila says so", "denken we"])
def test_anything_else_is_assumed(cell: str) -> None:
    assert evidence_from(cell) is EvidenceStatus.ASSUMED
