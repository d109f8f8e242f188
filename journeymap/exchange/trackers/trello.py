"""A board in the form in which Trello itself exports one: a list an episode, a card an epic or story."""

import json
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from journeymap.domain.text.catalogue import say
from journeymap.exchange.trackers.bodies import MARKDOWN, body
from journeymap.exchange.trackers.work_items import Work, WorkItem, line

MOST_OF_TEXT = 16_384
"""So many characters does the text of a card hold."""

_STEP = 65_536


def trello_json(work: Work) -> bytes:
    """The board; the criteria of a story are a checklist to tick."""
    board = _id("board", work.journey.map_id)
    labels = {name: {"id": _id("label", name), "idBoard": board, "name": name, "color": None} for name in _names(work)}
    children = work.children()
    cards = [
        _card(item, place, board, [labels[name] for name in item.labels], work.language)
        for epic in work.of_kind("epic")
        for place, item in enumerate((epic, *children[epic.id]), 1)
    ]
    document = {
        "id": board,
        "name": line(work.journey.title),
        "desc": work.nothing or work.standing,
        "closed": False,
        "lists": [
            {"id": _id("list", epic.id), "idBoard": board, "name": epic.title, "closed": False, "pos": _STEP * place}
            for place, epic in enumerate(work.of_kind("epic"), 1)
        ],
        "cards": cards,
        "labels": list(labels.values()),
        "checklists": [_checklist(item, board, work.language) for item in work.items if item.criteria],
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode()


def _names(work: Work) -> Sequence[str]:
    return list(dict.fromkeys(label for item in work.items for label in item.labels))


def _card(item: WorkItem, place: int, board: str, labels: Sequence[dict[str, Any]], language: str) -> dict[str, Any]:
    return {
        "id": _id("card", item.id),
        "idBoard": board,
        "idList": _id("list", item.parent or item.id),
        "name": item.title,
        "desc": body(item, language, MARKDOWN, MOST_OF_TEXT),
        "closed": False,
        "pos": _STEP * place,
        "idLabels": [label["id"] for label in labels],
        "labels": labels,
        "idChecklists": [_id("checklist", item.id)] if item.criteria else [],
    }


def _checklist(item: WorkItem, board: str, language: str) -> dict[str, Any]:
    checklist = _id("checklist", item.id)
    return {
        "id": checklist,
        "idBoard": board,
        "idCard": _id("card", item.id),
        "name": say("story-field-criteria", language),
        "pos": _STEP,
        "checkItems": [
            {
                "id": _id(f"item-{place}", item.id),
                "idChecklist": checklist,
                "name": criterion[:MOST_OF_TEXT],
                "state": "incomplete",
                "pos": _STEP * place,
            }
            for place, criterion in enumerate(item.criteria, 1)
        ],
    }


def _id(kind: str, of: str) -> str:
    """Trello's ids have 24 hexadecimal digits; ours stay the same as long as what they are of."""
    return blake2b(f"{kind}/{of}".encode(), digest_size=12).hexdigest()
