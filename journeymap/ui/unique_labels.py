"""Labels of choices: Streamlit tells options apart by what stands on them, so no two may read the same."""

from collections.abc import Mapping

from journeymap.domain.model.workshop import Items
from journeymap.ui.shared import t

_NOTHING = "\u2060"
"""Takes no room and is not read aloud."""


def distinct(labels: Mapping[str, str]) -> dict[str, str]:
    """The same labels, those that stand there twice told apart by something invisible."""
    seen: dict[str, int] = {}
    found: dict[str, str] = {}
    for key, label in labels.items():
        seen[label] = seen.get(label, -1) + 1
        found[key] = label + _NOTHING * seen[label]
    return found


def label_of_items(items: Items) -> str:
    """What people vote on, as a choice."""
    return t(f"agenda-items-{items}".replace("_", "-"))
