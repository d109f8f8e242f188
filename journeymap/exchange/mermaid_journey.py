"""A journey in Mermaid: sections, and tasks with a score from 1 to 5 and whoever takes part."""

import re

from journeymap.domain.text.errors import invalid
from journeymap.exchange.import_choices import Layout
from journeymap.exchange.table import Facts, RowUnit, Table

HEADER = ("Section", "Task", "Score (1 to 5)", "Actors")
_FENCE = re.compile(r"```\s*mermaid\s*\n(.*?)(?:\n```|\Z)", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"%%|acc(?:Title|Descr)\b|---|config:|init:")
DIAGRAMS = (
    *(
        "graph",
        "flowchart",
        "sequencediagram",
        "gantt",
        "classdiagram",
        "statediagram",
        "erdiagram",
        "mindmap",
        "timeline",
    ),
    *("pie", "quadrantchart", "gitgraph", "kanban"),
)


def mermaid_in(text: str) -> tuple[str, int] | None:
    """The Mermaid diagram that a text is, or that stands in its first fence, and the line above it."""
    if found := _FENCE.search(text):
        return found[1], text[: found.start(1)].count("\n")
    first = _first_word(text)
    return (text, 0) if first == "journey" or first in DIAGRAMS else None


def table_of_mermaid(text: str, above: int = 0) -> Table:
    """The table of a journey. Errors: Refusal where it is another diagram, or has no task."""
    kind = _first_word(text)
    if kind != "journey":
        raise invalid("file-is-mermaid", kind=kind)
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    said: dict[str, str] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), above + 1):
        bare = line.strip()
        if bare.startswith("title "):
            said["title"] = bare[6:].strip()
        elif bare.startswith("section "):
            section = bare[8:].strip()
        elif bare and bare != "journey" and not _COMMENT.match(bare):
            task, _, rest = bare.partition(":")
            score, _, actors = rest.partition(":")
            rows.append(
                (section, task.strip(), score.strip(), "; ".join(a.strip() for a in actors.split(",") if a.strip()))
            )
            numbers.append(number)
    if not rows:
        raise invalid("import-nothing")
    people = {row[3] for row in rows}
    if (
        len(people) == 1
        and (one := people.pop())
        and ";" not in one
        and one.casefold() not in ("me", "ik", "user", "customer")
    ):
        said["persona"] = one
    targets = {"Section": "episode", "Task": "moment", HEADER[2]: "felt_valence", "Actors": "ignore"}
    facts = Facts("mermaid", Layout.OUTLINE, (Layout.OUTLINE,), counted=RowUnit.LINE, said=said, targets=targets)
    return Table(HEADER, tuple(rows), numbers=tuple(numbers), facts=facts)


def _first_word(text: str) -> str:
    """The first word that is no comment or front matter."""
    bare = re.sub(r"\A\s*---\n.*?\n---\n", "", text, flags=re.DOTALL)
    lines = (line.strip() for line in bare.splitlines())
    first = next((line for line in lines if line and not line.startswith("%%")), "")
    return re.split(r"[\s;{-]", first, maxsplit=1)[0].casefold()
