"""What choices are called in this person's language, looked up once and not for each option."""

from journeymap.domain.model.rows import MapKind
from journeymap.ui.shared import t


def kind_names() -> dict[MapKind, str]:
    """As-is and to-be."""
    return {kind: t(f"shell-kind-{kind}") for kind in MapKind}
