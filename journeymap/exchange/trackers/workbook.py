"""The stories as a workbook: a row an epic or story, with a filter, and a header that stays."""

import io
from collections.abc import Sequence
from typing import Any

from journeymap.domain.text.catalogue import say
from journeymap.exchange.trackers.work_items import Work, WorkItem, line
from journeymap.exchange.workbook_parts import fitting, new_workbook

_FIXED = ("id", "type", "epic", "title", "story", "criteria", "priority", "estimate", "team", "status")
_NARROW = 16
_WIDE = 44


def stories_xlsx(work: Work) -> bytes:
    """The workbook; a text is a text whatever it begins with."""
    out = io.BytesIO()
    book = new_workbook(out, line(work.journey.title), work.standing)
    _write(book, work)
    book.close()
    return out.getvalue()


def _write(book: Any, work: Work) -> None:
    sheet = book.add_worksheet(say("tracker-sheet", work.language))
    looks = {
        "header": book.add_format({"bold": True, "bg_color": "#E8EAF6", "bottom": 1, "text_wrap": True}),
        "text": book.add_format({"valign": "top", "text_wrap": True, "quote_prefix": True}),
    }
    named = _columns(work)
    for at, name in enumerate(named):
        sheet.set_column(at, at, _NARROW if at in (0, 1) else _WIDE)
        sheet.write_string(0, at, name, looks["header"])
    rows = [_cells(item, named, work) for item in work.items] or [[work.nothing]]
    for number, cells in enumerate(rows, 1):
        for at, text in enumerate(cells):
            if text:
                sheet.write_string(number, at, fitting(text), looks["text"])
    sheet.autofilter(0, 0, len(rows), len(named) - 1)
    sheet.freeze_panes(1, 0)


def _columns(work: Work) -> Sequence[str]:
    """What all of them have, then whatever is known of any, then the labels."""
    fixed = [say(f"story-field-{name}", work.language) for name in _FIXED]
    facts = dict.fromkeys(name for item in work.items for name, _ in item.facts)
    return [*fixed, *(name for name in facts if name not in fixed), say("story-field-labels", work.language)]


def _cells(item: WorkItem, named: Sequence[str], work: Work) -> Sequence[str]:
    kind = say(f"story-type-{item.kind}", work.language)
    chosen = [say(f"choice-{one}", work.language) if one else "" for one in (item.priority, _status(item))]
    points = "" if item.estimate is None else f"{item.estimate:g}"
    said = (item.id, kind, item.episode, item.title, item.lead, "\n".join(item.criteria))
    fixed = (*said, chosen[0], points, item.team, chosen[1])
    facts = {name: "\n".join(texts) for name, texts in item.facts}
    return [*fixed, *(facts.get(name, "") for name in named[len(fixed) : -1]), " ".join(item.labels)]


def _status(item: WorkItem) -> str:
    return item.status if item.kind == "story" else ""
