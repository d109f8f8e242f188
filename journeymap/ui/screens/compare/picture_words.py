"""What stands on and around the picture of two maps, in the person's language."""

from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.shared import language, t

_WORDS = (
    *("emotion", "felt", "targeted", "truth"),
    *("tools", "zoom-in", "zoom-out", "fit", "fit-help", "print", "print-help", "present", "present-help"),
    *("sought", "nothing-here", "present-whole", "present-hint", "present-leave", "present-pains", "present-facts"),
)


def picture_words(pair: Pair) -> dict[str, str]:
    """By the names the component knows; `{name}` is filled in there."""
    words = {name: t(f"compare-{name}") for name in _WORDS} | {"language": language()}
    words["range"] = t("compare-range", first="{first}", last="{last}", all="{all}")
    words["elsewhere"] = t("compare-elsewhere", n="{n}")
    as_is, to_be = pair.names or (t("shell-kind-as-is"), t("shell-kind-to-be"))
    words |= {"as_is": as_is, "to_be": to_be} | ({"felt": as_is, "targeted": to_be} if pair.names else {})
    words["title"] = " → ".join(pair.names or (pair.as_is.title, pair.to_be.title))
    return words
