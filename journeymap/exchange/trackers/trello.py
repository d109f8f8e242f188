"""A board in the form in which Trello itself exports one: a list an episode, a card an epic or story."""

import json
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from journeymap.domain.text.catalogue import say
from journeymap.exchange.sentences import with_about
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
        "checklists": [one for item in work.items for one in _checklists(item, board, work.language)],
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
        "idChecklists": [one["id"] for one in _checklists(item, board, language)],
    }


def _checklists(item: WorkItem, board: str, language: str) -> Sequence[dict[str, Any]]:
    """Its criteria, and what is to be done backstage."""
    tasks = [with_about(task.text, (task.team, task.system)) for task in item.tasks]
    named = (("criteria", item.criteria), ("backstage", tasks))
    lists = [(name, texts) for name, texts in named if texts]
    return [_checklist(item, place, *one, board, language) for place, one in enumerate(lists, 1)]


def _checklist(item: WorkItem, at: int, name: str, texts: Sequence[str], board: str, language: str) -> dict[str, Any]:
    own = "" if name == "criteria" else f"-{name}"
    checklist = _id(f"checklist{own}", item.id)
    return {
        "id": checklist,
        "idBoard": board,
        "idCard": _id("card", item.id),
        "name": say(f"story-field-{name}", language),
        "pos": _STEP * at,
        "checkItems": [
            {
                "id": _id(f"item{own}-{place}", item.id),
                "idChecklist": checklist,
                "name": text[:MOST_OF_TEXT],
                "state": "incomplete",
                "pos": _STEP * place,
            }
            for place, text in enumerate(texts, 1)
        ],
    }


def _id(kind: str, of: str) -> str:
    """Trello's ids have 24 hexadecimal digits; ours stay the same as long as what they are of."""
    return blake2b(f"{kind}/{of}".encode(), digest_size=12).hexdigest()
