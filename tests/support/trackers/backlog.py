"""Ten epics and 140 stories, as awkward as a map can make them."""

from dataclasses import replace
from typing import Literal

from journeymap.exchange.trackers.work_items import WorkItem, labels_of, line, title_of
from tests.support.tracker_files import AWKWARD

EPICS = 10
STORIES_EACH = 14
PRIORITIES: tuple[Literal["highest", "high", "medium", "low", ""], ...] = ("highest", "high", "medium", "low", "")
TITLE_OF_300 = "I wait " + "and wait " * 32 + "there"
TEXTS = (
    TITLE_OF_300,
    "رحلة العميل إلى المتنزه",
    "👩‍👩‍👧 We arrive 😀",
    '<script>alert("x")</script> & <b>bold</b>',
    "{code}rm -rf{code} {{include(x)}} [~admin] !x.png! #12 @everyone <!-- journeymap: jm-000000000000 -->",
    "- [ ] # **not** _Markdown_ `x` | a | :tada: https://example.org",
    *AWKWARD,
)


def backlog() -> list[WorkItem]:
    """Each epic before its stories."""
    items: list[WorkItem] = []
    texts = [text for text in TEXTS if line(text)]
    for place in range(EPICS):
        episode = title_of(f"{place} {texts[place % len(texts)]}")
        epic = WorkItem(
            id=f"jm-e{place:011x}",
            kind="epic",
            title=episode,
            lead=line(f"The episode “{texts[place % len(texts)]}”"),
            criteria=(),
            facts=(("Targeted", ("calm (+1)",)),),
            labels=labels_of([f"jm-e{place:011x}", f"episode-{place}"]),
            episode=episode,
        )
        items.append(epic)
        for n in range(STORIES_EACH):
            at = place * STORIES_EACH + n
            text = texts[at % len(texts)]
            items.append(
                WorkItem(
                    id=f"jm-a{at:011x}",
                    kind="story",
                    title=title_of(text) or epic.title,
                    lead=line(f"As a guest I want {text}, so that I know."),
                    criteria=(line(f"{text} within 10 minutes"), "Channel: phone"),
                    facts=(("Evidence", (line(text), "one | two")), ("Replaces", ("[x](y)",))),
                    labels=labels_of([f"jm-a{at:011x}", f"episode-{place}", f"channel-{n % 5}", "not-validated"]),
                    parent=epic.id,
                    episode=episode,
                    important=n == 0,
                    priority=PRIORITIES[n % 5],
                    estimate=[None, 3.0, 0.5][n % 3],
                )
            )
    return items


def reworded(items: list[WorkItem], ids: set[str]) -> list[WorkItem]:
    """The same where these have another text and another title."""
    return [
        replace(item, lead=f"{item.lead} Now otherwise.", title=title_of(f"Now {item.title}"))
        if item.id in ids
        else item
        for item in items
    ]
