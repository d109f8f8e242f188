"""What stands in the body of an item: as plain text, Markdown, Jira's markup or HTML."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape as escaped_html

from journeymap.domain.text.catalogue import say
from journeymap.exchange.backlog.user_stories import Task
from journeymap.exchange.markdown import escaped
from journeymap.exchange.sentences import with_about
from journeymap.exchange.trackers.work_items import WorkItem


@dataclass(frozen=True, slots=True)
class Markup:
    """How a text is kept a text, a name made strong, and a list written."""

    text: Callable[[str], str]
    strong: Callable[[str], str]
    bullet: str = "- "
    tick: str = "- "


_JIRA = re.compile(r"[{\[|]|!(?=\S)|(?<![^\W_])[*_+^~-](?=\S)|\?(?=\?)|\((?=[/!?ynxi+*-]\))|[:;](?=[()PD](?!\w))")
_LIVE = re.compile(r"[!<](?=\S)|@(?=\w)|#(?=\w)|\{(?=\{)|\"(?=:\S)|\](?=\()")

PLAIN = Markup(lambda text: _LIVE.sub("\\g<0>\u200b", text), str, "* ", "* ")
"""Reads well as Textile, as Markdown and as it stands: a file does not know which of them Redmine is set to.

A space that nobody sees ends what would show a picture from elsewhere, make a link, a mention or a macro, open a tag.
"""
MARKDOWN = Markup(escaped, lambda name: f"**{name}**", tick="- [ ] ")
JIRA = Markup(lambda text: _JIRA.sub(r"\\\g<0>", text), lambda name: f"*{name}*", "* ", "* ")
"""Jira's wiki markup: a backslash before what it would take for a macro, a link, a table, bold letters or a smiley."""


def body(item: WorkItem, language: str, markup: Markup, most: int, *, marker: bool = True) -> str:
    """All that is known of an item, of `most` characters at most; it ends with the stable id where `marker`."""
    last = f"Journeymap: {item.id}" if marker else ""
    return fitted(list(_lines(item, language, markup)), most, last)


def html(item: WorkItem, *, language: str, criteria: bool) -> str:
    """The same as HTML that begins with a letter; the criteria only where they have no field of their own."""
    parts = [f"{escaped_html(item.lead)}<br>"]
    if criteria and item.criteria:
        parts.append(criteria_html(item, language))
    facts = (*item.facts, ("Journeymap", (item.id,)))
    said = (f"<li><b>{escaped_html(name)}</b>: {escaped_html('; '.join(texts))}</li>" for name, texts in facts)
    return "".join((*parts, "<ul>", *said, "</ul>"))


def task_said(task: Task, markup: Markup) -> str:
    """What a task says, with its stable id; it begins with a letter."""
    said = markup.text(with_about(task.text, (task.team, task.system)))
    return f"{'' if said[:1].isalpha() else 'Backstage: '}{said}\n\nJourneymap: {task.id}"


def html_line(text: str, stable_id: str) -> str:
    """What a task says as HTML that begins with a letter, and its stable id."""
    said = escaped_html(text)
    return f"{'' if said[:1].isalpha() else 'Backstage: '}{said}<br>Journeymap: {escaped_html(stable_id)}"


def criteria_html(item: WorkItem, language: str) -> str:
    """The acceptance criteria as a list; "" where there are none."""
    said = "".join(f"<li>{escaped_html(criterion)}</li>" for criterion in item.criteria)
    return f"{escaped_html(say('tracker-done-when', language))}<ul>{said}</ul>" if said else ""


def fitted(lines: list[str], most: int, last: str = "") -> str:
    """The lines as one text; where they are too many, those at the end go, but never the last one."""
    end = f"\n\n{last}" if last else ""
    text = "\n".join(lines) + end
    while len(text) > most and len(lines) > 1:
        lines = [*lines[:-2], "…"] if lines[-1] == "…" else [*lines[:-1], "…"]
        text = "\n".join(lines) + end
    return text if len(text) <= most else f"{text[: most - len(end) - 1]}…{end}"


def _lines(item: WorkItem, language: str, markup: Markup) -> Iterator[str]:
    yield markup.text(item.lead)
    if item.criteria:
        yield from ("", markup.text(say("tracker-done-when", language)), "")
        yield from (f"{markup.tick}{markup.text(criterion)}" for criterion in item.criteria)
    as_tasks = item.tasks if markup.tick.startswith("- [") else ()
    if as_tasks:
        yield from ("", markup.text(say("tracker-tasks", language)), "")
        yield from (f"{markup.tick}{markup.text(with_about(one.text, (one.team, one.system)))}" for one in as_tasks)
    backstage = say("story-field-backstage", language) if as_tasks else ""
    facts = [(name, texts) for name, texts in item.facts if name != backstage]
    if facts:
        yield ""
    for name, texts in facts:
        yield f"{markup.bullet}{markup.strong(markup.text(name))}: {'; '.join(map(markup.text, texts))}"
