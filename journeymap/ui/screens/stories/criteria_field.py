"""What is not right about criteria while somebody writes them: read as a tree, criterion by criterion."""

import streamlit as st

from journeymap.domain.text.catalogue import say
from journeymap.exchange.backlog.gherkin_text import PARTS, keyword_of, paragraphs
from journeymap.exchange.story_findings.criteria_tree import fault_of
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.shared import language


def draw_criteria_faults(text: str, tongue: str) -> None:
    """Say below the field what cannot be tested as it is written."""
    for said in criteria_faults(text, tongue, language()):
        st.caption(f":orange[:material/error: {plain(said)}]")


def criteria_faults(text: str, tongue: str, said_in: str) -> list[str]:
    """A sentence for each criterion in lines that is no Given, When, Then; one in a single line is left to the rules.

    `tongue` is the language of the map, `said_in` that of whoever reads it.
    """
    found = []
    for clauses in paragraphs(_in_lines(text, tongue), tongue):
        if len(clauses) > 1 and (fault := fault_of(clauses, tongue)):
            named = shortened("; ".join(clause.text for clause in clauses if clause.text), 80)
            found.append(say(f"finding-criterion-{fault.rule}", said_in, text=named, part=fault.part))
    return found


def _in_lines(text: str, tongue: str) -> str:
    """The text with a paragraph for each criterion, also where no line is left free between two.

    A new one begins where a clause comes again, or all three are there; a line that says a whole one is one by itself.
    """
    lines: list[str] = []
    there: set[str] = set()
    for line in text.splitlines():
        part, rest = keyword_of(line.strip(), tongue)
        whole = not part or (part == "given" and any(mark in rest for mark in ",;"))
        if whole or part in there or len(there) == len(PARTS):
            lines.append("")
            there.clear()
        lines += [line, ""] if whole else [line]
        if not whole and part != "and":
            there.add(part)
    return "\n".join(lines)
