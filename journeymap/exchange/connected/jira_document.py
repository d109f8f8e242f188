"""What stands in an item of Jira: a document as data (ADF), in which a text is a text whatever it says."""

import json
from collections.abc import Sequence
from typing import Any

from journeymap.domain.text.catalogue import say
from journeymap.exchange.sentences import shortened
from journeymap.exchange.trackers.work_items import WorkItem

MOST_OF_TEXT = 32_767
"""So many characters does a description of Jira hold; its marks are counted, too."""
_MOST_OF_LINE = 8_000

Node = dict[str, Any]


def document(item: WorkItem, language: str) -> str:
    """All that is known of an item, as the JSON of a document; where it is too much, what is last goes."""
    facts: Sequence[Node] = [_bullet(_strong(name), _text(f": {'; '.join(texts)}")) for name, texts in item.facts]
    criteria: Sequence[Node] = [_bullet(_text(one)) for one in item.criteria]
    cut = False
    while len(said := _told(item, language, criteria, facts, cut=cut)) > MOST_OF_TEXT and (facts or criteria):
        cut = True
        facts, criteria = (facts[:-1], criteria) if facts else (facts, criteria[:-1])
    return said


def canonical(data: Any) -> str:
    """The same text for the same document."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _told(item: WorkItem, language: str, criteria: Sequence[Node], facts: Sequence[Node], *, cut: bool) -> str:
    content = [_paragraph(_text(item.lead or item.title))]
    if criteria:
        content += [_paragraph(_text(say("tracker-done-when", language))), _list(criteria)]
    if facts:
        content.append(_list(facts))
    if cut:
        content.append(_paragraph(_text("…")))
    content.append(_paragraph(_text(f"Journeymap: {item.id}")))
    return canonical({"version": 1, "type": "doc", "content": content})


def _list(bullets: Sequence[Node]) -> Node:
    return {"type": "bulletList", "content": list(bullets)}


def _bullet(*texts: Node) -> Node:
    return {"type": "listItem", "content": [_paragraph(*texts)]}


def _paragraph(*texts: Node) -> Node:
    return {"type": "paragraph", "content": list(texts)}


def _text(text: str) -> Node:
    """Jira takes no text without letters."""
    return {"type": "text", "text": shortened(text, _MOST_OF_LINE) or "–"}


def _strong(text: str) -> Node:
    return {**_text(text), "marks": [{"type": "strong"}]}
